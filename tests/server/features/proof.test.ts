// Proof of display on both stores: counted from what boxes reported, as far as one may see, and kept as evidence.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BOX_STATES, type BoxState } from '../../../src/contract/boxes.ts';
import type { ItemId } from '../../../src/contract/ids.ts';
import { listProofBoxes, PROOF_STEPS, type Proof, type ProofStep, readProof } from '../../../src/contract/proof.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Role } from '../../../src/contract/staff.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import { gapOf } from '../../../src/domain/proof/gap.ts';
import { findHistory } from '../../../src/server/features/audit/service.ts';
import { createProofService } from '../../../src/server/features/proof/service.ts';
import { createRegionService } from '../../../src/server/features/regions/service.ts';
import { seedDistrict } from '../../../src/server/seed/district.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { storeEngines } from '../../support/engines.ts';
import { readXlsx } from '../../support/xlsx.ts';

const STATION = '370306001001';
const VILLAGE = '370306102215';
const ITEM = '019ab000-0000-7000-8000-0000000000a1' as ItemId;
const SENT = Date.parse('2026-11-23T04:00:00.000Z');
const at = (seconds: number) => new Date(SENT + seconds * 1_000).toISOString();
const boxId = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const who = (role: Role, region: string): Actor => ({
  id: '019ab000-0000-7000-8000-00000000c001' as Actor['id'],
  name: '周审计',
  grants: [{ role, region: region as RegionCode }],
});
const auditor = who('auditor', '370306');

