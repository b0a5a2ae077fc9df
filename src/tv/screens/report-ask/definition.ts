// One question of a request at a time, answered by a digit: where it is, what is the matter, when somebody may come.
import type { REQUEST_LIMITS, RequestField } from '../../../contract/requests.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex } from '../../navigation/focus.ts';
import type { AskModel } from '../../navigation/frames/requests.ts';
import { along, PER_PAGE, turned } from '../../navigation/grid.ts';
import { openKeyboard, writtenIn } from '../../navigation/keyboard.ts';
import {
  categoryOf,
  goBack,
  goOn,
  inputOf,
  NO_HANDOVER,
  type RequestDraft,
  stepsOf,
} from '../../navigation/requests.ts';
import type { RemoteKey } from '../../remote/keys.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { type Answer, answersTo, withAnswer } from './answers.ts';

const WORDS = REQUEST_TEXTS;
const MOST_DIGITS = 9;
const MOST_TEXT: typeof REQUEST_LIMITS.text = 500;
const MOST_PLACE: typeof REQUEST_LIMITS.placeName = 30;

const asking = (name: AskModel['name'], takes: readonly RemoteKey[]): Definition<ScreenName, AskModel> => ({
  takes,
  leadsTo: ['report', 'report-where', 'report-what', 'report-when', 'report-review', 'handover'],
  present(context) {
    const { category, draft, answers, index, field } = shownIn(context);
    const { page, pages, row, start } = pageOfIndex(index, answers.length, PER_PAGE);
    const steps = category && draft ? stepsOf(category, draft) : [];
    const step = draft ? steps.indexOf(draft.step) + 1 : 0;
    return {
      name,
      title: titleOf(draft, field),
      aside: category ? `${category.name} ${step}/${steps.length}` : '',
      cards: answers.slice(start, start + PER_PAGE).map(({ label, on }) => ({ label, on })),
      focus: row,
      page: page + 1,
      pages,
      typed: field?.kind === 'number' ? (draft?.answers[field.code] ?? '') : null,
      text: field?.kind === 'number' ? WORDS.what.typed : field?.kind === 'choices' ? WORDS.what.several : '',
    };
  },
  hints(context) {
    const { answers, field } = shownIn(context);
    const back = { key: 'back', label: WORDS.hints.before } as const;
    if (field?.kind === 'number')
      return [
        { key: 'digits', label: TEXTS.hints.type },
        { key: 'left', label: TEXTS.hints.erase },
        { key: 'ok', label: WORDS.hints.next },
        back,
      ];
    return [
      { key: 'digits', label: WORDS.hints.pick },
      { key: 'upDown', label: TEXTS.hints.choose },
      ...(answers.length > PER_PAGE ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
      { key: 'ok', label: WORDS.hints.next },
      back,
    ];
  },
  press(context, key) {
    const { category, draft, answers, index, field } = shownIn(context);
    if (!category || !draft) return { to: 'report' };
    if (key === 'back') return goBack(category, draft);
    if (field?.kind === 'number') return type(context, field, key);
    switch (key) {
      case 'up':
        return choose(draft, along(index, answers.length, -1));
      case 'down':
        return choose(draft, along(index, answers.length, 1));
      case 'left':
      case 'pageUp':
        return choose(draft, turned(index, answers.length, -1));
      case 'right':
      case 'pageDown':
        return choose(draft, turned(index, answers.length, 1));
      case 'ok':
        return field?.kind === 'choices' ? leaveChoices(context, field, index) : give(context, index);
      default: {
        if (!/^[1-9]$/.test(key)) return STAY;
        const { start } = pageOfIndex(index, answers.length, PER_PAGE);
        return give(context, start + Number(key) - 1);
      }
    }
  },
  settle(context) {
    const { category, draft, field } = shownIn(context);
    if (!category || !draft) return { to: 'report', change: { draft: null }, note: WORDS.report.gone };
    const text = writtenIn(context);
    if (text === null) return null;
    if (text === '' || (!field && draft.step !== 'place')) return { change: { written: null } };
    const { to = name, change } = goOn(
      category,
      field ? withAnswer(draft, field.code, text) : { ...draft, place: text },
    );
    return { to, change: { ...change, written: null } };
  },
});

/** The digits of a number are typed, nought and eight too. */
export const reportWhat = asking('report-what', ['0', '8']);
export const reportWhere = asking('report-where', ['8']);
export const reportWhen = asking('report-when', ['8']);

interface Shown {
  readonly category: ReturnType<typeof categoryOf>;
  readonly draft: RequestDraft | null;
  readonly answers: readonly Answer[];
  readonly index: number;
  readonly field: RequestField | undefined;
}

function shownIn(context: Context): Shown {
  const { draft } = context;
  const category = categoryOf(context);
  const answers = category && draft ? answersTo(context, category, draft) : [];
  const index = Math.max(0, Math.min(draft?.index ?? 0, answers.length - 1));
  return {
    category,
    draft,
    answers,
    index,
    field: typeof draft?.step === 'number' ? category?.fields[draft.step] : undefined,
  };
}

function titleOf(draft: RequestDraft | null, field: RequestField | undefined): string {
  if (field) return field.label;
  if (draft?.step === 'when') return WORDS.when.title;
  return draft?.step === 'place' ? WORDS.where.placeTitle : WORDS.where.kindTitle;
}

const choose = (draft: RequestDraft, index: number): Move<ScreenName> => ({
  change: { draft: { ...draft, index: Math.max(0, index) } },
});

/** Of several answers each is taken or left; OK goes on. */
function give(context: Context, index: number): Move<ScreenName> {
  const { category, answers, field } = shownIn(context);
  const answer = answers[index];
  if (!category || !answer) return { note: REQUEST_TEXTS.report.noCard(Math.min(PER_PAGE, answers.length)) };
  if (answer.draft === 'phone') return toPhone(context);
  if (answer.draft === 'keyboard') {
    const { draft } = context;
    const [text, most] = field ? [draft?.answers[field.code], MOST_TEXT] : [draft?.place, MOST_PLACE];
    return openKeyboard(context, { title: titleOf(draft, field), text: text ?? '', most });
  }
  const chosen = { ...answer.draft, index };
  return field?.kind === 'choices' ? { change: { draft: chosen } } : goOn(category, chosen);
}

/** Nothing taken yet: OK takes what it stands on, as in any other question. */
function leaveChoices(context: Context, field: RequestField, index: number): Move<ScreenName> {
  const { category, draft } = shownIn(context);
  if (!category || !draft) return STAY;
  if (draft.answers[field.code]) return goOn(category, draft);
  return field.required ? give(context, index) : goOn(category, draft);
}

function type(context: Context, field: RequestField, key: RemoteKey): Move<ScreenName> {
  const { category, draft } = shownIn(context);
  if (!category || !draft) return STAY;
  const typed = draft.answers[field.code] ?? '';
  if (key === 'left') return { change: { draft: withAnswer(draft, field.code, typed.slice(0, -1)) } };
  if (key === 'ok') return typed === '' && field.required ? { note: WORDS.what.typed } : goOn(category, draft);
  if (!/^\d$/.test(key) || typed.length >= MOST_DIGITS) return STAY;
  return { change: { draft: withAnswer(draft, field.code, typed + key) } };
}

/** What has to be written is written on a phone; there the request goes on to its end. */
function toPhone({ draft }: Context): Move<ScreenName> {
  if (!draft) return STAY;
  return {
    to: 'handover',
    change: { handover: NO_HANDOVER },
    intents: [{ type: 'open-handover', input: inputOf(draft) }],
  };
}
