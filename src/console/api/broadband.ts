// Broadband offers, and the households that asked to be called.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type BroadbandOffer,
  createOffer,
  listContacts,
  listOffers,
  moveContact,
  type OfferInput,
  readContact,
  removeOffer,
  updateOffer,
} from '../../contract/broadband.ts';
import type { ContactId, OfferId } from '../../contract/ids.ts';
import { call } from './client.ts';

const OFFERS = ['offers'] as const;
const CONTACTS = ['contacts'] as const;

export function useOffers(query: z.input<typeof listOffers.query>) {
  return useQuery({
    queryKey: [...OFFERS, query],
    queryFn: ({ signal }) => call(listOffers, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** `offer` is what the edit was made from; null: it is a new one. */
export function useSaveOffer(offer: BroadbandOffer | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OfferInput) =>
      offer
        ? call(updateOffer, { params: { id: offer.id }, body: { ...body, revision: offer.revision } })
        : call(createOffer, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: OFFERS }),
  });
}

export function useRemoveOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: OfferId) => call(removeOffer, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: OFFERS }),
  });
}

export function useContacts(query: z.input<typeof listContacts.query>) {
  return useQuery({
    queryKey: [...CONTACTS, query],
    queryFn: ({ signal }) => call(listContacts, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Asked once for each look: each is put on record. */
export function useReadContact() {
  return useMutation({ mutationFn: (id: ContactId) => call(readContact, { params: { id } }) });
}

export function useMoveContact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: ContactId } & z.input<typeof moveContact.body>) =>
      call(moveContact, { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: CONTACTS }),
  });
}
