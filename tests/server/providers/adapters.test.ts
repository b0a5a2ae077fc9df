// What every provider's adapter does, whatever the provider speaks.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Statement, Statement as StatementSchema, type Utility } from '../../../src/contract/bills.ts';
import type { Misbehaviour, SimulatedAccount } from '../../../src/server/seed/providers/simulator.ts';
import { ACCOUNT, gasFile, gasRows, OCTOBER, OUTAGE, openWorld, type World } from './world.ts';

interface Case {
  readonly utility: Utility;
  readonly speaks: string;
  /** What the provider says of the account from now on; `amount`: in place of the first bill's, as it is written. */
  tell(world: World, account: SimulatedAccount | undefined, fault?: Misbehaviour): Promise<void>;
  /** What it tells of beyond the amounts. */
  readonly told: { readonly usage: string | null; readonly balance: number | null };
}

const overHttp =
  (utility: Utility) => async (world: World, account: SimulatedAccount | undefined, fault?: Misbehaviour) => {
    if (account) world.accounts.set(utility, account);
    else world.accounts.delete(utility);
    world.simulator.misbehave(utility, fault ?? null);
  };

const CASES: readonly Case[] = [
  { utility: 'water', speaks: 'JSON', tell: overHttp('water'), told: { usage: '13.5', balance: null } },
  { utility: 'power', speaks: 'XML', tell: overHttp('power'), told: { usage: '13.5', balance: 8_735 } },
  { utility: 'tv', speaks: 'JSON in fen', tell: overHttp('tv'), told: { usage: null, balance: 8_735 } },
  {
    utility: 'gas',
    speaks: 'CSV',
    async tell(world, account, fault) {
      const wrong = { negative: '-46.80', absurd: '98765432.10', fraction: '46.805' }[String(fault)];
      const rows = account ? gasRows(account, ACCOUNT, wrong ? [wrong, '54.09'] : undefined) : [];
      await world.drop('bills.csv', gasFile(rows));
    },
    told: { usage: '13.5', balance: 8_735 },
  },
];

describe.each(CASES)('a provider that speaks $speaks ($utility)', ({ utility, tell, told }) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.stop());
  // A file is known by its time: each telling is a new one.
  beforeEach(() => world.pass(60_000));

  const ask = (): Promise<Statement> => world.bills(utility);

  it('tells what an account owes, to the fen', async () => {
    await tell(world, OCTOBER);
    const statement = await ask();
    expect(StatementSchema.parse(statement)).toEqual(statement);
    expect(statement.balance).toBe(told.balance);
    expect(statement.bills).toMatchObject([
      { period: { from: '2026-10-01', to: '2026-10-31' }, amountDue: 4_680, dueOn: '2026-11-28', status: 'unpaid' },
      { period: { from: '2026-09-01', to: '2026-09-30' }, amountDue: 5_409, dueOn: '2026-10-28', status: 'paid' },
    ]);
    expect(statement.bills[0]?.usage?.value ?? null).toBe(told.usage);
  });

  it('says that a bill is overdue from the day after its last on', async () => {
    const bill = OCTOBER.bills[0];
    if (!bill) throw new Error('no bill');
    await tell(world, { ...OCTOBER, bills: [{ ...bill, due: '2026-11-24' as typeof bill.due }] });
    expect((await ask()).bills[0]?.status).toBe('overdue');
    world.pass(60_000);
    await tell(world, { ...OCTOBER, bills: [{ ...bill, due: '2026-11-25' as typeof bill.due }] });
    expect((await ask()).bills[0]?.status).toBe('unpaid');
  });

  it('says so where it knows no such account', async () => {
    await tell(world, undefined);
    await expect(ask()).rejects.toMatchObject({ trouble: 'no-account' });
  });

  it.each(['negative', 'absurd'] as const)('refuses an answer with an amount that is %s', async (fault) => {
    await tell(world, OCTOBER, fault);
    await expect(ask()).rejects.toMatchObject({ trouble: 'unreadable', fault: 'amount', place: 1 });
  });

  it('refuses a period that ends before it begins, and one of another century', async () => {
    const bill = OCTOBER.bills[0];
    if (!bill) throw new Error('no bill');
    const from = (day: string, to: string) => ({
      ...OCTOBER,
      bills: [{ ...bill, from: day as typeof bill.from, to: to as typeof bill.to }],
    });
    await tell(world, from('1926-10-01', '1926-10-31'));
    await expect(ask()).rejects.toMatchObject({ trouble: 'unreadable', fault: 'period' });
    if (utility === 'power' || utility === 'tv') return;
    world.pass(60_000);
    await tell(world, from('2026-10-31', '2026-10-01'));
    await expect(ask()).rejects.toMatchObject({ trouble: 'unreadable', fault: 'period' });
  });

  it('tells nothing where nothing was billed yet, or that it knows no such account', async () => {
    await tell(world, { ...OCTOBER, bills: [] });
    // A file without a row knows nobody.
    if (utility === 'gas') await expect(ask()).rejects.toMatchObject({ trouble: 'no-account' });
    else expect((await ask()).bills).toEqual([]);
  });
});

