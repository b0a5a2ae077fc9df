// Digits that found nothing, with the letters on their keys, and what they may have stood for.
import { Card, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { texts } from '../../texts/zh-CN.ts';
import type { Statistics } from './lookups-card.tsx';
import { hintOf } from './missed-hint.ts';

const words = texts.guideStatistics;
const columnsOf = words.missedColumns;
const PAGE_SIZE = 10;

type Row = Statistics['missed'][number];

const columns: TableColumnsType<Row> = [
  { title: columnsOf.digits, dataIndex: 'digits', width: 116 },
  {
    title: columnsOf.letters,
    render: (_, { digits }) => (
      <Flex gap={4} wrap>
        {[...digits].map((digit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same digit may come twice
          <Tag key={index} style={{ margin: 0 }}>
            {`${digit} ${hintOf(digits).letters[index] ?? ''}`.trim()}
          </Tag>
        ))}
      </Flex>
    ),
  },
  { title: columnsOf.hint, width: 200, render: (_, { digits }) => hintText(digits) },
  { title: columnsOf.times, dataIndex: 'times', width: 72, align: 'right' },
];

export function MissedCard({ missed }: Pick<Statistics, 'missed'>) {
  return (
    <Card size="small" title={words.missed} styles={{ body: { padding: 0 } }}>
      <Typography.Paragraph type="secondary" style={{ margin: '8px 12px' }}>
        {words.missedHint}
      </Typography.Paragraph>
      <Table
        rowKey="digits"
        size="middle"
        columns={columns}
        dataSource={missed}
        scroll={{ x: 560 }}
        pagination={{
          pageSize: PAGE_SIZE,
          hideOnSinglePage: true,
          showSizeChanger: false,
          style: { paddingInline: 16 },
        }}
        locale={{ emptyText: <Empty description={words.missedEmpty} /> }}
      />
    </Card>
  );
}

function hintText(digits: string): string {
  const { initials, isNumber } = hintOf(digits);
  return isNumber ? words.asNumber : initials.join(' · ');
}
