// The calendar: what is on when, at one moment, and what a schedule means.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { previewSchedule, readCalendar, readOnAir } from '../../contract/calendar.ts';
import { call } from './client.ts';

const KEY = ['schedule'] as const;

/** With no region nothing is asked. Another week's answer does not stand in: its bars would lie beside this one's days. */
export function useCalendar(query: z.output<typeof readCalendar.query> | undefined) {
  return useQuery({
    queryKey: [...KEY, 'calendar', query],
    queryFn: ({ signal }) => call(readCalendar, { query: query as NonNullable<typeof query>, signal }),
    enabled: query !== undefined,
  });
}

export function useOnAir(query: z.output<typeof readOnAir.query> | undefined) {
  return useQuery({
    queryKey: [...KEY, 'on-air', query],
    queryFn: ({ signal }) => call(readOnAir, { query: query as NonNullable<typeof query>, signal }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Another schedule's answer does not stand in: its days would lie beside this one's words. */
export function useSchedulePreview(written: z.output<(typeof previewSchedule)['body']> | undefined) {
  return useQuery({
    queryKey: [...KEY, 'preview', written],
    queryFn: ({ signal }) => call(previewSchedule, { body: written as NonNullable<typeof written>, signal }),
    enabled: written !== undefined,
    retry: false,
  });
}
