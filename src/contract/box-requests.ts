// A household's requests on the television, and the phone that goes on with one of them.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { RequestId } from './ids.ts';
import {
  ActionBy,
  ActionKind,
  Answers,
  Light,
  RESIDENT_MOVES,
  RequestCategory,
  RequestInput,
  RequestNumber,
  RequestPhotoId,
  RequestState,
  WhenChoice,
  WhereKind,
} from './requests.ts';
import { Instant } from './time.ts';

/** The part `requests` of the catalogue (scope district): active categories in their order, for reporting offline. */
export const CarriedCategory = RequestCategory.omit({ active: true });
export type CarriedCategory = z.infer<typeof CarriedCategory>;

/** What everyone in the home may see, once its PIN is given; of a discreet one neither category nor words. */
export const OwnRequest = z.object({
  id: RequestId,
  number: RequestNumber,
  /** Null: discreet. */
  category: z.string().nullable(),
  state: RequestState,
  askedAt: Instant,
  /** Null: the clock stands, or it is over. */
  dueAt: Instant.nullable(),
  light: Light,
  /** Not looked at since something happened. */
  news: z.boolean(),
});
export type OwnRequest = z.infer<typeof OwnRequest>;

export const OwnRequestDetail = OwnRequest.extend({
  /** What was told: place and words, in the order of the form; none where it is discreet. */
  said: z.array(z.object({ label: z.string(), text: z.string() })),
  photos: z.int().nonnegative(),
  /** 供水公司; null: nobody has it yet. */
  handler: z.string().nullable(),
  /** Oldest first; what staff say among themselves is left out, and so are moves that only they know. */
  timeline: z.array(z.object({ kind: ActionKind, at: Instant, by: ActionBy, text: z.string().nullable() })),
  score: z.int().nullable(),
  /** What the household may do now; the server checks again. */
  moves: z.array(z.enum(RESIDENT_MOVES)),
});
export type OwnRequestDetail = z.infer<typeof OwnRequestDetail>;

/** Told once: an anonymous request has no other way back to whoever sent it. */
export const QueryCode = z.string().regex(/^\d{10}$/);

export const SentRequest = z.object({
  id: RequestId,
  number: RequestNumber,
  /** Null: the limit runs into a year whose holidays nobody has entered yet. */
  dueAt: Instant.nullable(),
  queryCode: QueryCode.nullable(),
  /** It goes on in a request that somebody had sent before. */
  followed: z.boolean(),
});
export type SentRequest = z.infer<typeof SentRequest>;

const id = '019ab000-0000-7000-8000-00000000a501';
const input: z.input<typeof RequestInput> = {
  category: 'street-lamp',
  where: { kind: 'public', place: '小广场', position: null },
  answers: { what: 'dark' },
  when: 'any',
  text: '',
  photos: [],
};
const own: z.input<typeof OwnRequest> = {
  id,
  number: '26112600017',
  category: '路灯',
  state: 'handling',
  askedAt: '2026-11-26T02:00:00.000Z',
  dueAt: '2026-12-07T16:00:00.000Z',
  light: 'green',
  news: false,
};
const detail: z.input<typeof OwnRequestDetail> = {
  ...own,
  said: [
    { label: '在哪里', text: '车站社区 小广场' },
    { label: '怎么了', text: '不亮了' },
  ],
  photos: 0,
  handler: '住建局',
  timeline: [
    { kind: 'receive', at: '2026-11-26T02:00:00.000Z', by: { kind: 'resident' }, text: null },
    { kind: 'start', at: '2026-11-26T03:00:00.000Z', by: { kind: 'staff', name: '住建局' }, text: '明天上午去修' },
  ],
  score: null,
  moves: ['urge', 'withdraw'],
};
const params = z.object({ id: RequestId });

