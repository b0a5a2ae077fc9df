// What the staff do with requests: inbox, case, moves by one or by many, categories, routing, templates, figures.
import { z } from 'zod';
import { LAMP_FORM } from './box-requests.ts';
import { DEPARTMENTS } from './departments.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { RequestId } from './ids.ts';
import { RegionCode } from './regions.ts';
import {
  ActionBy,
  ActionKind,
  CALL_OUTCOMES,
  CategoryCode,
  Handler,
  Light,
  Move,
  RequestCategory,
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

/** A handler with its name: 供水公司, 车站社区 */
export const NamedHandler = z.object({ handler: Handler, name: z.string() });
export type NamedHandler = z.infer<typeof NamedHandler>;

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

/** Who has a case now: a department, the cable operator, the office of a region, or nobody. */
export const KEEPERS = [...DEPARTMENTS, 'operator', 'offices', 'nobody'] as const;
export const Keeper = z.enum(KEEPERS);
export type Keeper = z.infer<typeof Keeper>;

/** 响应率, 按时率, 解决率, 满意率 */
export const RATES = ['response', 'inTime', 'solved', 'satisfaction'] as const;
export const RateName = z.enum(RATES);
export type RateName = z.infer<typeof RateName>;

/** What a rate's denominator leaves out, so that nobody is pushed into a false closing. */
export const EXCLUSIONS = ['withdrawn', 'merged', 'not-reached', 'declined'] as const;
export const Exclusion = z.enum(EXCLUSIONS);
export type Exclusion = z.infer<typeof Exclusion>;
/** With commas between; `none`: nothing is left out. */
const Exclude = z
  .string()
  .refine((text) => text === 'none' || text.split(',').every((each) => Exclusion.safeParse(each).success))
  .default('withdrawn,merged');

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

export const StoredCategory = RequestCategory.extend({ revision: z.int().positive() });
export type StoredCategory = z.infer<typeof StoredCategory>;
const lamp: z.input<typeof StoredCategory> = { ...LAMP_FORM, active: true, revision: 1 };
const { revision: _, ...lampInput } = lamp;

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/request-categories',
  access: 'staff',
  summary: 'Every category of requests in its order, also those that are switched off',
  reply: z.object({ items: z.array(StoredCategory) }),
  example: { reply: { items: [lamp] } },
});

export const saveCategory = endpoint({
  method: 'PUT',
  path: '/api/request-categories/:code',
  access: 'staff',
  summary: 'Add or change a category and its form; boxes carry it from then on. `revision` 0: it is new',
  params: z.object({ code: CategoryCode }),
  body: z.strictObject({ category: RequestCategory, revision: z.int().nonnegative() }),
  reply: StoredCategory,
  example: {
    params: { code: 'street-lamp' },
    body: { category: lampInput, revision: 1 },
    reply: { ...lamp, revision: 2 },
  },
});

/** Who gets a new request of a category in a region; the most particular region wins, then the district's rule. */
export const RoutingRule = z.object({ category: CategoryCode, region: RegionCode, to: NamedHandler });
export type RoutingRule = z.infer<typeof RoutingRule>;
const rule: z.input<typeof RoutingRule> = { category: 'street-lamp', region: '370306', to: housing };

export const listRouting = endpoint({
  method: 'GET',
  path: '/api/request-routing',
  access: 'staff',
  summary: 'The table of who gets what, where',
  reply: z.object({ items: z.array(RoutingRule) }),
  example: { reply: { items: [rule] } },
});

export const saveRouting = endpoint({
  method: 'PUT',
  path: '/api/request-routing/:category/:region',
  access: 'staff',
  summary: 'Set one cell of the table; null takes it out. Old cases stay where they are',
  params: z.object({ category: CategoryCode, region: RegionCode }),
  body: z.strictObject({ to: Handler.nullable(), reason: z.string().trim().min(2).max(200) }),
  reply: z.object({ items: z.array(RoutingRule) }),
  example: {
    params: { category: 'street-lamp', region: '370306' },
    body: { to: housing.handler, reason: '路灯归住建' },
    reply: { items: [rule] },
  },
});

/** Ready words for an answer, of the actor's department or region. */
export const AnswerTemplate = z.object({
  name: z.string().trim().min(2).max(20),
  text: z.string().trim().min(2).max(500),
});
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;

