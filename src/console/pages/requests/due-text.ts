// A deadline as it is read: one at midnight belongs to the day that it ends.
import type { Instant } from '../../../contract/time.ts';
import { dayOf, formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

/** 2026-12-07T16:00Z -> 2026-12-07 24:00, not 2026-12-08 00:00. */
export function dueText(due: Instant): string {
  const text = formatInstant(due);
  return text.endsWith(' 00:00') ? texts.requests.lastMoment(dayOf(Date.parse(due) - 1)) : text;
}
