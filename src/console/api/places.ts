// Places: the table, entering, changing and removing one.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { PlaceId } from '../../contract/ids.ts';
import {
  createPlace,
  listPlaces,
  type Place,
  type PlaceInput,
  removePlace,
  updatePlace,
} from '../../contract/places.ts';
import { call } from './client.ts';

const KEY = ['places'] as const;

export function usePlaces(query: z.input<typeof listPlaces.query>) {
  return useQuery({
    queryKey: [...KEY, query],
    queryFn: ({ signal }) => call(listPlaces, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** `place` is what the edit was made from; null: it is a new one. */
export function useSavePlace(place: Place | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlaceInput) =>
      place
        ? call(updatePlace, { params: { id: place.id }, body: { ...body, revision: place.revision } })
        : call(createPlace, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRemovePlace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: PlaceId) => call(removePlace, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
