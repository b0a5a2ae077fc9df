// How far a notice is in its review: the four steps with who and when, and what the machine found before them.
import { Card, Flex, Steps, Tag, Typography } from 'antd';
import type { Notice } from '../../../contract/notices.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type ReviewStepShown, reviewSteps } from './review-steps.ts';
import { OverdueTag } from './tags.tsx';

const words = texts.detail;
const STATUS = { done: 'finish', void: 'error', waiting: 'process', ahead: 'wait' } as const;

export function ReviewCard({ notice, nowMs }: { readonly notice: Notice; readonly nowMs: number }) {
  const steps = reviewSteps(notice);
  const isChecked = notice.state !== 'draft';
  return (
    <Card size="small" title={words.review}>
      <Steps
        size="small"
        titlePlacement="vertical"
        items={steps.map((each) => ({
          key: each.step,
          status: STATUS[each.status],
          title: each.step === 'draft' ? words.draftStep : words.reviewSteps[each.step],
          content: <StepFacts shown={each} nowMs={nowMs} />,
        }))}
      />
      {isChecked && (
        <Flex vertical gap={4} style={{ marginTop: 16 }}>
          <Typography.Text strong>{words.findings}</Typography.Text>
          {notice.findings.length === 0 && <Typography.Text type="secondary">{words.noFindings}</Typography.Text>}
          {notice.findings.map(({ field, line, message }) => (
            <Flex key={`${field} ${line} ${message}`} gap={8} align="baseline">
              <Tag color="orange">{words.lookAt}</Tag>
              <span style={{ overflowWrap: 'anywhere' }}>{message}</span>
            </Flex>
          ))}
        </Flex>
      )}
    </Card>
  );
}

function StepFacts({ shown, nowMs }: { readonly shown: ReviewStepShown; readonly nowMs: number }) {
  const { status, by, absent, at, dueAt } = shown;
  // No Flex: the bar aligns what stands below a step, in the middle or, on a phone, at its side.
  return (
    <>
      {by && <div>{absent ? words.standIn(by, absent) : by}</div>}
      {at && <div>{formatInstant(at)}</div>}
      {status === 'void' && <Typography.Text type="danger">{words.isVoid}</Typography.Text>}
      {dueAt && <div>{texts.notices.due(formatInstant(dueAt))}</div>}
      <OverdueTag dueAt={dueAt} nowMs={nowMs} />
    </>
  );
}
