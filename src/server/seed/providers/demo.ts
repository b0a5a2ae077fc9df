// The demo's providers: bills of its homes that look like bills, and one planned outage of water and of power.
import { createHash } from 'node:crypto';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UTILITIES, type Utility } from '../../../contract/bills.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays, startOfDay } from '../../../domain/time/days.ts';
import { type ProviderSettings, providersIn } from '../../providers/config.ts';
import { SETTLED_MS } from '../../providers/csv-folder.ts';
import { type Clock, instantOf } from '../../runtime.ts';
import { BUILDINGS, homesOf } from '../demo-homes.ts';
import { gasFile, simulatedSettings } from './settings.ts';
import {
  type SimulatedAccount,
  type SimulatedBill,
  type SimulatedOutage,
  startSimulator,
  yuanOf,
} from './simulator.ts';

const PREFIX: Readonly<Record<Utility, string>> = { water: '2010', power: '03706', gas: '5108', tv: '8531' };
const MONTHS = 7;
/** One that is no household's, to try with. */
const TEST_HOME = 'test';

/** A number that looks like the provider's, the same at each start. */
function accountOf(utility: Utility, home: string): string {
  const hash = createHash('sha256').update(`${utility} ${home}`).digest();
  return `${PREFIX[utility]}${String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')}`;
}

const HOMES = BUILDINGS.flatMap((building) =>
  homesOf(building).map(({ code }) => ({ code, isVillage: building.isVillage })),
);

/** Nobody lays gas to the village, and one home's water nobody has linked yet. */
export const DEMO_ACCOUNTS: readonly { household: RegionCode; utility: Utility; account: string }[] = HOMES.flatMap(
  ({ code, isVillage }, index) =>
    UTILITIES.filter((utility) => !(utility === 'gas' && isVillage) && !(utility === 'water' && index === 1)).map(
      (utility) => ({ household: code, utility, account: accountOf(utility, code) }),
    ),
);

interface Tariff {
  /** Fen for a unit; of the television for a month. */
  readonly price: number;
  /** Units a month, by the calendar's months. */
  readonly used: readonly number[];
}
const TARIFFS: Readonly<Record<Utility, Tariff>> = {
  water: { price: 360, used: [6, 6, 7, 7, 8, 9, 10, 10, 8, 7, 7, 6] },
  power: { price: 55, used: [170, 160, 130, 110, 115, 180, 290, 280, 160, 115, 125, 165] },
  gas: { price: 310, used: [22, 21, 17, 12, 10, 9, 8, 8, 9, 11, 16, 21] },
  tv: { price: 2_400, used: [] },
};

/** One home's television is half the price, as its bill says by the amount alone. */
const HALF_HOME = 3;
const HALF = accountOf('tv', HOMES[HALF_HOME]?.code ?? '');

/** The newest month is not paid yet; of some homes, neither is the one before. */
export function demoAccount(utility: Utility, account: string, today: Day): SimulatedAccount {
  const chance = createHash('sha256').update(account).digest();
  const lastMonth = addDays(`${today.slice(0, 7)}-01` as Day, -1);
  const bills: SimulatedBill[] = [];
  for (let to = lastMonth; bills.length < MONTHS; to = addDays(`${to.slice(0, 7)}-01` as Day, -1)) {
    const { price, used } = TARIFFS[utility];
    const much = 0.7 + (chance[bills.length] ?? 0) / 400;
    const units = Math.round((used[Number(to.slice(5, 7)) - 1] ?? 0) * much);
    const fen = utility === 'tv' ? price / (account === HALF ? 2 : 1) : price * units;
    bills.push({
      from: `${to.slice(0, 7)}-01` as Day,
      to,
      fen,
      due: addDays(`${addDays(to, 32).slice(0, 7)}-01` as Day, -1),
      usage: utility === 'tv' ? null : String(units),
      paid: bills.length > 1 || (bills.length === 1 && (chance[31] ?? 0) % 6 > 0),
    });
  }
  return { balanceFen: utility === 'water' ? 0 : ((chance[29] ?? 0) * 53) % 9_000, bills };
}

