// A world of one account for each utility, told over HTTP and in files, which a test can change as it likes.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Utility } from '../../../src/contract/bills.ts';
import type { Day, Instant } from '../../../src/contract/time.ts';
import { providersIn } from '../../../src/server/providers/config.ts';
import { csvFolder } from '../../../src/server/providers/csv-folder.ts';
import { overHttp } from '../../../src/server/providers/over-http.ts';
import type { Provider } from '../../../src/server/providers/port.ts';
import { gasFile, simulatedSettings } from '../../../src/server/seed/providers/settings.ts';
import {
  type SimulatedAccount,
  type SimulatedOutage,
  startSimulator,
  yuanOf,
} from '../../../src/server/seed/providers/simulator.ts';

export const NOW = Date.parse('2026-11-25T04:00:00.000Z');
export const ACCOUNT = '2010335678';
/** Far above what an answer takes here; for those that wait on purpose. */
const TIME_LIMIT_MS = 300;

const day = (text: string) => text as Day;
export const instant = (text: string) => text as Instant;

export const OCTOBER: SimulatedAccount = {
  balanceFen: 8_735,
  bills: [
    {
      from: day('2026-10-01'),
      to: day('2026-10-31'),
      fen: 4_680,
      due: day('2026-11-28'),
      usage: '13.5',
      paid: false,
    },
    { from: day('2026-09-01'), to: day('2026-09-30'), fen: 5_409, due: day('2026-10-28'), usage: '15', paid: true },
  ],
};

export const OUTAGE: SimulatedOutage = {
  number: 'W-1',
  areas: ['车站社区', '东门小区'],
  from: instant('2026-11-27T00:30:00.000Z'),
  to: instant('2026-11-27T09:00:00.000Z'),
  text: '更换主管道，请提前储水。',
};

/** With a clock of its own, unless it is given one. */
export async function openWorld(given?: () => number) {
  let now = NOW;
  const clock = given ?? (() => now);
  const accounts = new Map<Utility, SimulatedAccount>();
  const outages = new Map<Utility, readonly SimulatedOutage[]>();
  const simulator = await startSimulator({
    account: (utility, number) => (number === ACCOUNT ? accounts.get(utility) : undefined),
    outages: (utility) => outages.get(utility) ?? [],
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-providers-'));
  const gasFolder = path.join(folder, 'gas');
  await mkdir(gasFolder);
  const areas = { 东门小区: '370306001003' };
  const file = JSON.stringify({
    providers: simulatedSettings({ url: simulator.url, gasFolder, areas, timeLimitMs: TIME_LIMIT_MS }),
  });
  const settings = providersIn(file, 'a test', { env: {}, folder });
  const all = new Map<Utility, Provider>(
    settings.map((one) => [one.utility, one.kind === 'csv' ? csvFolder(one, clock) : overHttp(one, clock)]),
  );

  return {
    simulator,
    settings,
    accounts,
    outages,
    gasFolder,
    clock,
    pass(ms: number): void {
      now += ms;
    },
    provider(utility: Utility): Provider {
      const found = all.get(utility);
      if (!found) throw new Error(`no provider of ${utility}`);
      return found;
    },
    bills(utility: Utility, account = ACCOUNT) {
      const { bills } = this.provider(utility);
      if (!bills) throw new Error(`${utility} has no bills`);
      return bills(account);
    },
    /** A file in the gas company's folder, `ageMs` old. */
    async drop(name: string, content: string | Uint8Array, ageMs = 3_600_000): Promise<void> {
      const whole = path.join(gasFolder, name);
      await writeFile(whole, content);
      const at = new Date(clock() - ageMs);
      await utimes(whole, at, at);
    },
    async stop(): Promise<void> {
      await simulator.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

export const gasRows = (
  { bills, balanceFen }: SimulatedAccount,
  account = ACCOUNT,
  amounts: readonly string[] = bills.map(({ fen }) => yuanOf(fen)),
): string[][] =>
  bills.map(({ from, to, due, usage, paid }, index) => [
    account,
    from.replaceAll('-', '/'),
    to.replaceAll('-', '/'),
    amounts[index] ?? '',
    yuanOf(balanceFen),
    due.replaceAll('-', '/'),
    usage ?? '',
    paid ? '已缴' : '未缴',
  ]);

export { gasFile };
