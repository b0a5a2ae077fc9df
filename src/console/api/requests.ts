// Residents' requests: the inbox, one case, moves of one or of many, entering one, and the figures.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { RequestId } from '../../contract/ids.ts';
import {
  createRequest,
  createRequestPhoto,
  listRequests,
  moveRequest,
  moveRequests,
  REQUEST_PHOTO_PATH,
  REQUESTS_EXPORT_PATH,
  type RequestDetail,
  type RequestQuery,
  readRequest,
} from '../../contract/request-calls.ts';
import { readRequestStatistics } from '../../contract/request-figures.ts';
import type { Move, RequestPhotoId } from '../../contract/requests.ts';
import { call, readReply, send, urlOf } from './client.ts';

const KEY = ['requests'] as const;
const caseKey = (id: string) => [...KEY, 'one', id] as const;
/** Cases come in all day long. */
const RENEWED_EVERY_MS = 60_000;

export function useRequests(query: z.input<typeof listRequests.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listRequests, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_EVERY_MS,
  });
}

/** Where the browser loads the rows of a filter as CSV. */
export const requestsCsvUrl = (query: z.output<typeof RequestQuery>): string =>
  urlOf(REQUESTS_EXPORT_PATH, undefined, query);

export const requestPhotoUrl = (id: RequestId, photo: RequestPhotoId): string =>
  urlOf(REQUEST_PHOTO_PATH, { id, photo }, undefined);

export function useRequest(id: string) {
  return useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => call(readRequest, { params: { id }, signal }),
  });
}

export function useCreateRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createRequest.body>) => call(createRequest, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...KEY, 'list'] }),
  });
}

export function useMoveRequest({ id, revision }: Pick<RequestDetail, 'id' | 'revision'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { move: Move; photos: RequestPhotoId[] }) =>
      call(moveRequest, { params: { id }, body: { revision, ...given } }),
    onSuccess(moved) {
      client.setQueryData(caseKey(id), moved);
      void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
    },
    // Someone else was faster: show what is now, beside the explanation.
    onError: () => client.invalidateQueries({ queryKey: caseKey(id) }),
  });
}

/** Multipart, hence not by `call`. Fails with `picture-invalid`, `too-large`, `unsupported-type` among others. */
export function useUploadRequestPhoto(id: RequestId) {
  return useMutation({
    mutationFn: async (file: File): Promise<RequestPhotoId> => {
      const { method, path, reply } = createRequestPhoto;
      const body = new FormData();
      body.set('file', file);
      return (await readReply(reply, await send(urlOf(path, { id }, undefined), { method, body }))).photo;
    },
  });
}

export function useMoveRequests() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof moveRequests.body>) => call(moveRequests, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRequestStatistics(query: z.input<typeof readRequestStatistics.query>) {
  return useQuery({
    queryKey: [...KEY, 'statistics', query],
    queryFn: ({ signal }) => call(readRequestStatistics, { query, signal }),
    placeholderData: keepPreviousData,
  });
}
