// The inbox of requests: what waits, what is done, what one entered oneself, whom to call back.
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Flex, Table, type TableColumnsType, Tabs, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RequestId } from '../../../contract/ids.ts';
import { BOXES_OF_REQUESTS, listRequests, type RequestSummary } from '../../../contract/request-calls.ts';
import { nextState } from '../../../domain/requests/state.ts';
import { requestsCsvUrl, useRequests } from '../../api/requests.ts';
import { useMay } from '../../frame/session-context.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { BulkAssign } from './bulk-assign.tsx';
import { dueText } from './due-text.ts';
import { InboxQuery, isNarrowed } from './inbox-query.tsx';
import { LightTag, Marks, StateTag } from './tags.tsx';
import { useMayEnter } from './use-may-enter.ts';

const words = texts.requests;
type Inbox = (typeof BOXES_OF_REQUESTS)[number];

const columns: TableColumnsType<RequestSummary> = [
  {
    title: words.columns.number,
    width: 118,
    // Another office's, entered by the actor.
    render: (_, { id, number, mayRead }) => (mayRead ? <Link to={`/requests/${id}`}>{number}</Link> : number),
  },
  {
    title: words.columns.category,
    width: 140,
    render: (_, request) => (
      <Flex gap={4} wrap align="center">
        {request.categoryName}
        <Marks {...request} />
      </Flex>
    ),
  },
  { title: words.columns.place, dataIndex: 'place', ellipsis: true },
  { title: words.columns.state, width: 92, render: (_, { state }) => <StateTag state={state} /> },
  {
    title: words.columns.handler,
    width: 116,
    ellipsis: true,
    render: (_, { handler }) => handler?.name ?? <Typography.Text type="secondary">{words.nobody}</Typography.Text>,
  },
  { title: words.columns.light, width: 116, render: (_, { light }) => <LightTag light={light} /> },
  { title: words.columns.due, width: 150, render: (_, { dueAt }) => dueAt && dueText(dueAt) },
  { title: words.columns.asked, width: 150, render: (_, { askedAt }) => formatInstant(askedAt) },
];

export function RequestsPage() {
  const { query, change, pagination } = useTableQuery(listRequests.query);
  const inboxes = useInboxes();
  const inbox = inboxes.includes(query.inbox) ? query.inbox : 'all';
  const requests = useRequests({ ...query, inbox });
  const mayAssign = useMay('request.assign');
  const [ticked, setTicked] = useState<readonly RequestId[]>([]);
  const { page: _page, pageSize: _pageSize, ...filter } = query;
  // What is no longer in sight is not acted on.
  const selected = (requests.data?.items ?? []).filter(({ id }) => ticked.includes(id));
  return (
    <Page title={words.title} actions={<Actions csvUrl={requestsCsvUrl({ ...filter, inbox })} />}>
      <Tabs
        items={inboxes.map((key) => ({ key, label: words.boxes[key] }))}
        activeKey={inbox}
        tabBarStyle={{ margin: 0 }}
        onChange={(key) => change({ inbox: inboxes.find((each) => each === key) ?? 'all' })}
      />
      <InboxQuery query={query} change={change} />
      <LoadFailure error={requests.error} onRetry={() => void requests.refetch()} />
      {mayAssign && selected.length > 0 && <BulkAssign requests={selected} onDone={() => setTicked([])} />}
      <Table<RequestSummary>
        rowKey="id"
        columns={columns}
        scroll={{ x: 1120 }}
        {...(mayAssign && {
          rowSelection: {
            selectedRowKeys: selected.map(({ id }) => id),
            onChange: (keys) => setTicked(keys as RequestId[]),
            getCheckboxProps: ({ number, state }) => ({
              'aria-label': words.select(number),
              disabled: nextState(state, 'assign') === undefined,
            }),
          },
        })}
        {...pagedRows(requests, pagination, isNarrowed(query) ? texts.common.nothingFound : words.empties[inbox])}
      />
    </Page>
  );
}

/** Whoever only looks has nothing to do, and calls are made by those who send requests on. */
function useInboxes(): readonly Inbox[] {
  const [mayAssign, mayHandle] = [useMay('request.assign'), useMay('request.handle')];
  if (!mayAssign && !mayHandle) return ['all'];
  return BOXES_OF_REQUESTS.filter((each) => mayAssign || each !== 'call-back');
}

function Actions({ csvUrl }: { readonly csvUrl: string }) {
  const mayEnter = useMayEnter();
  return (
    <>
      <Link to="/requests/statistics">
        <Button icon={<BarChartOutlined aria-hidden />}>{words.statistics}</Button>
      </Link>
      <Link to="/requests/settings">
        <Button icon={<SettingOutlined aria-hidden />}>{words.settings}</Button>
      </Link>
      <Button icon={<DownloadOutlined aria-hidden />} href={csvUrl} download>
        {words.export}
      </Button>
      {mayEnter && (
        <Link to="/requests/new">
          <Button type="primary" icon={<PlusOutlined aria-hidden />}>
            {words.enter}
          </Button>
        </Link>
      )}
    </>
  );
}
