// Notices: what staff write, review and publish to the screens of a region.
import { z } from 'zod';
import { Approval, Finding, Person } from './approvals.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { NoticeId, PictureId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { ANY_TIME, Placements, Schedule, Weight } from './schedule.ts';
import { Instant } from './time.ts';

export const NOTICE_CATEGORIES = ['general', 'outage', 'service', 'safety', 'activity', 'policy'] as const;
export const NoticeCategory = z.enum(NOTICE_CATEGORIES);
export type NoticeCategory = z.infer<typeof NoticeCategory>;

/** `submitted` waits for the first review, `reviewed` for the second, `approved` for the sign-off. */
export const NOTICE_STATES = ['draft', 'submitted', 'reviewed', 'approved', 'published', 'withdrawn'] as const;
export const NoticeState = z.enum(NOTICE_STATES);
export type NoticeState = z.infer<typeof NoticeState>;

/** `sign-off` puts it onto the screens. */
export const NOTICE_MOVES = ['submit', 'return', 'review-first', 'review-second', 'sign-off', 'withdraw'] as const;
export const NoticeMove = z.enum(NOTICE_MOVES);
export type NoticeMove = z.infer<typeof NoticeMove>;

/** One block of a notice as a screen shows it: the Markdown subset, parsed. */
export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  /** `marker` is what stands before the text: "1." or "•" */
  z.object({ type: z.literal('item'), marker: z.string(), text: z.string() }),
  z.object({
    type: z.literal('picture'),
    picture: PictureId,
    alt: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
]);
export type Block = z.infer<typeof Block>;

export const NOTICE_LIMITS = { title: 60, source: 40, text: 20_000, pictures: 8, regions: 300, reason: 200 } as const;

/** What an author fills in. `text` is Markdown: headings, paragraphs, lists, pictures as `![alt](picture:ID)`. */
export const NoticeInput = z.strictObject({
  title: z.string().trim().min(1).max(NOTICE_LIMITS.title),
  /** Who speaks: 车站社区居委会 */
  source: z.string().trim().min(1).max(NOTICE_LIMITS.source),
  category: NoticeCategory,
  text: z.string().trim().min(1).max(NOTICE_LIMITS.text),
  regions: z.array(RegionCode).min(1).max(NOTICE_LIMITS.regions),
  pinned: z.boolean(),
  validFrom: Instant,
  /** Null: until withdrawn. */
  validTo: Instant.nullable(),
  /** When within the validity; all the time unless told. */
  schedule: Schedule.default(ANY_TIME),
  /** Where besides the list; a pinned notice is on the card and in the ticker anyway. */
  placements: Placements.default([]),
  weight: Weight.default(1),
});
export type NoticeInput = z.infer<typeof NoticeInput>;

export const NoticeSummary = z.object({
  id: NoticeId,
  /** Grows by one with each saved edit; a move names the revision it was decided on. */
  revision: z.int().positive(),
  title: z.string(),
  source: z.string(),
  category: NoticeCategory,
  state: NoticeState,
  pinned: z.boolean(),
  validFrom: Instant,
  validTo: Instant.nullable(),
  schedule: Schedule,
  placements: Placements,
  weight: Weight,
  regions: z.array(z.object({ code: RegionCode, name: z.string() })),
  author: Person,
  /** When the step it waits for is due; null where it waits for none. */
  dueAt: Instant.nullable(),
  updatedAt: Instant,
  publishedAt: Instant.nullable(),
});
export type NoticeSummary = z.infer<typeof NoticeSummary>;

/** `pages` and `seconds` are the reading time on the television in elder mode, the default. */
export const ReadingTime = z.object({ pages: z.int().positive(), seconds: z.int().nonnegative() });
export type ReadingTime = z.infer<typeof ReadingTime>;

