// After the run, says once more which parts were left out and how to install them; their tests show as skipped above.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEFT_OUT_FILE } from './needs.ts';

/** Vitest calls it before the first test and what it returns after the last; `needs` writes the file in between. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'linli-left-out-'));
  const file = join(folder, 'lines');
  writeFileSync(file, '');
  process.env[LEFT_OUT_FILE] = file;
  return () => {
    const lines = new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean));
    rmSync(folder, { recursive: true });
    for (const line of lines) process.stdout.write(`LEFT OUT: ${line}\n`);
  };
}