export const readAnswerTemplates = endpoint({
  method: 'GET',
  path: '/api/request-templates',
  access: 'staff',
  summary: "The actor's office's ready words for answers",
  reply: z.object({ items: z.array(AnswerTemplate) }),
  example: { reply: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] } },
});

export const saveAnswerTemplates = endpoint({
  method: 'PUT',
  path: '/api/request-templates',
  access: 'staff',
  summary: "Replace the actor's office's ready words",
  body: z.strictObject({ items: z.array(AnswerTemplate).max(30) }),
  reply: z.object({ items: z.array(AnswerTemplate) }),
  example: {
    body: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] },
    reply: { items: [{ name: '已修好', text: '您反映的问题已经处理好，感谢您的提醒。' }] },
  },
});

const Rate = z.object({ of: z.int().nonnegative(), all: z.int().nonnegative() });

/**
 * Of the requests received in the span: `response` begun within the time rule's first fifth / all; `inTime` answered by
 * the deadline / all that were answered or are past it; `solved` closed with the resident's or a call's word / all ended;
 * `satisfaction` rated 4 or 5, or satisfied on a call / all rated or called. Each without what `exclude` names, and the
 * first two without those whose limit runs into a year that nobody has entered. What is excluded is still received.
 */
export const RequestFigures = z.object({
  /** A region's code (`370306-own`: its own, none of those below), a keeper, a category's code, a month 2026-11. */
  key: z.string(),
  name: z.string(),
  received: z.int().nonnegative(),
  open: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  response: Rate,
  inTime: Rate,
  solved: Rate,
  satisfaction: Rate,
});
export type RequestFigures = z.infer<typeof RequestFigures>;

export const readRequestStatistics = endpoint({
  method: 'GET',
  path: '/api/request-statistics',
  access: 'staff',
  summary: 'Figures of the requests received between two days, by region, department, category or month',
  query: z.object({
    from: Day,
    to: Day,
    by: z.enum(['region', 'department', 'category', 'month']),
    region: RegionCode.optional(),
    department: Keeper.optional(),
    exclude: Exclude,
  }),
  reply: z.object({ total: RequestFigures, items: z.array(RequestFigures) }),
  example: {
    query: { from: '2026-11-01', to: '2026-11-30', by: 'category' },
    reply: {
      total: {
        key: 'all',
        name: '合计',
        received: 12,
        open: 3,
        overdue: 1,
        response: { of: 10, all: 12 },
        inTime: { of: 8, all: 10 },
        solved: { of: 8, all: 9 },
        satisfaction: { of: 7, all: 8 },
      },
      items: [],
    },
  },
});

/** A day on which the district works although it is a weekend, or does not although it is not. */
export const WorkingDayChange = z.strictObject({
  day: Day,
  working: z.boolean(),
  name: z.string().trim().min(2).max(20),
});
export type WorkingDayChange = z.infer<typeof WorkingDayChange>;

export const readWorkingDays = endpoint({
  method: 'GET',
  path: '/api/working-days/:year',
  access: 'staff',
  summary: "A year of the district's calendar; `loaded: false` where nobody has entered its holidays yet",
  params: z.object({ year: z.coerce.number().int().min(2015).max(2100) }),
  reply: z.object({ year: z.int(), loaded: z.boolean(), changes: z.array(WorkingDayChange), revision: z.int() }),
  example: {
    params: { year: 2026 },
    reply: { year: 2026, loaded: true, changes: [{ day: '2026-10-01', working: false, name: '国庆节' }], revision: 1 },
  },
});

export const saveWorkingDays = endpoint({
  method: 'PUT',
  path: '/api/working-days/:year',
  access: 'staff',
  summary: 'Enter or correct a year: the days that are not as their weekday says. Old deadlines stay',
  params: z.object({ year: z.coerce.number().int().min(2015).max(2100) }),
  body: z.strictObject({ changes: z.array(WorkingDayChange).max(120), revision: z.int().nonnegative() }),
  reply: z.object({ year: z.int(), loaded: z.boolean(), changes: z.array(WorkingDayChange), revision: z.int() }),
  example: {
    params: { year: 2027 },
    body: { changes: [{ day: '2027-01-01', working: false, name: '元旦' }], revision: 0 },
    reply: { year: 2027, loaded: true, changes: [{ day: '2027-01-01', working: false, name: '元旦' }], revision: 1 },
  },
});
