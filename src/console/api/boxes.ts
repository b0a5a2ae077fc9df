// Set-top boxes: the table, the fleet in numbers, one box, and what staff do with it.
import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BoxOrder } from '../../contract/boxes.ts';
import {
  authoriseBoxes,
  type BoxDetail,
  commandBox,
  listBoxes,
  listFleet,
  moveBox,
  readBox,
  revokeBox,
  trustBox,
} from '../../contract/fleet.ts';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { call } from './client.ts';

const KEY = ['boxes'] as const;
const FLEET_KEY = ['fleet'] as const;
const boxKey = (id: string) => [...KEY, 'one', id] as const;
const EVERY_MS = 30_000;
const WATCHED_EVERY_MS = 2_000;

export function useBoxes(query: z.input<typeof listBoxes.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listBoxes, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
}

const fleetQuery = (parent: RegionCode | undefined) => ({
  queryKey: [...FLEET_KEY, parent ?? null],
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await call(listFleet, { query: { ...(parent && { parent }) }, signal })).items,
  refetchInterval: EVERY_MS,
});

/** The children of `parent`; without it the roots of what the person may see. */
export const useFleet = (parent: RegionCode | undefined) => useQuery(fleetQuery(parent));

/** The children of each region of `opened`, as far as they are read. */
export function useFleetBranches(opened: readonly RegionCode[]) {
  const branches = useQueries({ queries: opened.map(fleetQuery) });
  const loaded = new Map(
    opened.flatMap((region, index) => {
      const rows = branches[index]?.data;
      return rows ? [[region, rows] as const] : [];
    }),
  );
  const failed = branches.find((branch) => branch.error);
  return { loaded, error: failed?.error ?? null, retry: () => failed?.refetch() };
}

/** Asks again every two seconds while the page is looked at. */
export function useBox(id: string) {
  return useQuery({
    queryKey: boxKey(id),
    queryFn: ({ signal }) => call(readBox, { params: { id }, signal }),
    refetchInterval: WATCHED_EVERY_MS,
    refetchIntervalInBackground: false,
  });
}

export function useAuthoriseBoxes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (boxes: readonly BoxId[]) => call(authoriseBoxes, { body: { boxes: [...boxes] } }),
    onSuccess: () => forgetAll(client),
  });
}

/** What is done with one box, besides authorising it; each answers with the box as it is then. */
export type BoxDeed =
  | { readonly kind: 'move'; readonly household: RegionCode; readonly reason: string }
  | { readonly kind: 'revoke' | 'trust'; readonly reason: string }
  | { readonly kind: 'order'; readonly order: BoxOrder };

export function useBoxDeed(id: BoxId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deed: BoxDeed) => carryOut(id, deed),
    onSuccess: async (box) => {
      // What was asked just before would bring back the box as it was.
      await client.cancelQueries({ queryKey: boxKey(id) });
      client.setQueryData(boxKey(id), box);
      void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
      void client.invalidateQueries({ queryKey: FLEET_KEY });
    },
    // Someone else was faster: show what is now, beside the explanation.
    onError: () => client.invalidateQueries({ queryKey: boxKey(id) }),
  });
}

function carryOut(id: BoxId, deed: BoxDeed): Promise<BoxDetail> {
  const params = { id };
  switch (deed.kind) {
    case 'move':
      return call(moveBox, { params, body: { household: deed.household, reason: deed.reason } });
    case 'revoke':
      return call(revokeBox, { params, body: { reason: deed.reason } });
    case 'trust':
      return call(trustBox, { params, body: { reason: deed.reason } });
    case 'order':
      return call(commandBox, { params, body: deed.order });
  }
}

/** After a change that may touch any box: everything shown of them is asked anew. */
export async function forgetAll(client: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: KEY }), client.invalidateQueries({ queryKey: FLEET_KEY })]);
}
