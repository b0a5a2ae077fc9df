// How a guide's state, and how well it is checked, are shown.
import { Flex, Tag, Typography } from 'antd';
import type { GuideState, GuideSummary } from '../../../contract/guide-calls.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guides;

const COLORS: Readonly<Record<GuideState, string>> = {
  draft: 'default',
  submitted: 'orange',
  published: 'green',
  withdrawn: 'default',
};

export function StateTag({ state }: { readonly state: GuideState }) {
  return <Tag color={COLORS[state]}>{words.states[state]}</Tag>;
}

/** Nothing where it was checked within the year. */
export function RecheckTag({ recheckDue }: Pick<GuideSummary, 'recheckDue'>) {
  return recheckDue && <Tag color="red">{words.recheckDue}</Tag>;
}

/** When, and whether a person of the department said so; red where that is a year ago. */
export function Checked({ checkedOn, verified, recheckDue }: GuideSummary) {
  return (
    <Flex vertical gap={2} align="start">
      <Typography.Text {...(recheckDue && { type: 'danger' })}>
        {verified ? words.checkedOn(checkedOn) : words.writtenOn(checkedOn)}
      </Typography.Text>
      <Flex gap={4}>
        <RecheckTag recheckDue={recheckDue} />
        {!verified && <Tag>{words.unverified}</Tag>}
      </Flex>
    </Flex>
  );
}

/** What of it the boxes have. */
export function onTvText({ published, revision }: Pick<GuideSummary, 'published' | 'revision'>): string {
  if (published === null) return words.onTv.none;
  return published === revision ? words.onTv.same : words.onTv.older(published);
}
