// What was done to a notice, by whom, when and why; newest first.
import { Card, Flex, Timeline, Typography } from 'antd';
import type { Notice } from '../../../contract/notices.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.detail;

export function HistoryCard({ history }: { readonly history: Notice['history'] }) {
  const rows = [...history].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card size="small" title={words.history}>
      {rows.length === 0 && <Typography.Text type="secondary">{words.none}</Typography.Text>}
      <Timeline
        items={rows.map(({ at, who, action, reason, inPlaceOf }) => ({
          key: `${at} ${action}`,
          content: (
            <Flex vertical>
              <Flex gap={12}>
                <Typography.Text strong>{words.steps[action] ?? action}</Typography.Text>
                <span>{inPlaceOf === null ? who : words.standIn(who, inPlaceOf)}</span>
                <Typography.Text type="secondary">{formatInstant(at)}</Typography.Text>
              </Flex>
              {reason && <span>{words.because(reason)}</span>}
            </Flex>
          ),
        }))}
      />
    </Card>
  );
}
