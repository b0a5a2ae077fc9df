// The figures as a table: each number leads to the requests it counts, each rate tells how it is reckoned.
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import { Button, Flex, Popover, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { RequestFigures } from '../../../contract/request-figures.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type FiguresQuery, inboxOf, type Narrower } from './figures-query.ts';

const words = texts.requestStatistics;
const RATES = Object.keys(words.rates) as (keyof typeof words.rates)[];
const NARROWERS: Readonly<Record<'received' | 'open' | 'overdue', Narrower>> = {
  received: {},
  open: { open: '1' },
  overdue: { light: 'red' },
};

export type Figures = z.output<typeof RequestFigures>;

interface Props {
  readonly query: FiguresQuery;
  readonly total: Figures;
  readonly items: readonly Figures[];
}

export function FiguresTable({ query, total, items }: Props) {
  return (
    <Table<Figures>
      rowKey="key"
      columns={columnsFor(query)}
      dataSource={[...items, { ...total, key: 'all', name: words.total }]}
      pagination={false}
      scroll={{ x: 960 }}
      onRow={({ key }) => (key === 'all' ? { style: { fontWeight: 600, background: '#fafafa' } } : {})}
    />
  );
}

const columnsFor = (query: FiguresQuery): TableColumnsType<Figures> => [
  { title: words.bys[query.by], dataIndex: 'name', width: 160 },
  ...(['received', 'open', 'overdue'] as const).map((column) => ({
    title: words.columns[column],
    width: 90,
    align: 'end' as const,
    render: (_: unknown, row: Figures) => (
      <Link to={inboxOf(query, row, NARROWERS[column])} aria-label={words.show(row.name, words.columns[column])}>
        {row[column]}
      </Link>
    ),
  })),
  ...RATES.map((rate) => ({
    title: <RateTitle rate={rate} />,
    width: 140,
    align: 'end' as const,
    render: (_: unknown, row: Figures) => <Rate row={row} rate={rate} query={query} />,
  })),
];

function RateTitle({ rate }: { readonly rate: keyof typeof words.rates }) {
  const name = words.rates[rate];
  return (
    <Flex gap={4} justify="end" align="center">
      {name}
      <Popover
        trigger={['click', 'hover']}
        title={words.help(name)}
        content={
          <div style={{ maxWidth: 320 }}>
            <div>{words.formulas[rate]}</div>
            <Typography.Text type="secondary">{words.formulaFoot}</Typography.Text>
          </div>
        }
      >
        <Button type="text" size="small" aria-label={words.help(name)} icon={<QuestionCircleOutlined aria-hidden />} />
      </Popover>
    </Flex>
  );
}

interface RateProps {
  readonly row: Figures;
  readonly rate: keyof typeof words.rates;
  readonly query: FiguresQuery;
}

function Rate({ row, rate, query }: RateProps) {
  const { of, all } = row[rate];
  if (all === 0) return <Typography.Text type="secondary">{words.noRate}</Typography.Text>;
  const name = words.rates[rate];
  return (
    <>
      {words.percent(of, all)}{' '}
      <Typography.Text type="secondary">
        <Link to={inboxOf(query, row, { rate, met: '1' })} aria-label={words.show(row.name, words.met['1'](name))}>
          {of}
        </Link>
        {' / '}
        <Link to={inboxOf(query, row, { rate })} aria-label={words.show(row.name, words.reckoned(name))}>
          {all}
        </Link>
      </Typography.Text>
    </>
  );
}
