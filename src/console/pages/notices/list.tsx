// The table of notices: find one, open it, write a new one.
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { Button, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { listNotices, type NoticeSummary } from '../../../contract/notices.ts';
import { useNotices } from '../../api/notices.ts';
import { useMay } from '../../frame/session-context.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { OverdueTag, regionsText, StateTag } from './tags.tsx';
import { WaitingStrip } from './waiting-strip.tsx';

const words = texts.notices;

const MINUTE_MS = 60_000;

const columnsAt = (nowMs: number): TableColumnsType<NoticeSummary> => [
  {
    title: words.columns.title,
    dataIndex: 'title',
    ellipsis: true,
    render: (title: string, { id, pinned }) => (
      <Flex gap={8} align="center">
        <Typography.Text ellipsis={{ tooltip: title }}>
          <Link to={`/notices/${id}`}>{title}</Link>
        </Typography.Text>
        {pinned && <Tag>{words.pinned}</Tag>}
      </Flex>
    ),
  },
  { title: words.columns.category, width: 96, render: (_, { category }) => words.categories[category] },
  { title: words.columns.regions, width: 190, ellipsis: true, render: (_, { regions }) => regionsText(regions) },
  {
    title: words.columns.state,
    width: 180,
    render: (_, { state, dueAt }) => (
      <Flex gap={4} wrap>
        <StateTag state={state} />
        <OverdueTag dueAt={dueAt} nowMs={nowMs} />
      </Flex>
    ),
  },
  { title: words.columns.author, width: 110, ellipsis: true, render: (_, { author }) => author.name },
  {
    title: words.columns.validity,
    width: 160,
    render: (_, { validFrom, validTo }) => (
      <Flex vertical>
        <span>{formatInstant(validFrom)}</span>
        <Typography.Text type="secondary">{validTo ? formatInstant(validTo) : words.untilWithdrawn}</Typography.Text>
      </Flex>
    ),
  },
  { title: words.columns.updated, width: 150, render: (_, { updatedAt }) => formatInstant(updatedAt) },
];

export function NoticesPage() {
  const { query, change, clear, pagination } = useTableQuery(listNotices.query);
  const notices = useNotices(query);
  const nowMs = useNow(MINUTE_MS);
  const mayWrite = useMay('notice.write');
  const isFiltered = Boolean(query.state || query.waiting || query.category || query.region || query.text);
  const emptyText = isFiltered ? texts.common.nothingFound : mayWrite ? words.empty : words.emptyReader;
  return (
    <Page
      title={words.title}
      actions={
        mayWrite && (
          <Link to="/notices/new/edit">
            <Button type="primary" icon={<PlusOutlined aria-hidden />}>
              {words.write}
            </Button>
          </Link>
        )
      }
    >
      <WaitingStrip />
      <QueryBar onClear={clear}>
        <SearchBox
          value={query.text}
          placeholder={words.titlePart}
          maxLength={60}
          onSearch={(text) => change({ text })}
        />
        <ChoiceBox
          label={words.state}
          value={query.state}
          names={words.states}
          width={130}
          onChange={(state) => change({ state })}
        />
        <ChoiceBox
          label={words.waiting}
          value={query.waiting}
          names={words.waitings}
          width={130}
          onChange={(waiting) => change({ waiting })}
        />
        <ChoiceBox
          label={words.category}
          value={query.category}
          names={words.categories}
          width={130}
          onChange={(category) => change({ category })}
        />
        <div style={{ width: 200 }}>
          <RegionPicker
            permission="notice.read"
            value={query.region}
            placeholder={texts.common.region}
            onChange={(region) => change({ region })}
          />
        </div>
      </QueryBar>
      <LoadFailure error={notices.error} onRetry={() => void notices.refetch()} />
      <Table
        rowKey="id"
        columns={columnsAt(nowMs)}
        scroll={{ x: 1000 }}
        {...pagedRows(notices, pagination, emptyText)}
      />
    </Page>
  );
}
