// Requests of residents: what can be asked for, who handles it, what happens to it; one case is the list of its actions.
import { z } from 'zod';
import { Department } from './departments.ts';
import { RequestId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** What a resident reads out at the counter: day of receipt and its place in it, 26112600017. */
export const RequestNumber = z
  .string()
  .regex(/^\d{11}$/)
  .brand<'RequestNumber'>();
export type RequestNumber = z.infer<typeof RequestNumber>;

export const CategoryCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/)
  .brand<'CategoryCode'>();
export type CategoryCode = z.infer<typeof CategoryCode>;

/** 报修, 投诉, 调解, 咨询, 建议, 为老志愿, 小耳朵举报, 优惠补贴申请, 宽带联系 */
export const REQUEST_GROUPS = [
  'repair',
  'complaint',
  'mediation',
  'consultation',
  'suggestion',
  'volunteer',
  'dish',
  'subsidy',
  'broadband',
] as const;
export const RequestGroup = z.enum(REQUEST_GROUPS);
export type RequestGroup = z.infer<typeof RequestGroup>;

/** 紧急 2 小时, 水电气暖 24 小时, 咨询 3, 一般 7, 复杂 15 个工作日 (practice of the 12345 hotlines). */
export const TIME_CLASSES = ['emergency', 'utility', 'consultation', 'ordinary', 'complex'] as const;
export const TimeClass = z.enum(TIME_CLASSES);
export type TimeClass = z.infer<typeof TimeClass>;

/**
 * `open`: on the home's list behind its PIN. `discreet`: on the list by number and state alone, never its words (mediation,
 * subsidies). `anonymous`: on no list; whoever has the query code sees it, and nobody but its handlers knows who told.
 */
export const PRIVACIES = ['open', 'discreet', 'anonymous'] as const;
export const Privacy = z.enum(PRIVACIES);
export type Privacy = z.infer<typeof Privacy>;

/** 我家, 楼道, 公共地方 */
export const WHERE_KINDS = ['home', 'stairwell', 'public'] as const;
export const WhereKind = z.enum(WHERE_KINDS);
export type WhereKind = z.infer<typeof WhereKind>;

/** Of the television's icons those that mean something that can be asked for. */
export const REQUEST_ICONS = [
  'water',
  'power',
  'gas',
  'heating',
  'drain',
  'toilet',
  'bulb',
  'stairs',
  'elevator',
  'door',
  'house',
  'tool',
  'road',
  'parking',
  'transport',
  'tree',
  'dog',
  'trash',
  'noise',
  'safety',
  'box',
  'broadband',
  'dish',
  'phone',
  'market',
  'housing',
  'police',
  'health',
  'school',
  'labour',
  'justice',
  'civil-affairs',
  'old-age',
  'volunteer',
  'mediation',
  'subsidy',
  'question',
  'suggestion',
  'requests',
] as const;
export const RequestIcon = z.enum(REQUEST_ICONS);
export type RequestIcon = z.infer<typeof RequestIcon>;

export const REQUEST_LIMITS = {
  categoryName: 8,
  phrase: 14,
  phrases: 9,
  fields: 6,
  text: 500,
  reason: 200,
  photos: 3,
  /** Bytes of a photo as it is sent: the phone shrinks it before. */
  photoBytes: 3_000_000,
  placeName: 30,
} as const;

/** One question of a category's form; a choice is answered by a digit on the remote. Named as Open311's attributes. */
export const RequestField = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
    label: z.string().trim().min(2).max(16),
    kind: z.enum(['choice', 'choices', 'text', 'number', 'date']),
    required: z.boolean(),
    options: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z0-9-]{1,30}$/),
          name: z.string().trim().min(1).max(REQUEST_LIMITS.phrase),
        }),
      )
      .max(REQUEST_LIMITS.phrases),
  })
  .refine(({ kind, options }) => kind.startsWith('choice') === options.length > 0, {
    error: '选择题要有选项，别的没有',
  });
export type RequestField = z.infer<typeof RequestField>;

/** A kind of request as the staff keep it: a new one needs no code. */
export const RequestCategory = z.strictObject({
  code: CategoryCode,
  name: z.string().trim().min(2).max(REQUEST_LIMITS.categoryName),
  group: RequestGroup,
  icon: RequestIcon,
  timeClass: TimeClass,
  privacy: Privacy,
  /** Where it can be; one only: nobody is asked. */
  where: z.array(WhereKind).min(1),
  /** Its first question, a choice, is 哪里不好: the ready phrases. */
  fields: z.array(RequestField).max(REQUEST_LIMITS.fields),
  /** Does it matter when somebody may come? */
  asksWhen: z.boolean(),
  /** Of those that residents choose most, the lower first: their place on the television. */
  order: z.int().min(1).max(999),
  active: z.boolean(),
});
/** Nobody reports their own home without being known by it. */
export const isPrivacyKept = ({ privacy, where }: Pick<RequestCategory, 'privacy' | 'where'>): boolean =>
  privacy !== 'anonymous' || !where.includes('home');
