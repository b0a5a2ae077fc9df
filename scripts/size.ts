// How much a box or a phone downloads, gzip, against what it may be: `node scripts/size.ts` after a build.
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

/** kB of the page that a phone goes on with a request by, everything in it: it opens on a thin line, in a second. */
export const PHONE_BUDGET = 60;

/** @param dist folder of the built page; returns kB */
export async function measurePhone(dist: string): Promise<number> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => /\.(html|css|js|svg)$/.test(file));
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(path.join(dist, file)), { level: 9 }).length;
  return bytes / 1000;
}

/** @throws Error where it is too large */
export function checkPhone(size: number): string {
  const text = `phone's page, gzip: ${size.toFixed(1)} of ${PHONE_BUDGET} kB`;
  if (size > PHONE_BUDGET) throw new Error(`${text}: too large`);
  return text;
}

if (import.meta.main) {
  const built = (name: string) => path.resolve(import.meta.dirname, '../dist', name);
  console.log(check(await measure(built('tv'))));
  console.log(checkPhone(await measurePhone(built('phone'))));
}
