// The guides that are looked up most; each leads to itself.
import { Card, Empty, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { texts } from '../../texts/zh-CN.ts';
import type { Statistics } from './lookups-card.tsx';

const words = texts.guideStatistics;
const columnsOf = words.topColumns;
const PAGE_SIZE = 10;

type Row = Statistics['byGuide'][number] & { readonly rank: number };

const columns: TableColumnsType<Row> = [
  { title: columnsOf.rank, dataIndex: 'rank', width: 64, align: 'right' },
  {
    title: columnsOf.name,
    ellipsis: true,
    render: (_, { number, name }) => (
      <Link to={`/guides/${number}`}>
        {number} {name}
      </Link>
    ),
  },
  { title: columnsOf.department, width: 92, render: (_, { department }) => DEPARTMENT_NAMES[department] },
  { title: columnsOf.times, dataIndex: 'times', width: 84, align: 'right' },
];

export function TopCard({ byGuide }: Pick<Statistics, 'byGuide'>) {
  const rows = byGuide.map((each, index) => ({ ...each, rank: index + 1 }));
  return (
    <Card size="small" title={words.top} styles={{ body: { padding: 0 } }}>
      <Table
        rowKey="number"
        size="middle"
        columns={columns}
        dataSource={rows}
        scroll={{ x: 420 }}
        pagination={{
          pageSize: PAGE_SIZE,
          hideOnSinglePage: true,
          showSizeChanger: false,
          style: { paddingInline: 16 },
        }}
        locale={{ emptyText: <Empty description={words.noneYet} /> }}
      />
    </Card>
  );
}
