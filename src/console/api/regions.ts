// The regions the signed-in person may see, down to communities.
import { useQuery } from '@tanstack/react-query';
import { regionTree } from '../../contract/regions.ts';
import { call } from './client.ts';

export function useRegionTree() {
  return useQuery({
    queryKey: ['regions', 'tree'],
    queryFn: async ({ signal }) => (await call(regionTree, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
