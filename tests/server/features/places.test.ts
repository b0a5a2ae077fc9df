// Places: who keeps which, what the boxes of a community carry of them, what a phone is shown.
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import { PART_PATH, readManifest } from '../../../src/contract/catalogue.ts';
import {
  CarriedPlace,
  createPlace,
  listPlaces,
  PLACE_PAGE_PATH,
  type Place,
  removePlace,
  updatePlace,
} from '../../../src/contract/places.ts';
import { createDaily } from '../../../src/server/features/catalogue/daily.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../support/server.ts';

const COMMUNITY = '370306001001';
const TOWN = '370306001';
const DISTRICT = '370306';
const office = [
  { from: 510, to: 720 },
  { from: 810, to: 1020 },
];
const hours = {
  week: [office, office, office, office, office, [], []],
  holidays: 'closed',
  exceptions: [{ day: '2026-12-31', periods: [{ from: 510, to: 720 }] }],
};
const input = {
  region: COMMUNITY,
  kind: 'bank',
  name: '社区银行',
  address: '车站社区5号楼一楼',
  hours,
  phone: null,
  position: null,
  note: null,
};

describe.each(await storeEngines())('places, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let box: Caller;
  let community: Caller;
  let town: Caller;
  let district: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    box = server.box('车站社区');
    [community, town, district] = [
      await server.staff('chezhan'),
      await server.staff('sichoulu'),
      await server.staff('district'),
    ];
  });
  afterAll(() => server.stop());

  const create = (caller: Caller, change: object = {}) =>
    server.send(caller, createPlace, { body: { ...input, ...change } });
  const remove = (caller: Caller, id: string) => server.send(caller, removePlace, { params: { id } });
  const update = (caller: Caller, { id, revision }: Place, change: object) =>
    server.send(caller, updatePlace, { params: { id }, body: { ...input, ...change, revision } });
  /** What the boxes of a place carry. */
  async function carried(caller = box): Promise<CarriedPlace[]> {
    const { parts } = (await server.send(caller, readManifest)).body;
    const { hash } = parts.find(({ name }: { name: string }) => name === 'places');
    return CarriedPlace.array().parse((await server.app.inject({ url: PART_PATH.replace(':hash', hash) })).json());
  }
  const names = async (caller = box) => (await carried(caller)).map(({ name }) => name);
  const page = (id: string) => server.app.inject({ url: PLACE_PAGE_PATH.replace(':id', id) });

  it("are carried by a box: its community's, its town's, the district's, in each the nearest first", async () => {
    const all = await carried();
    const levels = all.map(({ level }) => level);
    expect([...new Set(levels)]).toEqual(['community', 'town', 'district']);
    expect(all[0]).toMatchObject({ kind: 'community-office', away: { metres: 0 } });
    for (const level of new Set(levels)) {
      const metres = all.filter((each) => each.level === level).map(({ away }) => away?.metres ?? 0);
      expect(metres).toEqual([...metres].sort((one, other) => one - other));
    }
    const market = all.find(({ kind }) => kind === 'market');
    expect(market?.away).toMatchObject({ metres: 267, bearing: 167 });
  });

  it('are carried with holidays and exceptions as days', async () => {
    const made = await create(community);
    const bank = (await carried()).find(({ id }) => id === made.body.id);
    expect(made.status).toBe(201);
    expect(bank).toMatchObject({
      level: 'community',
      away: null,
      hours: { week: hours.week, special: hours.exceptions, knownTo: '2026-12-31' },
    });
    await remove(community, made.body.id);
    expect(await names()).not.toContain(input.name);
  });

  it('of a town or the district reach every community below it, and no other', async () => {
    const village = server.box('李家疃村');
    const ofTown = await create(town, { region: TOWN, name: '镇上银行' });
    const ofDistrict = await create(district, { region: DISTRICT, name: '区里银行' });
    expect(await names()).toEqual(expect.arrayContaining(['镇上银行', '区里银行']));
    expect(await names(village)).toContain('区里银行');
    expect(await names(village)).not.toContain('镇上银行');
    for (const { body } of [ofTown, ofDistrict]) await remove(district, body.id);
    expect(await names(village)).not.toContain('区里银行');
  });

  it('still reach a community that has none of its own any more', async () => {
    const secretary = await server.staff('lijiatuan');
    const { items } = (await server.send(secretary, listPlaces, { query: { region: '370306102215', pageSize: 100 } }))
      .body;
    for (const { id } of items) expect((await remove(secretary, id)).status).toBe(204);
    const village = server.box('李家疃村');
    expect((await carried(village)).map(({ level }) => level)).not.toContain('community');
    const { body } = await create(district, { region: DISTRICT, name: '新开的银行' });
    expect(await names(village)).toContain('新开的银行');
    await remove(district, body.id);
  });

  it('measure ways from the office again when it has moved', async () => {
    const { items } = (await server.send(community, listPlaces, { query: { pageSize: 100 } })).body;
    const before: Place = items.find((each: Place) => each.region === COMMUNITY && each.kind === 'community-office');
    const { id, regionName, revision, updatedAt, editable, ...content } = before;
    const moved = { ...content, position: { lat: 36.803, lon: 117.869 } };
    const after = await update(community, before, moved);
    expect(after).toMatchObject({ status: 200, body: { revision: revision + 1, position: moved.position } });
    const hall = (await carried()).find(({ name }) => name === '周村区政务服务大厅');
    expect(hall?.away?.metres).toBe(0);
    await update(community, after.body, content);
  });

  it('belong to a community, a town or the district, which each keeps its own', async () => {
    expect((await create(community, { region: TOWN })).body).toMatchObject({ code: 'region-outside' });
    expect((await create(community, { region: '370306001003' })).body).toMatchObject({ code: 'region-outside' });
    expect((await create(await server.staff('operator'))).body).toMatchObject({ code: 'forbidden' });
    const { body } = await create(town, { region: TOWN });
    expect((await update(community, body, { region: COMMUNITY })).body).toMatchObject({ code: 'not-found' });
    expect((await remove(community, body.id)).body).toMatchObject({ code: 'not-found' });
    expect((await update(town, body, { region: DISTRICT })).body).toMatchObject({ code: 'region-outside' });
    expect((await remove(town, body.id)).status).toBe(204);
  });

  it('are listed for a community before those above it, which it may not edit', async () => {
    const { items } = (await server.send(community, listPlaces, { query: { pageSize: 100 } })).body;
    const byRegion = new Map<string, boolean>(items.map((each: Place) => [each.region, each.editable]));
    expect([...byRegion]).toEqual([
      [COMMUNITY, true],
      [DISTRICT, false],
      [TOWN, false],
    ]);
    const query = { region: TOWN, kind: 'clinic', text: '2号楼' };
    const found = (await server.send(town, listPlaces, { query })).body;
    expect(found).toMatchObject({ total: 1, items: [{ name: '车站社区卫生服务站', regionName: '车站社区' }] });
  });

  it('are not edited from what is no longer so', async () => {
    const { body } = await create(community);
    expect((await update(community, body, { name: '新名字' })).body).toMatchObject({ name: '新名字', revision: 2 });
    expect((await update(community, body, { name: '旧名字' })).body).toMatchObject({ code: 'stale-revision' });
    await remove(community, body.id);
  });

  it.each([
    ['overlapping hours', { hours: { ...hours, week: [[office[0], { from: 700, to: 800 }], ...hours.week.slice(1)] } }],
    [
      'hours that end before they begin',
      { hours: { ...hours, week: [[{ from: 800, to: 700 }], ...hours.week.slice(1)] } },
    ],
    ['a week of six days', { hours: { ...hours, week: hours.week.slice(1) } }],
    [
      'a day that is an exception twice',
      { hours: { ...hours, exceptions: [...hours.exceptions, ...hours.exceptions] } },
    ],
    ['a household as its region', { region: '3703060010010010010101' }],
    ['a region that does not exist', { region: '370306001999' }],
    ['a phone in words', { phone: '问门卫' }],
    ['a position abroad', { position: { lat: 48.8, lon: 2.3 } }],
  ])('are not entered with %s', async (_, change) => {
    expect((await create(district, change)).body).toMatchObject({ code: 'bad-input', errors: [{}] });
  });

  it('are on record: entered, edited, taken away', async () => {
    const { body } = await create(community, { name: '记账银行' });
    await update(community, body, { name: '记账银行' });
    await remove(community, body.id);
    const { items } = (await server.send(await server.staff('auditor'), listAudit, { query: { pageSize: 10 } })).body;
    const own = items.filter(({ subject }: { subject: string }) => subject === body.id);
    expect(own.map(({ action, region }: { action: string; region: string }) => [action, region])).toEqual(
      ['place.remove', 'place.edit', 'place.create'].map((action) => [action, COMMUNITY]),
    );
  });

  it('have a page for any phone, with hours, map and nothing from elsewhere', async () => {
    const position = { lat: 36.803, lon: 117.871 };
    const { body } = await create(community, { position, phone: '0533-0000000', name: '<b>"银行" & 邮局' });
    const { statusCode, headers, body: html } = await page(body.id);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(html).toContain('<h1>&lt;b&gt;&quot;银行&quot; &amp; 邮局</h1>');
    expect(html).toContain('周一至周五 8:30—12:00，13:30—17:00');
    expect(html).toContain('2026-12-31 8:30—12:00');
    expect(html).toContain('href="tel:0533-0000000"');
    // Noon of a Monday.
    expect(html).toContain('现在关着，13:30开门');
    expect(html).toContain('https://uri.amap.com/marker?position=117.871%2C36.803&amp;name=%3Cb%3E');
    // Some hundred metres to the west and south: GCJ-02 is not what a geo: address is in.
    expect(html).toMatch(/geo:36\.80[23]\d+,117\.86[456]\d+\?q=/);
    expect(html).not.toMatch(/<script|src="http|url\(/);
    await remove(community, body.id);
  });

  it('have a page that says so when they are gone', async () => {
    for (const id of ['019ab000-0000-7000-8000-00000000dead', 'x'])
      expect(await page(id)).toMatchObject({ statusCode: 404, body: expect.stringContaining('找不到这个地点') });
    expect((await server.send(nobody, listPlaces)).status).toBe(401);
  });
});

it('tells the day anew when it has changed, and again when that failed', async () => {
  let [now, told, works] = [Date.parse('2026-11-25T15:00:00.000Z'), 0, true];
  let tick = () => {};
  const daily = createDaily({
    // biome-ignore lint/suspicious/noExplicitAny: no statement is made
    store: { transaction: async (work: any) => work() } as any,
    runtime: { clock: () => now },
    log: pino({ level: 'silent' }),
    restate: [
      async () => {
        if (!works) throw new Error('no');
        told += 1;
      },
    ],
  });
  const pass = async (ms: number) => {
    now += ms;
    tick();
    await daily.stop();
  };
  await daily.keep({
    after: () => () => {},
    every: (_, run) => {
      tick = run;
      return () => {};
    },
  });
  expect(told).toBe(1);
  await pass(30 * 60_000);
  expect(told).toBe(1);
  works = false;
  await pass(30 * 60_000);
  works = true;
  await pass(60_000);
  await pass(60_000);
  expect(told).toBe(2);
});
