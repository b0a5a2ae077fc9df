// PGlite has no background processes: the log of changes stays small because somebody looks after it.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startMaintenance } from '../../../src/server/store/maintenance.ts';
import type { Engine } from '../../../src/server/store/pglite-engine.ts';
import { startTestEngine } from '../../support/store.ts';
import { NOW, recordingLog } from './databases.ts';

const MB = 1024 * 1024;
const MINUTE = 60_000;

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.close());
beforeEach(() => engine.exec('drop table if exists sample; create table sample (n integer primary key, text text)'));

/** Maintenance whose timer fires when the test says so; `tick` resolves to the statements it ran. */
async function underTest() {
  let fire = () => {};
  let now = NOW;
  const timers = {
    after: () => () => {},
    every(_ms: number, run: () => void) {
      fire = run;
      return () => {};
    },
  };
  const log = recordingLog();
  const maintenance = await startMaintenance({ engine, timers, clock: () => now, log });
  return {
    log,
    pass(ms: number): void {
      now += ms;
    },
    async tick(): Promise<string[]> {
      const exec = vi.spyOn(engine, 'exec');
      fire();
      await maintenance.stop();
      const statements = exec.mock.calls.map(([statement]) => statement);
      exec.mockRestore();
      return statements;
    },
  };
}

async function walBytes(): Promise<number> {
  const { rows } = await engine.query<{ bytes: number }>('select sum(size)::bigint as bytes from pg_ls_waldir()');
  return rows[0]?.bytes ?? 0;
}

describe('maintenance', () => {
  test('keeps the log of changes small and clears dead rows away once much was written', async () => {
    const { tick } = await underTest();
    await engine.exec('insert into sample select n from generate_series(1, 100) as n; update sample set n = -n');
    await engine.exec(
      "select pg_logical_emit_message(false, 'test', repeat('x', 1000000)) from generate_series(1, 200)",
    );
    expect(await walBytes()).toBeGreaterThan(180 * MB);
    await engine.query('select pg_stat_force_next_flush()');
    expect(await tick()).toEqual(['checkpoint', 'vacuum (analyze) sample']);
    expect(await walBytes()).toBeLessThan(100 * MB);
  });

  test('waits some minutes when little was written', async () => {
    const { tick, pass } = await underTest();
    await engine.exec('insert into sample values (1)');
    expect(await tick()).toEqual([]);
    pass(5 * MINUTE);
    expect(await tick()).toContain('checkpoint');
    await engine.exec('insert into sample values (2)');
    pass(4 * MINUTE);
    expect(await tick()).toEqual([]);
    pass(MINUTE);
    expect(await tick()).toContain('checkpoint');
  });

  test('does nothing while nothing is written, however long', async () => {
    const { tick, pass } = await underTest();
    pass(60 * MINUTE);
    expect(await tick()).toEqual([]);
  });

  test('that fails is told to the log and tried again', async () => {
    const { tick, pass, log } = await underTest();
    await engine.exec('insert into sample values (1)');
    pass(5 * MINUTE);
    vi.spyOn(engine, 'query').mockRejectedValueOnce(new Error('not now'));
    expect(await tick()).toEqual([]);
    expect(log.lines).toEqual([expect.stringMatching(/^warn: store maintenance failed .*not now/)]);
    expect(await tick()).toContain('checkpoint');
  });
});
