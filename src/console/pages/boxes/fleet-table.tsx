// Boxes by region in numbers: a tree whose branches are read when they are opened; each number leads to its boxes.
import { Empty, Table, type TableColumnsType, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { listBoxes } from '../../../contract/fleet.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { useFleet, useFleetBranches } from '../../api/boxes.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { writeTableQuery } from '../../shared/table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type FleetNode, fleetTree } from './fleet-rows.ts';

const words = texts.boxes.fleet;
type Conditions = Partial<z.output<typeof listBoxes.query>>;
type Figure = 'boxes' | 'online' | 'behind' | 'bound' | 'suspect';

const FIGURES: readonly { readonly figure: Figure; readonly width: number; readonly conditions: Conditions }[] = [
  { figure: 'boxes', width: 120, conditions: {} },
  { figure: 'online', width: 110, conditions: { standing: 'online' } },
  { figure: 'behind', width: 130, conditions: { standing: 'behind' } },
  { figure: 'bound', width: 120, conditions: { state: 'bound' } },
  { figure: 'suspect', width: 130, conditions: { suspect: '1' } },
];

const columns: TableColumnsType<FleetNode> = [
  { title: words.region, dataIndex: 'name' },
  { title: words.households, dataIndex: 'households', width: 120, align: 'right' },
  ...FIGURES.map(({ figure, width, conditions }) => ({
    title: words[figure],
    width,
    align: 'right' as const,
    render: (_: unknown, row: FleetNode) => (
      <Drill count={row[figure]} conditions={{ ...conditions, region: row.region }}>
        {emphasise(figure, row[figure])}
      </Drill>
    ),
  })),
];

export function FleetTable() {
  const roots = useFleet(undefined);
  // Someone with one root looks at once at what lies below it.
  const [opened, setOpened] = useState<readonly RegionCode[] | null>(null);
  const only = roots.data?.length === 1 ? roots.data.filter((row) => row.hasChildren).map((row) => row.region) : [];
  const open = opened ?? only;
  const { loaded, error, retry } = useFleetBranches(open);
  return (
    <>
      <LoadFailure error={roots.error ?? error} onRetry={() => void (roots.error ? roots.refetch() : retry())} />
      <Table
        rowKey="region"
        columns={columns}
        dataSource={fleetTree(roots.data ?? [], loaded)}
        loading={roots.isPending || open.some((region) => !loaded.has(region) && !error)}
        pagination={false}
        scroll={{ x: 980 }}
        expandable={{
          expandedRowKeys: [...open],
          onExpand: (isOpen, { region }) =>
            setOpened(isOpen ? [...open, region] : open.filter((each) => each !== region)),
        }}
        footer={() => <Typography.Text type="secondary">{words.hint}</Typography.Text>}
        locale={{ emptyText: roots.isSuccess ? <Empty description={words.empty} /> : ' ' }}
      />
    </>
  );
}

/** Nought leads nowhere. */
function Drill(props: { readonly count: number; readonly conditions: Conditions; readonly children: ReactNode }) {
  if (props.count === 0) return <Typography.Text type="secondary">0</Typography.Text>;
  const search = writeTableQuery(listBoxes.query, { page: 1, pageSize: 20, ...props.conditions });
  return <Link to={`/boxes?${search}`}>{props.children}</Link>;
}

function emphasise(figure: Figure, count: number): ReactNode {
  if (figure === 'behind') return <Typography.Text type="warning">{count}</Typography.Text>;
  return figure === 'suspect' ? <Typography.Text type="danger">{count}</Typography.Text> : count;
}
