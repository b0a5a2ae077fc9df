// What departments do with their guides: write, compare, review, publish, confirm once a year, bring in and take out.
import { z } from 'zod';
import { Person } from './approvals.ts';
import { Department } from './departments.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { GuideInput, GuideNumber } from './guides.ts';
import { Day, Instant } from './time.ts';

/** `submitted` waits for a second person; `published` is on the boxes; `withdrawn` was. */
export const GUIDE_STATES = ['draft', 'submitted', 'published', 'withdrawn'] as const;
export const GuideState = z.enum(GUIDE_STATES);
export type GuideState = z.infer<typeof GuideState>;

/** `confirm`: all this is so, as of today. */
export const GUIDE_MOVES = ['submit', 'return', 'publish', 'withdraw', 'confirm'] as const;
export const GuideMove = z.enum(GUIDE_MOVES);
export type GuideMove = z.infer<typeof GuideMove>;

/** A year after its last check a guide is to be looked at again. */
export const RECHECK_DAYS = 365;

export const GuideSummary = z.object({
  number: GuideNumber,
  department: Department,
  name: z.string(),
  state: GuideState,
  /** Grows with each saved edit; a move names the one it was decided on. */
  revision: z.int().positive(),
  /** The revision on the boxes; null: none is. */
  published: z.int().positive().nullable(),
  verified: z.boolean(),
  checkedOn: Day,
  /** What is on the boxes was last checked a year ago. */
  recheckDue: z.boolean(),
  author: Person.nullable(),
  updatedAt: Instant,
});
export type GuideSummary = z.infer<typeof GuideSummary>;

/** Something a person should look at before it is published: a path into GuideInput and a sentence. */
export const GuideFinding = z.object({ path: z.string(), text: z.string() });
export type GuideFinding = z.infer<typeof GuideFinding>;

