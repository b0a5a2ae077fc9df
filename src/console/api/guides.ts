// Service guides: reading, saving, moving, comparing, the workbook in and out, and what is looked up.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  createGuide,
  GUIDES_WORKBOOK_PATH,
  type Guide,
  GuideImport,
  guideStatistics,
  listGuides,
  moveGuide,
  readGuide,
  readGuideVersion,
  updateGuide,
} from '../../contract/guide-calls.ts';
import { call, readReply, send, urlOf } from './client.ts';

const KEY = ['guides'] as const;
const guideKey = (number: string) => [...KEY, 'one', number] as const;

export function useGuides(query: z.input<typeof listGuides.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listGuides, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

type Waiting = NonNullable<z.output<typeof listGuides.query>['waiting']>;
const WAITING_EVERY_MS = 60_000;

/** How many guides wait so, counted anew every minute; undefined while unknown or not `wanted`. */
export function useWaitingGuides(waiting: Waiting, wanted: boolean): number | undefined {
  const query = { waiting, pageSize: 1 };
  const { data } = useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listGuides, { query, signal }),
    refetchInterval: WAITING_EVERY_MS,
    enabled: wanted,
  });
  return data?.total;
}

/** With `number` undefined (a guide not yet written) nothing is asked. */
export function useGuide(number: string | undefined) {
  return useQuery({
    queryKey: guideKey(number ?? ''),
    queryFn: ({ signal }) => call(readGuide, { params: { number: number ?? '' }, signal }),
    enabled: number !== undefined,
  });
}

/** What a revision says never changes. */
export function useGuideVersion(number: string, revision: number | undefined) {
  return useQuery({
    queryKey: [...KEY, 'version', number, revision],
    queryFn: ({ signal }) => call(readGuideVersion, { params: { number, revision }, signal }),
    enabled: revision !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Who saves: the guide's number and the revision it was opened at; undefined for a new one. */
export type SavedAs = Pick<Guide, 'number' | 'revision'> | undefined;

export function useSaveGuide() {
  const remember = useRemember();
  return useMutation({
    mutationFn: ({ as, content }: { as: SavedAs; content: z.input<typeof createGuide.body> }) =>
      as
        ? call(updateGuide, { params: { number: as.number }, body: { content, revision: as.revision } })
        : call(createGuide, { body: content }),
    onSuccess: remember,
  });
}

export function useMoveGuide() {
  const client = useQueryClient();
  const remember = useRemember();
  return useMutation({
    mutationFn: ({ number, ...body }: z.input<typeof moveGuide.body> & { number: string }) =>
      call(moveGuide, { params: { number }, body }),
    onSuccess: remember,
    // Someone else was faster: show what is now, beside the explanation.
    onError: (_, { number }) => client.invalidateQueries({ queryKey: guideKey(number) }),
  });
}

function useRemember() {
  const client = useQueryClient();
  return (guide: Guide) => {
    client.setQueryData(guideKey(guide.number), guide);
    void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
  };
}

/** Where the browser loads the workbook of all guides the person may read. */
export const guidesXlsxUrl = GUIDES_WORKBOOK_PATH;

/** Without `apply` it only reports; with it each good row is saved as a draft. */
export function useImportGuides() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, apply }: { file: File; apply: boolean }): Promise<GuideImport> => {
      const body = new FormData();
      body.set('file', file);
      const url = urlOf(GUIDES_WORKBOOK_PATH, undefined, apply ? { apply: '1' } : undefined);
      return readReply(GuideImport, await send(url, { method: 'POST', body }));
    },
    onSuccess: ({ applied }) => applied && client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useGuideStatistics(query: z.input<typeof guideStatistics.query>) {
  return useQuery({
    queryKey: [...KEY, 'statistics', query],
    queryFn: ({ signal }) => call(guideStatistics, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
