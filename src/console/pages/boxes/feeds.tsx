// What a box should show and how far it is, region by region of its chain.
import { Card, Empty, Table, type TableColumnsType, Typography } from 'antd';
import type { BoxDetail, BoxPosition } from '../../../contract/fleet.ts';
import { texts } from '../../texts/zh-CN.ts';
import { feedLag, lagOf } from './lag.ts';

const words = texts.box;
type Feed = BoxDetail['feeds'][number];
const STEPS = ['received', 'verified', 'rendered'] as const;

const columns: TableColumnsType<Feed> = [
  { title: words.feedColumns.region, dataIndex: 'name', ellipsis: true },
  { title: words.feedColumns.desired, width: 92, align: 'right', render: (_, feed) => words.entries(feed.desired) },
  ...STEPS.map((step) => ({
    title: words.feedColumns[step],
    width: 92,
    align: 'right' as const,
    render: (_: unknown, feed: Feed) => {
      const count = feed[step];
      return count === null ? (
        <Typography.Text type="secondary">{words.notReported}</Typography.Text>
      ) : (
        words.entries(count)
      );
    },
  })),
  { title: words.feedColumns.lag, width: 92, align: 'right', render: (_, feed) => <Lag count={feedLag(feed)} /> },
];

interface Props {
  readonly feeds: readonly Feed[];
  readonly position: BoxPosition;
}

export function FeedsCard({ feeds, position }: Props) {
  return (
    <Card size="small" title={words.feeds}>
      <Table
        size="small"
        rowKey="region"
        columns={columns}
        dataSource={[...feeds]}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Empty description={words.feedsEmpty} /> }}
        {...(feeds.length > 0 && { summary: () => <Total position={position} /> })}
      />
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        {words.feedsHint}
      </Typography.Paragraph>
    </Card>
  );
}

function Total({ position }: { readonly position: BoxPosition }) {
  const counts = [position.desired, ...STEPS.map((step) => position[step])];
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>{words.total}</Table.Summary.Cell>
      {counts.map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand where they stand
        <Table.Summary.Cell key={index} index={index + 1} align="right">
          {words.entries(count)}
        </Table.Summary.Cell>
      ))}
      <Table.Summary.Cell index={counts.length + 1} align="right">
        <Lag count={lagOf(position)} />
      </Table.Summary.Cell>
    </Table.Summary.Row>
  );
}

function Lag({ count }: { readonly count: number | null }) {
  if (count === null) return texts.boxes.none;
  return count === 0 ? (
    <Typography.Text type="success">0</Typography.Text>
  ) : (
    <Typography.Text type="warning" strong>
      {words.entries(count)}
    </Typography.Text>
  );
}
