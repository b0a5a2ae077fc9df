// How reviews are set: who may take which step and within what time, words to look out for, deputies.
import { z } from 'zod';
import { FindingLevel, Person, ReviewStep } from './approvals.ts';
import { endpoint } from './endpoint.ts';
import { DeputyId, StaffId } from './ids.ts';
import { NoticeCategory } from './notices.ts';
import { RegionCode } from './regions.ts';
import { Role } from './staff.ts';
import { Day, Instant } from './time.ts';

/** The lowest office that may take a step; those above it may as well. */
export const REVIEW_LEVELS = ['community', 'town', 'district'] as const;
export const ReviewLevel = z.enum(REVIEW_LEVELS);
export type ReviewLevel = z.infer<typeof ReviewLevel>;

export const REVIEW_LIMITS = { hours: 240, word: 40, words: 1_000, note: 100, days: 90 } as const;

const Terms = z.object({ level: ReviewLevel, hours: z.int().min(1).max(REVIEW_LIMITS.hours) });
const Cell = z.object({ region: RegionCode, category: NoticeCategory, step: ReviewStep });

/** Holds in its region and below it, as far as no nearer rule says otherwise. */
export const ReviewRule = Cell.extend(Terms.shape);
export type ReviewRule = z.infer<typeof ReviewRule>;

/** What holds in a region, and who has set it where; `set` is null for what holds without being set. */
export const RuleInForce = ReviewRule.extend({
  set: z
    .object({ region: RegionCode, regionName: z.string(), by: z.string(), at: Instant, reason: z.string() })
    .nullable(),
});
export type RuleInForce = z.infer<typeof RuleInForce>;

export const ReviewWord = z.object({
  word: z.string().trim().min(1).max(REVIEW_LIMITS.word),
  level: FindingLevel,
  /** What to write instead, or why it is on the list; empty where nothing is to be said. */
  note: z.string().trim().max(REVIEW_LIMITS.note),
});
export type ReviewWord = z.infer<typeof ReviewWord>;

/** `by` may take the steps of `for` from the first to the last day, both included, in Asia/Shanghai. */
export const Deputy = z.object({
  id: DeputyId,
  for: Person,
  by: Person,
  from: Day,
  to: Day,
  reason: z.string(),
  endedAt: Instant.nullable(),
});
export type Deputy = z.infer<typeof Deputy>;

const Reason = z.string().trim().min(2).max(200);

const li = { id: '019ab000-0000-7000-8000-000000000001', name: '李书记' };
const zhang = { id: '019ab000-0000-7000-8000-000000000002', name: '张科长' };
const rule: z.input<typeof RuleInForce> = {
  region: '370306001001',
  category: 'activity',
  step: 'first',
  level: 'community',
  hours: 24,
  set: {
    region: '370306001001',
    regionName: '车站社区',
    by: '张科长',
    at: '2026-11-23T01:00:00.000Z',
    reason: '社区活动由社区自己初审',
  },
};
const word: z.input<typeof ReviewWord> = { word: '最低价', level: 'warn', note: '不替商家做宣传' };
const deputy: z.input<typeof Deputy> = {
  id: '019ab000-0000-7000-8000-0000000000d1',
  for: zhang,
  by: li,
  from: '2026-12-01',
  to: '2026-12-07',
  reason: '外出学习',
  endedAt: null,
};

export const listRules = endpoint({
  method: 'GET',
  path: '/api/reviews/rules',
  access: 'staff',
  summary: 'What holds for each category and step in a region',
  query: z.object({ region: RegionCode }),
  reply: z.object({ items: z.array(RuleInForce) }),
  example: { query: { region: '370306001001' }, reply: { items: [rule] } },
});

export const saveRule = endpoint({
  method: 'PUT',
  path: '/api/reviews/rules',
  access: 'staff',
  summary: "Set a rule in a region, or take the region's own away (null); towns may hand the first step down, no more",
  body: Cell.extend({ terms: Terms.nullable(), reason: Reason }).strict(),
  reply: RuleInForce,
  example: {
    body: {
      region: '370306001001',
      category: 'activity',
      step: 'first',
      terms: { level: 'community', hours: 24 },
      reason: '社区活动由社区自己初审',
    },
    reply: rule,
  },
});

export const listWords = endpoint({
  method: 'GET',
  path: '/api/reviews/words',
  access: 'staff',
  summary: 'The words every notice is searched for',
  reply: z.object({ items: z.array(ReviewWord) }),
  example: { reply: { items: [word] } },
});

export const addWords = endpoint({
  method: 'POST',
  path: '/api/reviews/words',
  access: 'staff',
  summary: 'Put words on the list; one that is there gets its new level and note',
  body: z.strictObject({ words: z.array(ReviewWord).min(1).max(REVIEW_LIMITS.words), reason: Reason }),
  reply: z.object({ items: z.array(ReviewWord) }),
  example: { body: { words: [word], reason: '不替商家做宣传' }, reply: { items: [word] } },
});

export const removeWords = endpoint({
  method: 'POST',
  path: '/api/reviews/words/removals',
  access: 'staff',
  summary: 'Take words off the list',
  body: z.strictObject({ words: z.array(ReviewWord.shape.word).min(1).max(REVIEW_LIMITS.words), reason: Reason }),
  reply: z.object({ items: z.array(ReviewWord) }),
  example: { body: { words: ['最低价'], reason: '误报太多' }, reply: { items: [] } },
});

export const listDeputies = endpoint({
  method: 'GET',
  path: '/api/reviews/deputies',
  access: 'staff',
  summary: "The actor's own deputies and those of the people in the regions the actor manages, newest first",
  reply: z.object({ items: z.array(Deputy) }),
  example: { reply: { items: [deputy] } },
});

/** For choosing: `for` the actor may name a deputy for, `by` could be named. */
export const Colleague = Person.extend({
  grants: z.array(z.object({ role: Role, regionName: z.string() })),
  mayBeStoodInFor: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const listColleagues = endpoint({
  method: 'GET',
  path: '/api/reviews/colleagues',
  access: 'staff',
  summary: "People whose regions meet the actor's: whoever writes or reviews there",
  reply: z.object({ items: z.array(Colleague) }),
  example: {
    reply: { items: [{ ...li, grants: [{ role: 'community', regionName: '车站社区' }], mayBeStoodInFor: false }] },
  },
});

export const createDeputy = endpoint({
  method: 'POST',
  path: '/api/reviews/deputies',
  access: 'staff',
  summary: 'Name who may take the review steps of someone who is away',
  body: z.strictObject({ for: StaffId, by: StaffId, from: Day, to: Day, reason: Reason }),
  reply: Deputy,
  status: 201,
  example: {
    body: { for: zhang.id, by: li.id, from: '2026-12-01', to: '2026-12-07', reason: '外出学习' },
    reply: deputy,
  },
});

export const endDeputy = endpoint({
  method: 'POST',
  path: '/api/reviews/deputies/:id/end',
  access: 'staff',
  summary: 'End a deputy at once',
  params: z.object({ id: DeputyId }),
  body: z.strictObject({ reason: Reason }),
  reply: Deputy,
  example: {
    params: { id: deputy.id },
    body: { reason: '提前回来' },
    reply: { ...deputy, endedAt: '2026-12-02T01:00:00.000Z' },
  },
});