export const Guide = GuideSummary.extend({
  content: GuideInput,
  /** As the boxes carry it; null: none is. */
  publishedContent: GuideInput.nullable(),
  findings: z.array(GuideFinding),
  /** Moves this actor may make now; the server checks each again. */
  moves: z.array(z.enum([...GUIDE_MOVES, 'edit'])),
  versions: z.array(
    z.object({
      revision: z.int().positive(),
      at: Instant,
      by: z.string(),
      /** What was done last with this revision: saved, submitted, published, ... */
      action: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type Guide = z.infer<typeof Guide>;

const content: z.input<typeof GuideInput> = {
  number: '0201',
  department: 'police',
  name: '补办身份证',
  officialName: '居民身份证补领',
  aliases: ['身份证丢了', '补领身份证'],
  readings: {},
  type: 'confirmation',
  audience: ['person'],
  summary: '身份证丢了，在户口所在地或现住地重新办一张',
  body: '公安局派出所',
  basis: ['《中华人民共和国居民身份证法》'],
  conditions: ['身份证丢失的中国公民'],
  materials: [{ name: '户口簿', form: 'original', copies: 1, source: 'own', note: null }],
  steps: ['本人到派出所户籍窗口说明身份证丢了。', '现场照相、按指纹。', '20个工作日后凭领证回执领新证。'],
  legalLimit: { kind: 'days', count: 60 },
  promisedLimit: { kind: 'working-days', count: 20 },
  fee: { kind: 'charged', text: '每证40元', basis: '发改价格〔2003〕2322号' },
  office: {
    name: '就近的派出所户籍窗口',
    address: '各镇、街道派出所',
    hours: '周一至周五 上午8:30—12:00，下午1:30—5:00',
    phone: '110',
    place: 'police-station',
  },
  complaintPhone: '12389',
  result: '居民身份证',
  visits: 1,
  online: null,
  lifeEvents: [],
  checkedOn: '2026-11-25',
  verified: false,
};
const summary: z.input<typeof GuideSummary> = {
  number: content.number,
  department: content.department,
  name: content.name,
  state: 'published',
  revision: 1,
  published: 1,
  verified: false,
  checkedOn: content.checkedOn,
  recheckDue: false,
  author: null,
  updatedAt: '2026-11-25T01:00:00.000Z',
};
const guide: z.input<typeof Guide> = {
  ...summary,
  content,
  publishedContent: content,
  findings: [],
  moves: ['edit', 'confirm', 'withdraw'],
  versions: [{ revision: 1, at: '2026-11-25T01:00:00.000Z', by: '系统', action: 'published', reason: null }],
};
const params = z.object({ number: GuideNumber });

export const listGuides = endpoint({
  method: 'GET',
  path: '/api/guides',
  access: 'staff',
  summary: "Guides by number; a department's staff see their own department's",
  query: PageQuery.extend({
    department: Department.optional(),
    state: GuideState.optional(),
    /** `mine`: the actor may publish or return it. On the boxes and `recheck`: a year since its last check; `unverified`: never confirmed. */
    waiting: z.enum(['mine', 'recheck', 'unverified']).optional(),
    /** Part of a name, or a number. */
    text: z.string().trim().max(20).optional(),
  }),
  reply: pageOf(GuideSummary),
  example: { query: { page: 1 }, reply: { items: [summary], total: 1, page: 1, pageSize: 20 } },
});

export const createGuide = endpoint({
  method: 'POST',
  path: '/api/guides',
  access: 'staff',
  summary: 'Save a new draft under a number that is free',
  body: GuideInput,
  reply: Guide,
  status: 201,
  example: {
    body: content,
    reply: { ...guide, state: 'draft', published: null, publishedContent: null, moves: ['edit', 'submit'] },
  },
});

export const readGuide = endpoint({
  method: 'GET',
  path: '/api/guides/:number',
  access: 'staff',
  summary: 'One guide with its versions, findings and possible moves',
  params,
  reply: Guide,
  example: { params: { number: '0201' }, reply: guide },
});

export const updateGuide = endpoint({
  method: 'PUT',
  path: '/api/guides/:number',
  access: 'staff',
  summary: 'Save an edit as a new revision; what is on the boxes stays until it is published',
  params,
  body: z.strictObject({ content: GuideInput, revision: z.int().positive() }),
  reply: Guide,
  example: {
    params: { number: '0201' },
    body: { content, revision: 1 },
    reply: { ...guide, state: 'draft', revision: 2, moves: ['edit', 'submit'] },
  },
});

export const moveGuide = endpoint({
  method: 'POST',
  path: '/api/guides/:number/moves',
  access: 'staff',
  summary: 'Submit, return with a reason, publish what another wrote, withdraw with a reason, or confirm as of today',
  params,
  body: z.strictObject({
    move: GuideMove,
    revision: z.int().positive(),
    reason: z.string().trim().min(2).max(200).optional(),
  }),
  reply: Guide,
  example: { params: { number: '0201' }, body: { move: 'confirm', revision: 1 }, reply: { ...guide, verified: true } },
});

export const readGuideVersion = endpoint({
  method: 'GET',
  path: '/api/guides/:number/versions/:revision',
  access: 'staff',
  summary: 'A guide as it was in one revision, to compare',
  params: z.object({ number: GuideNumber, revision: z.coerce.number().int().positive() }),
  reply: z.object({ revision: z.int().positive(), content: GuideInput }),
  example: { params: { number: '0201', revision: 1 }, reply: { revision: 1, content } },
});

/** A row of a sheet that was not taken, or what it would change. */
export const GuideRow = z.object({
  /** As the spreadsheet counts, the heading is 1. */
  row: z.int().positive(),
  number: z.string(),
  name: z.string(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  errors: z.array(z.string()),
});
export type GuideRow = z.infer<typeof GuideRow>;

/** Not in the endpoint table's shape: XLSX out (GET), XLSX in (POST multipart `file`; `?apply=1` saves drafts, else it only reports). */
export const GUIDES_WORKBOOK_PATH = '/api/guides/workbook';
export const GuideImport = z.object({ applied: z.boolean(), rows: z.array(GuideRow) });
export type GuideImport = z.infer<typeof GuideImport>;

/** For phones, from the QR code on a screen: plain HTML, open to everyone. */
export const GUIDE_PAGE_PATH = '/m/guides/:number';

/** What residents look up, and what they search without finding. */
export const guideStatistics = endpoint({
  method: 'GET',
  path: '/api/guides/statistics',
  access: 'staff',
  summary: 'Look-ups by guide and by day, and searches without result, over the last days',
  query: z.object({ days: z.coerce.number().int().min(1).max(365).default(30), department: Department.optional() }),
  reply: z.object({
    from: Day,
    to: Day,
    total: z.int(),
    byDay: z.array(z.object({ day: Day, times: z.int() })),
    byGuide: z.array(z.object({ number: GuideNumber, name: z.string(), department: Department, times: z.int() })),
    missed: z.array(z.object({ digits: z.string(), times: z.int() })),
  }),
  example: {
    query: { days: 30 },
    reply: {
      from: '2026-10-27',
      to: '2026-11-25',
      total: 12,
      byDay: [{ day: '2026-11-25', times: 12 }],
      byGuide: [{ number: '0201', name: '补办身份证', department: 'police', times: 12 }],
      missed: [{ digits: '7487', times: 2 }],
    },
  },
});
