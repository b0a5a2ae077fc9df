// Coverage: the table, its course over time, and the households behind a figure.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  COVERAGE_XLSX_PATH,
  listCoverageHouseholds,
  readCoverage,
  readCoverageTrend,
} from '../../contract/coverage.ts';
import { call, urlOf } from './client.ts';

const KEY = ['coverage'] as const;

export function useCoverage(query: z.input<typeof readCoverage.query>) {
  return useQuery({
    queryKey: [...KEY, 'table', query],
    queryFn: ({ signal }) => call(readCoverage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCoverageTrend(query: z.input<typeof readCoverageTrend.query>) {
  return useQuery({
    queryKey: [...KEY, 'trend', query],
    queryFn: ({ signal }) => call(readCoverageTrend, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCoverageHouseholds(query: z.input<typeof listCoverageHouseholds.query>) {
  return useQuery({
    queryKey: [...KEY, 'households', query],
    queryFn: ({ signal }) => call(listCoverageHouseholds, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Where the browser loads the workbook of the same query. */
export const coverageXlsxUrl = (query: z.input<typeof readCoverage.query>): string =>
  urlOf(COVERAGE_XLSX_PATH, undefined, query);