export const Notice = NoticeSummary.extend({
  text: z.string(),
  blocks: z.array(Block),
  reading: ReadingTime,
  /** Those that stand, in the order of the steps. */
  approvals: z.array(Approval),
  /** What the machine found when it was submitted. */
  findings: z.array(Finding),
  /** Moves this actor may make now; the server checks each again. */
  moves: z.array(z.enum([...NOTICE_MOVES, 'edit'])),
  history: z.array(
    z.object({
      at: Instant,
      who: z.string(),
      action: z.string(),
      reason: z.string().nullable(),
      /** Whom `who` stood in for. */
      inPlaceOf: z.string().nullable(),
    }),
  ),
});
export type Notice = z.infer<typeof Notice>;

/** How far a notice got in one target region: boxes addressed, and those that reported each step. */
export const Delivery = z.object({
  region: z.object({ code: RegionCode, name: z.string() }),
  addressed: z.int(),
  received: z.int(),
  rendered: z.int(),
  read: z.int(),
});
export type Delivery = z.infer<typeof Delivery>;

const author = { id: '019ab000-0000-7000-8000-000000000001', name: '李书记' };
const input: z.input<typeof NoticeInput> = {
  title: '本周六上午免费量血压',
  source: '车站社区居委会',
  category: 'activity',
  text: '周六上午 **8:30 到 11:00**，社区卫生服务站在居委会一楼为居民免费量血压、测血糖。\n\n- 请带好身份证或老年卡\n- 测血糖请空腹\n\n行动不便的老人可以打电话预约上门。',
  regions: ['370306001001'],
  pinned: false,
  validFrom: '2026-11-23T00:00:00.000Z',
  validTo: '2026-11-28T16:00:00.000Z',
};
const blocks: z.input<typeof Block>[] = [
  { type: 'paragraph', text: '周六上午 8:30 到 11:00,社区卫生服务站在居委会一楼为居民免费量血压、测血糖。' },
  { type: 'item', marker: '•', text: '请带好身份证或老年卡' },
  { type: 'item', marker: '•', text: '测血糖请空腹' },
  { type: 'paragraph', text: '行动不便的老人可以打电话预约上门。' },
];
const summary: z.input<typeof NoticeSummary> = {
  id: '019ab000-0000-7000-8000-0000000000a1',
  revision: 1,
  title: input.title,
  source: input.source,
  category: input.category,
  state: 'published',
  pinned: false,
  validFrom: input.validFrom,
  validTo: input.validTo,
  schedule: ANY_TIME,
  placements: [],
  weight: 1,
  regions: [{ code: '370306001001', name: '车站社区' }],
  author,
  dueAt: null,
  updatedAt: '2026-11-23T01:00:00.000Z',
  publishedAt: '2026-11-23T01:10:00.000Z',
};
const approval = (step: Approval['step'], last: number, name: string, at: string): z.input<typeof Approval> => ({
  step,
  by: { id: `019ab000-0000-7000-8000-00000000000${last}`, name },
  for: null,
  hash: 'c'.repeat(128),
  at,
  holds: true,
});
const notice: z.input<typeof Notice> = {
  ...summary,
  text: input.text,
  blocks,
  reading: { pages: 1, seconds: 19 },
  approvals: [
    approval('first', 2, '张主任', '2026-11-23T01:02:00.000Z'),
    approval('second', 3, '赵科长', '2026-11-23T01:05:00.000Z'),
    approval('sign-off', 4, '刘主任', '2026-11-23T01:10:00.000Z'),
  ],
  findings: [],
  moves: ['withdraw'],
  history: [{ at: '2026-11-23T01:10:00.000Z', who: '刘主任', action: 'sign-off', reason: null, inPlaceOf: null }],
};
const draft: z.input<typeof Notice> = {
  ...notice,
  state: 'draft',
  approvals: [],
  publishedAt: null,
  moves: ['edit', 'submit'],
  history: [],
};
const params = z.object({ id: NoticeId });

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/notices',
  access: 'staff',
  summary: "Notices that target, or were written in, the actor's regions; newest first",
  query: PageQuery.extend({
    state: NoticeState.optional(),
    category: NoticeCategory.optional(),
    region: RegionCode.optional(),
    /** `mine`: those whose next step the actor may take. `overdue`: those whose step is past its time. */
    waiting: z.enum(['mine', 'overdue']).optional(),
    /** Part of the title. */
    text: z.string().trim().max(60).optional(),
  }),
  reply: pageOf(NoticeSummary),
  example: { query: { page: 1, state: 'published' }, reply: { items: [summary], total: 1, page: 1, pageSize: 20 } },
});

