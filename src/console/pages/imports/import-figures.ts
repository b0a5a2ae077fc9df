// An import's figures: how many rows are fine, how many want mending, how far it is.
import type { Import, ImportResult } from '../../../contract/imports.ts';

type Counts = Import['counts'];

/** Rows nobody has to do anything about. */
const FINE: readonly ImportResult[] = ['good', 'same'];
const FAULTY: readonly ImportResult[] = ['duplicate', 'unknown-address', 'malformed'];

const sum = (counts: Counts, results: readonly ImportResult[]) =>
  results.reduce((total, result) => total + counts[result], 0);

export const fineOf = (counts: Counts): number => sum(counts, FINE);
export const faultyOf = (counts: Counts): number => sum(counts, FAULTY);

/** Whole per cent, cut: 100 only when all is done. Nought while the rows are counted. */
export function progressOf({ state, done, rows }: Pick<Import, 'state' | 'done' | 'rows'>): number {
  if (state === 'done') return 100;
  return rows === null || rows === 0 ? 0 : Math.min(99, Math.floor((done * 100) / rows));
}

/** A dry run that is done, and has something to store. */
export function canApply({ dryRun, state, counts }: Pick<Import, 'dryRun' | 'state' | 'counts'>): boolean {
  return dryRun && state === 'done' && counts.good > 0;
}