const WEEK_DAYS = 7;
/** The day in this week or the next that has not ended yet; 1 is Monday. */
function comingDay(weekday: number, today: Day): Day {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay() || WEEK_DAYS;
  return addDays(today, (weekday - now + WEEK_DAYS) % WEEK_DAYS);
}

const HOUR_MS = 3_600_000;
const clockAt = (day: Day, hour: number): Instant => instantOf(startOfDay(day) + hour * HOUR_MS);

/** By the weekday, so that a demo that is started again tells the same. */
export function demoOutages(utility: Utility, now: number): SimulatedOutage[] {
  const today = dayOf(now);
  const plan = (weekday: number, from: number, to: number) => {
    const day = comingDay(weekday, today);
    const next = Date.parse(clockAt(day, to)) > now ? day : addDays(day, WEEK_DAYS);
    return { number: `${utility}-${next}`, from: clockAt(next, from), to: clockAt(next, to) };
  };
  if (utility === 'water')
    return [
      {
        ...plan(5, 8.5, 17),
        areas: ['车站社区'],
        text: '更换新建东路主管道。请提前存好水，来水后先放一会儿，水变清了再用。',
      },
    ];
  if (utility === 'power')
    return [{ ...plan(7, 7, 11), areas: ['车站社区1号楼', '车站社区2号楼'], text: '检修配电箱，请关好家里的电器。' }];
  return [];
}

/** Starts the simulator and puts the gas company's file where it is looked for. */
export async function startDemoProviders(dataDir: string, clock: Clock) {
  const known = new Set(DEMO_ACCOUNTS.map(({ utility, account }) => `${utility} ${account}`));
  for (const utility of UTILITIES) known.add(`${utility} ${accountOf(utility, TEST_HOME)}`);
  const simulator = await startSimulator({
    account: (utility, number) =>
      known.has(`${utility} ${number}`) ? demoAccount(utility, number, dayOf(clock())) : undefined,
    outages: (utility) => demoOutages(utility, clock()),
  });
  const gasFolder = path.join(dataDir, 'demo-gas');
  await writeGasFile(gasFolder, clock());
  const testAccounts = Object.fromEntries(UTILITIES.map((utility) => [utility, accountOf(utility, TEST_HOME)]));
  const areas = { 车站社区1号楼: '370306001001001001', 车站社区2号楼: '370306001001001002' };
  const file = JSON.stringify({ providers: simulatedSettings({ url: simulator.url, gasFolder, areas, testAccounts }) });
  const settings: ProviderSettings[] = providersIn(file, 'the demo', { env: {}, folder: dataDir });
  return { settings, stop: simulator.stop };
}

async function writeGasFile(folder: string, now: number): Promise<void> {
  const accounts = DEMO_ACCOUNTS.filter(({ utility }) => utility === 'gas').map(({ account }) => account);
  const slashed = (day: Day) => day.replaceAll('-', '/');
  const rows = [...accounts, accountOf('gas', TEST_HOME)].flatMap((account) => {
    const { bills, balanceFen } = demoAccount('gas', account, dayOf(now));
    return bills.map(({ from, to, fen, due, usage, paid }) => [
      account,
      slashed(from),
      slashed(to),
      yuanOf(fen),
      yuanOf(balanceFen),
      slashed(due),
      usage ?? '',
      paid ? '已缴' : '未缴',
    ]);
  });
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'bills.csv');
  await writeFile(`${file}.part`, gasFile(rows));
  // It has been lying there for a while: nobody is writing to it.
  const written = new Date(now - 2 * SETTLED_MS);
  await utimes(`${file}.part`, written, written);
  await rename(`${file}.part`, file);
}
