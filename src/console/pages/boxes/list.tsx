// The table of set-top boxes: where they stand, and when they were last in touch.
import { Empty, Table, type TableColumnsType, Typography } from 'antd';
import { type Box, listBoxes } from '../../../contract/boxes.ts';
import { useBoxes } from '../../api/boxes.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { formatAgo, formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.boxes;
const MINUTE_MS = 60_000;

export function BoxesPage() {
  const { query, change, clear, pagination } = useTableQuery(listBoxes.query);
  const boxes = useBoxes(query);
  const nowMs = useNow(MINUTE_MS);
  const columns: TableColumnsType<Box> = [
    { title: words.columns.place, dataIndex: 'place', width: 220 },
    { title: words.columns.name, dataIndex: 'name', width: 220 },
    {
      title: words.columns.seen,
      render: (_, { lastSeenAt }) =>
        lastSeenAt ? (
          <span title={formatInstant(lastSeenAt)}>{formatAgo(lastSeenAt, nowMs)}</span>
        ) : (
          <Typography.Text type="secondary">{words.never}</Typography.Text>
        ),
    },
    { title: words.columns.household, dataIndex: 'household', width: 240 },
  ];
  return (
    <Page title={words.title}>
      <QueryBar onClear={clear}>
        <div style={{ width: 240 }}>
          <RegionPicker
            permission="box.read"
            value={query.region}
            placeholder={texts.common.region}
            onChange={(region) => change({ region })}
          />
        </div>
      </QueryBar>
      <LoadFailure error={boxes.error} onRetry={() => void boxes.refetch()} />
      <Table
        rowKey="id"
        columns={columns}
        dataSource={boxes.data?.items ?? []}
        loading={boxes.isPending || boxes.isPlaceholderData}
        pagination={pagination(boxes.data?.total ?? 0)}
        locale={{ emptyText: boxes.isSuccess ? <Empty description={words.empty} /> : ' ' }}
      />
    </Page>
  );
}