export type RequestCategory = z.infer<typeof RequestCategory>;

/** Days of the same address and category within which a second report follows the first. */
export const DUPLICATE_DAYS = 7;
/** Until so long after its end a resident may have it done again. */
export const REWORK_DAYS = 30;
/** After calls on so many days that reached nobody a case may be closed without a word. */
export const CALLS_BEFORE_CLOSE = 3;

/** Who works on it: a department of the district, the staff of a community, town or the district, or the cable operator. */
export const Handler = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('department'), department: Department }),
  z.strictObject({ kind: z.literal('region'), region: RegionCode }),
  z.strictObject({ kind: z.literal('operator') }),
]);
export type Handler = z.infer<typeof Handler>;

/** A handler with its name: 供水公司, 车站社区 */
export const NamedHandler = z.object({ handler: Handler, name: z.string() });
export type NamedHandler = z.infer<typeof NamedHandler>;

/**
 * `received`: nobody has it yet. `assigned`: sent to its handler. `handling`: the handler works on it. `suspended`: it
 * waits for something outside, and the clock stands. `answered`: done, as the handler says. `closed`: done, as the
 * resident or a call says. `merged`: goes on in another. `withdrawn`: the resident took it back.
 */
export const REQUEST_STATES = [
  'received',
  'assigned',
  'handling',
  'suspended',
  'answered',
  'closed',
  'merged',
  'withdrawn',
] as const;
export const RequestState = z.enum(REQUEST_STATES);
export type RequestState = z.infer<typeof RequestState>;

/** What the resident may do to their own request. */
export const RESIDENT_MOVES = ['rate', 'rework', 'urge', 'withdraw'] as const;
/** What the staff do. `receive` begins every case, `follow` is one more report of the same: nobody's moves. */
export const STAFF_MOVES = [
  'assign',
  'decline',
  'start',
  'join',
  'classify',
  'note',
  'ask-extension',
  'extend',
  'refuse-extension',
  'suspend',
  'resume',
  'urge',
  'supervise',
  'answer',
  'call-back',
  'rework',
  'close',
  'merge',
  'withdraw',
] as const;
export const ACTION_KINDS = ['receive', 'follow', ...STAFF_MOVES, 'rate'] as const;
export const ActionKind = z.enum(ACTION_KINDS);
export type ActionKind = z.infer<typeof ActionKind>;

const Text = z.string().trim().min(2).max(REQUEST_LIMITS.text);
const Reason = z.string().trim().min(2).max(REQUEST_LIMITS.reason);

/** What the resident said on the telephone. */
export const CALL_OUTCOMES = ['done', 'not-done', 'not-reached'] as const;

/**
 * What is done, with what belongs to it. `public` words are for the resident, `internal` ones for staff alone.
 * 派单 assign, 退单 decline, 办理 start, 会办 join, 延期 ask-extension/extend/refuse-extension, 挂起 suspend, 催办 urge,
 * 督办 supervise, 答复 answer, 回访 call-back, 评价 rate, 返工 rework, 办结 close, 合并 merge, 撤回 withdraw.
 */
