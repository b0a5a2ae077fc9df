// Planned outages: from the provider to the boxes they touch, and as drafts that people review.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PART_PATH, readManifest } from '../../../../src/contract/catalogue.ts';
import { listNotices, readNotice } from '../../../../src/contract/notices.ts';
import { listOutages, Outage } from '../../../../src/contract/outages.ts';
import { listProviders, tryProvider } from '../../../../src/contract/providers.ts';
import { listKeys, revokeKey } from '../../../../src/contract/signing.ts';
import { signIn } from '../../../../src/contract/staff.ts';
import type { SimulatedOutage } from '../../../../src/server/seed/providers/simulator.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, nobody } from '../../../support/server.ts';
import { instant, OUTAGE } from '../../providers/world.ts';
import { type BillServer, openBillServer } from '../bills/providers.ts';

const STATION = '370306001001';
const VILLAGE = '370306102215';

describe.each(await storeEngines())('planned outages, on $kind', ({ openDemo }) => {
  let server: BillServer;
  let operator: Caller;
  let reviewer: Caller;
  /** Notices of the tests before. */
  let known: string[];

  beforeAll(async () => {
    server = await openBillServer(await openDemo());
    operator = await server.staff('operator');
    reviewer = await server.staff('review');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.world.simulator.misbehave('water', null);
    await tell();
    await server.store.db.deleteFrom('outage').execute();
    known = (await server.store.db.selectFrom('notice').select('id').execute()).map(({ id }) => id);
  });

  async function tell(...outages: SimulatedOutage[]): Promise<void> {
    server.world.outages.set('water', outages);
    const answer = await server.send(operator, tryProvider, { params: { utility: 'water' } });
    expect(answer.status).toBe(200);
  }
  const listed = async (region: string) => (await server.send(nobody, listOutages, { query: { region } })).body.items;
  async function carried(place: string): Promise<Outage[] | undefined> {
    const { body } = await server.send(server.box(place), readManifest);
    const hash = body.parts.find((part: { name: string }) => part.name === 'outages')?.hash;
    if (!hash) return undefined;
    const { json } = await server.app.inject({
      url: PART_PATH.replace(':hash', hash),
      headers: { 'accept-encoding': 'identity' },
    });
    return Outage.array().parse(json());
  }
  async function drafts() {
    const { body } = await server.send(reviewer, listNotices, { query: { category: 'outage', pageSize: 100 } });
    const found = body.items.filter((each: { source: string; id: string }) => !known.includes(each.id));
    const whole = found.map(
      async ({ id }: { id: string }) => (await server.send(reviewer, readNotice, { params: { id } })).body,
    );
    return Promise.all(whole);
  }

  it('are carried by the boxes they touch, listed for anyone, and by no others', async () => {
    await tell(OUTAGE);
    const [one] = await listed(STATION);
    expect(one).toMatchObject({
      utility: 'water',
      regions: [{ code: STATION, name: '车站社区' }],
      from: OUTAGE.from,
      to: OUTAGE.to,
      text: OUTAGE.text,
      source: '周村自来水公司',
    });
    expect(await carried('车站社区')).toEqual([one]);
    expect(await carried('李家疃村')).toEqual([]);
    expect(await listed(VILLAGE)).toEqual([]);
    expect(await listed('370306')).toMatchObject([
      { regions: [{ code: STATION }, { code: '370306001003', name: '市南社区' }] },
    ]);
  });

  it('of the whole district or of one building are carried by whom they touch', async () => {
    const [everyone, building] = [
      { ...OUTAGE, number: 'W-2', areas: ['周村区'] },
      { ...OUTAGE, number: 'W-3', areas: ['370306001001001002'] },
    ];
    await tell(everyone, building);
    expect(await carried('李家疃村')).toMatchObject([{ regions: [{ code: '370306' }] }]);
    const there = await carried('车站社区');
    expect(there?.flatMap(({ regions }) => regions.map(({ name }) => name)).sort()).toEqual([
      '周村区',
      '车站社区 2号楼',
    ]);
  });

  it('in a place that nobody knows are not shown, and the operator is told the name', async () => {
    await tell({ ...OUTAGE, areas: ['不知道小区'] }, { ...OUTAGE, number: 'W-2', areas: ['车站社区', '不知道小区'] });
    expect(await listed('370306')).toMatchObject([{ regions: [{ code: STATION }] }]);
    const { body } = await server.send(operator, listProviders);
    expect(body.items[0].unknownAreas).toEqual(['不知道小区']);
  });

  it('are drafted for review in the name of the provider, once, and are on no screen', async () => {
    await tell(OUTAGE);
    await tell(OUTAGE);
    const all = await drafts();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      title: '11月27日8:30到17:00停水',
      state: 'submitted',
      category: 'outage',
      author: { name: '周村自来水公司' },
      regions: [{ code: STATION }, { code: '370306001003' }],
      validTo: OUTAGE.to,
      publishedAt: null,
      findings: [],
    });
    expect(all[0].blocks.map((block: { text: string }) => block.text)).toEqual([
      '时间：11月27日（星期五）8:30到17:00',
      '哪里停水：车站社区、市南社区',
      '说明：更换主管道，请提前储水。',
      '有疑问请打 周村自来水公司电话 12345。',
    ]);
    expect(all[0].moves).toContain('review-first');
    const published = await server.store.db.selectFrom('feed_entry').select('item_id').execute();
    expect(published.map(({ item_id }) => item_id)).not.toContain(all[0].id);
  });

  it('that change before anyone published them change in the same draft, and the approvals are void', async () => {
    await tell(OUTAGE);
    const [before] = await drafts();
    await server.moved(before, [reviewer, 'review-first']);
    await tell({ ...OUTAGE, to: instant('2026-11-27T12:00:00.000Z') });
    const all = await drafts();
    expect(all).toMatchObject([
      { id: before.id, revision: 2, state: 'submitted', title: '11月27日8:30到20:00停水', approvals: [] },
    ]);
    expect(await carried('车站社区')).toMatchObject([{ to: '2026-11-27T12:00:00.000Z' }]);
  });

  it('that are called off leave the boxes and the queue of review', async () => {
    await tell(OUTAGE);
    await tell();
    expect(await listed(STATION)).toEqual([]);
    expect(await carried('车站社区')).toEqual([]);
    expect(await drafts()).toMatchObject([{ state: 'draft', title: '（已取消，不要发布）11月27日8:30到17:00停水' }]);
    await tell(OUTAGE);
    expect(await drafts()).toMatchObject([{ state: 'submitted', title: '11月27日8:30到17:00停水' }]);
    expect(await carried('车站社区')).toHaveLength(1);
  });

  it('that change or are called off after people published them are drafted anew, and people withdraw', async () => {
    await tell(OUTAGE);
    const [first] = await drafts();
    const [one, two, three] = [reviewer, await server.staff('fushen'), await server.staff('qianfa')];
    await server.moved(first, [one, 'review-first'], [two, 'review-second'], [three, 'sign-off']);
    await tell({ ...OUTAGE, to: instant('2026-11-27T12:00:00.000Z') });
    const changed = (await drafts()).filter(({ id }) => id !== first.id);
    expect(changed).toMatchObject([{ state: 'submitted', title: '11月27日8:30到20:00停水' }]);
    expect(changed[0].blocks[0].text).toBe('这次的时间或范围有变化，以这一条为准。');
    expect((await drafts()).find(({ id }) => id === first.id)).toMatchObject({ state: 'published', revision: 1 });

    await server.moved(changed[0], [one, 'review-first'], [two, 'review-second'], [three, 'sign-off']);
    await tell();
    const titles = (await drafts()).map(({ title, state }) => `${title} ${state}`).sort();
    expect(titles).toContain('11月27日8:30到20:00不停水了 submitted');
    expect(titles.filter((title) => title.endsWith('published'))).toHaveLength(2);
  });

  it('that people went on writing are left to them: what changes becomes another draft', async () => {
    await tell(OUTAGE);
    const [mine] = await drafts();
    await server.store.db.updateTable('notice').set({ revision: 2 }).where('id', '=', mine.id).execute();
    await tell({ ...OUTAGE, to: instant('2026-11-27T12:00:00.000Z') });
    const all = await drafts();
    expect(all).toHaveLength(2);
    expect(all.find(({ id }) => id === mine.id)).toMatchObject({ title: '11月27日8:30到17:00停水', revision: 2 });
  });

  it('with what looks like markup, or a word that stops it, do no harm', async () => {
    const word = '更换*主*管道 <b>看</b> [这里](http://evil.example) # 一 `x`';
    await tell({ ...OUTAGE, text: word });
    const [draft] = await drafts();
    expect(draft.blocks.map((block: { text: string }) => block.text)).toContain(`说明：${word}`);
  });

  it('stay as they were where the provider does not answer', async () => {
    await tell(OUTAGE);
    server.world.simulator.misbehave('water', 'error-500');
    await server.send(operator, tryProvider, { params: { utility: 'water' } });
    expect(await listed(STATION)).toHaveLength(1);
    expect(await carried('车站社区')).toHaveLength(1);
  });

  it('are carried on when the key that signed them is revoked', async () => {
    await tell(OUTAGE);
    const before = await carried('车站社区');
    const { body } = await server.send(operator, listKeys);
    const current = body.keys.find((key: { state: string }) => key.state === 'current').id;
    const revoked = { params: { id: current }, body: { reason: '可能外泄' } };
    expect((await server.send(operator, revokeKey, revoked)).status).toBe(200);
    expect(await carried('车站社区')).toEqual(before);
    expect(await carried('李家疃村')).toEqual([]);
  });

  it('are written by an author that nobody signs in as, or finds among the staff', async () => {
    await tell(OUTAGE);
    const author = await server.store.db
      .selectFrom('staff')
      .selectAll()
      .where('account', '=', '#water')
      .executeTakeFirstOrThrow();
    expect(author).toMatchObject({ name: '周村自来水公司', password_hash: 'none' });
    for (const account of ['#water', 'water'])
      expect((await server.send(nobody, signIn, { body: { account, password: 'none' } })).status).toBe(401);
    const grants = await server.store.db.selectFrom('staff_grant').where('staff_id', '=', author.id).execute();
    expect(grants).toEqual([]);
  });

  it('that are over are shown no more, and a provider that goes on to name them is not asked why', async () => {
    await tell(OUTAGE);
    server.pass(Date.parse(String(OUTAGE.to)) - server.now());
    operator = await server.staff('operator');
    reviewer = await server.staff('review');
    expect(await listed(STATION)).toEqual([]);
    await tell(OUTAGE);
    expect(await carried('车站社区')).toEqual([]);
    expect(await drafts()).toHaveLength(1);
  });
});
