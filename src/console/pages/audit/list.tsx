// The audit log: who did what to what, when and why.
import { Flex, Table, type TableColumnsType, Typography } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { type AuditRow, listAudit } from '../../../contract/audit.ts';
import { useAudit } from '../../api/audit.ts';
import { useRegionTree } from '../../api/regions.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { detailLines } from './detail-lines.ts';
import { pathOf } from './subject-path.ts';
import { VerificationCard } from './verification-card.tsx';

const words = texts.audit;

function columnsFor(nameOf: (region: string) => string): TableColumnsType<AuditRow> {
  return [
    {
      title: words.columns.link,
      width: 90,
      align: 'right',
      render: (_, { link }) => link ?? <Typography.Text type="danger">{words.unlinked}</Typography.Text>,
    },
    { title: words.columns.at, width: 150, render: (_, { at }) => formatInstant(at) },
    { title: words.columns.who, dataIndex: 'who', width: 130, ellipsis: true },
    { title: words.columns.action, width: 130, render: (_, { action }) => words.actions[action] ?? action },
    {
      title: words.columns.subject,
      width: 310,
      render: (_, { action, subject }) => {
        const path = pathOf(action, subject);
        return path ? <Link to={path}>{subject}</Link> : subject;
      },
    },
    { title: words.columns.region, width: 140, ellipsis: true, render: (_, { region }) => region && nameOf(region) },
    {
      title: words.columns.detail,
      render: (_, { detail }) => (
        <Flex vertical>
          {detailLines(detail, nameOf).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </Flex>
      ),
    },
  ];
}

export function AuditPage() {
  const { query, change, clear, pagination } = useTableQuery(listAudit.query);
  const audit = useAudit(query);
  const regions = useRegionTree();
  const columns = useMemo(() => {
    const names = new Map<string, string>(regions.data?.map(({ code, shortName }) => [code, shortName]));
    return columnsFor((region) => names.get(region) ?? region);
  }, [regions.data]);
  const isFiltered = Boolean(query.action || query.subject);
  return (
    <Page title={words.title}>
      <VerificationCard />
      <QueryBar onClear={clear}>
        <ChoiceBox
          label={words.action}
          value={query.action}
          names={words.actions}
          width={160}
          onChange={(action) => change({ action })}
        />
        <SearchBox
          value={query.subject}
          placeholder={words.subject}
          maxLength={80}
          onSearch={(subject) => change({ subject })}
        />
      </QueryBar>
      <LoadFailure error={audit.error} onRetry={() => void audit.refetch()} />
      <Table
        rowKey="id"
        columns={columns}
        {...pagedRows(audit, pagination, isFiltered ? texts.common.nothingFound : words.empty)}
      />
    </Page>
  );
}
