// The audit log, newest first, and the verification of its chain.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { listAudit, readVerification, startVerification } from '../../contract/audit.ts';
import { call } from './client.ts';

const VERIFICATION = ['audit-verification'] as const;
const RUNNING_EVERY_MS = 500;

export function useAudit(query: z.input<typeof listAudit.query>) {
  return useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => call(listAudit, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Asks again and again while a verification runs. */
export function useVerification() {
  return useQuery({
    queryKey: VERIFICATION,
    queryFn: ({ signal }) => call(readVerification, { signal }),
    refetchInterval: ({ state }) => (state.data?.running ? RUNNING_EVERY_MS : false),
  });
}

export function useStartVerification() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(startVerification, {}),
    onSuccess: (state) => client.setQueryData(VERIFICATION, state),
  });
}
