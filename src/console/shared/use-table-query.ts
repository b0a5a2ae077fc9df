// The query of the table on this page, kept in the address.
import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import { texts } from '../texts/zh-CN.ts';
import { readTableQuery, writeTableQuery } from './table-query.ts';

interface Paged {
  readonly page: number;
  readonly pageSize: number;
}

/** `change` starts again at page 1; `pagination` is Ant Design's, for `total` rows. */
export function useTableQuery<S extends z.ZodObject>(schema: S) {
  const [search, setSearch] = useSearchParams();
  const query = readTableQuery(schema, search);
  const { page, pageSize } = query as unknown as Paged;
  return {
    query,
    change: (part: Partial<z.output<S>>) => setSearch(writeTableQuery(schema, { ...query, ...part, page: 1 })),
    clear: () => setSearch(new URLSearchParams()),
    pagination: (total: number) => ({
      current: page,
      pageSize,
      total,
      showSizeChanger: true,
      showTotal: texts.common.total,
      onChange: (next: number, size: number) =>
        setSearch(writeTableQuery(schema, { ...query, page: size === pageSize ? next : 1, pageSize: size })),
    }),
  };
}