export const createNotice = endpoint({
  method: 'POST',
  path: '/api/notices',
  access: 'staff',
  summary: 'Save a new draft',
  body: NoticeInput,
  reply: Notice,
  status: 201,
  example: { body: input, reply: draft },
});

export const readNotice = endpoint({
  method: 'GET',
  path: '/api/notices/:id',
  access: 'staff',
  summary: 'One notice with its text, history and possible moves',
  params,
  reply: Notice,
  example: { params: { id: summary.id }, reply: notice },
});

export const updateNotice = endpoint({
  method: 'PUT',
  path: '/api/notices/:id',
  access: 'staff',
  summary: 'Save an edit; a notice that waits for review goes back to draft, and every approval is void',
  params,
  body: NoticeInput.extend({ revision: z.int().positive() }),
  reply: Notice,
  example: { params: { id: summary.id }, body: { ...input, revision: 1 }, reply: { ...draft, revision: 2 } },
});

export const moveNotice = endpoint({
  method: 'POST',
  path: '/api/notices/:id/moves',
  access: 'staff',
  summary: 'Submit, return, take a step of the review, sign off (it is on the screens then), or withdraw',
  params,
  body: z.strictObject({
    move: NoticeMove,
    revision: z.int().positive(),
    reason: z.string().trim().min(1).max(NOTICE_LIMITS.reason).optional(),
  }),
  reply: Notice,
  example: { params: { id: summary.id }, body: { move: 'sign-off', revision: 1 }, reply: notice },
});

export const countWaiting = endpoint({
  method: 'GET',
  path: '/api/notices/waiting',
  access: 'staff',
  summary: 'Reviews that wait for the actor, those of them that are overdue, and all overdue ones the actor sees',
  reply: z.object({ mine: z.int(), mineOverdue: z.int(), overdue: z.int() }),
  example: { reply: { mine: 2, mineOverdue: 1, overdue: 3 } },
});

export const previewNotice = endpoint({
  method: 'POST',
  path: '/api/notices/preview',
  access: 'staff',
  summary: 'Parse a text as the television will show it, with its reading time',
  body: z.strictObject({ text: z.string().max(NOTICE_LIMITS.text) }),
  reply: z.object({ blocks: z.array(Block), reading: ReadingTime }),
  example: { body: { text: input.text }, reply: { blocks, reading: { pages: 1, seconds: 19 } } },
});

export const readDelivery = endpoint({
  method: 'GET',
  path: '/api/notices/:id/delivery',
  access: 'staff',
  summary: 'Boxes addressed, received, rendered, read, per target region',
  params,
  reply: z.object({ items: z.array(Delivery) }),
  example: {
    params: { id: summary.id },
    reply: {
      items: [{ region: { code: '370306001001', name: '车站社区' }, addressed: 8, received: 8, rendered: 6, read: 3 }],
    },
  },
});

export const Picture = z.object({ id: PictureId, width: z.int(), height: z.int(), bytes: z.int() });
export type Picture = z.infer<typeof Picture>;

/** Multipart with one field `file`: JPEG, PNG or WebP up to 12 MB; stored re-encoded, at most 1280 x 960, without metadata. */
export const createPicture = endpoint({
  method: 'POST',
  path: '/api/pictures',
  access: 'staff',
  summary: 'Upload a picture (multipart, field "file"); re-encoded as JPEG, known by its content',
  reply: Picture,
  status: 201,
  example: { reply: { id: 'a'.repeat(64), width: 1280, height: 720, bytes: 143_200 } },
});

/** Not in the endpoint table's shape: the picture's bytes (`image/jpeg`), to anyone who knows its id. */
export const PICTURE_PATH = '/api/pictures/:id';
