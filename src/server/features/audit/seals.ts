// Seals: the end of the chain, signed now and then with a key that is not in the store; the last is kept beside the key.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Instant } from '../../../contract/time.ts';
import type { Position } from '../../../domain/audit/chain.ts';
import { writePrivately } from '../../keys.ts';
import { ProblemError } from '../../problem.ts';
import { type Clock, instantOf } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { isSealed, macOf } from './digest.ts';
import { findHash, findLastSeal, insertSeal, lockHead, type Seal } from './store.ts';

const KeptSeal = z.object({ number: z.int(), link: z.int(), hash: z.string(), at: Instant, mac: z.string() });

/** Outside the store: a store that was set back, or whose last seals were taken away, does not fit to it. */
const fileOf = (folder: string) => path.join(folder, 'audit-seal.json');

/** Undefined where none was ever kept. @throws SyntaxError, ZodError where the file is spoilt */
export async function readKept(folder: string): Promise<Seal | undefined> {
  const text = await readFile(fileOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : KeptSeal.parse(JSON.parse(text));
}

export function createSealer(deps: { store: Store; key: Buffer; folder: string; clock: Clock }) {
  const { store, key, folder, clock } = deps;
  let running: Promise<Position> | undefined;

  async function seal(): Promise<Position> {
    const kept = await readKept(folder);
    const { made, end } = await store.transaction(async (trx) => {
      const head = await lockHead(trx);
      const last = await findLastSeal(trx);
      // What no longer fits to the last seal is not made good by another one.
      const isWhole =
        head !== undefined &&
        (kept?.number ?? 0) <= (last?.number ?? 0) &&
        (!last || (isSealed(key, last) && (await findHash(trx, last.link))?.hash === last.hash));
      if (!isWhole) throw new ProblemError('audit-broken');
      if (head.link === (last?.link ?? 0)) return { made: last, end: head };
      const next = { number: (last?.number ?? 0) + 1, ...head, at: instantOf(clock()) };
      const made = { ...next, mac: macOf(key, next) };
      await insertSeal(trx, made);
      return { made, end: head };
    });
    if (made && made.number !== kept?.number) await writePrivately(fileOf(folder), `${JSON.stringify(made)}\n`);
    return end;
  }

  /** Nothing happens where the end is sealed already. Several at once are one. @throws ProblemError audit-broken */
  return () => {
    running ??= seal().finally(() => {
      running = undefined;
    });
    return running;
  };
}
