// `linli coverage`: the same figures for people and for programs, without a server that runs.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCoverage } from '../../src/contract/coverage.ts';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');

describe('linli coverage', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), 'linli-coverage-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const coverage = (...args: string[]) =>
    run(process.execPath, [MAIN, 'coverage', ...args], { env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '' } });

  it('answers one JSON object of the contract', async () => {
    const { stdout } = await coverage('--as-of', '2026-11-20', '--region', '370306001', '--json');
    const answer = readCoverage.reply.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ asOf: '2026-11-20', activeDays: 30, total: { name: '丝绸路街道', households: 0 } });
    expect(answer.items.length).toBeGreaterThan(5);
  });

  it('prints a table whose columns stand below each other, Chinese or not', async () => {
    const { stdout } = await coverage('--as-of', '2026-11-20');
    const [title, ...lines] = stdout.trimEnd().split('\n');
    expect(title).toContain('截至 2026-11-20');
    expect(lines).toHaveLength(1 + 1 + 10);
    const width = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
    expect(new Set(lines.map(width)).size).toBe(1);
  });

  it('says what is wrong with a day to come, and fails', async () => {
    await expect(coverage('--as-of', '2126-01-01')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('日期不能晚于今天'),
    });
  });
});
