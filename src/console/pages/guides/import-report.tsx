// What became of each row of a sheet, narrowed to one outcome by choice.
import { Card, Empty, Flex, Segmented, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GuideImport, GuideRow } from '../../../contract/guide-calls.ts';
import { texts } from '../../texts/zh-CN.ts';
import { countsOf, OUTCOMES, type Outcome } from './import-counts.ts';

const words = texts.guideImport;
const ALL = 'all';
const COLORS: Readonly<Record<Outcome, string>> = { new: 'green', changed: 'blue', same: 'default', refused: 'red' };

const columnsFor = (applied: boolean): TableColumnsType<GuideRow> => [
  { title: words.columns.row, dataIndex: 'row', width: 72, align: 'right' },
  { title: words.columns.number, dataIndex: 'number', width: 88 },
  {
    title: words.columns.name,
    width: 240,
    render: (_, { number, name, outcome }) =>
      outcome === 'same' || (applied && outcome !== 'refused') ? <Link to={`/guides/${number}`}>{name}</Link> : name,
  },
  {
    title: words.columns.outcome,
    width: 110,
    render: (_, { outcome }) => <Tag color={COLORS[outcome]}>{words.outcomes[outcome]}</Tag>,
  },
  {
    title: words.columns.errors,
    render: (_, row) => <Remarks row={row} applied={applied} />,
  },
];

export function ImportReport({ report }: { readonly report: GuideImport }) {
  const [shown, setShown] = useState<Outcome | typeof ALL>(ALL);
  const counts = countsOf(report);
  const rows = report.rows.filter(({ outcome }) => shown === ALL || outcome === shown);
  return (
    <Card
      size="small"
      styles={{ body: { padding: 0 } }}
      title={
        <Segmented<Outcome | typeof ALL>
          value={shown}
          options={[
            { value: ALL, label: `${words.all} ${report.rows.length}` },
            ...OUTCOMES.map((value) => ({ value, label: `${words.outcomes[value]} ${counts[value]}` })),
          ]}
          onChange={setShown}
        />
      }
    >
      <Table
        rowKey="row"
        size="middle"
        columns={columnsFor(report.applied)}
        dataSource={rows}
        scroll={{ x: 760 }}
        pagination={{ showTotal: texts.common.total, style: { paddingInline: 16 }, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={words.empty} /> }}
      />
    </Card>
  );
}

function Remarks({ row: { outcome, errors }, applied }: { readonly row: GuideRow; readonly applied: boolean }) {
  if (outcome === 'new') return applied ? words.isNew : words.willNew;
  if (outcome === 'changed') return applied ? words.isChanged : words.willChange;
  return (
    <Flex vertical>
      {errors.map((error) => (
        <span key={error}>{error}</span>
      ))}
    </Flex>
  );
}
