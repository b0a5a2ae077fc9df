// How an alert came about: each revision with its two people, and what a third said afterwards. Newest first.
import { Card, Flex, Tag, Timeline, Typography } from 'antd';
import type { Alert, AlertRevision } from '../../../contract/alerts.ts';
import { formatSecond } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { SeverityTag } from './tags.tsx';

const words = texts.alerts.one;
const COLORS = { released: 'red', prepared: 'orange', incoming: 'orange', discarded: 'gray' } as const;

export function RevisionsCard({ alert }: { readonly alert: Alert }) {
  return (
    <Card size="small" title={words.versions}>
      <Timeline
        items={[...alert.revisions].reverse().map((revision) => ({
          key: revision.revision,
          color: COLORS[revision.state],
          content: <Revision alert={alert} revision={revision} />,
        }))}
      />
    </Card>
  );
}

function Revision({ alert, revision: each }: { readonly alert: Alert; readonly revision: AlertRevision }) {
  const { revision, act, state, content, reason, preparedBy, preparedAt, releasedBy, releasedAt, review } = each;
  const asked = words.by(preparedBy?.name ?? texts.alerts.origins[alert.origin], formatSecond(preparedAt));
  return (
    <Flex vertical gap={2}>
      <Flex gap={8} align="center" wrap>
        <Typography.Text strong>
          {words.version(revision)} · {texts.alerts.acts[act]}
        </Typography.Text>
        {act !== 'cancel' && <SeverityTag severity={content.severity} />}
        {state === 'discarded' && <Tag>{texts.alerts.states.discarded}</Tag>}
        {content.title}
      </Flex>
      <Typography.Text type="secondary">
        {words.prepared} {asked}
      </Typography.Text>
      {releasedAt && (
        <Typography.Text type="secondary">
          {words.confirmed} {words.by(releasedBy?.name ?? words.trusted, formatSecond(releasedAt))}
        </Typography.Text>
      )}
      {reason && <span>{words.reason(reason)}</span>}
      {review && (
        <Typography.Text type={review.verdict === 'in-order' ? 'success' : 'danger'}>
          {words.reviewed} {words.by(review.by.name, formatSecond(review.at))}：{texts.alerts.verdicts[review.verdict]}
          ，{review.note}
        </Typography.Text>
      )}
    </Flex>
  );
}
