// The regions the signed-in person may see, down to communities; the name of one below.
import { useQuery } from '@tanstack/react-query';
import { listRegions, type RegionCode, regionTree } from '../../contract/regions.ts';
import { chainOf } from '../../domain/regions/code.ts';
import { call } from './client.ts';

export function useRegionTree() {
  return useQuery({
    queryKey: ['regions', 'tree'],
    queryFn: async ({ signal }) => (await call(regionTree, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The short name of any region; its code until that is known. */
export function useRegionName(code: RegionCode | undefined): string | undefined {
  const parent = code && chainOf(code).at(-2);
  const siblings = useQuery({
    queryKey: ['regions', 'children', parent ?? null],
    queryFn: async ({ signal }) => (await call(listRegions, { query: { ...(parent && { parent }) }, signal })).items,
    enabled: code !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return siblings.data?.find((region) => region.code === code)?.shortName ?? code;
}
