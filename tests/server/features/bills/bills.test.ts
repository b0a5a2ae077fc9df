// A household's bills, from the remote control to the provider and back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../../src/contract/audit.ts';
import { readBills, UTILITIES, type Utility, type UtilityBills } from '../../../../src/contract/bills.ts';
import { readBoxHome } from '../../../../src/contract/boxes.ts';
import { linkAccount, listAccounts, unlinkAccount } from '../../../../src/contract/household-accounts.ts';
import { openPrivate, PRIVATE_HEADER, resetPin } from '../../../../src/contract/households.ts';
import { listProviders, tryProvider } from '../../../../src/contract/providers.ts';
import { FRESH_MS, KEPT_MS } from '../../../../src/server/features/bills/statements.ts';
import { FAILURES_TO_OPEN } from '../../../../src/server/providers/breaker.ts';
import type { Misbehaviour } from '../../../../src/server/seed/providers/simulator.ts';
import { storeEngines } from '../../../support/engines.ts';
import type { Caller } from '../../../support/server.ts';
import { ACCOUNT, gasFile, gasRows, OCTOBER } from '../../providers/world.ts';
import { type BillServer, openBillServer } from './providers.ts';

describe.each(await storeEngines())("a household's bills, on $kind", ({ openDemo }) => {
  let server: BillServer;
  let community: Caller;
  let box: Caller;
  let household: string;
  let pass: string;

  beforeAll(async () => {
    server = await openBillServer(await openDemo());
    community = await server.staff('chezhan');
    box = server.box('车站社区');
    household = (await server.send(box, readBoxHome)).body.chain.at(-1);
    for (const utility of UTILITIES) {
      server.world.accounts.set(utility, OCTOBER);
      await link(utility);
    }
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    for (const utility of UTILITIES) server.world.simulator.misbehave(utility, null);
    // What was asked before is asked anew, and nobody is left in peace any more.
    server.pass(FRESH_MS);
    await server.world.drop('bills.csv', gasFile(gasRows(OCTOBER)));
    pass = await openWith(box);
  });

  const link = (utility: Utility, account = ACCOUNT, caller = community, code = household) =>
    server.send(caller, linkAccount, { params: { code, utility }, body: { account } });
  async function openWith(caller: Caller, code = household): Promise<string> {
    const { pin } = (await server.send(community, resetPin, { params: { code }, body: { reason: '用户忘记密码' } }))
      .body;
    return (await server.send(caller, openPrivate, { body: { pin } })).body.pass;
  }
  const read = (caller = box, given: string | null = pass) =>
    server.send(caller, readBills, { headers: given === null ? {} : { [PRIVATE_HEADER]: given } });
  const billsOf = async (utility: Utility): Promise<UtilityBills> => {
    const answer = await read();
    expect(answer.status).toBe(200);
    return answer.body.items.find((each: UtilityBills) => each.utility === utility);
  };
  const billsAt = async (caller: Caller, code: string): Promise<Partial<Record<Utility, UtilityBills>>> => {
    const { body } = await read(caller, await openWith(caller, code));
    return Object.fromEntries(body.items.map((each: UtilityBills) => [each.utility, each]));
  };
  const states = async () => (await read()).body.items.map((each: UtilityBills) => each.state);

  it('are told by all providers side by side, in their order, behind the PIN', async () => {
    const { status, headers, body } = await read();
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    expect(readBills.reply.parse(body)).toEqual(body);
    expect(body.items).toMatchObject(
      UTILITIES.map((utility) => ({
        utility,
        state: 'known',
        account: '******5678',
        statement: { bills: [{ amountDue: 4_680 }, { amountDue: 5_409 }] },
      })),
    );
    expect(JSON.stringify(body)).not.toContain(ACCOUNT);
  });

  it('stay closed without a pass, with a forged one, and with that of another household', async () => {
    const neighbour = server.box('车站社区', 1);
    const theirs = (await server.send(neighbour, readBoxHome)).body.chain.at(-1);
    const other = await openWith(neighbour, theirs);
    expect((await read(box, null)).body.code).toBe('private-closed');
    expect((await read(box, `${pass}x`)).body.code).toBe('private-closed');
    expect((await read(box, other)).body.code).toBe('private-closed');
    expect((await read(neighbour, pass)).body.code).toBe('private-closed');
    expect((await read(neighbour, other)).body.items).toMatchObject(
      UTILITIES.map((utility) => ({ utility, state: 'not-linked' })),
    );
  });

  const FAULTS: readonly [Misbehaviour, string][] = [
    ['hang', 'unreachable'],
    ['drip', 'unreachable'],
    ['hang-up', 'unreachable'],
    ['error-500', 'unreachable'],
    ['login-page', 'unreadable'],
    ['broken', 'unreadable'],
    ['entities', 'unreadable'],
    ['huge', 'unreadable'],
    ['negative', 'unreadable'],
    ['absurd', 'unreadable'],
    ['other-account', 'unreadable'],
  ];
  it.each(FAULTS)('are told by the others where one provider fails (%s): it is %s', async (fault, trouble) => {
    for (const utility of ['water', 'power'] as const) {
      server.world.simulator.misbehave(utility, fault);
      expect(await billsOf(utility)).toMatchObject({ state: 'trouble', trouble });
      expect((await states()).filter((state: string) => state === 'known')).toHaveLength(3);
      server.world.simulator.misbehave(utility, null);
      server.pass(FRESH_MS);
      pass = await openWith(box);
    }
  });

  it('are shown as they last were, with their date, where the provider does not answer now', async () => {
    const known = await billsOf('water');
    server.world.simulator.misbehave('water', 'error-500');
    server.pass(FRESH_MS - 1);
    expect(await billsOf('water')).toEqual(known);
    server.pass(1);
    const statement = known.state === 'known' ? known.statement : null;
    expect(await billsOf('water')).toMatchObject({ state: 'trouble', trouble: 'unreachable', last: statement });
    server.pass(KEPT_MS - FRESH_MS);
    community = await server.staff('chezhan');
    pass = await openWith(box);
    expect(await billsOf('water')).toMatchObject({ state: 'trouble', last: null });
  });

  it('are asked for once in five minutes, however often somebody looks', async () => {
    const before = server.world.simulator.asked('water');
    await Promise.all([read(), read(), read()]);
    await read();
    expect(server.world.simulator.asked('water')).toBe(before + 1);
  });

  it('say that the number is to be checked where the provider knows none such', async () => {
    server.world.accounts.delete('water');
    expect(await billsOf('water')).toMatchObject({ state: 'trouble', trouble: 'no-account', last: null });
    server.world.accounts.set('water', OCTOBER);
  });

  it('are on record as looked at, with nothing of what they are', async () => {
    await read();
    const auditor = await server.staff('auditor');
    const { body } = await server.send(auditor, listAudit, { query: { action: 'bill.read' } });
    expect(body.items[0]).toMatchObject({
      subject: household,
      detail: { utilities: expect.arrayContaining(['water']) },
    });
    expect(JSON.stringify(body)).not.toMatch(/4680|5678/);
  });

  describe("a household's account", () => {
    const params = () => ({ code: household, utility: 'gas' });

    it('is listed masked, with who linked it', async () => {
      const { body } = await server.send(community, listAccounts, { params: { code: household } });
      expect(listAccounts.reply.parse(body)).toEqual(body);
      expect(body.items.map((each: { utility: string }) => each.utility)).toEqual(UTILITIES);
      expect(body.items[0]).toMatchObject({ linked: { account: '******5678', by: '李书记' } });
    });

    it('is nowhere in the store as it is', async () => {
      const rows = await server.store.db.selectFrom('household_account').selectAll().execute();
      const audit = await server.store.db.selectFrom('audit').selectAll().execute();
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify([rows, audit])).not.toContain(ACCOUNT);
    });

    it('is taken off, and then its bills are shown no more', async () => {
      const { body } = await server.send(community, unlinkAccount, { params: params() });
      expect(body.items[2]).toMatchObject({ utility: 'gas', linked: null });
      expect(await billsOf('gas')).toMatchObject({ state: 'not-linked' });
      expect((await link('gas', ' 2010 335678 ')).body.items[2].linked.account).toBe('******5678');
      expect(await billsOf('gas')).toMatchObject({ state: 'known' });
    });

    it('belongs to one household', async () => {
      const theirs = (await server.send(server.box('车站社区', 1), readBoxHome)).body.chain.at(-1);
      expect((await link('water', ACCOUNT, community, theirs)).body.code).toBe('account-linked');
      expect((await link('water', '2010339999', community, theirs)).status).toBe(200);
      expect((await link('water', '2010339999', community, household)).body.code).toBe('account-linked');
    });

    it('cannot be moved to another household by whoever writes to the store', async () => {
      const theirs = (await server.send(server.box('车站社区', 2), readBoxHome)).body.chain.at(-1);
      await link('tv', '8531000001', community, theirs);
      await link('water', '2010337777', community, theirs);
      const { account } = await server.store.db
        .selectFrom('household_account')
        .select('account')
        .where('household', '=', household as never)
        .where('utility', '=', 'tv')
        .executeTakeFirstOrThrow();
      await server.store.db
        .updateTable('household_account')
        .set({ account })
        .where('household', '=', theirs)
        .where('utility', '=', 'tv')
        .execute();
      const other = server.box('车站社区', 2);
      const answer = await read(other, await openWith(other, theirs));
      // That one is as if nobody had linked it, and what else they have is told as ever.
      expect(answer.status).toBe(200);
      expect(readBills.reply.parse(answer.body)).toEqual(answer.body);
      const others = await billsAt(other, theirs);
      expect(others.tv).toMatchObject({ state: 'not-linked' });
      expect(others.water).toMatchObject({ state: 'trouble', trouble: 'no-account' });
      expect(JSON.stringify(others)).not.toContain('4680');
      // To link it again puts it right.
      await link('tv', '8531000001', community, theirs);
      expect((await billsAt(other, theirs)).tv).toMatchObject({ state: 'trouble', account: '******0001' });
    });

    it("is none of another community's business", async () => {
      const village = await server.staff('lijiatuan');
      expect((await link('water', '1234567890', village)).body.code).toBe('region-outside');
      expect((await server.send(village, listAccounts, { params: { code: household } })).body.code).toBe(
        'region-outside',
      );
      expect((await link('water', '1234567890', await server.staff('auditor'))).body.code).toBe('forbidden');
    });

    it.each(['', '123', 'x'.repeat(25), '2010/33', '20103*5678'])('is not %j', async (account) => {
      expect((await link('gas', account)).body.code).toBe('bad-input');
    });
  });

  describe("the providers' state", () => {
    it('shows what failed, and nothing of any household', async () => {
      server.world.simulator.misbehave('water', 'negative');
      await read();
      const { body } = await server.send(await server.staff('operator'), listProviders);
      expect(listProviders.reply.parse(body)).toEqual(body);
      const water = body.items[0];
      expect(water).toMatchObject({ utility: 'water', kind: 'json', calls: [{ call: 'bills' }, { call: 'outages' }] });
      expect(water.calls[0]).toMatchObject({ trouble: 'unreadable', detail: '第 1 条账单的金额不对' });
      expect(JSON.stringify(body)).not.toMatch(/4680|46\.80|5678/);
    });

    it("is the operator's alone", async () => {
      for (const account of ['chezhan', 'district', 'auditor', 'sichoulu']) {
        const caller = await server.staff(account);
        expect((await server.send(caller, listProviders)).body.code).toBe('forbidden');
        expect((await server.send(caller, tryProvider, { params: { utility: 'water' } })).body.code).toBe('forbidden');
      }
    });

    it('shows a provider that is left in peace, until somebody tries it', async () => {
      const operator = await server.staff('operator');
      server.world.simulator.misbehave('water', 'error-500');
      for (let time = 0; time < FAILURES_TO_OPEN; time += 1) await read();
      const asked = server.world.simulator.asked('water');
      expect(await billsOf('water')).toMatchObject({ trouble: 'unreachable' });
      expect(server.world.simulator.asked('water')).toBe(asked);
      const paused = (await server.send(operator, listProviders)).body.items[0].calls[0];
      expect(paused).toMatchObject({ trouble: 'unreachable', detail: '对方回答了错误 500' });
      expect(paused.pausedUntil).not.toBeNull();

      server.world.simulator.misbehave('water', null);
      const { status, body } = await server.send(operator, tryProvider, { params: { utility: 'water' } });
      expect(status).toBe(200);
      expect(body.calls.map((call: { pausedUntil: string | null }) => call.pausedUntil)).toEqual([null, null]);
      expect(await billsOf('water')).toMatchObject({ state: 'known' });
    });
  });
});
