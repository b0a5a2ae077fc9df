// A request as it is put together key by key: its questions in order, where an answer leads, and what is sent in the end.
import type { CarriedCategory, HandoverDraft, SentRequest } from '../../contract/box-requests.ts';
import type { CategoryCode, Privacy, RequestInput, WhenChoice, WhereKind } from '../../contract/requests.ts';
import type { Context, ScreenName } from './context.ts';
import type { Move } from './definition.ts';

/** What is asked: the kind of place, the place, a field of the form by its index, when, and at last whether all is right. */
export type Step = 'kind' | 'place' | number | 'when' | 'review';

export interface RequestDraft {
  readonly category: CategoryCode;
  readonly step: Step;
  /** The card that is chosen, of all pages. */
  readonly index: number;
  /** One answer is changed: then back to the review. */
  readonly editing: boolean;
  readonly kind: WhereKind | null;
  readonly place: string | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly when: WhenChoice;
  readonly text: string;
  readonly photos: RequestInput['photos'];
  /** The phone's. */
  readonly position: RequestInput['where']['position'];
  /** The id under which a phone has it: sent from here too it is received once. Null: no phone has it. */
  readonly sendAs: string | null;
}

/** What came of sending. `kept`: nobody answered; it is on the shelf and goes by itself. `unkept`: it is nowhere but here. */
export type Outcome =
  | { readonly kind: 'sending' | 'kept' | 'unkept' }
  | { readonly kind: 'sent'; readonly sent: Omit<SentRequest, 'id'> }
  | { readonly kind: 'refused'; readonly reason: string };

export interface SentReport {
  /** Of the sending, as the outbox numbers them. */
  readonly key: string;
  readonly category: string;
  readonly privacy: Privacy;
  readonly outcome: Outcome;
}

/** `url` null: the server is being asked; `trouble`: it does not answer. */
export interface Handover {
  readonly url: string | null;
  /** Null: no phone has it. */
  readonly id: string | null;
  readonly draft: HandoverDraft | null;
  readonly trouble: boolean;
}

/** Nothing is known yet. */
export const NO_HANDOVER: Handover = { url: null, id: null, draft: null, trouble: false };

export const categoriesOf = ({ catalogue }: Pick<Context, 'catalogue'>): readonly CarriedCategory[] =>
  catalogue?.requests ?? [];

export const categoryOf = (context: Context): CarriedCategory | undefined => {
  const { draft } = context;
  return draft ? categoriesOf(context).find(({ code }) => code === draft.category) : undefined;
};

export function begin({ code, where }: CarriedCategory): RequestDraft {
  const kind = where.length === 1 ? (where[0] ?? null) : null;
  const empty = { place: null, answers: {}, when: 'any', text: '', position: null, sendAs: null } as const;
  return { category: code, step: 'review', index: 0, editing: false, kind, ...empty, photos: [] };
}

/** A place is asked for only where it is a public one; a form without questions goes straight to its review. */
export function stepsOf({ where, fields, asksWhen }: CarriedCategory, { kind }: Pick<RequestDraft, 'kind'>): Step[] {
  return [
    ...(where.length > 1 ? (['kind'] as const) : []),
    ...(kind === 'public' ? (['place'] as const) : []),
    ...fields.map((_, index) => index),
    ...(asksWhen ? (['when'] as const) : []),
    'review',
  ];
}

/** The first question that has to be answered and is not, as a phone may leave it; null: it can be sent. */
export function missingIn({ fields }: CarriedCategory, { kind, place, answers }: RequestDraft): Step | null {
  if (kind === null) return 'kind';
  if (kind === 'public' && !place) return 'place';
  const index = fields.findIndex(({ code, required }) => required && !answers[code]);
  return index < 0 ? null : index;
}

const SCREEN_OF = {
  kind: 'report-where',
  place: 'report-where',
  when: 'report-when',
  review: 'report-review',
} as const;
const screenOf = (step: Step): ScreenName => (typeof step === 'number' ? 'report-what' : SCREEN_OF[step]);

export function goTo(draft: RequestDraft, step: Step): Move<ScreenName> {
  return {
    to: screenOf(step),
    change: { draft: { ...draft, step, index: 0, editing: step !== 'review' && draft.editing } },
  };
}

/** After an answer: the next question, or back to the review; a public place has to be named besides its kind. */
export function goOn(category: CarriedCategory, draft: RequestDraft): Move<ScreenName> {
  const steps = stepsOf(category, draft);
  const next = steps[steps.indexOf(draft.step) + 1] ?? 'review';
  return goTo(draft, draft.editing && next !== 'place' ? 'review' : next);
}

export function goBack(category: CarriedCategory, draft: RequestDraft): Move<ScreenName> {
  if (draft.editing) return goTo(draft, 'review');
  const steps = stepsOf(category, draft);
  const before = steps[steps.indexOf(draft.step) - 1];
  return before === undefined ? { to: 'report', change: { draft: null } } : goTo(draft, before);
}

export function inputOf({ category, kind, place, answers, when, text, photos, position }: RequestDraft): RequestInput {
  return {
    category,
    where: { kind: kind ?? 'home', place: kind === 'public' ? place : null, position },
    answers,
    when,
    text,
    photos,
  };
}

/** What the phone has written so far, taken over. */
export function withPhone(draft: RequestDraft, { id, draft: written }: Handover): RequestDraft {
  if (!written) return draft;
  const { answers, when, text, photos, position, where } = written;
  return { ...draft, answers, when, text, photos, position, place: where.place, sendAs: id };
}
