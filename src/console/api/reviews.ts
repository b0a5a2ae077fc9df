// The settings of reviews: rules of a region, words, deputies.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { DeputyId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import {
  addWords,
  createDeputy,
  endDeputy,
  listColleagues,
  listDeputies,
  listRules,
  listWords,
  removeWords,
  saveRule,
} from '../../contract/reviews.ts';
import { call } from './client.ts';

const KEY = ['reviews'] as const;
const WORDS = [...KEY, 'words'] as const;
const DEPUTIES = [...KEY, 'deputies'] as const;

/** With no region chosen nothing is asked. */
export function useRules(region: RegionCode | undefined) {
  return useQuery({
    queryKey: [...KEY, 'rules', region ?? null],
    queryFn: async ({ signal }) => (region ? (await call(listRules, { query: { region }, signal })).items : []),
    enabled: region !== undefined,
  });
}

export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof saveRule.body>) => call(saveRule, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...KEY, 'rules'] }),
  });
}

export function useWords() {
  return useQuery({ queryKey: WORDS, queryFn: async ({ signal }) => (await call(listWords, { signal })).items });
}

export function useAddWords() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof addWords.body>) => call(addWords, { body }),
    onSuccess: ({ items }) => client.setQueryData(WORDS, items),
  });
}

export function useRemoveWords() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof removeWords.body>) => call(removeWords, { body }),
    onSuccess: ({ items }) => client.setQueryData(WORDS, items),
  });
}

export function useDeputies() {
  return useQuery({ queryKey: DEPUTIES, queryFn: async ({ signal }) => (await call(listDeputies, { signal })).items });
}

export function useColleagues() {
  return useQuery({
    queryKey: [...KEY, 'colleagues'],
    queryFn: async ({ signal }) => (await call(listColleagues, { signal })).items,
  });
}

export function useCreateDeputy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createDeputy.body>) => call(createDeputy, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: DEPUTIES }),
  });
}

export function useEndDeputy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: DeputyId; reason: string }) =>
      call(endDeputy, { params: { id }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: DEPUTIES }),
  });
}
