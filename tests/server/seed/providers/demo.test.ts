// The demo's providers say what real ones could say.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Statement, UTILITIES, type Utility } from '../../../../src/contract/bills.ts';
import type { Day } from '../../../../src/contract/time.ts';
import { openProviders } from '../../../../src/server/providers/open.ts';
import {
  DEMO_ACCOUNTS,
  demoAccount,
  demoOutages,
  startDemoProviders,
} from '../../../../src/server/seed/providers/demo.ts';
import { NOW } from '../../providers/world.ts';

const WEEK_MS = 7 * 86_400_000;

it('tell what each of its homes owes, through the adapters that real ones have', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-demo-'));
  const demo = await startDemoProviders(folder, () => NOW);
  const providers = openProviders(demo.settings, { clock: () => NOW, log: { warn: () => {} } });
  expect(providers.map(({ utility }) => utility)).toEqual(UTILITIES);
  const ask = (utility: Utility, account: string) => {
    const question = providers.find((each) => each.utility === utility)?.bills?.(account);
    if (!question) throw new Error(`nobody tells bills of ${utility}`);
    return question;
  };
  for (const { utility, account } of DEMO_ACCOUNTS) {
    const { bills } = Statement.parse(await ask(utility, account));
    expect(bills).toMatchObject(
      demoAccount(utility, account, '2026-11-25' as Day).bills.map(({ fen, paid }) => ({
        amountDue: fen,
        status: paid ? 'paid' : expect.stringMatching(/unpaid|overdue/),
      })),
    );
    expect(bills[0]?.status).toBe('unpaid');
  }
  for (const { utility, testAccount } of providers)
    expect((await ask(utility, String(testAccount))).bills).not.toEqual([]);
  await expect(ask('water', '2010000000')).rejects.toMatchObject({ trouble: 'no-account' });
  await demo.stop();
  await rm(folder, { recursive: true });
});

it('know every account once, and one home that pays half for its television', () => {
  const keys = DEMO_ACCOUNTS.map(({ utility, account }) => `${utility} ${account}`);
  expect(new Set(keys).size).toBe(keys.length);
  const tv = DEMO_ACCOUNTS.filter(({ utility }) => utility === 'tv').map(
    ({ account }) => demoAccount('tv', account, '2026-11-25' as Day).bills[0]?.fen,
  );
  expect(tv.filter((fen) => fen === 1_200)).toHaveLength(1);
  expect(tv.filter((fen) => fen === 2_400)).toHaveLength(tv.length - 1);
});

it('plan an outage in the days to come, the same one until it is over', () => {
  for (let now = NOW; now < NOW + WEEK_MS; now += 3_600_000) {
    for (const utility of ['water', 'power'] as const) {
      const [outage] = demoOutages(utility, now);
      const [later] = demoOutages(utility, now + 1);
      expect(Date.parse(String(outage?.to))).toBeGreaterThan(now);
      expect(Date.parse(String(outage?.from)) - now).toBeLessThan(WEEK_MS);
      if (Date.parse(String(outage?.to)) > now + 1) expect(later).toEqual(outage);
    }
  }
});
