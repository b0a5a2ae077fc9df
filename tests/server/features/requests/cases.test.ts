// A case from its report to its end: who gets it, what is done, what its household sees, and what is refused.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAudit } from '../../../../src/contract/audit.ts';
import {
  listOwnRequests,
  moveOwnRequest,
  readByQueryCode,
  readOwnRequest,
  sendRequest,
} from '../../../../src/contract/box-requests.ts';
import { readBoxHome } from '../../../../src/contract/boxes.ts';
import { openPrivate, PRIVATE_HEADER, resetPin } from '../../../../src/contract/households.ts';
import {
  createRequest,
  createRequestPhoto,
  listRequests,
  moveRequest,
  moveRequests,
  readRequest,
} from '../../../../src/contract/request-calls.ts';
import { saveCategory, saveRouting } from '../../../../src/contract/request-settings.ts';
import { readWorkingDays, saveWorkingDays } from '../../../../src/contract/working-days.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../../support/server.ts';
import { multipart } from '../../../support/upload.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const lamp = saveCategory.example.body?.category;
const CATEGORIES = [
  { ...lamp, code: 'test-lamp' },
  { ...lamp, code: 'test-dish', group: 'dish', privacy: 'anonymous', where: ['stairwell', 'public'], fields: [] },
  { ...lamp, code: 'test-quarrel', group: 'mediation', privacy: 'discreet', where: ['home'], fields: [] },
  { ...lamp, code: 'test-gas', timeClass: 'utility', where: ['home'], asksWhen: true },
  { ...lamp, code: 'test-off', active: false },
];
const input = (change: object = {}) => ({
  category: 'test-lamp',
  where: { kind: 'public', place: '小广场', position: null },
  answers: { what: 'dark' },
  when: 'any',
  text: '',
  photos: [],
  ...change,
});