export const sendRequest = endpoint({
  method: 'PUT',
  path: '/api/box/requests/:id',
  access: 'box',
  summary: 'Send a request under an id the box made: sent twice it is received once',
  params,
  body: RequestInput,
  reply: SentRequest,
  example: {
    params: { id },
    body: input,
    reply: { id, number: own.number, dueAt: '2026-12-07T16:00:00.000Z', queryCode: null, followed: false },
  },
});

export const listOwnRequests = endpoint({
  method: 'GET',
  path: '/api/box/requests',
  access: 'box',
  summary: "The household's requests of the last two years, newest first; needs the pass of openPrivate",
  reply: z.object({ items: z.array(OwnRequest) }),
  example: { reply: { items: [own] } },
});

export const readOwnRequest = endpoint({
  method: 'GET',
  path: '/api/box/requests/:id',
  access: 'box',
  summary:
    "One of the household's requests; needs the pass of openPrivate. Another household's is not found, and audited",
  params,
  reply: OwnRequestDetail,
  example: { params: { id }, reply: detail },
});

export const moveOwnRequest = endpoint({
  method: 'POST',
  path: '/api/box/requests/:id/moves',
  access: 'box',
  summary: 'Rate it from 1 to 5, have it done again, remind, or take it back; needs the pass of openPrivate',
  params,
  body: z.strictObject({
    kind: z.enum(RESIDENT_MOVES),
    score: z.int().min(1).max(5).optional(),
    /** Of `rework` and `withdraw`, by ready phrases. */
    text: z.string().trim().min(2).max(200).optional(),
  }),
  reply: OwnRequestDetail,
  example: {
    params: { id },
    body: { kind: 'rate', score: 5 },
    reply: { ...detail, state: 'closed', dueAt: null, light: 'none', score: 5, moves: ['rework'] },
  },
});

export const readByQueryCode = endpoint({
  method: 'GET',
  path: '/api/box/request-codes/:code',
  access: 'box',
  summary: 'State of an anonymous request by its query code; guesses are counted and stopped',
  params: z.object({ code: QueryCode }),
  reply: z.object({ number: RequestNumber, state: RequestState, answer: z.string().nullable() }),
  example: { params: { code: '4821067395' }, reply: { number: own.number, state: 'handling', answer: null } },
});

/** The page of the phone that goes on with a request. */
export const DRAFT_PAGE_PATH = '/m/r/:token';

/** How long a phone may go on with a request. */
export const HANDOVER_MS = 15 * 60_000;

/** What television and phone see of the same request that is not sent yet; `revision` grows with every change. */
export const HandoverDraft = z.object({
  category: RequestInput.shape.category,
  categoryName: z.string(),
  where: z.object({ kind: WhereKind, place: z.string().nullable() }),
  /** 车站社区 1号楼 */
  placeText: z.string(),
  answers: Answers,
  when: WhenChoice,
  text: z.string(),
  photos: z.array(RequestPhotoId),
  position: RequestInput.shape.where.shape.position,
  /** `waiting`: nobody opened the link. `writing`: a phone did. `sent`: it is a request now. `over`: its time ran out. */
  state: z.enum(['waiting', 'writing', 'sent', 'over']),
  number: RequestNumber.nullable(),
  revision: z.int().positive(),
  expiresAt: Instant,
});
export type HandoverDraft = z.infer<typeof HandoverDraft>;

const draft: z.input<typeof HandoverDraft> = {
  category: 'street-lamp',
  categoryName: '路灯',
  where: { kind: 'public', place: '小广场' },
  placeText: '车站社区 小广场',
  answers: { what: 'dark' },
  when: 'any',
  text: '',
  photos: [],
  position: null,
  state: 'waiting',
  number: null,
  revision: 1,
  expiresAt: '2026-11-26T02:15:00.000Z',
};

