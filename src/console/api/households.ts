// Households: finding one for a box, and giving one a new PIN.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { findHouseholds, resetPin } from '../../contract/households.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { call } from './client.ts';

/** With an empty text nothing is asked. */
export function useHouseholds(text: string) {
  return useQuery({
    queryKey: ['households', text],
    queryFn: async ({ signal }) => (await call(findHouseholds, { query: { text }, signal })).items,
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
}

export function useResetPin() {
  return useMutation({
    mutationFn: ({ code, reason }: { code: RegionCode; reason: string }) =>
      call(resetPin, { params: { code }, body: { reason } }),
    // It is told once: nothing of it stays in memory when its dialog is closed.
    gcTime: 0,
  });
}
