// When an outage is, as one says it.
import type { Outage } from '../../../contract/outages.ts';
import { pointText, spanText } from '../../texts/days.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';

const WORDS = LIVING_TEXTS.outages;

/** 明天 8:00 到 12:00; 正在停，到 今天 17:00 */
export function whenText({ from, to }: Pick<Outage, 'from' | 'to'>, now: number): string {
  const begins = Date.parse(from);
  if (begins <= now) return to === null ? WORDS.ongoingOpen : WORDS.ongoing(pointText(Date.parse(to), now));
  return to === null ? WORDS.open(pointText(begins, now)) : spanText(begins, Date.parse(to), now);
}
