// What requests go by: categories, routing, ready answers, the year's working days.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RegionCode } from '../../contract/regions.ts';
import {
  listCategories,
  listRouting,
  readAnswerTemplates,
  saveAnswerTemplates,
  saveCategory,
  saveRouting,
} from '../../contract/request-settings.ts';
import type { CategoryCode, RequestCategory } from '../../contract/requests.ts';
import { readWorkingDays, saveWorkingDays } from '../../contract/working-days.ts';
import { call } from './client.ts';

const CATEGORIES = ['request-categories'] as const;
const ROUTING = ['request-routing'] as const;
const TEMPLATES = ['request-templates'] as const;
const calendarKey = (year: number) => ['working-days', year] as const;

/** In their order, also those that are switched off. */
export function useCategories() {
  return useQuery({
    queryKey: CATEGORIES,
    queryFn: async ({ signal }) => (await call(listCategories, { signal })).items,
  });
}

/** `revision` 0: it is new. */
export function useSaveCategory(revision: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (category: RequestCategory) =>
      call(saveCategory, { params: { code: category.code }, body: { category, revision } }),
    onSuccess: () => client.invalidateQueries({ queryKey: CATEGORIES }),
  });
}

export function useRouting() {
  return useQuery({
    queryKey: ROUTING,
    queryFn: async ({ signal }) => (await call(listRouting, { signal })).items,
  });
}

type Cell = z.input<typeof saveRouting.body> & { readonly category: CategoryCode; readonly region: RegionCode };

export function useSaveRouting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ category, region, ...body }: Cell) => call(saveRouting, { params: { category, region }, body }),
    onSuccess: ({ items }) => client.setQueryData(ROUTING, items),
  });
}

export function useAnswerTemplates() {
  return useQuery({
    queryKey: TEMPLATES,
    queryFn: async ({ signal }) => (await call(readAnswerTemplates, { signal })).items,
  });
}

export function useSaveAnswerTemplates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: z.input<typeof saveAnswerTemplates.body>['items']) =>
      call(saveAnswerTemplates, { body: { items } }),
    onSuccess: ({ items }) => client.setQueryData(TEMPLATES, items),
  });
}

export function useWorkingDays(year: number) {
  return useQuery({
    queryKey: calendarKey(year),
    queryFn: ({ signal }) => call(readWorkingDays, { params: { year }, signal }),
  });
}

export function useSaveWorkingDays(year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof saveWorkingDays.body>) => call(saveWorkingDays, { params: { year }, body }),
    onSuccess: (saved) => client.setQueryData(calendarKey(year), saved),
  });
}
