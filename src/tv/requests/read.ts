// Looks at what came about requests before it is shown: categories of the catalogue, the household's own, a handed-over draft.
import type { CarriedCategory, HandoverDraft, OwnRequest, OwnRequestDetail } from '../../contract/box-requests.ts';
import type { Light, RequestField, RequestState, WhereKind } from '../../contract/requests.ts';
import {
  type Check,
  isBoolean,
  isDate,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  shaped,
  texts,
} from '../catalogue/shapes.ts';
import { isObject } from '../feed/record.ts';

/** What the household does to its own request; the contract's body of `moveOwnRequest`. */
export interface OwnMove {
  readonly kind: OwnRequestDetail['moves'][number];
  readonly score?: number;
  readonly text?: string;
}

/** What became of an anonymous request; null where nobody said anything yet. */
export interface CodeState {
  readonly number: string;
  readonly state: RequestState;
  readonly answer: string | null;
}

const KINDS: readonly RequestField['kind'][] = ['choice', 'choices', 'text', 'number', 'date'];
const WHERES: readonly WhereKind[] = ['home', 'stairwell', 'public'];
const STATES: readonly RequestState[] = [
  ...(['received', 'assigned', 'handling', 'suspended'] as const),
  ...(['answered', 'closed', 'merged', 'withdrawn'] as const),
];
const LIGHTS: readonly Light[] = ['green', 'yellow', 'red', 'stopped', 'none'];

const isField = shaped<RequestField>({
  code: isText,
  label: isText,
  kind: oneOf(KINDS),
  required: isBoolean,
  options: listOf(shaped<RequestField['options'][number]>({ key: isText, name: isText })),
});
const isWhere: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(oneOf(WHERES));

/** One whose form asks what this version does not know cannot be filled in here, so it is not offered. */
export const isCategory = shaped<CarriedCategory>({
  code: isText,
  name: isText,
  group: isText,
  icon: isText,
  timeClass: isText,
  privacy: oneOf(['open', 'discreet', 'anonymous'] satisfies CarriedCategory['privacy'][]),
  where: isWhere,
  fields: listOf(isField),
  asksWhen: isBoolean,
  order: isNumber,
});

const OWN = {
  id: isText,
  number: isText,
  category: orNull(isText),
  state: oneOf(STATES),
  askedAt: isDate,
  dueAt: orNull(isDate),
  light: oneOf(LIGHTS),
  news: isBoolean,
};
const isOwn = shaped<OwnRequest>(OWN);
const isDetail = shaped<OwnRequestDetail>({
  ...OWN,
  said: listOf(shaped<OwnRequestDetail['said'][number]>({ label: isText, text: isText })),
  photos: isNumber,
  handler: orNull(isText),
  timeline: listOf(
    shaped<OwnRequestDetail['timeline'][number]>({ kind: isText, at: isDate, by: isObject, text: orNull(isText) }),
  ),
  score: orNull(isNumber),
  moves: texts,
});
const isPosition = orNull(shaped<NonNullable<HandoverDraft['position']>>({ lat: isNumber, lon: isNumber }));
const isCodeState = shaped<CodeState>({ number: isText, state: oneOf(STATES), answer: orNull(isText) });
const isDraft = shaped<HandoverDraft>({
  category: isText,
  categoryName: isText,
  where: shaped<HandoverDraft['where']>({ kind: oneOf(WHERES), place: orNull(isText) }),
  placeText: isText,
  answers: (value) => isObject(value) && Object.keys(value).every((name) => isText(value[name])),
  when: isText,
  text: isText,
  photos: texts,
  position: isPosition,
  state: oneOf(['waiting', 'writing', 'sent', 'over'] satisfies HandoverDraft['state'][]),
  number: orNull(isText),
  revision: isNumber,
  expiresAt: isDate,
});

/** Null: this is no answer. One request that cannot be read takes no other with it. */
export const readOwnRequests = (value: unknown): readonly OwnRequest[] | null =>
  isObject(value) && Array.isArray(value.items) ? value.items.filter(isOwn) : null;

export const readOwnRequest = (value: unknown): OwnRequestDetail | null =>
  isDetail(value) ? (value as OwnRequestDetail) : null;

export const readCodeState = (value: unknown): CodeState | null => (isCodeState(value) ? (value as CodeState) : null);

export const readDraft = (value: unknown): HandoverDraft | null => (isDraft(value) ? (value as HandoverDraft) : null);