describe('a provider over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    for (const utility of ['water', 'power', 'tv'] as const) world.accounts.set(utility, OCTOBER);
  });
  afterAll(() => world.stop());

  const FAULTS: readonly [Misbehaviour, string, string][] = [
    ['hang', 'unreachable', 'time'],
    ['drip', 'unreachable', 'time'],
    ['hang-up', 'unreachable', 'connection'],
    ['error-500', 'unreachable', 'status'],
    ['redirect', 'unreachable', 'status'],
    ['huge', 'unreadable', 'too-large'],
    ['other-account', 'unreadable', 'account'],
  ];
  describe.each(FAULTS)('that answers badly (%s)', (misbehaviour, trouble, fault) => {
    it.each(['water', 'power', 'tv'] as const)(`is ${trouble}: %s`, async (utility) => {
      world.simulator.misbehave(utility, misbehaviour);
      await expect(world.bills(utility)).rejects.toMatchObject({ trouble, fault });
      world.simulator.misbehave(utility, null);
      expect((await world.bills(utility)).bills).toHaveLength(2);
    });
  });

  it.each(['login-page', 'broken', 'entities'] as const)(
    'is unreadable where it sends something else (%s)',
    async (fault) => {
      for (const utility of ['water', 'power', 'tv'] as const) {
        world.simulator.misbehave(utility, fault);
        await expect(world.bills(utility)).rejects.toMatchObject({ trouble: 'unreadable' });
        world.simulator.misbehave(utility, null);
      }
    },
  );

  it('refuses a part of a fen in place of rounding it', async () => {
    for (const utility of ['water', 'power'] as const) {
      world.simulator.misbehave(utility, 'fraction');
      await expect(world.bills(utility)).rejects.toMatchObject({ trouble: 'unreadable', fault: 'amount' });
      world.simulator.misbehave(utility, null);
    }
  });

  it('cannot be reached where nobody listens', async () => {
    const other = await openWorld();
    await other.stop();
    await expect(other.bills('water')).rejects.toMatchObject({ trouble: 'unreachable', fault: 'connection' });
  });

  it('tells of planned outages, in JSON and in XML, with what it calls an area as the region it is', async () => {
    for (const utility of ['water', 'power'] as const) {
      world.outages.set(utility, [OUTAGE]);
      expect(await world.provider(utility).outages?.()).toEqual([{ ...OUTAGE, areas: ['车站社区', '370306001003'] }]);
      world.outages.set(utility, [{ ...OUTAGE, to: null }]);
      expect(await world.provider(utility).outages?.()).toMatchObject([{ number: 'W-1', to: null }]);
      world.outages.set(utility, []);
      expect(await world.provider(utility).outages?.()).toEqual([]);
    }
  });

  it('is not believed an outage that ends before it begins, lasts for months, or comes twice', async () => {
    const ask = (...outages: (typeof OUTAGE)[]) => {
      world.outages.set('water', outages);
      return world.provider('water').outages?.();
    };
    await expect(ask({ ...OUTAGE, to: OUTAGE.from })).rejects.toMatchObject({ trouble: 'unreadable', fault: 'times' });
    const spring = '2027-04-01T00:00:00.000Z' as typeof OUTAGE.from;
    await expect(ask({ ...OUTAGE, to: spring })).rejects.toMatchObject({ trouble: 'unreadable', fault: 'times' });
    await expect(ask(OUTAGE, OUTAGE)).rejects.toMatchObject({ trouble: 'unreadable', fault: 'number', place: 2 });
    await expect(ask({ ...OUTAGE, areas: [] })).rejects.toMatchObject({ trouble: 'unreadable', fault: 'areas' });
    await expect(ask({ ...OUTAGE, text: ' ' })).rejects.toMatchObject({ trouble: 'unreadable', fault: 'text' });
  });
});
