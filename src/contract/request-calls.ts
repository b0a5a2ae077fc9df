// What the staff do with requests: inbox, case, moves by one or by many, photos.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { RequestId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Exclude, Keeper, RateName } from './request-figures.ts';
import {
  ActionBy,
  ActionKind,
  CALL_OUTCOMES,
  CategoryCode,
  Light,
  Move,
  NamedHandler,
  RequestInput,
  RequestNumber,
  RequestPhotoId,
  RequestState,
  RequestWhere,
  STAFF_MOVES,
  TimeClass,
  TimeRule,
} from './requests.ts';
import { Day, Instant } from './time.ts';

export const RequestSummary = z.object({
  id: RequestId,
  number: RequestNumber,
  /** Grows with each action; a move names the one it was decided on. */
  revision: z.int().positive(),
  category: CategoryCode,
  categoryName: z.string(),
  timeClass: TimeClass,
  state: RequestState,
  /** 车站社区 1号楼 ***; whole to its handlers, in `readRequest` alone. */
  place: z.string(),
  handler: NamedHandler.nullable(),
  askedAt: Instant,
  dueAt: Instant.nullable(),
  light: Light,
  /** Reporters that follow it, the first one included. */
  reporters: z.int().positive(),
  supervised: z.boolean(),
  extensionAsked: z.boolean(),
  updatedAt: Instant,
  /** Of those one entered oneself, not all. */
  mayRead: z.boolean(),
});
export type RequestSummary = z.infer<typeof RequestSummary>;

export const RequestAction = z.object({
  kind: ActionKind,
  at: Instant,
  by: ActionBy,
  public: z.string().nullable(),
  internal: z.string().nullable(),
  /** Of `assign` and `join`. */
  to: NamedHandler.nullable(),
  /** Of `ask-extension`. */
  until: Instant.nullable(),
  /** Of `call-back`. */
  call: z.object({ outcome: z.enum(CALL_OUTCOMES), satisfied: z.boolean().nullable() }).nullable(),
  /** Attached to it; none for those who may not know the door. */
  photos: z.array(RequestPhotoId),
});
export type RequestAction = z.infer<typeof RequestAction>;

export const RequestDetail = RequestSummary.extend({
  where: RequestWhere,
  said: z.array(z.object({ label: z.string(), text: z.string() })),
  when: RequestInput.shape.when,
  text: z.string(),
  joint: z.array(NamedHandler),
  /** How this case's time limit came about, frozen at receipt. */
  rule: TimeRule,
  pausedMs: z.int().nonnegative(),
  extensionUntil: Instant.nullable(),
  score: z.int().nullable(),
  mergedInto: z.object({ id: RequestId, number: RequestNumber }).nullable(),
  /** Oldest first. */
  actions: z.array(RequestAction),
  /** Open ones of the same address and category. */
  duplicates: z.array(RequestSummary),
  moves: z.array(z.enum(STAFF_MOVES)),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

const id = '019ab000-0000-7000-8000-00000000a501';
const housing: z.input<typeof NamedHandler> = { handler: { kind: 'department', department: 'housing' }, name: '住建' };
const summary: z.input<typeof RequestSummary> = {
  id,
  number: '26112600017',
  revision: 2,
  category: 'street-lamp',
  categoryName: '路灯',
  timeClass: 'ordinary',
  state: 'assigned',
  place: '车站社区 小广场',
  handler: housing,
  askedAt: '2026-11-26T02:00:00.000Z',
  dueAt: '2026-12-07T16:00:00.000Z',
  light: 'green',
  reporters: 1,
  supervised: false,
  extensionAsked: false,
  updatedAt: '2026-11-26T02:00:00.000Z',
  mayRead: true,
};
const received = {
  kind: 'receive',
  at: '2026-11-26T02:00:00.000Z',
  by: { kind: 'resident' },
  public: null,
  internal: null,
  to: null,
  until: null,
  call: null,
  photos: [],
} satisfies z.input<typeof RequestAction>;
const detail: z.input<typeof RequestDetail> = {
  ...summary,
  where: { kind: 'public', region: '370306001001', text: '车站社区 小广场', position: null },
  said: [{ label: '怎么了', text: '不亮了' }],
  when: 'any',
  text: '',
  joint: [],
  rule: { unit: 'working-days', count: 7 },
  pausedMs: 0,
  extensionUntil: null,
  score: null,
  mergedInto: null,
  actions: [received, { ...received, kind: 'assign', by: { kind: 'system', name: '自动派单' }, to: housing }],
  duplicates: [],
  moves: ['start', 'decline', 'note'],
};
const params = z.object({ id: RequestId });
const table = { total: 1, page: 1, pageSize: 20 };

/** 待办, 已办, 我发起 (entered by the actor at a counter or by telephone), 待回访, 全部. */
export const BOXES_OF_REQUESTS = ['todo', 'done', 'mine', 'call-back', 'all'] as const;
export const RequestQuery = z.object({
  inbox: z.enum(BOXES_OF_REQUESTS).default('todo'),
  state: RequestState.optional(),
  category: CategoryCode.optional(),
  region: RegionCode.optional(),
  /** Of `region` its own, none of those below it. */
  alone: z.enum(['1']).optional(),
  department: Keeper.optional(),
  /** Those that are not over yet. */
  open: z.enum(['1']).optional(),
  /** Those under 督办: the list that is circulated. */
  supervised: z.enum(['1']).optional(),
  light: Light.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** A number or its beginning. */
  text: z.string().trim().max(20).optional(),
  /** Those that a rate of the figures is reckoned of, without what `exclude` names; `met`: its hits or the others alone. */
  rate: RateName.optional(),
  met: z.enum(['0', '1']).optional(),
  exclude: Exclude,
});

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/requests',
  access: 'staff',
  summary: "Requests of the actor's department or regions: what is to be done by its deadline, the rest newest first",
  query: PageQuery.extend(RequestQuery.shape),
  reply: pageOf(RequestSummary),
  example: { query: { page: 1 }, reply: { items: [summary], ...table } },
});

