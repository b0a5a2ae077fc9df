// The draft of a notice about a planned outage, as residents would say it.
import type { Utility } from '../../contract/bills.ts';
import type { Instant } from '../../contract/time.ts';
import { SHANGHAI_OFFSET_MS } from '../../domain/time/days.ts';

const NAMES: Readonly<Record<Utility, string>> = { water: '停水', power: '停电', gas: '停气', tv: '有线电视停播' };
const WEEKDAYS = '日一二三四五六';

interface Told {
  readonly utility: Utility;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly regions: readonly { readonly name: string }[];
  readonly text: string;
  readonly source: string;
  readonly phone: string | null;
}

interface Local {
  readonly day: string;
  readonly weekday: string;
  readonly time: string;
}

function localOf(instant: Instant): Local {
  const date = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS);
  return {
    day: `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    weekday: `星期${WEEKDAYS[date.getUTCDay()]}`,
    time: `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`,
  };
}

/** 11月27日（星期五）8:30 到 17:00; the second day is named where it is another. */
function spanOf(from: Instant, to: Instant | null, withWeekday: boolean): string {
  const [begin, end] = [localOf(from), to && localOf(to)];
  const dayOf = (local: Local) => (withWeekday ? `${local.day}（${local.weekday}）` : local.day);
  const first = `${dayOf(begin)}${begin.time}`;
  if (!end) return `${first}起`;
  return `${first}到${end.day === begin.day ? '' : dayOf(end)}${end.time}`;
}

/** What would be read as markup is text here. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>&#!]/g, '\\$&');

const MOST_NAMED = 12;
const whereOf = (regions: Told['regions']): string => {
  const named = regions.slice(0, MOST_NAMED).map(({ name }) => plain(name));
  return named.join('、') + (regions.length > MOST_NAMED ? `等 ${regions.length} 处` : '');
};

const askAt = ({ phone, source }: Told): string[] =>
  phone === null ? [] : [`有疑问请打 ${plain(source)}电话 ${phone}。`];

export const outageTexts = {
  title: ({ utility, from, to }: Told): string => `${spanOf(from, to, false)}${NAMES[utility]}`,
  text: (told: Told): string =>
    [
      `**时间**：${spanOf(told.from, told.to, true)}`,
      `**哪里${NAMES[told.utility]}**：${whereOf(told.regions)}`,
      `**说明**：${plain(told.text)}`,
      ...(told.to === null ? ['恢复时间还没有定，定了再通知大家。'] : []),
      ...askAt(told),
    ].join('\n\n'),
  /** Put before the text where an earlier one is out already. */
  changed: '这次的时间或范围有变化，以这一条为准。',
  cancelledTitle: ({ utility, from, to }: Told): string => `${spanOf(from, to, false)}不${NAMES[utility]}了`,
  cancelledText: (told: Told): string =>
    [
      `原定${spanOf(told.from, told.to, true)}的${NAMES[told.utility]}取消了，照常使用。`,
      `**原定范围**：${whereOf(told.regions)}`,
      ...askAt(told),
    ].join('\n\n'),
  /** For reviewers: the draft is out of their queue. */
  voidTitle: (told: Told): string => `（已取消，不要发布）${spanOf(told.from, told.to, false)}${NAMES[told.utility]}`,
} as const;
