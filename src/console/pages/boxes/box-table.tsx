// The table of boxes: where they stand, how they do, and those that wait for authorisation to be ticked.
import { Flex, Table, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Box, listBoxes } from '../../../contract/fleet.ts';
import type { BoxId } from '../../../contract/ids.ts';
import { useBoxes } from '../../api/boxes.ts';
import { useMay } from '../../frame/session-context.ts';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { formatAgo, formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { AuthoriseSelected } from './authorise-selected.tsx';
import { BoxQuery } from './box-query.tsx';
import { BoxStateTag, Standing, SuspectTag } from './tags.tsx';

const words = texts.boxes;
const MINUTE_MS = 60_000;

function columnsFor(nowMs: number): TableColumnsType<Box> {
  return [
    {
      title: words.columns.box,
      render: (_, { id, place, name, suspectSince }) => (
        <Flex gap={8} align="center" wrap>
          <Link to={`/boxes/${id}`}>{`${place} ${name}`}</Link>
          {suspectSince && <SuspectTag />}
        </Flex>
      ),
    },
    { title: words.columns.state, width: 92, render: (_, { state }) => <BoxStateTag state={state} /> },
    { title: words.columns.standing, width: 160, render: (_, box) => <Standing box={box} /> },
    {
      title: words.columns.seen,
      width: 124,
      render: (_, { lastSeenAt }) =>
        lastSeenAt ? (
          <span title={formatInstant(lastSeenAt)}>{formatAgo(lastSeenAt, nowMs)}</span>
        ) : (
          <Typography.Text type="secondary">{words.none}</Typography.Text>
        ),
    },
    { title: words.columns.model, width: 130, ellipsis: true, render: (_, { model }) => model ?? words.none },
    { title: words.columns.app, width: 90, ellipsis: true, render: (_, { app }) => app ?? words.none },
    { title: words.columns.smartCard, width: 190, render: (_, { smartCard }) => smartCard ?? words.none },
  ];
}

export function BoxTable() {
  const { query, change, clear, pagination } = useTableQuery(listBoxes.query);
  const boxes = useBoxes(query);
  const nowMs = useNow(MINUTE_MS);
  const mayAuthorise = useMay('box.authorise');
  const mayActivate = useMay('box.activate');
  const [ticked, setTicked] = useState<readonly BoxId[]>([]);
  const items = boxes.data?.items ?? [];
  // What is no longer in sight is not acted on.
  const selected = ticked.filter((id) => items.some((box) => box.id === id && box.state === 'bound'));
  const { page: _page, pageSize: _pageSize, region: _region, ...conditions } = query;
  const isFiltered = Object.values(conditions).some(Boolean);
  const emptyText = isFiltered ? texts.common.nothingFound : mayActivate ? words.empty : words.emptyReader;
  return (
    <>
      <BoxQuery query={query} change={change} clear={clear} />
      <LoadFailure error={boxes.error} onRetry={() => void boxes.refetch()} />
      {mayAuthorise && selected.length > 0 && <AuthoriseSelected boxes={selected} onDone={() => setTicked([])} />}
      <Table<Box>
        rowKey="id"
        columns={columnsFor(nowMs)}
        scroll={{ x: 940 }}
        {...(mayAuthorise && {
          rowSelection: {
            selectedRowKeys: [...selected],
            onChange: (keys) => setTicked(keys as BoxId[]),
            getCheckboxProps: ({ state, place, name }) => ({
              disabled: state !== 'bound',
              title: state === 'bound' ? '' : words.authoriseOnlyBound,
              'aria-label': `${place} ${name}`,
            }),
          },
        })}
        {...pagedRows(boxes, pagination, emptyText)}
      />
    </>
  );
}
