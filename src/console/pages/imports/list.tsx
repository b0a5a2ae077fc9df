// Bringing in the operator's list of boxes: what it must look like, the upload, and earlier imports.
import { Card, Col, Row, Table, type TableColumnsType, Typography } from 'antd';
import { Link } from 'react-router';
import { type Import, listImports } from '../../../contract/imports.ts';
import { useImports } from '../../api/imports.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { formatInstant } from '../../shared/time.ts';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ColumnsCard } from './columns-card.tsx';
import { faultyOf, fineOf } from './import-figures.ts';
import { ImportStateTag, KindTag } from './tags.tsx';
import { UploadCard } from './upload-card.tsx';

const words = texts.imports;

const columns: TableColumnsType<Import> = [
  {
    title: words.columns.file,
    ellipsis: true,
    render: (_, { id, file }) => (
      <Typography.Text ellipsis={{ tooltip: file }}>
        <Link to={`/boxes/imports/${id}`}>{file}</Link>
      </Typography.Text>
    ),
  },
  { title: words.columns.kind, width: 104, render: (_, row) => <KindTag dryRun={row.dryRun} /> },
  { title: words.columns.state, width: 136, render: (_, row) => <ImportStateTag state={row.state} /> },
  { title: words.columns.fine, width: 110, align: 'right', render: (_, row) => words.rows(fineOf(row.counts)) },
  {
    title: words.columns.faulty,
    width: 110,
    align: 'right',
    render: (_, { counts }) =>
      faultyOf(counts) === 0 ? (
        words.rows(0)
      ) : (
        <Typography.Text type="warning">{words.rows(faultyOf(counts))}</Typography.Text>
      ),
  },
  { title: words.columns.by, dataIndex: 'by', width: 110, ellipsis: true },
  { title: words.columns.at, width: 150, render: (_, { at }) => formatInstant(at) },
];

export function ImportsPage() {
  const { query, pagination } = useTableQuery(listImports.query);
  const imports = useImports(query);
  return (
    <Page title={words.title}>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={11}>
          <UploadCard />
        </Col>
        <Col xs={24} xl={13}>
          <ColumnsCard />
        </Col>
      </Row>
      <LoadFailure error={imports.error} onRetry={() => void imports.refetch()} />
      <Card size="small" title={words.earlier} styles={{ body: { padding: 0 } }}>
        <Table
          rowKey="id"
          columns={columns}
          scroll={{ x: 880 }}
          {...pagedRows(imports, (total) => ({ ...pagination(total), style: { paddingInline: 16 } }), words.empty)}
        />
      </Card>
    </Page>
  );
}
