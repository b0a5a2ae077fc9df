// Imports of the operator's list: uploading (multipart, hence not by `call`), watching, reading the report.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ImportId } from '../../contract/ids.ts';
import {
  applyImport,
  createImport,
  type Import,
  listImportRows,
  listImports,
  readImport,
} from '../../contract/imports.ts';
import { forgetAll } from './boxes.ts';
import { call, readReply, send, urlOf } from './client.ts';

const KEY = ['imports'] as const;
const importKey = (id: string) => [...KEY, 'one', id] as const;
const RUNNING_EVERY_MS = 1_000;

/** True while the server still works on it. */
export const isRunning = ({ state }: Import): boolean => state === 'reading' || state === 'running';

export function useImports(query: z.input<typeof listImports.query>) {
  return useQuery({
    queryKey: [...KEY, 'list', query],
    queryFn: ({ signal }) => call(listImports, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? RUNNING_EVERY_MS : false),
  });
}

/** Asks again every second while it runs. */
export function useImport(id: string) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => call(readImport, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && !isRunning(state.data) ? false : RUNNING_EVERY_MS),
  });
}

/** `isLive`: more rows come while one looks at it. */
export function useImportRows(id: string, query: z.input<typeof listImportRows.query>, isLive: boolean) {
  return useQuery({
    // Asked once more when it has come to its end: the last rows are in it then.
    queryKey: [...KEY, 'rows', id, query, isLive],
    queryFn: ({ signal }) => call(listImportRows, { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? RUNNING_EVERY_MS : false,
  });
}

/** Fails with `too-large`, `unsupported-type`, `import-busy` among others. */
export function useUploadImport() {
  const remember = useRemember();
  return useMutation({
    mutationFn: async (file: File): Promise<Import> => {
      const body = new FormData();
      body.set('file', file);
      const url = urlOf(createImport.path, undefined, { dryRun: '1', name: file.name });
      return readReply(createImport.reply, await send(url, { method: createImport.method, body }));
    },
    onSuccess: remember,
  });
}

/** A new import that stores what the dry run `id` found good. */
export function useApplyImport() {
  const remember = useRemember();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: ImportId) => call(applyImport, { params: { id } }),
    onSuccess: (applied) => {
      remember(applied);
      void forgetAll(client);
    },
  });
}

function useRemember() {
  const client = useQueryClient();
  return (started: Import) => {
    client.setQueryData(importKey(started.id), started);
    void client.invalidateQueries({ queryKey: [...KEY, 'list'] });
  };
}