export const Move = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), to: Handler, internal: Reason.optional() }),
  z.strictObject({ kind: z.literal('decline'), internal: Reason }),
  z.strictObject({ kind: z.literal('start'), public: Text.optional() }),
  z.strictObject({ kind: z.literal('join'), to: Handler, internal: Reason }),
  z.strictObject({ kind: z.literal('classify'), category: CategoryCode, timeClass: TimeClass, internal: Reason }),
  z.strictObject({ kind: z.literal('note'), public: Text.optional(), internal: Text.optional() }),
  z.strictObject({ kind: z.literal('ask-extension'), until: Instant, internal: Reason }),
  z.strictObject({ kind: z.literal('extend'), public: Reason.optional() }),
  z.strictObject({ kind: z.literal('refuse-extension'), internal: Reason }),
  z.strictObject({ kind: z.literal('suspend'), public: Reason }),
  z.strictObject({ kind: z.literal('resume'), public: Reason.optional() }),
  z.strictObject({ kind: z.literal('urge'), internal: Reason.optional() }),
  z.strictObject({ kind: z.literal('supervise'), internal: Reason }),
  z.strictObject({ kind: z.literal('answer'), public: Text }),
  z
    .strictObject({
      kind: z.literal('call-back'),
      outcome: z.enum(CALL_OUTCOMES),
      satisfied: z.boolean().nullable(),
      internal: Reason.optional(),
    })
    .refine(({ outcome, satisfied }) => outcome !== 'not-reached' || satisfied === null, {
      error: '没有打通的，不知道满意不满意',
      path: ['satisfied'],
    }),
  z.strictObject({ kind: z.literal('rework'), public: Reason }),
  z.strictObject({ kind: z.literal('close'), public: Reason.optional() }),
  z.strictObject({ kind: z.literal('merge'), into: RequestId, internal: Reason.optional() }),
  /** The resident needs no reason. */
  z.strictObject({ kind: z.literal('withdraw'), public: Reason.optional() }),
  z.strictObject({ kind: z.literal('rate'), score: z.int().min(1).max(5), public: Text.optional() }),
]);
export type Move = z.infer<typeof Move>;

/** Who did something: a resident is never named on a screen. */
export const ActionBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('resident') }),
  z.strictObject({ kind: z.literal('staff'), name: z.string() }),
  /** The time limits' own doing, or another system by its name. */
  z.strictObject({ kind: z.literal('system'), name: z.string() }),
]);
export type ActionBy = z.infer<typeof ActionBy>;

/** One of the two clocks of a case; frozen at receipt, so that a changed rule moves no old deadline. */
export const TimeRule = z.discriminatedUnion('unit', [
  /** Hours that pass, day and night. */
  z.strictObject({ unit: z.literal('hours'), count: z.int().min(1).max(720) }),
  /** From the day after receipt; due at the end of the last one, Asia/Shanghai. */
  z.strictObject({ unit: z.literal('working-days'), count: z.int().min(1).max(90) }),
]);
export type TimeRule = z.infer<typeof TimeRule>;

/** By the practice of the 12345 hotlines. Each request keeps those it was received under. */
export const TIME_RULES: Readonly<Record<TimeClass, TimeRule>> = {
  emergency: { unit: 'hours', count: 2 },
  utility: { unit: 'hours', count: 24 },
  consultation: { unit: 'working-days', count: 3 },
  ordinary: { unit: 'working-days', count: 7 },
  complex: { unit: 'working-days', count: 15 },
};

/** 绿, 黄 (the last fifth of the time), 红; `stopped`: suspended. */
export const LIGHTS = ['green', 'yellow', 'red', 'stopped', 'none'] as const;
export const Light = z.enum(LIGHTS);
export type Light = z.infer<typeof Light>;

export const RequestPhotoId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'RequestPhotoId'>();
export type RequestPhotoId = z.infer<typeof RequestPhotoId>;

/** Where it is: the text as staff read it, masked where they may not know the door. */
export const RequestWhere = z.object({
  kind: WhereKind,
  region: RegionCode,
  /** 车站社区 1号楼 101; 车站社区 1号楼 楼道; 车站社区 小广场 */
  text: z.string(),
  /** GCJ-02, from the phone. */
  position: z.object({ lat: z.number(), lon: z.number() }).nullable(),
});
export type RequestWhere = z.infer<typeof RequestWhere>;

/** When somebody may come, as a resident chooses by one digit. */
export const WHEN_CHOICES = ['any', 'morning', 'afternoon', 'evening', 'weekend'] as const;
export const WhenChoice = z.enum(WHEN_CHOICES);
export type WhenChoice = z.infer<typeof WhenChoice>;

/** Answers to a form by the field's code; of `choices` the keys with commas between. */
export const Answers = z.record(z.string().max(30), z.string().max(REQUEST_LIMITS.text));

/** What a resident sends, from the television or the phone page. */
export const RequestInput = z.strictObject({
  category: CategoryCode,
  where: z.strictObject({
    kind: WhereKind,
    /** Of `public`: a place of the community's registry by its name, or what the resident wrote. */
    place: z.string().trim().max(REQUEST_LIMITS.placeName).nullable(),
    position: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullable(),
  }),
  answers: Answers,
  when: WhenChoice,
  text: z.string().trim().max(REQUEST_LIMITS.text),
  photos: z.array(RequestPhotoId).max(REQUEST_LIMITS.photos),
});
export type RequestInput = z.infer<typeof RequestInput>;
