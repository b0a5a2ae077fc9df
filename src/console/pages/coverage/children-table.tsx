// The regions below, each with its figure; a name leads further down, a number to its households.
import { Button, Empty, Flex, Progress, Table, type TableColumnsType, Typography } from 'antd';
import type { CoverageRow } from '../../../contract/coverage.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { texts } from '../../texts/zh-CN.ts';
import { isReached, percentText } from './figures.ts';
import type { Lens } from './households-drawer.tsx';
import { ReachedTag } from './reached-tag.tsx';

const words = texts.coverage;

interface Props {
  readonly items: readonly CoverageRow[];
  readonly isLoading: boolean;
  readonly onGo: (region: RegionCode) => void;
  readonly onLook: (lens: Lens) => void;
}

export function ChildrenTable({ items, isLoading, onGo, onLook }: Props) {
  return (
    <Table
      rowKey="region"
      size="middle"
      columns={columnsFor(onGo, onLook)}
      dataSource={[...items]}
      loading={isLoading}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 900 }}
      locale={{ emptyText: <Empty description={words.empty} /> }}
    />
  );
}

function columnsFor(onGo: Props['onGo'], onLook: Props['onLook']): TableColumnsType<CoverageRow> {
  const count = (title: string, figureOf: (row: CoverageRow) => number, covered: Lens['covered']) => ({
    title,
    width: 118,
    align: 'right' as const,
    sorter: (a: CoverageRow, b: CoverageRow) => figureOf(a) - figureOf(b),
    render: (_: unknown, row: CoverageRow) =>
      figureOf(row) === 0 ? (
        <Typography.Text type="secondary">0</Typography.Text>
      ) : (
        <Link label={String(figureOf(row))} onGo={() => onLook({ region: row.region, name: row.name, covered })} />
      ),
  });
  return [
    { title: words.columns.name, render: (_, row) => <Link label={row.name} onGo={() => onGo(row.region)} /> },
    { title: words.columns.setting, width: 72, render: (_, { setting }) => setting && words.settings[setting] },
    count(words.columns.households, (row) => row.households, undefined),
    count(words.columns.covered, (row) => row.covered, '1'),
    count(words.columns.uncovered, (row) => row.households - row.covered, '0'),
    {
      title: words.columns.percent,
      width: 180,
      sorter: (a, b) => (a.percent ?? -1) - (b.percent ?? -1),
      render: (_, row) =>
        row.percent === null ? (
          <Typography.Text type="secondary">{words.noHouseholds}</Typography.Text>
        ) : (
          <Progress
            size="small"
            percent={row.percent}
            status={isReached(row) ? 'success' : 'normal'}
            format={() => percentText(row.percent)}
          />
        ),
    },
    {
      title: words.columns.target,
      width: 150,
      render: (_, row) =>
        row.target === null ? (
          words.reachedCommunities(row.reached, row.communities)
        ) : (
          <Flex gap={8} align="center">
            {`${row.target}%`}
            <ReachedTag row={row} />
          </Flex>
        ),
    },
  ];
}

function Link({ label, onGo }: { readonly label: string; readonly onGo: () => void }) {
  return (
    <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={onGo}>
      {label}
    </Button>
  );
}
