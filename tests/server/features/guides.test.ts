import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../src/contract/audit.ts';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import { readManifest } from '../../../src/contract/catalogue.ts';
import {
  createGuide,
  Guide,
  guideStatistics,
  listGuides,
  moveGuide,
  readGuide,
  readGuideVersion,
  updateGuide,
} from '../../../src/contract/guide-calls.ts';
import type { CarriedGuide, GuideInput } from '../../../src/contract/guides.ts';
import { createStaff, listStaff, readSession } from '../../../src/contract/staff.ts';
import { guideWith } from '../../domain/guides/example.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

describe.each(await storeEngines())('guides, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let police: Caller;
  let health: Caller;
  let district: Caller;
  let auditor: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    [police, health, district, auditor] = (await Promise.all(
      ['gongan', 'minzheng', 'district', 'auditor'].map((account) => server.staff(account)),
    )) as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => server.stop());

  const read = async (number: string, caller = district) =>
    Guide.parse((await server.send(caller, readGuide, { params: { number } })).body);
  const create = (content: GuideInput, caller = police) => server.send(caller, createGuide, { body: content });
  const save = (content: GuideInput, revision: number, caller = police) =>
    server.send(caller, updateGuide, { params: { number: content.number }, body: { content, revision } });
  const move = (number: string, step: string, caller: Caller, revision: number, reason?: string) =>
    server.send(caller, moveGuide, { params: { number }, body: { move: step, revision, ...(reason && { reason }) } });
  const list = async (query: Record<string, string | number>, caller = district) =>
    (await server.send(caller, listGuides, { query })).body;
  /** As a box has it. */
  async function carried(number: string): Promise<CarriedGuide | undefined> {
    const { body } = await server.send(server.box('车站社区'), readManifest);
    const hash = body.parts.find(({ name }: { name: string }) => name === 'guides/police')?.hash;
    const part = await server.app.inject({ url: `/api/catalogue/${hash}` });
    return part.json().find((guide: CarriedGuide) => guide.number === number);
  }
  const NEW = guideWith({ number: '0297', name: '领门牌号', aliases: ['门牌'], checkedOn: '2026-11-20' });

  it('come with the system, published and waiting for their departments to confirm them', async () => {
    const { total, items } = await list({ pageSize: 100 });
    expect(total).toBeGreaterThan(100);
    expect(items[0]).toMatchObject({ state: 'published', revision: 1, published: 1, verified: false, author: null });
    expect((await list({ waiting: 'unverified' })).total).toBe(total);
    const { versions } = await read('0201');
    expect(versions).toEqual([expect.objectContaining({ revision: 1, by: '系统', action: 'published', reason: null })]);
  });

  it("are a department's own: it sees and writes no other's", async () => {
    const { items, total } = await list({ pageSize: 100 }, police);
    expect(new Set(items.map(({ department }: { department: string }) => department))).toEqual(new Set(['police']));
    expect((await list({ department: 'police' })).total).toBe(total);
    expect((await list({ department: 'health' }, police)).total).toBe(0);
    const answer = await server.send(health, readGuide, { params: { number: '0201' } });
    expect(answer.body.code).toBe('not-found');
    expect((await create(NEW, health)).body.code).toBe('forbidden');
    expect((await create(NEW, await server.staff('sichoulu'))).body.code).toBe('forbidden');
    expect((await create(NEW, auditor)).body.code).toBe('forbidden');
    expect((await list({}, auditor)).total).toBeGreaterThan(100);
  });

  it('go from a draft through a second person to the boxes', async () => {
    const made = await create(NEW);
    expect(made).toMatchObject({ status: 201, body: { state: 'draft', published: null, moves: ['edit', 'submit'] } });
    expect((await create(NEW)).body.code).toBe('guide-number-taken');
    const before = (await server.send(server.box('车站社区'), readBoxHome)).body.catalogue;
    expect((await move('0297', 'submit', police, 1)).body.state).toBe('submitted');
    expect((await list({ waiting: 'mine' })).items.map(({ number }: { number: string }) => number)).toEqual(['0297']);
    expect((await list({ waiting: 'mine' }, police)).total).toBe(0);
    expect((await move('0297', 'publish', police, 1)).body.code).toBe('forbidden');
    expect(await carried('0297')).toBeUndefined();
    expect((await move('0297', 'publish', district, 1)).body).toMatchObject({ state: 'published', published: 1 });
    expect((await server.send(server.box('车站社区'), readBoxHome)).body.catalogue).toBe(before + 1);
    const guide = await carried('0297');
    expect(guide).toMatchObject({ name: '领门牌号', verified: false, readings: ['ling men pai hao', 'men pai'] });
    expect(guide).not.toHaveProperty('basis');
  });

  it('stay on the boxes as they were while the next text is written', async () => {
    const edited = await save({ ...NEW, name: '领新门牌号' }, 1);
    expect(edited.body).toMatchObject({ state: 'draft', revision: 2, published: 1 });
    expect(edited.body.publishedContent.name).toBe('领门牌号');
    expect((await save(NEW, 1)).body.code).toBe('stale-revision');
    expect((await carried('0297'))?.name).toBe('领门牌号');
    await move('0297', 'submit', police, 2);
    expect((await move('0297', 'return', district, 2)).body.code).toBe('reason-missing');
    expect((await move('0297', 'return', district, 2, '名称太长')).body.state).toBe('draft');
    await move('0297', 'submit', police, 2);
    await move('0297', 'publish', await server.staff('review'), 2);
    expect((await carried('0297'))?.name).toBe('领新门牌号');
    const { body } = await server.send(police, readGuideVersion, { params: { number: '0297', revision: '1' } });
    expect(body).toMatchObject({ revision: 1, content: { name: '领门牌号' } });
    expect((await read('0297')).versions.map(({ revision, action }) => [revision, action])).toEqual([
      [2, 'published'],
      [1, 'published'],
    ]);
  });

  it('are not published by whoever had a hand in them', async () => {
    await save({ ...NEW, name: '领门牌' }, 2, district);
    await move('0297', 'submit', police, 3);
    expect((await move('0297', 'publish', district, 3)).body.code).toBe('reviewer-is-author');
    expect((await list({ waiting: 'mine' })).total).toBe(0);
    expect((await move('0297', 'publish', await server.staff('qianfa'), 3)).status).toBe(200);
  });

  it('are confirmed by their department: checked today, and nothing else is new', async () => {
    const before = await carried('0297');
    const { body } = await move('0297', 'confirm', police, 3);
    expect(body).toMatchObject({
      state: 'published',
      revision: 4,
      published: 4,
      verified: true,
      checkedOn: '2026-11-23',
    });
    expect(await carried('0297')).toEqual({ ...before, verified: true, checkedOn: '2026-11-23' });
    // An edit is a new text: that the old one was confirmed says nothing of it.
    const edited = await save({ ...NEW, verified: true }, 4);
    expect(edited.body.content.verified).toBe(false);
  });

  it('are taken off with a reason, the text that is being written stays', async () => {
    expect((await move('0297', 'withdraw', police, 5, '不再办理')).body).toMatchObject({
      state: 'draft',
      published: null,
    });
    expect(await carried('0297')).toBeUndefined();
    await move('0201', 'withdraw', district, 1, '并入0202');
    expect(await read('0201')).toMatchObject({ state: 'withdrawn', published: null, publishedContent: null });
    expect((await read('0201')).versions[0]).toMatchObject({ action: 'withdrawn', by: '周主任', reason: '并入0202' });
    await move('0201', 'submit', police, 1);
    expect((await move('0201', 'publish', district, 1)).body.state).toBe('published');
  });

  it('keep their number and department', async () => {
    expect((await save({ ...NEW, number: '0296' as never }, 5)).status).toBe(404);
    const other = await server.send(police, updateGuide, {
      params: { number: '0297' },
      body: { content: { ...NEW, number: '0296' }, revision: 5 },
    });
    expect(other.body).toMatchObject({ code: 'bad-input', errors: [{ path: 'content.number' }] });
    expect((await save({ ...NEW, department: 'health' }, 5)).body).toMatchObject({ code: 'bad-input' });
    expect((await create({ ...NEW, number: '0397' as never })).body).toMatchObject({ errors: [{ path: 'number' }] });
  });

  it('are found by a part of the name or the beginning of the number, and when a year is over', async () => {
    expect((await list({ text: '门牌' })).items).toMatchObject([{ number: '0297' }]);
    expect((await list({ text: '029' })).items).toMatchObject([{ number: '0297' }]);
    expect((await list({ state: 'draft' })).items).toMatchObject([{ number: '0297', recheckDue: false }]);
    expect((await list({ waiting: 'recheck' })).total).toBe(0);
    await save({ ...NEW, checkedOn: '2025-11-23' as never }, 5);
    // It is on no box, so it misleads nobody until somebody takes it up again.
    expect((await list({ waiting: 'recheck' })).total).toBe(0);
    expect((await list({ waiting: 'unverified', text: '0297' })).total).toBe(0);
    expect(await read('0297')).toMatchObject({ published: null, recheckDue: false });
    await move('0297', 'submit', police, 6);
    await move('0297', 'publish', await server.staff('qianfa'), 6);
    expect((await list({ waiting: 'recheck' })).items).toMatchObject([{ number: '0297', recheckDue: true }]);
    expect((await list({ waiting: 'recheck' }, police)).total).toBe(1);
    expect((await list({ waiting: 'recheck' }, health)).total).toBe(0);
  });

  it('tell what a second person should look at', async () => {
    const { body } = await save({ ...NEW, complaintPhone: '0533-1111111' }, 6);
    expect(body.findings).toContainEqual({ path: 'complaintPhone', text: '不像打得通的电话：0533-1111111' });
  });

  it('leave a trace of everything', async () => {
    const { body } = await server.send(district, listAudit, { query: { subject: '0297', pageSize: 100 } });
    const actions = new Set(body.items.map(({ action }: { action: string }) => action));
    for (const action of ['create', 'edit', 'submit', 'return', 'publish', 'confirm', 'withdraw'])
      expect(actions).toContain(`guide.${action}`);
    // Each names the revision it made or took off the boxes.
    const revisionsOf = (action: string) =>
      body.items
        .filter((entry: { action: string }) => entry.action === `guide.${action}`)
        .map(({ detail }: { detail: { revision: number } }) => detail.revision);
    expect({ confirm: revisionsOf('confirm'), withdraw: revisionsOf('withdraw') }).toEqual({
      confirm: [4],
      withdraw: [4],
    });
  });

  it('are saved by the first of two who started from the same text; the other one hears so', async () => {
    const content = guideWith({ number: '0298', name: '领新门牌', aliases: [], checkedOn: '2026-11-20' });
    await create(content);
    const both = await Promise.all([
      save({ ...content, summary: '一个人的写法' }, 1),
      save({ ...content, summary: '另一个人的写法' }, 1, district),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await move('0298', 'submit', police, 2);
    const reviewers = await Promise.all([server.staff('review'), server.staff('qianfa')]);
    const published = await Promise.all(reviewers.map((each) => move('0298', 'publish', each, 2)));
    expect(published.map(({ status }) => status).sort()).toEqual([200, 409]);
    await move('0298', 'withdraw', police, 2, '试完了');
  });

  it('are counted for those who may see them', async () => {
    expect((await server.send(police, guideStatistics)).body).toMatchObject({
      total: 0,
      byGuide: [],
      to: '2026-11-23',
    });
  });

  it("belong to people whose account names one department, made in the district's name", async () => {
    const operator = await server.staff('operator');
    const person = { account: 'weijian', name: '吴医生', role: 'department', region: '370306' };
    const make = (body: object) => server.send(operator, createStaff, { body });
    expect((await make(person)).body.code).toBe('bad-input');
    expect((await make({ ...person, role: 'community', department: 'health' })).body.code).toBe('bad-input');
    expect((await make({ ...person, region: '370306001', department: 'health' })).body).toMatchObject({
      errors: [{ path: 'region' }],
    });
    const made = await make({ ...person, department: 'health' });
    expect(made.body.staff.grants).toEqual([
      { role: 'department', region: '370306', regionName: '周村区', department: 'health' },
    ]);
    expect((await server.send(police, readSession)).body.permissions).toEqual([
      ...['region.read', 'guide.read', 'guide.write', 'request.read', 'request.handle'],
    ]);
    expect((await server.send(operator, listStaff, { query: { text: 'gongan' } })).body.items[0].grants).toEqual([
      { role: 'department', region: '370306', regionName: '周村区', department: 'police' },
    ]);
  });
});
