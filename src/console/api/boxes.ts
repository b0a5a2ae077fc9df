// Set-top boxes of a region.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { listBoxes } from '../../contract/boxes.ts';
import { call } from './client.ts';

const EVERY_MS = 30_000;

export function useBoxes(query: z.input<typeof listBoxes.query>) {
  return useQuery({
    queryKey: ['boxes', query],
    queryFn: ({ signal }) => call(listBoxes, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}
