import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { leash } from '../../../support/leash.ts';

const BENCH = path.join(import.meta.dirname, '../../../../scripts/bench/main.ts');

/** In a process of its own, so that nobody else's memory counts. */
async function bench(...args: string[]): Promise<Record<string, number>> {
  const { child, end } = leash([process.execPath, BENCH, 'import', ...args, '--json']);
  let [printed, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code] = await once(child, 'exit');
  await end();
  expect(errors).toBe('');
  expect(code).toBe(0);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Record<string, number>;
}

describe('a long list', () => {
  it('of 100,000 rows in CSV is stored whole, in bounded memory', async () => {
    const figures = await bench('--rows', '100000', '--format', 'csv');
    // Measured: 11 MB for the reading alone; 107 MB with the embedded database, whose own growth is most of it.
    expect(figures.readRssGrowthMb).toBeLessThan(80);
    expect(figures.rssGrowthMb).toBeLessThan(300);
  }, 120_000);

  it('of 20,000 rows in XLSX is stored whole, in bounded memory', async () => {
    const figures = await bench('--rows', '20000', '--format', 'xlsx');
    expect(figures.readRssGrowthMb).toBeLessThan(100);
    expect(figures.rssGrowthMb).toBeLessThan(300);
  }, 120_000);
});
