// Service guides (办事指南): what a resident needs to know to get a thing done, as departments write and confirm it.
import { z } from 'zod';
import { Department } from './departments.ts';
import { PlaceKind } from './places.ts';
import { Day } from './time.ts';

/** Two digits of the department's place in DEPARTMENTS, two of the item: 0203. Said at the counter, typed on the remote. */
export const GuideNumber = z
  .string()
  .regex(/^(0[1-9]|1[0-2])\d{2}$/, { error: '要填四位数字，前两位是部门的号' })
  .brand<'GuideNumber'>();
export type GuideNumber = z.infer<typeof GuideNumber>;

/** 生孩子, 上学, 找工作, 买房, 结婚, 养老, 生病, 去世: the second way to an item. */
export const LIFE_EVENTS = ['birth', 'school', 'work', 'home', 'marriage', 'old-age', 'illness', 'death'] as const;
export const LifeEvent = z.enum(LIFE_EVENTS);
export type LifeEvent = z.infer<typeof LifeEvent>;

/** 事项类型: 行政许可, 行政确认, 行政给付, 行政奖励, 行政裁决, 其他行政权力, 公共服务 */
export const GUIDE_TYPES = ['permit', 'confirmation', 'payment', 'reward', 'ruling', 'other', 'service'] as const;
export const GuideType = z.enum(GUIDE_TYPES);
export type GuideType = z.infer<typeof GuideType>;

/** 服务对象: 个人, 法人 */
export const AUDIENCES = ['person', 'organisation'] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

/** 原件, 复印件, 原件和复印件, 填好的表, 电子件 */
export const MATERIAL_FORMS = ['original', 'copy', 'original-and-copy', 'filled-form', 'electronic'] as const;
/** Where one gets it: has it at home, takes it at the counter, has it made elsewhere. */
export const MATERIAL_SOURCES = ['own', 'counter', 'elsewhere'] as const;

export const Material = z.strictObject({
  name: z.string().trim().min(2).max(40),
  form: z.enum(MATERIAL_FORMS),
  copies: z.int().min(1).max(9),
  source: z.enum(MATERIAL_SOURCES),
  /** Who needs it, or where it is had: 未成年人才要, 去村（居）委会开 */
  note: z.string().trim().min(2).max(60).nullable(),
});
export type Material = z.infer<typeof Material>;

/** 即办件 is done at once, 承诺件 within working days (工作日), calendar days or hours. */
export const TimeLimit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-once') }),
  z.strictObject({ kind: z.enum(['working-days', 'days', 'hours']), count: z.int().min(1).max(365) }),
]);
export type TimeLimit = z.infer<typeof TimeLimit>;

export const Fee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({
    kind: z.literal('charged'),
    /** 首次申领每证20元，丢失补领每证40元 */
    text: z.string().trim().min(2).max(100),
    /** What it goes by. */
    basis: z.string().trim().min(2).max(80),
  }),
]);
export type Fee = z.infer<typeof Fee>;

/** Of the counter. */
const Phone = z.string().regex(/^[0-9-]{3,14}$/, { error: '只能有数字和短横，3 到 14 位' });

export const Office = z.strictObject({
  /** 户口所在地派出所 */
  name: z.string().trim().min(2).max(30),
  address: z.string().trim().min(2).max(60),
  /** 周一至周五 上午8:30—12:00，下午1:30—5:00（法定节假日休息） */
  hours: z.string().trim().min(2).max(60),
  phone: Phone,
  /** The nearest one of the resident's own places is told besides, with whether it is open; null: there is none such. */
  place: PlaceKind.nullable(),
});
export type Office = z.infer<typeof Office>;

export const GUIDE_LIMITS = {
  name: 20,
  alias: 12,
  aliases: 8,
  conditions: 8,
  materials: 12,
  steps: 10,
  basis: 6,
} as const;
const sentence = (most: number) => z.string().trim().min(2).max(most);

/** All that a guide says, as its department fills it in. */
export const GuideInput = z.strictObject({
  number: GuideNumber,
  department: Department,
  /** The heading under which a department that has many puts it: 医保, 就业; null: it stands among all. */
  section: sentence(6).nullable().default(null),
  /** As people say it, beginning with what they do: 补办身份证 */
  name: sentence(GUIDE_LIMITS.name),
  /** 事项名称 as the list of items has it. */
  officialName: sentence(60),
  /** What else it is searched by: 身份证, 丢身份证 */
  aliases: z.array(sentence(GUIDE_LIMITS.alias)).max(GUIDE_LIMITS.aliases),
  /** Where pinyin reads a name wrongly: the word and its syllables, 单县 -> "shan xian". */
  readings: z.record(
    sentence(GUIDE_LIMITS.name),
    z.string().regex(/^[a-z]+( [a-z]+)*$/, { error: '只写小写字母，每个字的拼音之间空一格' }),
  ),
  type: GuideType,
  audience: z.array(Audience).min(1),
  /** One sentence: what it is for. */
  summary: sentence(60),
  /** 行使主体 */
  body: sentence(30),
  /** 设定依据: 《中华人民共和国居民身份证法》 */
  basis: z.array(sentence(50)).min(1).max(GUIDE_LIMITS.basis),
  /** 受理条件: who may. */
  conditions: z.array(sentence(100)).min(1).max(GUIDE_LIMITS.conditions),
  materials: z.array(Material).max(GUIDE_LIMITS.materials),
  steps: z.array(sentence(100)).min(1).max(GUIDE_LIMITS.steps),
  /** 法定时限; null: the law sets none. */
  legalLimit: TimeLimit.nullable(),
  /** 承诺时限 */
  promisedLimit: TimeLimit,
  fee: Fee,
  office: Office,
  complaintPhone: Phone,
  /** 办理结果: 居民身份证 */
  result: sentence(40),
  /** 到现场次数 */
  visits: z.int().min(0).max(9),
  /** Where it can be done without going: 爱山东 APP; null: nowhere. */
  online: sentence(60).nullable(),
  lifeEvents: z.array(LifeEvent),
  /** 核验日期: when somebody last looked whether all this is so. */
  checkedOn: Day,
  /** The department has confirmed it. */
  verified: z.boolean(),
});
export type GuideInput = z.infer<typeof GuideInput>;

/**
 * A guide as every box carries it: what a resident reads, and the readings by which it is found. `readings[0]` is the
 * name's, the others are those of `aliases`, in order; a syllable for each character, Latin letters and digits as they are.
 */
export const CarriedGuide = GuideInput.pick({
  number: true,
  department: true,
  section: true,
  name: true,
  officialName: true,
  aliases: true,
  audience: true,
  summary: true,
  conditions: true,
  materials: true,
  steps: true,
  promisedLimit: true,
  fee: true,
  office: true,
  complaintPhone: true,
  result: true,
  visits: true,
  online: true,
  lifeEvents: true,
  checkedOn: true,
  verified: true,
}).extend({ readings: z.array(z.string()) });
export type CarriedGuide = z.infer<typeof CarriedGuide>;
