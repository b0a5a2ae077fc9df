// A draft that a phone goes on with: from the television's link to the one request, whoever sends it.
import { randomUUID } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DRAFT_PHOTO_PATH,
  followHandover,
  HANDOVER_MS,
  openDraft,
  openHandover,
  READ_DRAFT_PHOTO_PATH,
  removeDraftPhoto,
  saveDraft,
  sendDraft,
  sendRequest,
} from '../../../src/contract/box-requests.ts';
import { createBus } from '../../../src/server/bus/postgres.ts';
import { createRefusals } from '../../../src/server/features/audit/refusals.ts';
import { createHandoverService } from '../../../src/server/features/handovers/service.ts';
import { createRequestPhotos } from '../../../src/server/features/requests/photos.ts';
import { systemRuntime } from '../../../src/server/runtime.ts';
import { systemTimers } from '../../../src/server/timers.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../support/server.ts';
import { soon } from '../../support/soon.ts';
import { multipart } from '../../support/upload.ts';

const DAY_MS = 86_400_000;
const LAMP = {
  category: 'street-lamp',
  where: { kind: 'public', place: '小广场', position: null },
  answers: {},
  when: 'any',
  text: '',
  photos: [],
};
const photo = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer();

describe.each(await storeEngines())('a handover, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let box: Caller;
  let neighbour: Caller;
  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    [box, neighbour] = [server.box('车站社区', 0), server.box('车站社区', 1)];
  });
  afterAll(() => server.stop());

  const openAt = (id: string, change: object = {}, caller = box) =>
    server.send(caller, openHandover, { params: { id }, body: { ...LAMP, ...change } });
  const follow = (id: string, after = 0, caller = box) =>
    server.send(caller, followHandover, { params: { id }, query: { after } });
  const look = (token: string) => server.send(nobody, openDraft, { params: { token } });
  const save = (token: string, revision: number, change: object = {}) =>
    server.send(nobody, saveDraft, {
      params: { token },
      body: { revision, answers: { what: 'dark' }, when: 'any', text: '', place: '小广场', position: null, ...change },
    });
  const send = (token: string) => server.send(nobody, sendDraft, { params: { token } });
  async function upload(token: string, bytes: Buffer) {
    const url = DRAFT_PHOTO_PATH.replace(':token', token);
    const response = await server.app.inject({ method: 'POST', url, ...multipart(bytes) });
    return { status: response.statusCode, body: response.json() };
  }
  const readPhoto = (token: string, id: string) =>
    server.app.inject({ url: READ_DRAFT_PHOTO_PATH.replace(':token', token).replace(':photo', id) });

  /** A draft that a phone has opened: revision 2. */
  async function handedOver(change: object = {}) {
    const id = randomUUID();
    const { status, body } = await openAt(id, change);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const token = String(body.url).split('/').at(-1) ?? '';
    await look(token);
    return { id, token };
  }
  const cases = async () => (await server.store.db.selectFrom('request').select('id').execute()).length;
  /** What a server does every ten minutes. */
  const clear = () =>
    createHandoverService({
      ...{ store: server.store, runtime: { ...systemRuntime, clock: server.now }, bus: createBus(server.store) },
      photos: createRequestPhotos({ folder: path.join(server.dataDir, 'request-photos') }),
      refusals: createRefusals({ store: server.store, runtime: { clock: server.now } }),
      ...{ timers: systemTimers, linkKey: Buffer.alloc(32), categories: { find: async () => undefined } },
      receive: () => Promise.reject(new Error('nothing is received')),
    }).clear();
  const audited = (action: string, subject: string) =>
    server.store.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', action)
      .where('subject', '=', subject)
      .orderBy('id')
      .execute();

  it('is a link under which a phone finds the draft and its form, without the door', async () => {
    const id = randomUUID();
    const input = {
      category: 'water',
      where: { kind: 'home', place: null, position: null },
      answers: { what: 'leak' },
    };
    const opened = await openAt(id, input);
    expect(opened.body.url).toMatch(/^http:\/\/localhost(:\d+)?\/m\/r\/[\w.-]{100,160}$/);
    expect(opened.body.draft).toMatchObject({
      state: 'waiting',
      revision: 1,
      placeText: '车站社区 1号楼',
      number: null,
    });
    const found = await look(opened.body.url.split('/').at(-1));
    expect(found.headers['cache-control']).toBe('no-store');
    expect(found.body).toMatchObject({
      draft: { state: 'writing', answers: { what: 'leak' } },
      form: { code: 'water' },
    });
    expect((await openAt(id, input)).body).toMatchObject({ url: opened.body.url, draft: { revision: 2 } });
  });

  it('shows the television what the phone writes as soon as it is written', async () => {
    const { id, token } = await handedOver();
    const waiting = follow(id, 2);
    const saved = await save(token, 2, { text: '三盏都不亮', position: { lat: 36.8, lon: 117.87 } });
    expect(saved.body).toMatchObject({ revision: 3, text: '三盏都不亮' });
    expect((await waiting).body).toEqual(saved.body);
  });

  it('takes words only from whoever has seen the newest ones', async () => {
    const { token } = await handedOver();
    const answers = await Promise.all([save(token, 2, { text: '甲甲' }), save(token, 2, { text: '乙乙' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('stale-revision');
  });

  it('takes words as fast as a hand writes them, and no faster from one link', async () => {
    const { token } = await handedOver();
    const statuses: number[] = [];
    for (let turn = 0; turn < 121; turn += 1) statuses.push((await save(token, 1)).status);
    expect(statuses).toEqual([...Array(120).fill(409), 429]);
    expect((await save((await handedOver()).token, 2)).status).toBe(200);
  });

  it('keeps no answer that the form does not ask for, and no other kind of place', async () => {
    const { token } = await handedOver({ category: 'water', where: { kind: 'home', place: null, position: null } });
    const { body } = await save(token, 2, { answers: { what: 'leak', other: 'x' }, place: '小广场' });
    expect(body).toMatchObject({ answers: { what: 'leak' }, where: { kind: 'home', place: null } });
    expect(body.answers.other).toBeUndefined();
    expect(await openAt(randomUUID(), { where: { kind: 'home', place: null, position: null } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'where.kind' }] },
    });
  });

  it('carries up to three photos, which its link alone shows', async () => {
    const { token } = await handedOver();
    const ids = [];
    for (const color of ['#a00', '#0a0', '#00a'])
      ids.push((await upload(token, await photo(color))).body.photos.at(-1));
    expect(await upload(token, await photo('#aaa'))).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect((await upload(token, await photo('#a00'))).status).toBe(400);
    expect((await readPhoto(token, ids[0])).headers['content-type']).toBe('image/jpeg');
    const other = await handedOver();
    expect((await readPhoto(other.token, ids[0])).statusCode).toBe(404);
    const removed = await server.send(nobody, removeDraftPhoto, { params: { token, photo: ids[0] } });
    expect(removed.body).toMatchObject({ photos: ids.slice(1), revision: 6 });
    expect((await readPhoto(token, ids[0])).statusCode).toBe(404);
  });

  it('refuses what only calls itself a photo, and leaves the draft as it was', async () => {
    const { id, token } = await handedOver();
    expect(await upload(token, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({
      status: 422,
      body: { code: 'picture-invalid' },
    });
    expect(await upload(token, Buffer.alloc(3_000_001))).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect((await audited('handover.photo-refused', id)).map(({ detail }) => detail)).toEqual([
      { reason: 'picture-invalid' },
      { reason: 'too-large' },
    ]);
    expect((await look(token)).body.draft).toMatchObject({ photos: [], revision: 2 });
  });

  it('leaves no trace in the log of the home that an anonymous one came from', async () => {
    const { id, token } = await handedOver({
      category: 'dish',
      where: { kind: 'stairwell', place: null, position: null },
    });
    expect((await upload(token, Buffer.from('no photo'))).status).toBe(422);
    const [entry] = await audited('handover.photo-refused', id);
    expect(entry).toMatchObject({ region_code: null, staff_id: null, detail: { reason: 'picture-invalid' } });
  });

  it('is received once when television and phone send it at the same moment', async () => {
    const before = await cases();
    const { id, token } = await handedOver({ answers: { what: 'dark' } });
    const body = { ...LAMP, where: { ...LAMP.where, place: '东门口' }, answers: { what: 'dark' } };
    const answers = await Promise.all([
      send(token),
      server.send(box, sendRequest, { params: { id }, body }),
      send(token),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await cases()).toBe(before + 1);
    expect((await follow(id)).body).toMatchObject({ state: 'sent', number: answers[0]?.body.number });
  });

  it('is over for the phone once the television has sent it, which its send is told too', async () => {
    const { id, token } = await handedOver();
    const place = '西门口';
    const body = { ...LAMP, where: { ...LAMP.where, place }, answers: { what: 'dark' } };
    const sent = await server.send(box, sendRequest, { params: { id }, body });
    expect(await save(token, 2)).toMatchObject({ status: 410, body: { code: 'handover-over' } });
    expect((await send(token)).body).toEqual(sent.body);
  });

  it('is sent by the television with what the phone has added since the television looked away', async () => {
    const { id, token } = await handedOver();
    const { photos } = (await upload(token, await photo('green'))).body;
    await save(token, 3, { text: '三盏都不亮', place: '南门口', position: { lat: 36.8, lon: 117.87 } });
    const body = { ...LAMP, where: { ...LAMP.where, place: '南门口' }, answers: { what: 'dark' }, text: '请快一点' };
    const sent = await server.send(box, sendRequest, { params: { id }, body });
    const [row] = await server.store.db.selectFrom('request').selectAll().where('id', '=', sent.body.id).execute();
    expect(row).toMatchObject({ text: '请快一点；三盏都不亮', lat: 36.8 });
    const kept = server.store.db.selectFrom('request_photo').select('photo').where('request_id', '=', sent.body.id);
    expect((await kept.orderBy('position').execute()).map((each) => each.photo)).toEqual(photos);
  });

  it('takes the newest words when they change while it is being sent', async () => {
    const { token } = await handedOver({ where: { ...LAMP.where, place: '北门口' } });
    await save(token, 2, { text: '旧的话', place: '北门口' });
    const [saved, sent] = await Promise.all([save(token, 3, { text: '新的话', place: '北门口' }), send(token)]);
    const { id } = sent.body;
    const row = await server.store.db.selectFrom('request').select('text').where('id', '=', id).executeTakeFirst();
    expect(row?.text).toBe(saved.status === 200 ? '新的话' : '旧的话');
  });

  it('stays a draft when it is not received, with what is wrong', async () => {
    const { id, token } = await handedOver();
    expect(await send(token)).toMatchObject({ status: 400, body: { errors: [{ path: 'answers.what' }] } });
    expect((await follow(id)).body).toMatchObject({ state: 'writing', revision: 2 });
    expect((await save(token, 2)).status).toBe(200);
  });

  it('is of no use after a quarter of an hour, which whoever follows hears, and whoever tries leaves on record', async () => {
    const { id, token } = await handedOver();
    server.pass(HANDOVER_MS);
    expect((await follow(id, 2)).body).toMatchObject({ state: 'over', revision: 3 });
    for (const again of [
      await look(token),
      await save(token, 2),
      await send(token),
      await upload(token, await photo('#aaa')),
    ])
      expect(again).toMatchObject({ status: 410, body: { code: 'handover-over' } });
    expect(await audited('handover.replay', id)).toHaveLength(1);
  });

  it('is of no use after it was sent but to hear the number again, and that on record', async () => {
    const { id, token } = await handedOver({ answers: { what: 'dark' }, where: { ...LAMP.where, place: '南门口' } });
    const sent = await send(token);
    expect((await send(token)).body).toEqual(sent.body);
    expect((await look(token)).status).toBe(410);
    server.pass(HANDOVER_MS);
    expect((await send(token)).status).toBe(410);
    expect(await audited('handover.replay', id)).toMatchObject([
      { region_code: expect.stringMatching(/^370306001001/) },
    ]);
  });

  it('is not found by another household, and that is on record', async () => {
    const { id } = await handedOver();
    expect((await openAt(id, {}, neighbour)).status).toBe(404);
    expect((await follow(id, 0, neighbour)).status).toBe(404);
    expect(await audited('handover.refused', id)).toHaveLength(1);
  });

  it('of an anonymous report leaves no trace of the household, neither in the log nor after its time', async () => {
    const where = { kind: 'stairwell', place: null, position: null };
    const { id, token } = await handedOver({ category: 'dish', where, answers: { what: 'dish' } });
    await save(token, 2, { answers: { what: 'dish' }, place: null, position: { lat: 36.8, lon: 117.8 } });
    expect((await look(token)).body.draft.position).toBeNull();
    expect((await send(token)).body.queryCode).toMatch(/^\d{10}$/);
    await look(token);
    expect(await audited('handover.replay', id)).toMatchObject([{ region_code: null }]);
    server.pass(HANDOVER_MS + 1);
    await clear();
    expect((await follow(id)).status).toBe(404);
  });

  it('is forgotten days after its end, with the photos that nothing names', async () => {
    const [old, sent] = [await handedOver(), await handedOver({ answers: { what: 'dark' } })];
    const [lost, kept] = [
      (await upload(old.token, await photo('#123'))).body.photos[0],
      (await upload(sent.token, await photo('#456'))).body.photos[0],
    ];
    await send(sent.token);
    const longAgo = (server.now() - DAY_MS) / 1000;
    const fileOf = (photo: string) => path.join(server.dataDir, 'request-photos', `${photo}.jpg`);
    for (const each of [lost, kept]) await utimes(fileOf(each), longAgo, longAgo);
    await clear();
    expect((await readPhoto(old.token, lost)).statusCode).toBe(200);
    server.pass(3 * DAY_MS);
    await clear();
    expect((await follow(old.id)).status).toBe(404);
    expect((await send(old.token)).status).toBe(410);
    const photos = createRequestPhotos({ folder: path.join(server.dataDir, 'request-photos') });
    expect([await photos.has([lost]), await photos.has([kept])]).toEqual([false, true]);
  });

  it('is sent fifty times a day with what the television sends, and kept until the next', async () => {
    const [{ id, token }, first] = [await handedOver(), await handedOver()];
    for (const each of [token, first.token]) await save(each, 2);
    const told = server.store.db.updateTable('guess').where('source', 'like', 'report:%');
    expect((await send(first.token)).status).toBe(200);
    await told.set({ wrong: 50 }).execute();
    expect(await send(token)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect((await follow(id)).body).toMatchObject({ state: 'writing' });
    await told.set({ wrong: 0 }).execute();
    expect((await send(token)).status).toBe(200);
  });

  it("is not over because another home's report has its id", async () => {
    const { id } = await handedOver();
    const input = { ...LAMP, answers: { what: 'dark' } };
    expect((await server.send(neighbour, sendRequest, { params: { id }, body: input })).status).toBe(200);
    expect((await follow(id)).body).toMatchObject({ state: 'writing' });
  });

  it('is opened by boxes that may report, so many times a day', async () => {
    server.pass(DAY_MS + 1);
    expect((await openAt(randomUUID())).status).toBe(200);
    const counted = server.store.db.updateTable('guess').where('source', 'like', 'handover:%');
    await counted.set({ wrong: 200 }).execute();
    expect(await openAt(randomUUID())).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    server.pass(DAY_MS + 1);
    expect((await openAt(randomUUID())).status).toBe(200);
    await server.store.db.updateTable('box').set({ state: 'bound' }).execute();
    expect(await openAt(randomUUID())).toMatchObject({ status: 403, body: { code: 'box-not-authorised' } });
    await server.store.db.updateTable('box').set({ state: 'authorised' }).execute();
  });

  it('is found under no link that was forged or altered', async () => {
    const { token } = await handedOver();
    const [claims = '', mac = ''] = token.split('.');
    const altered = fc.oneof(
      fc.string({ minLength: 20, maxLength: 180 }),
      fc.stringMatching(/^[\w-]{20,90}\.[\w-]{43}$/),
      fc.stringMatching(/^[\w-]{43}$/).map((other) => `${claims}.${other}`),
      fc.stringMatching(/^[\w-]{20,100}$/).map((other) => `${other}.${mac}`),
      fc.nat(token.length - 1).map((at) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)),
      fc.integer({ min: 21, max: token.length - 1 }).map((end) => token.slice(0, end)),
    );
    await fc.assert(
      fc.asyncProperty(altered, async (other) => {
        fc.pre(other !== token);
        const { status } = await look(other);
        expect([400, 404]).toContain(status);
      }),
      { numRuns: 60 },
    );
    expect(await audited('handover.refused', 'link')).toHaveLength(1);
    expect((await look(token)).status).toBe(200);
    await soon(async () => expect((await send(`${token}A`)).status).toBe(404));
  });
});