export const openHandover = endpoint({
  method: 'PUT',
  path: '/api/box/handovers/:id',
  access: 'box',
  summary:
    'Hand a request over to a phone by a signed link for a quarter of an hour; sent from either it is received once',
  params: params,
  body: RequestInput,
  reply: z.object({ url: z.url(), draft: HandoverDraft }),
  example: {
    params: { id },
    body: input,
    reply: { url: 'https://linli.example.com/m/r/eyJpZCI6IjAxOWFiIn0.c2lnbmF0dXJl', draft },
  },
});

export const followHandover = endpoint({
  method: 'GET',
  path: '/api/box/handovers/:id',
  access: 'box',
  summary: 'The draft as it is now, or as soon as it is past `after` (answered within 20 s)',
  params: params,
  query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
  reply: HandoverDraft,
  example: { params: { id }, query: { after: 1 }, reply: { ...draft, state: 'writing', revision: 2 } },
});

/** In the link: the signed claims; whoever has it may go on with this one draft until it ends or is sent. */
const link = z.object({ token: z.string().min(20).max(200) });
const token = 'eyJpZCI6IjAxOWFiIn0.c2lnbmF0dXJl';

export const PhoneDraft = z.object({ draft: HandoverDraft, form: CarriedCategory });
export type PhoneDraft = z.infer<typeof PhoneDraft>;

/** For examples. */
export const LAMP_FORM: z.input<typeof CarriedCategory> = {
  code: 'street-lamp',
  name: '路灯',
  group: 'repair',
  icon: 'bulb',
  timeClass: 'ordinary',
  privacy: 'open',
  where: ['public'],
  fields: [
    { code: 'what', label: '怎么了', kind: 'choice', required: true, options: [{ key: 'dark', name: '不亮了' }] },
  ],
  asksWhen: false,
  order: 1,
};

export const openDraft = endpoint({
  method: 'GET',
  path: '/api/phone/drafts/:token',
  access: 'public',
  summary: 'The draft behind a link, with its form',
  params: link,
  reply: PhoneDraft,
  example: { params: { token }, reply: { draft: { ...draft, state: 'writing', revision: 2 }, form: LAMP_FORM } },
});

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/phone/drafts/:token',
  access: 'public',
  summary: 'What the phone has written so far; the television follows',
  params: link,
  body: z.strictObject({
    revision: z.int().positive(),
    answers: Answers,
    when: WhenChoice,
    text: RequestInput.shape.text,
    place: RequestInput.shape.where.shape.place,
    position: RequestInput.shape.where.shape.position,
  }),
  reply: HandoverDraft,
  example: {
    params: { token },
    body: { revision: 2, answers: { what: 'dark' }, when: 'any', text: '三盏都不亮', place: '小广场', position: null },
    reply: { ...draft, state: 'writing', text: '三盏都不亮', revision: 3 },
  },
});

/** Not in the endpoint table's shape: one photo as multipart (`POST`, field `photo`), answered with the draft. */
export const DRAFT_PHOTO_PATH = '/api/phone/drafts/:token/photos';

/** Not in the endpoint table's shape: one photo of the draft (`image/jpeg`), for whoever has its link. */
export const READ_DRAFT_PHOTO_PATH = '/api/phone/drafts/:token/photos/:photo';

export const removeDraftPhoto = endpoint({
  method: 'DELETE',
  path: READ_DRAFT_PHOTO_PATH,
  access: 'public',
  summary: 'Take a photo out of the draft again; one that is not in it changes nothing',
  params: link.extend({ photo: RequestPhotoId }),
  reply: HandoverDraft,
  example: {
    params: { token, photo: 'a'.repeat(64) },
    reply: { ...draft, state: 'writing', revision: 4 },
  },
});

export const sendDraft = endpoint({
  method: 'POST',
  path: '/api/phone/drafts/:token/send',
  access: 'public',
  summary: 'Send it from the phone: sent twice it is received once; the link is of no use afterwards',
  params: link,
  reply: SentRequest,
  example: {
    params: { token },
    reply: { id, number: own.number, dueAt: '2026-12-07T16:00:00.000Z', queryCode: null, followed: false },
  },
});
