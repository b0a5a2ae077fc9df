// The table of alerts: what stands, what waits for someone, what was.
import AlertOutlined from '@ant-design/icons/AlertOutlined';
import { Button, Flex, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { listAlerts } from '../../../contract/alert-calls.ts';
import type { AlertSummary } from '../../../contract/alerts.ts';
import { useAlerts } from '../../api/alerts.ts';
import { useMay } from '../../frame/session-context.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { useNow } from '../../shared/clock.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { formatInstant, formatSecond } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { regionsText } from '../notices/tags.tsx';
import { KindTag, SeverityTag, StateTags } from './tags.tsx';

const words = texts.alerts;
const MINUTE_MS = 60_000;

const columnsAt = (nowMs: number): TableColumnsType<AlertSummary> => [
  {
    title: words.columns.title,
    dataIndex: 'title',
    render: (title: string, { id, severity, rehearsal }) => (
      <Flex gap={8} align="center">
        <SeverityTag severity={severity} />
        <KindTag rehearsal={rehearsal} />
        <Link to={`/alerts/${id}`}>{title}</Link>
      </Flex>
    ),
  },
  { title: words.columns.regions, width: 170, ellipsis: true, render: (_, { regions }) => regionsText(regions) },
  { title: words.columns.state, width: 170, render: (_, alert) => <StateTags alert={alert} nowMs={nowMs} /> },
  {
    title: words.columns.who,
    width: 150,
    render: (_, { preparedBy, releasedBy, origin }) => (
      <Flex vertical>
        <span>{preparedBy?.name ?? words.origins[origin]}</span>
        <Typography.Text type="secondary">{releasedBy?.name}</Typography.Text>
      </Flex>
    ),
  },
  { title: words.columns.released, width: 170, render: (_, { releasedAt }) => releasedAt && formatSecond(releasedAt) },
  { title: words.columns.validity, width: 150, render: (_, { validTo }) => validTo && formatInstant(validTo) },
];

export function AlertsPage() {
  const { query, change, clear, pagination } = useTableQuery(listAlerts.query);
  const alerts = useAlerts(query);
  const nowMs = useNow(MINUTE_MS);
  const mayWrite = useMay('alert.write');
  const isFiltered = Boolean(query.state || query.todo || query.severity || query.region);
  return (
    <Page
      title={words.title}
      actions={
        <>
          <Link to="/alerts/templates">
            <Button>{words.templates}</Button>
          </Link>
          {mayWrite && (
            <Link to="/alerts/new">
              <Button type="primary" danger icon={<AlertOutlined aria-hidden />}>
                {words.write}
              </Button>
            </Link>
          )}
        </>
      }
    >
      <QueryBar onClear={clear}>
        <ChoiceBox
          label={words.state}
          value={query.state}
          names={words.states}
          width={130}
          onChange={(state) => change({ state })}
        />
        <ChoiceBox
          label={words.todo}
          value={query.todo}
          names={words.todos}
          width={160}
          onChange={(todo) => change({ todo })}
        />
        <ChoiceBox
          label={words.severity}
          value={query.severity}
          names={words.severities}
          width={110}
          onChange={(severity) => change({ severity })}
        />
        <div style={{ width: 200 }}>
          <RegionPicker
            permission="alert.read"
            value={query.region}
            placeholder={texts.common.region}
            onChange={(region) => change({ region })}
          />
        </div>
      </QueryBar>
      <LoadFailure error={alerts.error} onRetry={() => void alerts.refetch()} />
      <Table
        rowKey="id"
        columns={columnsAt(nowMs)}
        scroll={{ x: 1100 }}
        {...pagedRows(alerts, pagination, isFiltered ? texts.common.nothingFound : words.empty)}
      />
    </Page>
  );
}
