// The households behind a figure.
import { Drawer, Empty, Segmented, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { listCoverageHouseholds } from '../../../contract/coverage.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import { useCoverageHouseholds } from '../../api/coverage.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.coverage;
type Row = z.output<typeof listCoverageHouseholds.reply>['items'][number];

/** Which households of which region; `covered` undefined: all. */
export interface Lens {
  readonly region: RegionCode;
  readonly name: string;
  readonly covered: '1' | '0' | undefined;
}
type Filter = keyof typeof words.drawerFilter;

const columns: TableColumnsType<Row> = [
  { title: words.drawerColumns.place, dataIndex: 'place', width: 150, ellipsis: true },
  { title: words.drawerColumns.name, dataIndex: 'name' },
  {
    title: words.drawerColumns.covered,
    width: 104,
    render: (_, { covered }) => (
      <Tag color={covered ? 'green' : 'default'}>{words.drawerFilter[covered ? '1' : '0']}</Tag>
    ),
  },
  {
    title: words.drawerColumns.lastSeen,
    width: 130,
    render: (_, { lastSeen }) => lastSeen ?? <Typography.Text type="secondary">{words.never}</Typography.Text>,
  },
];

interface Props {
  readonly lens: Lens;
  readonly asOf: Day;
  readonly days: number;
  readonly onClose: () => void;
}

export function HouseholdsDrawer({ lens, asOf, days, onClose }: Props) {
  const [filter, setFilter] = useState<Filter>(lens.covered ?? 'all');
  const [paging, setPaging] = useState({ page: 1, pageSize: 20 });
  const households = useCoverageHouseholds({
    region: lens.region,
    asOf,
    days,
    ...paging,
    ...(filter !== 'all' && { covered: filter }),
  });
  return (
    <Drawer open size={640} title={words.drawer[filter](lens.name)} onClose={onClose}>
      <Segmented<Filter>
        value={filter}
        options={(['all', '1', '0'] as const).map((value) => ({ value, label: words.drawerFilter[value] }))}
        onChange={(next) => {
          setFilter(next);
          setPaging({ ...paging, page: 1 });
        }}
        style={{ marginBottom: 16 }}
      />
      <LoadFailure error={households.error} onRetry={() => void households.refetch()} />
      <Table
        rowKey="household"
        size="middle"
        columns={columns}
        dataSource={households.data?.items ?? []}
        loading={households.isPending || households.isPlaceholderData}
        pagination={{
          current: paging.page,
          pageSize: paging.pageSize,
          total: households.data?.total ?? 0,
          showTotal: texts.common.total,
          showSizeChanger: false,
          onChange: (page) => setPaging({ ...paging, page }),
        }}
        locale={{ emptyText: households.isSuccess ? <Empty description={words.drawerEmpty} /> : ' ' }}
      />
    </Drawer>
  );
}
