// What a table takes from an answer that is read page by page.
import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, type TablePaginationConfig } from 'antd';

/** `pagination` is Ant Design's for a total; `empty` is what stands where no rows are. */
export function pagedRows<Row>(
  answer: UseQueryResult<{ readonly items: readonly Row[]; readonly total: number }>,
  pagination: (total: number) => TablePaginationConfig,
  empty: string,
) {
  return {
    dataSource: answer.data?.items ?? [],
    loading: answer.isPending || answer.isPlaceholderData,
    pagination: pagination(answer.data?.total ?? 0),
    // Before the answer nobody knows that there are none.
    locale: { emptyText: answer.isSuccess ? <Empty description={empty} /> : ' ' },
  };
}
