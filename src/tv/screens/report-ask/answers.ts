// The answers that can be given to a question, and what the draft is once one of them was: by card, or typed.
import type { CarriedCategory } from '../../../contract/box-requests.ts';
import type { RequestField, WhenChoice } from '../../../contract/requests.ts';
import type { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import type { Context } from '../../navigation/context.ts';
import type { RequestDraft } from '../../navigation/requests.ts';
import { dayKey } from '../../texts/dates.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';

const WORDS = REQUEST_TEXTS;
const WHEN_KEYS: readonly WhenChoice[] = ['any', 'morning', 'afternoon', 'evening', 'weekend'];
/** Days from today, as `what.days` names them. */
const DAYS = [0, -1, -2, 1, 2];

export interface Answer {
  readonly label: string;
  /** It was given already. */
  readonly on: boolean;
  /** What is to be written is written by the keyboard, or on a phone. */
  readonly draft: RequestDraft | 'keyboard' | 'phone';
}

/** Empty: it is typed. */
export function answersTo(context: Context, category: CarriedCategory, draft: RequestDraft): readonly Answer[] {
  switch (draft.step) {
    case 'kind':
      return category.where.map((kind) => ({
        label: WORDS.where.kinds[kind],
        on: draft.kind === kind,
        draft: { ...draft, kind, place: null },
      }));
    case 'place':
      return placesFor(context, draft);
    case 'when':
      return WHEN_KEYS.map((when) => ({
        label: WORDS.when.choices[when],
        on: draft.when === when,
        draft: { ...draft, when },
      }));
    case 'review':
      return [];
    default: {
      const field = category.fields[draft.step];
      return field ? answersToField(field, draft, context.now) : [];
    }
  }
}

/** The community's own; any other is written, here or on a phone: without a place nobody finds it. */
function placesFor({ catalogue }: Context, draft: RequestDraft): Answer[] {
  const names = (catalogue?.places ?? []).filter(({ level }) => level === 'community').map(({ name }) => name);
  const once = names.filter((name, index) => names.indexOf(name) === index);
  return [
    ...once.map((name) => ({ label: name, on: draft.place === name, draft: { ...draft, place: name } })),
    {
      label: WORDS.where.elsewhere,
      on: draft.place !== null && once.indexOf(draft.place) < 0,
      draft: 'keyboard',
    },
    { label: WORDS.what.onPhone, on: false, draft: 'phone' },
  ];
}

function answersToField(field: RequestField, draft: RequestDraft, now: number): Answer[] {
  const { code, kind, options, required } = field;
  const given = draft.answers[code] ?? '';
  const chosen = given === '' ? [] : given.split(',');
  const answered = (label: string, key: string, on: boolean): Answer => ({
    label,
    on,
    draft: withAnswer(draft, code, key),
  });
  const skip = required ? [] : [answered(WORDS.what.skip, '', false)];
  switch (kind) {
    case 'choice':
      return [...options.map(({ key, name }) => answered(name, key, given === key)), ...skip];
    case 'choices':
      return options.map(({ key, name }) => {
        const on = chosen.indexOf(key) >= 0;
        const keys = options.map((option) => option.key);
        const left = keys.filter((each) => (each === key ? !on : chosen.indexOf(each) >= 0));
        return answered(name, left.join(','), on);
      });
    case 'date':
      return [
        ...WORDS.what.days.map((label, index) => {
          const day = addDays(dayKey(now) as Day, DAYS[index] ?? 0);
          return answered(label, day, given === day);
        }),
        ...skip,
      ];
    case 'text':
      return [
        { label: WORDS.review.write, on: given !== '', draft: 'keyboard' },
        { label: WORDS.what.onPhone, on: false, draft: 'phone' },
        ...(required ? [] : [answered(WORDS.what.noMore, given, false)]),
      ];
    case 'number':
      return [];
  }
}

export function withAnswer(draft: RequestDraft, code: string, answer: string): RequestDraft {
  const answers: Record<string, string> = { ...draft.answers, [code]: answer };
  if (answer === '') delete answers[code];
  return { ...draft, answers };
}

/** An answer as it is read in the review; empty: there is none. */
export function answerText({ kind, options }: RequestField, given: string | undefined): string {
  if (!given) return '';
  if (kind !== 'choice' && kind !== 'choices') return given;
  const keys = given.split(',');
  return options
    .filter(({ key }) => keys.indexOf(key) >= 0)
    .map(({ name }) => name)
    .join('、');
}
