// Senders of warnings and the documents that came in.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type CapSenderInput,
  createCapSender,
  listCapMessages,
  listCapSenders,
  readCapDocument,
  renewCapToken,
  updateCapSender,
} from '../../contract/cap-calls.ts';
import type { CapMessageId, CapSenderId } from '../../contract/ids.ts';
import { call } from './client.ts';

const KEY = ['cap'] as const;
/** Documents come in while the page is open. */
const REFRESH_MS = 15_000;

export const useCapSenders = () =>
  useQuery({
    queryKey: [...KEY, 'senders'],
    queryFn: async ({ signal }) => (await call(listCapSenders, { signal })).items,
    refetchInterval: REFRESH_MS,
  });

export function useCapMessages(query: z.input<typeof listCapMessages.query>) {
  return useQuery({
    queryKey: [...KEY, 'messages', query],
    queryFn: ({ signal }) => call(listCapMessages, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}

export const useCapDocument = (id: CapMessageId) =>
  useQuery({
    queryKey: [...KEY, 'document', id],
    queryFn: ({ signal }) => call(readCapDocument, { params: { id }, signal }),
  });

export function useCreateCapSender() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CapSenderInput) => call(createCapSender, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useUpdateCapSender(id: CapSenderId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof updateCapSender.body>) => call(updateCapSender, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export const useRenewCapToken = () =>
  useMutation({ mutationFn: (id: CapSenderId) => call(renewCapToken, { params: { id } }) });