/** Not in the endpoint table's shape: the rows of the same filter as CSV (`text/csv`, at most 50,000). */
export const REQUESTS_EXPORT_PATH = '/api/requests/export.csv';

export const readRequest = endpoint({
  method: 'GET',
  path: '/api/requests/:id',
  access: 'staff',
  summary: 'One case with everything that happened; whose home it is about is kept on record as looked at',
  params,
  reply: RequestDetail,
  example: { params: { id }, reply: detail },
});

export const createRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  access: 'staff',
  summary: 'Enter what a resident asked for at a counter or by telephone',
  body: RequestInput.omit({ photos: true }).extend({ household: RegionCode }),
  /** Of the case it is in now: `followed` where somebody had told of it before. */
  reply: RequestSummary.pick({ id: true, number: true, mayRead: true }).extend({ followed: z.boolean() }),
  status: 201,
  example: {
    body: {
      household: '3703060010010010010101',
      category: 'street-lamp',
      where: { kind: 'public', place: '小广场', position: null },
      answers: { what: 'dark' },
      when: 'any',
      text: '',
    },
    reply: { id, number: summary.number, mayRead: true, followed: false },
  },
});

export const moveRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/moves',
  access: 'staff',
  summary: 'Append one action; refused with 409 where the table does not allow it or somebody was faster',
  params,
  body: z.strictObject({
    revision: z.int().positive(),
    move: Move,
    /** Attached before. */
    photos: RequestInput.shape.photos.default([]),
  }),
  reply: RequestDetail,
  example: {
    params: { id },
    body: { revision: 2, move: { kind: 'start', public: '明天上午去修' } },
    reply: { ...detail, state: 'handling', revision: 3, moves: ['answer', 'suspend', 'note'] },
  },
});

export const moveRequests = endpoint({
  method: 'POST',
  path: '/api/requests/moves',
  access: 'staff',
  summary: 'The same action for many; each by itself, and told for each whether it was done or why not',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ id: RequestId, revision: z.int().positive() }))
      .min(1)
      .max(100),
    move: Move,
  }),
  reply: z.object({ items: z.array(z.object({ id: RequestId, done: z.boolean(), problem: z.string().nullable() })) }),
  example: {
    body: { items: [{ id, revision: 2 }], move: { kind: 'assign', to: housing.handler } },
    reply: { items: [{ id, done: true, problem: null }] },
  },
});

/** Multipart with one field `file`: JPEG, PNG or WebP up to 12 MB; stored re-encoded, without metadata. */
export const createRequestPhoto = endpoint({
  method: 'POST',
  path: '/api/requests/:id/photos',
  access: 'staff',
  summary: 'Upload a photo (multipart, field "file") to attach to the next move; gone after a day unless one names it',
  params,
  reply: z.object({ photo: RequestPhotoId }),
  status: 201,
  example: { params: { id }, reply: { photo: 'a'.repeat(64) } },
});

/** Not in the endpoint table's shape: one photo (`image/jpeg`), for those who may know the door. */
export const REQUEST_PHOTO_PATH = '/api/requests/:id/photos/:photo';
