// How a notice's state and its validity are shown.
import { Tag } from 'antd';
import type { NoticeState, NoticeSummary } from '../../../contract/notices.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const COLORS: Readonly<Record<NoticeState, string>> = {
  draft: 'default',
  submitted: 'orange',
  approved: 'blue',
  published: 'green',
  withdrawn: 'default',
};

export function StateTag({ state }: { readonly state: NoticeState }) {
  return <Tag color={COLORS[state]}>{texts.notices.states[state]}</Tag>;
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
