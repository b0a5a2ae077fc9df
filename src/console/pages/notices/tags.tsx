// How a notice's state and its validity are shown.
import { Tag } from 'antd';
import type { NoticeState, NoticeSummary } from '../../../contract/notices.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

const COLORS: Readonly<Record<NoticeState, string>> = {
  draft: 'default',
  submitted: 'orange',
  reviewed: 'gold',
  approved: 'blue',
  published: 'green',
  withdrawn: 'default',
};

export function StateTag({ state }: { readonly state: NoticeState }) {
  return <Tag color={COLORS[state]}>{texts.notices.states[state]}</Tag>;
}

/** Nothing while the step it waits for is still in its time. */
export function OverdueTag({ dueAt, nowMs }: { readonly dueAt: string | null; readonly nowMs: number }) {
  const late = dueAt === null ? undefined : lateText(dueAt, nowMs);
  return late && <Tag color="red">{late}</Tag>;
}

/** 超时 3 小时; undefined where it is not late. */
export function lateText(dueAt: string, nowMs: number): string | undefined {
  const minutes = Math.floor((nowMs - Date.parse(dueAt)) / MINUTE_MS);
  if (minutes < 0) return undefined;
  const { late, lateMinutes, lateHours, lateDays } = texts.notices;
  if (minutes < HOUR) return late(lateMinutes(Math.max(minutes, 1)));
  return late(minutes < DAY ? lateHours(Math.floor(minutes / HOUR)) : lateDays(Math.floor(minutes / DAY)));
}

export function validityText({ validFrom, validTo }: Pick<NoticeSummary, 'validFrom' | 'validTo'>): string {
  const { validity, openValidity } = texts.notices;
  return validTo ? validity(formatInstant(validFrom), formatInstant(validTo)) : openValidity(formatInstant(validFrom));
}

/** The first region's name, and how many there are besides. */
export function regionsText(regions: NoticeSummary['regions']): string {
  const first = regions[0]?.name ?? '';
  return regions.length > 1 ? texts.notices.regionsMore(first, regions.length) : first;
}
