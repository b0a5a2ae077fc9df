// Households: the PIN, what it opens, and how little guessing it helps.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import {
  findHouseholds,
  openPrivate,
  PIN_LOCK_MS,
  PIN_TRIES,
  PRIVATE_HEADER,
  readHousehold,
  resetPin,
} from '../../../src/contract/households.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

describe('a household', () => {
  let server: TestServer;
  let community: Caller;
  let box: Caller;
  let household: string;
  let pin: string;

  beforeAll(async () => {
    server = await openTestServer();
    community = await server.staff('chezhan');
    box = server.box('车站社区');
    household = (await server.send(box, readBoxHome)).body.chain.at(-1);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    pin = (await reset(community)).body.pin;
  });

  const reset = (caller: Caller, code = household, reason = '用户忘记密码') =>
    server.send(caller, resetPin, { params: { code }, body: { reason } });
  const open = (given: string, caller = box) => server.send(caller, openPrivate, { body: { pin: given } });
  const view = (pass: string | undefined, caller = box) =>
    server.send(caller, readHousehold, { headers: pass === undefined ? {} : { [PRIVATE_HEADER]: pass } });
  const wrong = () => (pin === '123456' ? '654321' : '123456');

  it('is opened by its PIN, for as long as the pass is good', async () => {
    const { status, body } = await open(pin);
    expect(status).toBe(201);
    expect(await view(body.pass)).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: { address: '周村区 丝绸路街道 车站社区 1号楼 101', boxes: [{ own: true, state: 'authorised' }] },
    });
    server.pass(Date.parse(body.expiresAt) - server.now());
    expect((await view(body.pass)).body.code).toBe('private-closed');
  });

  it('stays closed without a pass, with a forged one, and with that of another home', async () => {
    const { body } = await open(pin);
    const neighbour = server.box('车站社区', 1);
    expect((await view(undefined)).body.code).toBe('private-closed');
    expect((await view(`${body.pass}x`)).body.code).toBe('private-closed');
    expect((await view(body.pass, neighbour)).body.code).toBe('private-closed');
  });

  it('shows numbers masked', async () => {
    await server.store.db
      .updateTable('box')
      .set({ smart_card: '8531002026000017' as never })
      .where('household', '=', household as never)
      .execute();
    const { body } = await view((await open(pin)).body.pass);
    expect(body.boxes[0].smartCard).toBe('8531********0017');
  });

  it(`locks after ${PIN_TRIES} wrong PINs in a row, the right one included, and opens again after a while`, async () => {
    for (let n = 1; n < PIN_TRIES; n++) expect((await open(wrong())).body.code).toBe('pin-wrong');
    expect((await open(wrong())).body.code).toBe('pin-locked');
    expect((await open(pin)).body.code).toBe('pin-locked');
    server.pass(PIN_LOCK_MS + 1);
    expect((await open(pin)).status).toBe(201);
  });

  it('forgets wrong tries with a right one', async () => {
    for (let n = 1; n < PIN_TRIES; n++) await open(wrong());
    expect((await open(pin)).status).toBe(201);
    expect((await open(wrong())).body.code).toBe('pin-wrong');
  });

  it('looks at no more than the allowed tries of many that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(wrong())));
    expect(answers.filter(({ body }) => body.code === 'pin-wrong').length).toBeLessThan(PIN_TRIES);
    expect((await open(pin)).body.code).toBe('pin-locked');
  });

  it('has nothing private on a box that is not authorised yet', async () => {
    const set = (state: 'bound' | 'authorised') =>
      server.store.db
        .updateTable('box')
        .set({ state })
        .where('household', '=', household as never)
        .execute();
    const { body } = await open(pin);
    await set('bound');
    expect((await open(pin)).body.code).toBe('box-not-authorised');
    expect((await view(body.pass)).body.code).toBe('box-not-authorised');
    await set('authorised');
  });

  it('has nothing private without a PIN', async () => {
    const other = server.box('李家疃村');
    expect((await open('123456', other)).body.code).toBe('pin-missing');
  });

  it('gets a new PIN from the staff of its region, with a reason that is kept and a PIN that is not', async () => {
    const old = pin;
    const { body } = await reset(community, household, '老人忘记了密码');
    expect(body.pin).toMatch(/^\d{6}$/);
    if (body.pin !== old) expect((await open(old)).body.code).toBe('pin-wrong');
    const { body: page } = await server.send(await server.staff('auditor'), listAudit, {
      query: { subject: household },
    });
    expect(page.items[0]).toMatchObject({
      action: 'household.pin',
      who: '李书记',
      detail: { reason: '老人忘记了密码' },
    });
    expect(JSON.stringify(page)).not.toContain(body.pin);
    expect((await reset(community, '3703060020070010010101')).body.code).toBe('region-outside');
    expect((await reset(community, '3703060010010010019999')).body.code).toBe('household-unknown');
    expect((await reset(await server.staff('auditor'))).body.code).toBe('forbidden');
  });

  it('keeps its PIN as a hash under a key that is not in the store', async () => {
    const row = await server.store.db
      .selectFrom('household_pin')
      .selectAll()
      .where('household', '=', household as never)
      .executeTakeFirstOrThrow();
    expect(row.pin_hash).toMatch(/^[\w-]{43}$/);
    for (const text of [pin, `${household}:${pin}`])
      expect(row.pin_hash).not.toBe(createHash('sha256').update(text).digest('base64url'));
    expect(JSON.stringify(row)).not.toContain(pin);
  });

  it('is found by the words of its address, in the own regions', async () => {
    const found = async (text: string, caller = community) =>
      (await server.send(caller, findHouseholds, { query: { text } })).body.items.map(
        (item: { address: string }) => item.address,
      );
    expect(await found('车站 1号楼 101')).toEqual(['车站社区 1号楼 101']);
    expect(await found('101')).toEqual(['车站社区 1号楼 101', '车站社区 2号楼 101']);
    expect(await found('李家疃')).toEqual([]);
    expect(await found('李家疃', await server.staff('operator'))).toHaveLength(8);
    expect(await found('%')).toEqual([]);
  });
});
