// How much JavaScript a box downloads, gzip, against what it may be: `node scripts/size.ts` after a build.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type Bundle = 'modern' | 'legacy';

/**
 * kB of 1000 bytes, without video, which is loaded when a channel opens; `legacy` with its polyfills. What residents look
 * up or report is in it (the guides 13 kB, requests and their keyboard 18 kB): it answers without a network, so nothing
 * of it may have to be fetched first.
 */
export const BUDGET: Readonly<Record<Bundle, number>> = { modern: 214, legacy: 298 };

/** @param dist folder of the built television app; returns kB */
export async function measure(dist: string): Promise<Record<Bundle, number>> {
  const assets = path.join(dist, 'assets');
  const bytes = { modern: 0, legacy: 0 };
  for (const file of await readdir(assets)) {
    if (!file.endsWith('.js')) continue;
    const { length } = gzipSync(await readFile(path.join(assets, file)), { level: 9 });
    bytes[file.includes('-legacy') ? 'legacy' : 'modern'] += length;
  }
  return { modern: bytes.modern / 1000, legacy: bytes.legacy / 1000 };
}

/** @throws Error naming what is too large */
export function check(sizes: Readonly<Record<Bundle, number>>): string {
  const told = (Object.keys(BUDGET) as Bundle[]).map(
    (bundle) => `${bundle} ${sizes[bundle].toFixed(1)} of ${BUDGET[bundle]} kB`,
  );
  const text = `television JavaScript, gzip: ${told.join(', ')}`;
  const within = sizes.modern <= BUDGET.modern && sizes.legacy <= BUDGET.legacy;
  if (!within) throw new Error(`${text}: too large`);
  return text;
}

if (import.meta.main) console.log(check(await measure(path.resolve(import.meta.dirname, '../dist/tv'))));
