// The report of an import, row by row, narrowed to one result by choice.
import { Card, Segmented, Table, type TableColumnsType } from 'antd';
import {
  IMPORT_RESULTS,
  type Import,
  type ImportResult,
  type ImportRow,
  listImportRows,
} from '../../../contract/imports.ts';
import { isRunning, useImportRows } from '../../api/imports.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { pagedRows } from '../../shared/paged-rows.tsx';
import { useTableQuery } from '../../shared/use-table-query.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ResultTag, resultText } from './tags.tsx';

const words = texts.imports;
const ALL = 'all';

const columnsFor = (dryRun: boolean): TableColumnsType<ImportRow> => [
  { title: words.reportColumns.row, dataIndex: 'row', width: 90, align: 'right' },
  {
    title: words.reportColumns.result,
    width: 150,
    render: (_, { result }) => <ResultTag result={result} dryRun={dryRun} />,
  },
  { title: words.reportColumns.smartCard, dataIndex: 'smartCard', width: 210, ellipsis: true },
  { title: words.reportColumns.message, dataIndex: 'message' },
];

export function ImportReport({ one }: { readonly one: Import }) {
  const { query, change, pagination } = useTableQuery(listImportRows.query);
  const rows = useImportRows(one.id, query, isRunning(one));
  return (
    <Card
      size="small"
      title={words.report}
      styles={{ body: { padding: 0 } }}
      extra={
        <Segmented<ImportResult | typeof ALL>
          value={query.result ?? ALL}
          options={[
            { value: ALL, label: words.all },
            ...IMPORT_RESULTS.map((result) => ({ value: result, label: resultText(result, one.dryRun) })),
          ]}
          onChange={(next) => change({ result: next === ALL ? undefined : next })}
        />
      }
    >
      <LoadFailure error={rows.error} onRetry={() => void rows.refetch()} />
      <Table
        rowKey="row"
        size="middle"
        columns={columnsFor(one.dryRun)}
        scroll={{ x: 720 }}
        {...pagedRows(
          rows,
          (total) => ({ ...pagination(total), style: { paddingInline: 16 } }),
          isRunning(one) ? words.reportWaiting : words.reportEmpty,
        )}
      />
    </Card>
  );
}