describe.each(await storeEngines())('a request, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let [box, neighbour, stranger]: Caller[] = [];
  let [district, police, other, community]: Caller[] = [];

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    [box, neighbour, stranger] = [server.box('车站社区', 0), server.box('车站社区', 1), server.box('李家疃村')];
    district = await server.staff('district');
    for (const category of CATEGORIES)
      await done(
        server.send(district, saveCategory, { params: { code: category.code }, body: { category, revision: 0 } }),
      );
    const to = { kind: 'department', department: 'police' };
    for (const category of ['test-lamp', 'test-dish'])
      await done(
        server.send(district, saveRouting, {
          params: { category, region: '370306' },
          body: { to, reason: '归公安' },
        }),
      );
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    // A week, so that nothing follows what an earlier test reported.
    server.pass(8 * DAY_MS);
    [district, police, other, community] = await Promise.all(
      ['district', 'gongan', 'minzheng', 'chezhan'].map((account) => server.staff(account)),
    );
  });

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  async function done(answer: Promise<{ status: number; body: any }>): Promise<any> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  }
  const send = (change: object = {}, caller = box, id: string = randomUUID()) =>
    server.send(caller ?? { headers: {} }, sendRequest, { params: { id }, body: input(change) });
  const read = (caller: Caller | undefined, id: string) =>
    server.send(caller ?? { headers: {} }, readRequest, { params: { id } });
  async function move(caller: Caller | undefined, id: string, given: object) {
    const { revision } = (await read(district, id)).body;
    return server.send(caller ?? { headers: {} }, moveRequest, { params: { id }, body: { revision, move: given } });
  }
  async function pass(caller: Caller | undefined): Promise<Caller> {
    if (!caller) throw new Error('no box');
    const { chain } = await done(server.send(caller, readBoxHome));
    const params = { code: chain.at(-1) };
    const { pin } = await done(
      server.send(await server.staff('operator'), resetPin, { params, body: { reason: '用户忘记密码' } }),
    );
    const opened = await done(server.send(caller, openPrivate, { body: { pin } }));
    return { headers: { ...caller.headers, [PRIVATE_HEADER]: opened.pass } };
  }
  const own = async (caller: Caller | undefined, id: string) =>
    server.send(await pass(caller), readOwnRequest, { params: { id } });
  const ownMove = async (caller: Caller | undefined, id: string, body: object) =>
    server.send(await pass(caller), moveOwnRequest, { params: { id }, body });
  async function answered(): Promise<string> {
    const { id } = await done(send());
    await done(move(police, id, { kind: 'start' }));
    await done(move(police, id, { kind: 'answer', public: '灯泡换好了。' }));
    return id;
  }
  const audited = async (action: string) =>
    (await done(server.send(await server.staff('auditor'), listAudit, { query: { action } }))).items.length;

  it('goes to the department its category belongs to, with a number and a time limit', async () => {
    const sent = await done(send());
    expect(sent).toMatchObject({ queryCode: null, followed: false });
    expect(sent.number).toMatch(/^\d{11}$/);
    const { body } = await read(police, sent.id);
    expect(body).toMatchObject({ state: 'assigned', place: '车站社区 小广场', revision: 2, reporters: 1 });
    expect(body.handler.name).toBe('公安');
    expect(body.moves).toEqual(expect.arrayContaining(['start', 'decline']));
    expect(body.said).toEqual([{ label: '怎么了', text: '不亮了' }]);
    expect((await read(other, sent.id)).status).toBe(404);
  });

  it('is received once, however often it is sent, and by nobody else under the same id', async () => {
    const id = randomUUID();
    const [first, second] = await Promise.all([done(send({}, box, id)), done(send({}, box, id))]);
    expect(second).toEqual(first);
    expect((await read(police, id)).body).toMatchObject({ reporters: 1, revision: 2 });
    expect((await send({}, neighbour, id)).status).toBe(404);
  });

  it('joins what a neighbour told before, and both hear what became of it', async () => {
    const first = await done(send());
    const second = await done(send({ where: { kind: 'public', place: ' 小 广场', position: null } }, neighbour));
    expect(second).toMatchObject({ number: first.number, followed: true });
    expect((await read(police, first.id)).body).toMatchObject({ reporters: 2, revision: 3 });
    await done(move(police, first.id, { kind: 'start', public: '明天修' }));
    const { body } = await own(neighbour, second.id);
    expect(body).toMatchObject({ state: 'handling', number: first.number });
    expect(body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['receive', 'start']);
    expect(body.moves).toEqual(['urge']);
  });

  it('is not joined to one of another place, of another time, or that is answered', async () => {
    await answered();
    const numbers = [
      await done(send({}, neighbour)),
      await done(send({ where: { kind: 'public', place: '东门', position: null } }, neighbour)),
    ];
    server.pass(8 * DAY_MS);
    numbers.push(await done(send({}, neighbour)));
    expect(numbers.every(({ followed }) => !followed)).toBe(true);
  });

  it('refuses a form that is not filled in, a place of another kind and a category that is switched off', async () => {
    const { status, body } = await send({ answers: { what: 'burning', colour: 'red' } });
    expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([
      400,
      ['answers.colour', 'answers.what'],
    ]);
    expect((await send({ answers: {} })).body.errors[0].message).toBe('这一项还没有选');
    expect((await send({ where: { kind: 'home', place: null, position: null } })).status).toBe(400);
    expect((await send({ category: 'test-off' })).body.code).toBe('category-unknown');
    expect((await send({ category: 'nothing' })).body.code).toBe('category-unknown');
  });

  it('is taken from a box that waited so long for its network that the photos are gone, which those who work on it read', async () => {
    const { id } = await done(send({ photos: ['a'.repeat(64)] }));
    expect((await read(police, id)).body.actions[0]).toMatchObject({ internal: '还有 1 张照片没有传到', photos: [] });
  });

  it('goes from hand to hand as the table allows, and says why where it does not', async () => {
    const { id } = await done(send());
    const early = await move(police, id, { kind: 'answer', public: '办好了。' });
    expect([early.status, early.body.code, early.body.detail]).toEqual([
      409,
      'move-not-allowed',
      '这件事已派单，现在不能答复。',
    ]);
    expect((await move(community, id, { kind: 'start' })).status).toBe(403);
    expect((await move(police, id, { kind: 'decline', internal: '不归我们' })).body).toMatchObject({
      state: 'received',
      handler: null,
    });
    expect((await read(police, id)).status).toBe(404);
    const region = { kind: 'region', region: '370306001001' };
    expect((await move(district, id, { kind: 'assign', to: region })).body).toMatchObject({ state: 'assigned' });
    expect((await move(community, id, { kind: 'start' })).body).toMatchObject({ state: 'handling' });
    const stale = await server.send(community ?? box ?? { headers: {} }, moveRequest, {
      params: { id },
      body: { revision: 2, move: { kind: 'note', internal: '看过了' } },
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale-revision']);
    const far = { kind: 'region', region: '370306102215' };
    expect((await move(district, id, { kind: 'assign', to: far })).status).toBe(400);
  });

  it('waits while it is suspended, and has so much more time afterwards', async () => {
    const { id, dueAt } = await done(
      send({ category: 'test-gas', where: { kind: 'home', place: null, position: null } }),
    );
    expect(Date.parse(dueAt) - server.now()).toBe(24 * HOUR_MS);
    await done(move(community, id, { kind: 'start' }));
    expect((await move(community, id, { kind: 'suspend', public: '等配件' })).body).toMatchObject({
      dueAt: null,
      light: 'stopped',
    });
    server.pass(HOUR_MS / 6);
    const { body } = await move(community, id, { kind: 'resume' });
    expect(Date.parse(body.dueAt) - Date.parse(dueAt)).toBe(HOUR_MS / 6);
    const longer = { kind: 'ask-extension', until: server.instant(3 * DAY_MS), internal: '路远' };
    await done(move(community, id, longer));
    expect((await move(district, id, { kind: 'extend' })).body.dueAt).toBe(longer.until);
  });

  it('shows the door to those who go there, and keeps on record who has seen it', async () => {
    const { id } = await done(send({ category: 'test-gas', where: { kind: 'home', place: null, position: null } }));
    const before = await audited('request.read');
    expect((await read(community, id)).body.where.text).toBe('车站社区 1号楼 101');
    expect((await read(await server.staff('auditor'), id)).body.where.text).toBe('车站社区 1号楼 ***');
    expect(await audited('request.read')).toBe(before + 2);
  });

  it('is closed by the resident who is content, and done again for one who is not', async () => {
    const id = await answered();
    expect((await own(box, id)).body).toMatchObject({ state: 'answered', moves: ['rate', 'rework'] });
    expect((await ownMove(box, id, { kind: 'rate' })).status).toBe(400);
    expect((await ownMove(box, id, { kind: 'rework', text: '还是不亮' })).body).toMatchObject({ state: 'assigned' });
    await done(move(police, id, { kind: 'start' }));
    await done(move(police, id, { kind: 'answer', public: '又修了一次。' }));
    const { body } = await ownMove(box, id, { kind: 'rate', score: 5 });
    expect(body).toMatchObject({ state: 'closed', score: 5, dueAt: null, light: 'none' });
    const { actions } = (await read(district, id)).body;
    expect(actions.at(-1)).toMatchObject({ kind: 'close', by: { kind: 'system', name: '居民评价' } });
    server.pass(31 * DAY_MS);
    expect((await ownMove(box, id, { kind: 'rework', text: '又坏了' })).body.code).toBe('move-not-allowed');
  });

  it('is not closed without a word of the resident, nor by whoever answered', async () => {
    const id = await answered();
    expect((await move(district, id, { kind: 'close' })).body.code).toBe('move-not-allowed');
    const call = { kind: 'call-back', outcome: 'not-reached', satisfied: null };
    expect((await move(district, id, { ...call, satisfied: true })).body.code).toBe('bad-input');
    for (let days = 0; days < 3; days += 1) {
      await done(move(district, id, call));
      await done(move(district, id, call));
      if (days < 2) expect((await move(district, id, { kind: 'close' })).body.code).toBe('move-not-allowed');
      server.pass(DAY_MS);
      district = await server.staff('district');
    }
    expect((await move(district, id, { kind: 'close' })).body).toMatchObject({ state: 'closed' });
  });

  it('may be reminded of once a day, and taken back by its only reporter', async () => {
    const { id } = await done(send());
    expect((await ownMove(box, id, { kind: 'urge' })).status).toBe(200);
    const again = await ownMove(box, id, { kind: 'urge' });
    expect([again.status, again.body.detail]).toEqual([409, '今天已经催过了，请明天再看。']);
    server.pass(DAY_MS);
    expect((await ownMove(box, id, { kind: 'urge' })).status).toBe(200);
    expect((await ownMove(box, id, { kind: 'withdraw', text: '自己修好了' })).body).toMatchObject({
      state: 'withdrawn',
      moves: [],
    });
  });

  it("is not there for another household, whose try is on record, nor without the home's PIN", async () => {
    const { id } = await done(send());
    const before = await audited('request.denied');
    expect((await own(neighbour, id)).status).toBe(404);
    expect((await ownMove(stranger, id, { kind: 'withdraw' })).status).toBe(404);
    expect(await audited('request.denied')).toBe(before + 2);
    expect((await server.send(box ?? { headers: {} }, readOwnRequest, { params: { id } })).body.code).toBe(
      'private-closed',
    );
    expect((await server.send(box ?? { headers: {} }, listOwnRequests)).body.code).toBe('private-closed');
  });

  it('names nobody who reports a dish: no household is kept, the list is silent, a code tells the state', async () => {
    const given = { category: 'test-dish', answers: {}, where: { kind: 'stairwell', place: null, position: null } };
    const id = randomUUID();
    const sent = await done(send(given, box, id));
    expect(sent.queryCode).toMatch(/^\d{10}$/);
    expect(await done(send(given, box, id))).toEqual(sent);
    const kept = await server.store.db
      .selectFrom('request_reporter')
      .select(['household', 'code_hash'])
      .where('id', '=', sent.id)
      .executeTakeFirstOrThrow();
    expect(kept.household).toBeNull();
    expect(kept.code_hash).not.toContain(sent.queryCode);
    const { items } = (await server.send(await pass(box), listOwnRequests)).body;
    expect(items.map((item: { id: string }) => item.id)).not.toContain(id);
    const tries = await audited('request.denied');
    expect((await own(box, id)).status).toBe(404);
    expect(await audited('request.denied')).toBe(tries);
    const { since } = await server.store.db
      .selectFrom('guess')
      .select('since')
      .where('source', 'like', 'report:%')
      .orderBy('since', 'desc')
      .executeTakeFirstOrThrow();
    expect(since).toMatch(/T16:00:00.000Z$/);
    for (const caller of [community, other, await server.staff('auditor')])
      expect((await read(caller, id)).status).toBe(404);
    expect((await read(police, id)).body.where.text).toBe('车站社区 1号楼 楼道');
    const look = (code: string) => server.send(neighbour ?? { headers: {} }, readByQueryCode, { params: { code } });
    expect((await look(sent.queryCode)).body).toEqual({ number: sent.number, state: 'assigned', answer: null });
    for (let guess = 0; guess < 9; guess += 1) expect((await look('0000000000')).body.code).toBe('query-code-unknown');
    expect((await look(sent.queryCode)).body.code).toBe('code-guesses');
  });

  it('says nothing of a quarrel on the shared screen but its number and state', async () => {
    const given = { category: 'test-quarrel', answers: {}, where: { kind: 'home', place: null, position: null } };
    const { id } = await done(send({ ...given, text: '楼上太吵，怕他报复' }));
    await done(move(community, id, { kind: 'start', public: '我们明天上门' }));
    const { body } = await own(box, id);
    expect(body).toMatchObject({ category: null, said: [], state: 'handling' });
    expect(JSON.stringify(body)).not.toMatch(/太吵|上门/);
    expect((await read(community, id)).body.text).toBe('楼上太吵，怕他报复');
  });

  it('says no more on the shared screen for being merged into one of which it does', async () => {
    const where = { kind: 'home', place: null, position: null };
    const one = await done(send({ category: 'test-quarrel', answers: {}, where, text: '楼上太吵，怕他报复' }));
    const two = await done(send({ category: 'test-gas', where }));
    await done(move(district, one.id, { kind: 'merge', into: two.id }));
    await done(move(community, two.id, { kind: 'start', public: '我们明天上门' }));
    const { body } = await own(box, one.id);
    expect(body).toMatchObject({ category: null, said: [], state: 'handling' });
    expect(JSON.stringify(body)).not.toMatch(/太吵|上门/);
  });

  it('cannot become anonymous, but as silent as its new kind, and stays so', async () => {
    const { id } = await done(send());
    const classify = { kind: 'classify', timeClass: 'ordinary', internal: '是小耳朵' };
    expect((await move(district, id, { ...classify, category: 'test-dish' })).body.errors[0].path).toBe(
      'move.category',
    );
    await done(move(district, id, { ...classify, category: 'test-quarrel' }));
    expect((await own(box, id)).body).toMatchObject({ category: null, said: [] });
    await done(move(district, id, { ...classify, category: 'test-lamp' }));
    expect((await own(box, id)).body).toMatchObject({ category: null, said: [] });
  });

  it('keeps its deadline when the calendar is changed, until something moves it', async () => {
    const enter = async (year: number, more: object[]) => {
      const params = { year: String(year) };
      const { changes, revision } = await done(server.send(district ?? nobody, readWorkingDays, { params }));
      const body = { changes: [...changes, ...more], revision };
      await done(server.send(district ?? nobody, saveWorkingDays, { params, body }));
    };
    const year = new Date(server.now()).getUTCFullYear();
    for (const each of [year, year + 1]) await enter(each, []);
    const { id } = await done(send());
    const { dueAt } = (await read(police, id)).body;
    // It ends with the last day in Shanghai, which is the same in UTC then.
    const day = dueAt.slice(0, 10);
    await enter(Number(day.slice(0, 4)), [{ day, working: false, name: '临时放假' }]);
    await done(move(police, id, { kind: 'note', internal: '看过了' }));
    expect((await read(police, id)).body.dueAt).toBe(dueAt);
    await done(
      move(district, id, { kind: 'classify', category: 'test-lamp', timeClass: 'ordinary', internal: '重算' }),
    );
    expect((await read(police, id)).body.dueAt > dueAt).toBe(true);
  });

  it('goes on in another when merged, and its reporter follows there', async () => {
    const one = await done(send());
    const two = await done(send({ where: { kind: 'public', place: '小广场东头', position: null } }, neighbour));
    expect((await move(district, two.id, { kind: 'merge', into: two.id })).body.code).toBe('merge-target');
    const merged = (await move(district, two.id, { kind: 'merge', into: one.id })).body;
    expect(merged).toMatchObject({ state: 'merged', mergedInto: { id: one.id, number: one.number } });
    expect((await read(police, one.id)).body.reporters).toBe(2);
    await done(move(police, one.id, { kind: 'start', public: '一起修' }));
    const { body } = await own(neighbour, two.id);
    expect(body).toMatchObject({ number: two.number, state: 'handling' });
    expect(body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['receive', 'assign', 'merge', 'start']);
  });

  it('is moved with many others, each by itself', async () => {
    const one = await done(send());
    const two = await done(send({ where: { kind: 'public', place: '北门', position: null } }));
    const items = [
      { id: one.id, revision: 2 },
      { id: two.id, revision: 7 },
    ];
    const region = { kind: 'region', region: '370306001001' };
    const { body } = await server.send(district ?? { headers: {} }, moveRequests, {
      body: { items, move: { kind: 'assign', to: region } },
    });
    expect(body.items.map((item: { done: boolean }) => item.done)).toEqual([true, false]);
    expect((await read(community, one.id)).body.handler.name).toBe('车站社区');
    const elsewhere = { kind: 'region', region: '370306102215' };
    const refused = await server.send(district ?? { headers: {} }, moveRequests, {
      body: { items: [{ id: one.id, revision: 3 }], move: { kind: 'assign', to: elsewhere } },
    });
    expect(refused.body.items).toEqual([{ id: one.id, done: false, problem: '只能派给事发地的街道或者社区' }]);
  });

  it('is taken back by staff only with a reason, which its household reads', async () => {
    const { id } = await done(send());
    expect(await move(district, id, { kind: 'withdraw' })).toMatchObject({
      status: 400,
      body: { code: 'bad-input', errors: [{ path: 'move.public' }] },
    });
    await done(move(district, id, { kind: 'withdraw', public: '您来电说不用修了。' }));
    const { body } = await own(box, id);
    expect(body.state).toBe('withdrawn');
    expect(body.timeline.at(-1)).toMatchObject({ kind: 'withdraw', text: '您来电说不用修了。' });
  });

  it('is not given more time that a pause has brought already', async () => {
    const { id } = await done(send({ category: 'test-gas', where: { kind: 'home', place: null, position: null } }));
    await done(move(community, id, { kind: 'ask-extension', until: server.instant(30 * HOUR_MS), internal: '等配件' }));
    await done(move(community, id, { kind: 'suspend', public: '等燃气公司的配件' }));
    server.pass(10 * HOUR_MS);
    [district, community] = await Promise.all(['district', 'chezhan'].map((account) => server.staff(account)));
    await done(move(community, id, { kind: 'resume' }));
    expect(await move(district, id, { kind: 'extend' })).toMatchObject({
      status: 409,
      body: { code: 'move-not-allowed' },
    });
    await done(move(district, id, { kind: 'refuse-extension', internal: '暂停的时间已经补上' }));
  });

  it('shows photos that were attached to a move to those who may know the door alone', async () => {
    const { id } = await done(send());
    await done(move(police, id, { kind: 'start' }));
    const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const url = createRequestPhoto.path.replace(':id', id);
    const upload = async (caller?: Caller, file: Buffer | string = bytes) => {
      const { headers, payload } = multipart(file);
      return server.app.inject({ method: 'POST', url, headers: { ...headers, ...caller?.headers }, payload });
    };
    const tries = await audited('request.denied');
    expect((await upload(other)).statusCode).toBe(404);
    expect((await read(other, id)).status).toBe(404);
    expect(await audited('request.denied')).toBe(tries + 1);
    expect((await upload(police, 'no picture')).json().code).toBe('picture-invalid');
    expect(await audited('request.photo-refused')).toBe(1);
    const { photo } = (await upload(police)).json();
    const answer = (photos: string[]) =>
      server.send(police ?? nobody, moveRequest, {
        params: { id },
        body: { revision: 3, move: { kind: 'answer', public: '灯泡换好了。' }, photos },
      });
    expect(await answer(['a'.repeat(64)])).toMatchObject({ status: 422, body: { code: 'photo-unknown' } });
    const photosOf = ({ actions }: { actions: { photos: string[] }[] }) => actions.map(({ photos }) => photos);
    expect(photosOf(await done(answer([photo])))).toEqual([[], [], [], [photo]]);
    expect(photosOf((await read(await server.staff('auditor'), id)).body)).toEqual([[], [], [], []]);
    const seen = (caller?: Caller) => server.app.inject({ url: `${url}/${photo}`, headers: caller?.headers ?? {} });
    expect((await seen(police)).headers['content-type']).toBe('image/jpeg');
    expect((await seen(other)).statusCode).toBe(404);
  });

  it('can be entered at a counter, for a home of the place', async () => {
    const { photos: _, ...told } = input({
      category: 'test-gas',
      where: { kind: 'home', place: null, position: null },
    });
    const { chain } = await done(server.send(box ?? { headers: {} }, readBoxHome));
    const enter = (caller: Caller | undefined, household: string) =>
      server.send(caller ?? { headers: {} }, createRequest, { body: { ...told, household } });
    const { status, body } = await enter(community, chain.at(-1));
    expect([status, body.mayRead, body.followed]).toEqual([201, true, false]);
    expect((await read(community, body.id)).body.actions[0].by.kind).toBe('staff');
    expect((await own(box, body.id)).status).toBe(200);
    expect((await enter(community, '3703061022150010010101')).body.code).toBe('region-outside');
    expect((await enter(community, '3703060010010010019999')).body.code).toBe('household-unknown');
  });

  it("entered at a counter where it is another office's opens nothing of it, but stands under what one entered", async () => {
    const dish = { category: 'test-dish', answers: {}, text: '三楼那家装的' };
    const { id } = await done(send(dish));
    expect((await read(other, id)).status).toBe(404);
    const { photos: _, ...told } = input({ ...dish, text: '' });
    const { chain } = await done(server.send(box ?? nobody, readBoxHome));
    const body = { ...told, household: chain.at(-1) };
    const before = await audited('request.enter');
    const entered = await done(server.send(other ?? nobody, createRequest, { body }));
    expect(entered).toEqual({ id, number: expect.any(String), mayRead: false, followed: true });
    expect(await audited('request.enter')).toBe(before + 1);
    const mine = await done(server.send(other ?? nobody, listRequests, { query: { inbox: 'mine' } }));
    expect(mine.items).toMatchObject([{ id, mayRead: false }]);
    expect((await read(other, id)).status).toBe(404);
  });
});
