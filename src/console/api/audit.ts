// The audit log, newest first.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { listAudit } from '../../contract/audit.ts';
import { call } from './client.ts';

export function useAudit(query: z.input<typeof listAudit.query>) {
  return useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => call(listAudit, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
