// The budget of what a box downloads.

import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BUDGET, check, checkPhone, measure, measurePhone, PHONE_BUDGET } from '../../scripts/size.ts';

it('counts the compressed scripts, the legacy bundle with its polyfills', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'linli-size-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  await mkdir(join(dist, 'assets'));
  const files = { 'index-a.js': 3000, 'index-legacy-b.js': 2000, 'polyfills-legacy-c.js': 1000, 'font-d.woff2': 9000 };
  // Random bytes do not compress: what is counted is what was written, but for gzip's own few bytes.
  for (const [name, size] of Object.entries(files)) await writeFile(join(dist, 'assets', name), randomBytes(size));
  const sizes = await measure(dist);
  expect(sizes.modern).toBeCloseTo(3, 1);
  expect(sizes.legacy).toBeCloseTo(3, 1);
});

it('tells the sizes while they are within the budget, and fails above it', () => {
  const { modern, legacy } = BUDGET;
  expect(check(BUDGET)).toContain(`modern ${modern.toFixed(1)} of ${modern} kB, legacy ${legacy.toFixed(1)} of`);
  expect(() => check({ modern: modern + 1, legacy: 1 })).toThrow(`modern ${modern + 1}.0 of ${modern} kB`);
  expect(() => check({ modern: 1, legacy: legacy + 1 })).toThrow(`legacy ${legacy + 1}.0 of ${legacy} kB`);
});

it("counts all of the phone's page, and fails above its budget", async () => {
  const dist = await mkdtemp(join(tmpdir(), 'linli-size-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  await mkdir(join(dist, 'assets'));
  const files = { 'index.html': 1000, 'assets/index-a.js': 3000, 'assets/index-b.css': 2000 };
  for (const [name, size] of Object.entries(files)) await writeFile(join(dist, name), randomBytes(size));
  expect(await measurePhone(dist)).toBeCloseTo(6, 0);
  expect(checkPhone(PHONE_BUDGET)).toContain(`of ${PHONE_BUDGET} kB`);
  expect(() => checkPhone(PHONE_BUDGET + 1)).toThrow('too large');
});
