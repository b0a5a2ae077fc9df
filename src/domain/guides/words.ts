// What the choices of a guide are called: the same words in a sheet, on a phone and on the television.
import type { Audience, Fee, GuideType, LifeEvent, Material, TimeLimit } from '../../contract/guides.ts';

export const TYPE_NAMES: Readonly<Record<GuideType, string>> = {
  permit: '行政许可',
  confirmation: '行政确认',
  payment: '行政给付',
  reward: '行政奖励',
  ruling: '行政裁决',
  other: '其他行政权力',
  service: '公共服务',
};

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = { person: '个人', organisation: '法人' };

export const FORM_NAMES: Readonly<Record<Material['form'], string>> = {
  original: '原件',
  copy: '复印件',
  'original-and-copy': '原件和复印件',
  'filled-form': '填好的表',
  electronic: '电子件',
};

export const SOURCE_NAMES: Readonly<Record<Material['source'], string>> = {
  own: '自己有',
  counter: '窗口领',
  elsewhere: '要先去办',
};

export const LIFE_EVENT_NAMES: Readonly<Record<LifeEvent, string>> = {
  birth: '生孩子',
  school: '上学',
  work: '找工作',
  home: '买房',
  marriage: '结婚',
  'old-age': '养老',
  illness: '生病',
  death: '去世',
};

const UNITS: Readonly<Record<Exclude<TimeLimit['kind'], 'at-once'>, string>> = {
  'working-days': '个工作日',
  days: '天',
  hours: '小时',
};
const AT_ONCE = '当场办好';

/** 20 个工作日 */
export const limitText = (limit: TimeLimit): string =>
  limit.kind === 'at-once' ? AT_ONCE : `${limit.count} ${UNITS[limit.kind]}`;

/** Null for what is no limit. 当场办结, 20个工作日, 60日, 24 小时 */
export function parseLimit(text: string): TimeLimit | null {
  const plain = text.replace(/\s/g, '');
  if (/^(当场|即时|马上|即办)/.test(plain)) return { kind: 'at-once' };
  const [, digits, unit] = /^(\d{1,3})(个?工作日|天|日|个?小时)$/.exec(plain) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const kind = unit.endsWith('工作日') ? 'working-days' : unit.endsWith('小时') ? 'hours' : 'days';
  return { kind, count: Number(digits) };
}

export const FREE = '不收钱';
export const feeText = (fee: Fee): string => (fee.kind === 'free' ? FREE : fee.text);
