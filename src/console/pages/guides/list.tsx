// The table of service guides: find one, open it, write a new one, take all of them out or in as a sheet.
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { Button, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { Department } from '../../../contract/departments.ts';
import { type GuideSummary, listGuides } from '../../../contract/guide-calls.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { guidesXlsxUrl, useGuides } from '../../api/guides.ts';
import { useMay } from '../../frame/session-context.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { namesOf, useDepartments } from './own-departments.ts';
import { Checked, onTvText, StateTag } from './tags.tsx';
import { WaitingStrip } from './waiting-strip.tsx';

const words = texts.guides;

const columns: TableColumnsType<GuideSummary> = [
  { title: words.columns.number, dataIndex: 'number', width: 76 },
  {
    title: words.columns.name,
    dataIndex: 'name',
    ellipsis: true,
    render: (name: string, { number }) => (
      <Typography.Text ellipsis={{ tooltip: name }}>
        <Link to={`/guides/${number}`}>{name}</Link>
      </Typography.Text>
    ),
  },
  { title: words.columns.department, width: 104, render: (_, { department }) => DEPARTMENT_NAMES[department] },
  { title: words.columns.state, width: 108, render: (_, { state }) => <StateTag state={state} /> },
  { title: words.columns.onTv, width: 112, render: (_, guide) => onTvText(guide) },
  { title: words.columns.checked, width: 150, render: (_, guide) => <Checked {...guide} /> },
  { title: words.columns.author, width: 104, ellipsis: true, render: (_, { author }) => author?.name ?? '' },
  { title: words.columns.updated, width: 150, render: (_, { updatedAt }) => formatInstant(updatedAt) },
];

export function GuidesPage() {
  const { query, change, clear, pagination } = useTableQuery(listGuides.query);
  const guides = useGuides(query);
  const mayWrite = useMay('guide.write');
  const departments = useDepartments('guide.read');
  const isFiltered = Boolean(query.department || query.state || query.waiting || query.text);
  const emptyText = isFiltered ? texts.common.nothingFound : mayWrite ? words.empty : words.emptyReader;
  return (
    <Page title={words.title} actions={<Actions mayWrite={mayWrite} />}>
      <WaitingStrip />
      <QueryBar onClear={clear}>
        <SearchBox
          value={query.text}
          placeholder={words.textPart}
          maxLength={20}
          onSearch={(text) => change({ text })}
        />
        {departments.length > 1 && (
          <ChoiceBox<string>
            label={words.department}
            value={query.department}
            names={namesOf(departments)}
            width={130}
            onChange={(department) => change({ department: Department.safeParse(department).data })}
          />
        )}
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
      </QueryBar>
      <LoadFailure error={guides.error} onRetry={() => void guides.refetch()} />
      <Table rowKey="number" columns={columns} scroll={{ x: 1000 }} {...pagedRows(guides, pagination, emptyText)} />
    </Page>
  );
}

function Actions({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <>
      <Link to="/guides/statistics">
        <Button icon={<BarChartOutlined aria-hidden />}>{words.statistics}</Button>
      </Link>
      <Button icon={<DownloadOutlined aria-hidden />} href={guidesXlsxUrl} download>
        {words.export}
      </Button>
      {mayWrite && (
        <>
          <Link to="/guides/import">
            <Button icon={<UploadOutlined aria-hidden />}>{words.import}</Button>
          </Link>
          <Link to="/guides/new/edit">
            <Button type="primary" icon={<PlusOutlined aria-hidden />}>
              {words.write}
            </Button>
          </Link>
        </>
      )}
    </>
  );
}
