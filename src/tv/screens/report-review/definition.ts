// Everything that was answered, in large type: OK sends it, the arrows go to what is to be changed, a phone may go on.
import type { REQUEST_LIMITS } from '../../../contract/requests.ts';
import { type Context, NO_CODE, type ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { ReportReviewModel } from '../../navigation/frames/requests.ts';
import { openKeyboard, writtenIn } from '../../navigation/keyboard.ts';
import {
  categoryOf,
  goBack,
  goTo,
  inputOf,
  missingIn,
  NO_HANDOVER,
  type RequestDraft,
  type Step,
} from '../../navigation/requests.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { answerText } from '../report-ask/answers.ts';

const WORDS = REQUEST_TEXTS.review;
const ROWS = 5;
const MOST_TEXT: typeof REQUEST_LIMITS.text = 500;
const ACTIONS = [
  { does: 'send', icon: 'send', label: WORDS.send },
  { does: 'phone', icon: 'phone', label: WORDS.phone },
  { does: 'write', icon: 'pencil', label: WORDS.write },
] as const;

interface Row {
  readonly label: string;
  readonly text: string;
  /** Null: it is not changed here. */
  readonly step: Step | null;
}

export const reportReview: Definition<ScreenName, ReportReviewModel> = {
  leadsTo: ['report', 'report-where', 'report-what', 'report-when', 'report-sent', 'handover'],
  present(context) {
    const category = categoryOf(context);
    const { draft, rows, at, row } = shownIn(context);
    const start = Math.max(0, Math.min(row - 2, rows.length - ROWS));
    return {
      name: 'report-review',
      title: WORDS.title,
      aside: category ? WORDS[category.privacy] : '',
      rows: rows.slice(start, start + ROWS).map(({ label, text }) => ({ label, text })),
      actions: ACTIONS.map(({ icon, label }) => ({ icon, label })),
      published: category?.privacy === 'open' && draft?.kind === 'public' ? WORDS.published : '',
      focus: at < ACTIONS.length ? { area: 'actions', index: at } : { area: 'rows', index: row - start },
    };
  },
  hints: (context) => {
    const { at } = shownIn(context);
    const isRow = at >= ACTIONS.length;
    return [
      { key: 'ok', label: isRow ? REQUEST_TEXTS.hints.change : at === 0 ? REQUEST_TEXTS.hints.send : TEXTS.hints.open },
      { key: 'leftRight', label: isRow ? REQUEST_TEXTS.hints.send : REQUEST_TEXTS.hints.change },
      { key: 'upDown', label: TEXTS.hints.choose },
      { key: 'seven', label: REQUEST_TEXTS.hints.phone },
      { key: 'back', label: REQUEST_TEXTS.hints.before },
      { key: 'zero', label: TEXTS.hints.help },
    ];
  },
  press(context, key) {
    const { draft, rows, at, row } = shownIn(context);
    const category = categoryOf(context);
    if (!draft || !category) return { to: 'report' };
    const isRow = at >= ACTIONS.length;
    switch (key) {
      case 'up':
      case 'down': {
        const next = at + (key === 'up' ? -1 : 1);
        const [first, end] = isRow ? [ACTIONS.length, ACTIONS.length + rows.length] : [0, ACTIONS.length];
        return next >= first && next < end ? focus(draft, next) : STAY;
      }
      case 'left':
        return isRow ? STAY : focus(draft, ACTIONS.length);
      case 'right':
        return isRow ? focus(draft, 0) : STAY;
      case 'ok':
        return isRow ? edit(context, draft, rows[row]) : act(context, draft, at);
      case '7':
        return toPhone(draft);
      case 'back':
        return goBack(category, draft);
      default:
        return STAY;
    }
  },
  settle(context) {
    const { draft } = context;
    if (!draft || !categoryOf(context))
      return { to: 'report', change: { draft: null }, note: REQUEST_TEXTS.report.gone };
    const text = writtenIn(context);
    return text === null ? null : { change: { draft: { ...draft, text, index: 0 }, written: null } };
  },
};

/** `at`: the actions first, then the rows. */
function shownIn(context: Context) {
  const { draft } = context;
  const rows = draft ? rowsOf(context, draft) : [];
  const at = Math.min(draft?.index ?? 0, ACTIONS.length + rows.length - 1);
  return { draft, rows, at, row: Math.max(0, at - ACTIONS.length) };
}

function rowsOf(context: Context, draft: RequestDraft): Row[] {
  const category = categoryOf(context);
  if (!category) return [];
  const { kinds } = REQUEST_TEXTS.where;
  const { kind, place, when, text, photos } = draft;
  const where = kind === 'public' ? (place ?? WORDS.nothing) : kinds[kind ?? 'home'];
  const whereStep = category.where.length > 1 ? 'kind' : kind === 'public' ? 'place' : null;
  return [
    { label: WORDS.category, text: category.name, step: null },
    { label: WORDS.where, text: where, step: whereStep },
    ...category.fields.map((field, index) => ({
      label: field.label,
      text: answerText(field, draft.answers[field.code]) || WORDS.nothing,
      step: index,
    })),
    ...(category.asksWhen
      ? [{ label: WORDS.when, text: REQUEST_TEXTS.when.choices[when], step: 'when' as const }]
      : []),
    ...(text === '' ? [] : [{ label: WORDS.text, text, step: null }]),
    ...(photos.length > 0 ? [{ label: WORDS.photos, text: WORDS.photoCount(photos.length), step: null }] : []),
  ];
}

const focus = (draft: RequestDraft, index: number): Move<ScreenName> => ({ change: { draft: { ...draft, index } } });

/** What the form does not ask again is changed from the list of categories, or on the phone. */
function edit(context: Context, draft: RequestDraft, row: Row | undefined): Move<ScreenName> {
  if (row?.step != null) return goTo({ ...draft, editing: true }, row.step);
  if (row?.label === WORDS.text) return openKeyboard(context, { title: WORDS.text, text: draft.text, most: MOST_TEXT });
  return row?.label === WORDS.category ? { to: 'report', change: { draft: null } } : toPhone(draft);
}

function act(context: Context, draft: RequestDraft, index: number): Move<ScreenName> {
  switch (ACTIONS[index]?.does) {
    case 'send':
      return send(context, draft);
    case 'phone':
      return toPhone(draft);
    case 'write':
      return openKeyboard(context, { title: WORDS.text, text: draft.text, most: MOST_TEXT });
    default:
      return STAY;
  }
}

/** Once: with the draft gone a second press has nothing to send. */
function send(context: Context, draft: RequestDraft): Move<ScreenName> {
  const category = categoryOf(context);
  if (!category) return STAY;
  const missing = missingIn(category, draft);
  if (missing !== null) return { ...goTo({ ...draft, editing: true }, missing), note: WORDS.missing };
  const { name, privacy } = category;
  const sent = { key: '', category: name, privacy, outcome: { kind: 'sending' } } as const;
  return {
    to: 'report-sent',
    change: { draft: null, sent, requestCode: NO_CODE },
    intents: [{ type: 'send-request', id: draft.sendAs, input: inputOf(draft), category: name, privacy }],
  };
}

const toPhone = (draft: RequestDraft): Move<ScreenName> => ({
  to: 'handover',
  change: { handover: NO_HANDOVER },
  intents: [{ type: 'open-handover', input: inputOf(draft) }],
});
