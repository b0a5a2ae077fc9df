// Proof of display: figures and curve, the boxes that did not, the workbook.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { listProofBoxes, PROOF_XLSX_PATH, readProof } from '../../contract/proof.ts';
import { call, urlOf } from './client.ts';

const KEY = ['proof'] as const;
/** Boxes report within seconds; the count goes through all of them. */
const EVERY_MS = 10_000;

/** Asks again while the page is looked at. */
export function useProof(item: string, query: z.input<typeof readProof.query>) {
  return useQuery({
    queryKey: [...KEY, 'figures', item, query],
    queryFn: ({ signal }) => call(readProof, { params: { item }, query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
  });
}

export function useProofBoxes(item: string, query: z.input<typeof listProofBoxes.query>) {
  return useQuery({
    queryKey: [...KEY, 'boxes', item, query],
    queryFn: ({ signal }) => call(listProofBoxes, { params: { item }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Where the browser loads the workbook; that it was taken is put on record. */
export const proofXlsxUrl = (item: string, query: z.input<typeof readProof.query>): string =>
  urlOf(PROOF_XLSX_PATH, { item }, query);
