// Broadband: offers on the boxes, households that ask to be called, and what the operator does about it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import {
  askForContact,
  CarriedOffer,
  createOffer,
  listContacts,
  listOffers,
  moveContact,
  readContact,
  removeOffer,
  updateOffer,
} from '../../../src/contract/broadband.ts';
import { PART_PATH, readManifest } from '../../../src/contract/catalogue.ts';
import { openPrivate, PRIVATE_HEADER, resetPin } from '../../../src/contract/households.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const COMMUNITY = '370306001001';
const VILLAGE = '370306102215';
const DAY_MS = 86_400_000;
const { example } = createOffer;

describe.each(await storeEngines())('broadband, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let box: Caller;
  let operator: Caller;
  let pass: string;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    box = server.box('车站社区');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    operator = await server.staff('operator');
    pass = await passOf(box);
  });

  async function passOf(caller: Caller): Promise<string> {
    const { chain } = (await server.send(caller, readBoxHome)).body;
    const { pin } = (
      await server.send(operator, resetPin, { params: { code: chain.at(-1) }, body: { reason: '用户忘记密码' } })
    ).body;
    return (await server.send(caller, openPrivate, { body: { pin } })).body.pass;
  }
  const create = (change: object = {}, caller = operator) =>
    server.send(caller, createOffer, { body: { ...example.body, ...change } });
  const remove = (id: string) => server.send(operator, removeOffer, { params: { id } });
  const ask = (id: string, given = pass) =>
    server.send(box, askForContact, { params: { id }, headers: { [PRIVATE_HEADER]: given } });
  const contacts = async (query: Record<string, string> = {}) =>
    (await server.send(operator, listContacts, { query })).body.items;
  const move = (id: string, body: object, caller = operator) =>
    server.send(caller, moveContact, { params: { id }, body });
  async function carried(caller = box): Promise<CarriedOffer[]> {
    const { parts } = (await server.send(caller, readManifest)).body;
    const { hash } = parts.find(({ name }: { name: string }) => name === 'offers');
    return CarriedOffer.array().parse((await server.app.inject({ url: PART_PATH.replace(':hash', hash) })).json());
  }
  const providers = async (caller = box) => (await carried(caller)).map(({ provider }) => provider);

  it('is offered on the boxes where it can be had, without the places of others', async () => {
    const { body } = await create({ provider: '只在车站社区', regions: [COMMUNITY, '370306002'] });
    expect(await providers()).toContain('只在车站社区');
    expect(await providers(server.box('李家疃村'))).not.toContain('只在车站社区');
    expect((await carried())[0]).not.toHaveProperty('regions');
    await server.send(operator, updateOffer, {
      params: { id: body.id },
      body: { ...example.body, provider: '只在村里', regions: [VILLAGE], revision: 1 },
    });
    expect(await providers()).toEqual(['示例运营商甲', '示例运营商乙', '示例运营商丙']);
    expect(await providers(server.box('李家疃村'))).toContain('只在村里');
    await remove(body.id);
    expect(await providers(server.box('李家疃村'))).not.toContain('只在村里');
  });

  it('is kept by the operator alone', async () => {
    for (const account of ['district', 'chezhan', 'auditor'])
      expect((await create({}, await server.staff(account))).body).toMatchObject({ code: 'forbidden' });
    expect((await create({ regions: ['370306001999'] })).body).toMatchObject({ code: 'bad-input', errors: [{}] });
    expect((await create({ regions: [] })).body).toMatchObject({ code: 'bad-input' });
  });

  it('is listed by region, and not edited from what is no longer so', async () => {
    const { body } = await create({ regions: [VILLAGE] });
    const inVillage = (await server.send(operator, listOffers, { query: { region: VILLAGE } })).body;
    const elsewhere = (await server.send(operator, listOffers, { query: { region: COMMUNITY } })).body;
    expect([inVillage.total, elsewhere.total]).toEqual([4, 3]);
    const edit = () =>
      server.send(operator, updateOffer, { params: { id: body.id }, body: { ...example.body, revision: 1 } });
    expect((await edit()).body).toMatchObject({ revision: 2, regionNames: ['周村区'] });
    expect((await edit()).body).toMatchObject({ code: 'stale-revision' });
    await remove(body.id);
  });

  it('is asked about with the PIN of the household, once for an offer until that is settled', async () => {
    const [offer] = await carried();
    const id = offer?.id ?? '';
    expect((await server.send(box, askForContact, { params: { id } })).body).toMatchObject({ code: 'private-closed' });
    const first = (await ask(id)).body;
    server.pass(60_000);
    expect((await ask(id)).body).toEqual(first);
    const [waiting, ...others] = await contacts();
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ offer: { id }, state: 'new', askedAt: first.askedAt, moves: ['contact', 'close'] });

    expect((await move(waiting.id, { move: 'close' })).body).toMatchObject({ code: 'reason-missing' });
    expect((await move(waiting.id, { move: 'contact' })).body).toMatchObject({ state: 'contacted', by: '广电运维' });
    expect((await move(waiting.id, { move: 'contact' })).body).toMatchObject({ code: 'move-not-allowed' });
    const closed = (await move(waiting.id, { move: 'close', reason: '已经办好了' })).body;
    expect(closed).toMatchObject({ state: 'closed', reason: '已经办好了', moves: [] });
    expect([await contacts(), await contacts({ done: '1' })]).toEqual([[], [closed]]);
    expect((await ask(id)).body.askedAt).toBe(server.instant());
    expect(await contacts()).toHaveLength(1);
    for (const each of await contacts()) await move(each.id, { move: 'close', reason: '重复' });
  });

  it('makes one wish of two that are asked at the same moment', async () => {
    const [offer] = await carried();
    const id = offer?.id ?? '';
    const answers = await Promise.all([ask(id), ask(id), ask(id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await contacts()).toHaveLength(1);
    for (const each of await contacts()) await move(each.id, { move: 'close', reason: '试一试' });
  });

  it('shows where a household lives only to whoever opens its wish, and keeps on record who did', async () => {
    const [offer] = await carried();
    await ask(offer?.id ?? '');
    const [waiting] = await contacts();
    expect(waiting.address).toBe('车站社区 1号楼 ***');
    const opened = await server.send(operator, readContact, { params: { id: waiting.id } });
    expect(opened).toMatchObject({
      headers: { 'cache-control': 'no-store' },
      body: { address: '车站社区 1号楼 101' },
    });
    const { items } = (await server.send(await server.staff('auditor'), listAudit, { query: { pageSize: 5 } })).body;
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'contact.read', subject: waiting.id, who: '广电运维' }),
      ]),
    );
    for (const account of ['district', 'chezhan'])
      expect(
        (await server.send(await server.staff(account), readContact, { params: { id: waiting.id } })).body,
      ).toMatchObject({
        code: 'forbidden',
      });
    await move(waiting.id, { move: 'close', reason: '试一试' });
  });

  it('cannot be asked about where it cannot be had, nor after its last day', async () => {
    const elsewhere = (await create({ regions: [VILLAGE] })).body;
    expect((await ask(elsewhere.id)).body).toMatchObject({ code: 'not-found' });
    const ending = (await create({ validTo: '2026-11-24' })).body;
    expect((await ask(ending.id)).status).toBe(200);
    server.pass(2 * DAY_MS);
    operator = await server.staff('operator');
    expect((await ask(ending.id, await passOf(box))).body).toMatchObject({ code: 'not-found' });
    // The next change leaves it out of the boxes; without one the day does.
    await remove(elsewhere.id);
    expect((await carried()).map(({ id }) => id)).not.toContain(ending.id);
    await remove(ending.id);
    expect(await contacts()).toMatchObject([{ offer: { id: ending.id, validTo: '2026-11-24' } }]);
  });

  it('is narrowed to the regions of whoever holds the role', async () => {
    await server.store.db
      .updateTable('staff_grant')
      .set({ region_code: VILLAGE as never })
      .where('role', '=', 'operator')
      .execute();
    operator = await server.staff('operator');
    const { items } = (await server.send(operator, listOffers)).body;
    expect(items.map(({ editable }: { editable: boolean }) => editable)).toEqual([false, false, false]);
    expect((await remove(items[0].id)).body).toMatchObject({ code: 'not-found' });
    expect(await contacts()).toEqual([]);
    await server.store.db
      .updateTable('staff_grant')
      .set({ region_code: '370306' as never })
      .where('role', '=', 'operator')
      .execute();
  });
});
