// Notices: reading, saving, moving, and how far they got.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { NoticeId } from '../../contract/ids.ts';
import {
  countWaiting,
  createNotice,
  type Delivery,
  listNotices,
  moveNotice,
  type Notice,
  type NoticeInput,
  previewNotice,
  readDelivery,
  readNotice,
  updateNotice,
} from '../../contract/notices.ts';
import { call } from './client.ts';

const KEY = ['notices'] as const;
const noticeKey = (id: string) => [...KEY, 'one', id] as const;
const deliveryKey = (id: string) => [...KEY, 'delivery', id] as const;

export function useNotices(query: z.input<typeof listNotices.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listNotices, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

const WAITING_EVERY_MS = 60_000;

/** Reviews that wait, counted anew every minute. */
export function useWaiting() {
  return useQuery({
    queryKey: [...KEY, 'list', 'waiting'],
    queryFn: ({ signal }) => call(countWaiting, { signal }),
    refetchInterval: WAITING_EVERY_MS,
  });
}

/** With `id` undefined (a notice not yet written) nothing is asked. */
export function useNotice(id: string | undefined) {
  return useQuery({
    queryKey: noticeKey(id ?? ''),
    queryFn: ({ signal }) => call(readNotice, { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  });
}

/** Who saves: the draft's id and the revision it was opened at; undefined for a new one. */
export type SavedAs = Pick<Notice, 'id' | 'revision'> | undefined;

export function useSaveNotice() {
  const remember = useRemember();
  return useMutation({
    mutationFn: ({ as, input }: { as: SavedAs; input: NoticeInput }) =>
      as
        ? call(updateNotice, { params: { id: as.id }, body: { ...input, revision: as.revision } })
        : call(createNotice, { body: input }),
    onSuccess: remember,
  });
}

export function useMoveNotice() {
  const client = useQueryClient();
  const remember = useRemember();
  return useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof moveNotice.body> & { id: NoticeId }) =>
      call(moveNotice, { params: { id }, body }),
    onSuccess: remember,
    // Someone else was faster: show what is now, beside the explanation.
    onError: (_, { id }) => client.invalidateQueries({ queryKey: noticeKey(id) }),
  });
}

function useRemember() {
  const client = useQueryClient();
  return (notice: Notice) => {
    client.setQueryData(noticeKey(notice.id), notice);
    void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
    void client.invalidateQueries({ queryKey: deliveryKey(notice.id) });
  };
}

/** The blocks of a text as the television shows them. */
export function usePreview(text: string) {
  return useQuery({
    queryKey: ['preview', text],
    queryFn: ({ signal }) => call(previewNotice, { body: { text }, signal }),
    enabled: text.trim() !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

const DELIVERY_EVERY_MS = 2_000;

/** True when every addressed box has reported the last step: nothing more can change. */
export function isComplete(items: readonly Delivery[]): boolean {
  return items.every((item) => item.read >= item.addressed);
}

/** Asks again every two seconds while the page is looked at (`live`) and until all is read. */
export function useDelivery(id: string, live: boolean) {
  return useQuery({
    queryKey: deliveryKey(id),
    queryFn: ({ signal }) => call(readDelivery, { params: { id }, signal }),
    refetchInterval: ({ state }) => (live && !(state.data && isComplete(state.data.items)) ? DELIVERY_EVERY_MS : false),
    refetchIntervalInBackground: false,
  });
}