describe.each(await storeEngines())('proof of display, on $kind', ({ open }) => {
  let store: Store;
  let proof: ReturnType<typeof createProofService>;
  const run = (text: string) => sql.raw(text).execute(store.db);

  beforeAll(async () => {
    store = await open();
    await seedDistrict(store);
    const runtime = { clock: () => SENT + 7_200_000, uuids: () => '', random: () => Buffer.alloc(0) };
    proof = createProofService({
      store,
      runtime,
      regions: createRegionService({ store }),
      audit: { head: async () => ({ link: 41, hash: 'f'.repeat(64) }) },
    });
    for (const community of [STATION, VILLAGE]) {
      await run(`insert into region (code, parent, kind, name, short_name) values
        ('${community}001', '${community}', 'grid', '第一网格', '第一网格'),
        ('${community}001001', '${community}001', 'building', '1号楼', '1号楼')`);
      await run(`insert into region (code, parent, kind, name, short_name)
        select '${community}001001' || lpad(n::text, 4, '0'), '${community}001001', 'household', n || '室', n || '室'
        from generate_series(1, 40) as n`);
    }
    await run(`insert into staff (id, account, name, password_hash, must_change_password, created_at)
      values ('${auditor.id}', 'auditor', '周审计', 'x', false, now())`);
    await run(`insert into node (id, started_at, lease_until) values ('${boxId(0)}', '${at(0)}', '${at(99_999)}')`);
  });
  afterAll(() => store.close());
  beforeEach(() => run('truncate feed_entry, receipt, box_state, box cascade'));

  /** A box in the n-th home of a community; numbers of the village begin at 41. */
  const box = async (n: number, facts: { state?: BoxState; online?: boolean; seen?: boolean } = {}) => {
    const { state = 'authorised', online = false, seen = true } = facts;
    const home =
      n <= 40 ? `${STATION}001001${String(n).padStart(4, '0')}` : `${VILLAGE}001001${String(n - 40).padStart(4, '0')}`;
    await run(`insert into box (id, household, name, smart_card, state, created_at)
      values ('${boxId(n)}', '${home}', '1号楼 ${n}', '85310020260${String(n).padStart(5, '0')}', '${state}', '${at(-1)}')`);
    await run(`insert into box_state (box_id, node_id, online_since, last_seen_at) values ('${boxId(n)}',
      ${online ? `'${boxId(0)}', '${at(-60)}'` : 'null, null'}, ${seen ? `'${at(-30)}'` : 'null'})`);
  };
  const sent = (region: string, change: { revision?: number; seconds?: number; item?: object } = {}) => {
    const { revision = 1, seconds = 0, item = {} } = change;
    const content = JSON.stringify({ kind: 'notice', title: '停水', source: '居委会', ...item });
    return run(`insert into feed_entry (region_code, seq, action, item_id, revision, item, at)
      values ('${region}', (select count(*) + 1 from feed_entry where region_code = '${region}'), 'put', '${ITEM}', ${revision},
        '${content}', '${at(seconds)}')`);
  };
  const told = (n: number, step: ProofStep, seconds = 1, change: { revision?: number; reason?: string } = {}) =>
    run(`insert into receipt (box_id, item_id, revision, step, at, reason)
      values ('${boxId(n)}', '${ITEM}', ${change.revision ?? 1}, '${step}', '${at(seconds)}',
        ${step === 'refused' ? `'${change.reason ?? 'forged'}'` : 'null'})`);
  const read = async (
    actor: Actor = auditor,
    query: Partial<{ region: string; revision: number }> = {},
  ): Promise<Proof> => readProof.reply.parse(await proof.read(actor, ITEM, readProof.query.parse(query)));
  const boxes = async (query: object = {}, actor: Actor = auditor) =>
    listProofBoxes.reply.parse(await proof.boxes(actor, ITEM, listProofBoxes.query.parse(query)));

  it('counts boxes by step, and takes one who read it as one who received, verified and rendered it', async () => {
    await sent(STATION);
    for (const n of [1, 2, 3, 4, 5, 6]) await box(n, { online: n < 5 });
    await box(7, { state: 'listed' });
    await told(1, 'read', 90);
    await told(2, 'rendered', 2);
    await told(2, 'received', 1);
    await told(3, 'verified', 1);
    await told(4, 'refused', 1);
    const { total, items, publishedAt } = await read();
    const figures = { addressed: 6, received: 3, verified: 3, rendered: 2, read: 1, refused: 1, notJoined: 1 };
    expect(total).toEqual(figures);
    expect(items).toEqual([{ region: { code: `${STATION}001`, name: '第一网格' }, figures }]);
    expect(publishedAt).toBe(at(0));
  });

  it('tells the curve: how many had come to each step by when', async () => {
    await sent(STATION);
    for (const n of [1, 2, 3]) await box(n);
    await told(1, 'received', 0.5);
    await told(1, 'rendered', 1);
    await told(2, 'received', 59);
    // Its clock runs behind.
    await told(3, 'received', -5);
    const { curve } = await read();
    const by = (seconds: number) => curve.find((point) => point.seconds === seconds);
    expect(by(1)).toMatchObject({ received: 2, rendered: 0 });
    expect(by(2)).toMatchObject({ received: 2, rendered: 1, verified: 1 });
    expect(by(45)).toMatchObject({ received: 2 });
    expect(by(60)).toMatchObject({ received: 3, rendered: 1 });
    expect(curve.at(-1)).toMatchObject({ seconds: 3 * 3_600, received: 3 });
  });

  it('keeps each target region apart, and shows what lies below a single one', async () => {
    await sent(STATION);
    await sent(VILLAGE);
    for (const n of [1, 2, 41]) await box(n);
    await told(41, 'rendered');
    expect(
      (await read()).items.map(({ region, figures }) => [region.name, figures.addressed, figures.rendered]),
    ).toEqual([
      ['车站社区', 2, 0],
      ['李家疃村', 1, 1],
    ]);
    const one = await read(auditor, { region: STATION });
    expect(one.total).toMatchObject({ addressed: 2, rendered: 0 });
    expect(one.items.map(({ region }) => region.code)).toEqual([`${STATION}001`]);
    const homes = await read(auditor, { region: `${STATION}001001` });
    expect(homes.items).toHaveLength(2);
  });

  it('shows of a district-wide item what lies in the own area, and nothing of another', async () => {
    await sent('370306');
    for (const n of [1, 41]) await box(n);
    expect((await read(who('community', STATION))).total.addressed).toBe(1);
    expect((await read()).items.map(({ region }) => region.code)).toEqual(['370306001', '370306102']);
    await expect(read(who('community', STATION), { region: VILLAGE })).rejects.toMatchObject({ code: 'not-found' });
    expect((await boxes({}, who('community', VILLAGE))).items.map(({ place }) => place)).toEqual(['李家疃村']);
    await expect(read({ ...auditor, grants: [] })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('knows no item that was never sent', async () => {
    await expect(read()).rejects.toMatchObject({ code: 'not-found' });
    await sent(STATION);
    await expect(read(auditor, { revision: 2 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tells revisions apart, and begins with the newest that was not a cancel', async () => {
    const alert = { kind: 'alert', standing: true };
    await sent(STATION, { item: alert });
    await sent(STATION, { item: alert, revision: 2, seconds: 60 });
    await sent(STATION, { item: { ...alert, standing: false }, revision: 3, seconds: 120 });
    await box(1);
    await told(1, 'rendered', 5);
    expect(await read()).toMatchObject({ revision: 2, publishedAt: at(60), total: { rendered: 0 } });
    const first = await read(auditor, { revision: 1 });
    expect(first).toMatchObject({ revision: 1, publishedAt: at(0), total: { rendered: 1 } });
    expect(first.revisions).toEqual([1, 2, 3].map((revision) => ({ revision, at: at((revision - 1) * 60) })));
  });

  it('does not lose what a box has reported when it is revoked', async () => {
    await sent(STATION);
    await box(1);
    await told(1, 'rendered');
    await run(`update box set state = 'revoked'`);
    expect((await read()).total).toMatchObject({ addressed: 1, rendered: 1, notJoined: 0 });
  });

  it('counts refusals by reason, and forgets one that the box took back', async () => {
    await sent(STATION);
    for (const n of [1, 2, 3, 4]) {
      await box(n);
      await told(n, 'refused', 1, { reason: n === 1 ? 'expired' : 'forged' });
    }
    await told(4, 'verified', 9);
    const { refusals, total } = await read();
    expect(refusals).toEqual([
      { reason: 'forged', boxes: 2 },
      { reason: 'expired', boxes: 1 },
    ]);
    expect(total).toMatchObject({ refused: 3, verified: 1, received: 1 });
  });

  it('lists boxes that have not shown it, each with why and since when, a page at a time', async () => {
    await sent(STATION);
    await box(1, { online: true });
    await box(2);
    await box(3, { seen: false });
    await box(4, { online: true });
    await box(5);
    await box(6, { state: 'listed', seen: false });
    await box(7);
    await told(4, 'received', 3);
    await told(5, 'refused', 4, { reason: 'key-unknown' });
    await told(7, 'rendered', 4);
    const { items, total } = await boxes();
    expect(items.map(({ gap, since, reason }) => [gap, since, reason])).toEqual([
      ['lagging', at(-60), null],
      ['offline', at(-30), null],
      ['never-seen', null, null],
      ['not-drawn', at(3), null],
      ['refused', at(4), 'key-unknown'],
      ['not-joined', null, null],
    ]);
    expect(total).toBe(6);
    expect(items[0]).toMatchObject({ name: '1号楼 1', place: '车站社区', smartCard: '8531********0001' });
    expect(await boxes({ gap: 'offline' })).toMatchObject({ total: 1, items: [{ id: boxId(2) }] });
    expect(await boxes({ page: 2, pageSize: 4 })).toMatchObject({
      total: 6,
      items: [{ id: boxId(5) }, { id: boxId(6) }],
    });
    expect(await boxes({ page: 9 })).toMatchObject({ total: 6, items: [] });
  });

  it('says of every box the same as the domain does', async () => {
    await sent(STATION);
    await sent(VILLAGE);
    const expected = new Map<string, string | null>();
    let n = 0;
    for (const state of BOX_STATES)
      for (const came of ['nowhere', 'received', 'verified', 'rendered'] as const)
        for (const [refused, online, seen] of [
          [false, false, false],
          [true, true, true],
          [false, true, true],
          [true, false, true],
          [false, false, true],
        ] as const) {
          n += 1;
          await box(n, { state, online, seen });
          if (came !== 'nowhere') await told(n, came, 2);
          if (refused) await told(n, 'refused', 1);
          expected.set(boxId(n), gapOf({ state, came, refused, online, seen }));
        }
    const { items } = await boxes({ pageSize: 100 });
    const found = new Map(items.map(({ id, gap }) => [id as string, gap]));
    for (const [id, gap] of expected) expect([id, found.get(id as never) ?? null]).toEqual([id, gap]);
  });

  it('hands out a workbook of figures, curve and boxes, and puts its hashes on record', async () => {
    await sent(STATION, { item: { title: '=HYPERLINK("x")' } });
    await box(1);
    await told(1, 'rendered', 2);
    await box(2);
    const { file } = await proof.workbook(auditor, ITEM, readProof.query.parse({}));
    const cells = (await readXlsx(file)).flat().map(String);
    expect(cells).toContain('播出证明：通知《=HYPERLINK("x")》');
    expect(cells.join('\n')).toContain(`导出时操作记录到第 41 条，哈希 ${'f'.repeat(64)}`);
    const row = await store.db.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect(row).toMatchObject({ action: 'proof.export', subject: ITEM, who: '周审计', region_code: STATION });
    expect(row.detail.fileHash).toBe(createHash('sha256').update(file).digest('hex'));
    expect(cells).toContain(`数字的 SHA-256：${row.detail.figuresHash}`);
    // Whoever looked at the item did nothing to it.
    expect(await findHistory(store.db, ITEM)).toEqual([]);
  });

  it('counts steps that only grow smaller towards the screen', async () => {
    await sent(STATION);
    for (let n = 1; n <= 12; n++) {
      await box(n);
      await told(n, PROOF_STEPS[n % 4] ?? 'read', n);
    }
    const { total } = await read();
    expect([total.received, total.verified, total.rendered, total.read]).toEqual([12, 9, 6, 3]);
  });
});
