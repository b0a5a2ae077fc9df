import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBoxHome } from '../../../src/contract/boxes.ts';
import {
  dropFavourite,
  FAVOURITES_MOST,
  Manifest,
  PART_PATH,
  readManifest,
  reportLookups,
  saveFavourite,
} from '../../../src/contract/catalogue.ts';
import { createTicket, STREAM_PATH } from '../../../src/contract/feed.ts';
import { commandBox } from '../../../src/contract/fleet.ts';
import { guideStatistics, moveGuide } from '../../../src/contract/guide-calls.ts';
import { CarriedGuide } from '../../../src/contract/guides.ts';
import { readTrust, revokeKey } from '../../../src/contract/signing.ts';
import { checkManifest } from '../../../src/domain/signing/check-manifest.ts';
import { keysIn } from '../../../src/domain/signing/trust.ts';
import { dayOf } from '../../../src/domain/time/almanac.ts';
import { addDays } from '../../../src/domain/time/days.ts';
import { readConfig } from '../../../src/server/config.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { createLookups } from '../../../src/server/features/catalogue/lookups.ts';
import { composeServer } from '../../../src/server/main.ts';
import { systemRuntime } from '../../../src/server/runtime.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../support/server.ts';
import { soon } from '../../support/soon.ts';
import { openStream } from '../../support/stream.ts';

const DAY_MS = 86_400_000;

describe.each(await storeEngines())('the catalogue, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let url: string;
  let box: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    box = server.box('车站社区');
  });
  afterAll(() => server.stop());

  const manifest = async (caller = box): Promise<Manifest> => (await server.send(caller, readManifest)).body;
  const home = async (caller = box) => (await server.send(caller, readBoxHome)).body;
  const part = (hash: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url: PART_PATH.replace(':hash', hash), headers });
  const contentOf = async (name: string) => {
    const found = (await manifest()).parts.find((each) => each.name === name);
    return (await part(found?.hash ?? '')).json();
  };
  const believed = async (value: unknown, known: { community: string; version: number }) =>
    checkManifest(value, known, keysIn((await server.send(box, readTrust)).body), verifyNatively);
  const withdraw = async (number: string, revision: number) =>
    server.send(await server.staff('district'), moveGuide, {
      params: { number },
      body: { move: 'withdraw', revision, reason: '试一试' },
    });

  it('lists the parts for each community, signed for it alone', async () => {
    const here = Manifest.parse(await manifest());
    expect(here).toMatchObject({ community: '370306001001', phone: null, version: (await home()).catalogue });
    expect(await believed(here, { community: '370306001001', version: here.version })).toEqual({ manifest: here });
    expect(await believed(here, { community: '370306102215', version: 0 })).toEqual({ reason: 'elsewhere' });
    expect(await manifest(server.box('李家疃村'))).toMatchObject({
      community: '370306102215',
      parts: here.parts.map((part) => (part.name === 'places' ? { name: 'places' } : part)),
    });
  });

  it('holds every guide that comes with the system, readings included', async () => {
    const { parts } = await manifest();
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['guides/police', 'guides/gas', 'popular']));
    const guides = CarriedGuide.array().parse(await contentOf('guides/police'));
    for (const guide of guides) expect(guide.readings).toHaveLength(guide.aliases.length + 1);
  });

  it('serves a part as the bytes its hash is of, compressed where that is wanted', async () => {
    const [first] = (await manifest()).parts;
    const hash = first?.hash ?? '';
    const plain = await part(hash);
    expect(createHash('sha512').update(plain.rawPayload).digest('hex')).toBe(hash);
    const packed = await part(hash, { 'accept-encoding': 'gzip, deflate' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(plain.headers['cache-control']).toContain('immutable');
    expect((await part(hash, { 'if-none-match': `"${hash}"` })).statusCode).toBe(304);
    expect((await part('a'.repeat(128))).statusCode).toBe(404);
    expect((await part('..')).statusCode).toBe(404);
  });

  it('is not sent again to a box that has it', async () => {
    const answer = await server.send(box, readManifest);
    const etag = String(answer.headers.etag);
    const again = await server.send(box, readManifest, { headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, body: undefined });
    const elsewhere = server.box('李家疃村');
    expect((await server.send(elsewhere, readManifest, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('grows by one with a change, of which only the changed part is new, and the boxes hear of it', async () => {
    const before = await manifest();
    const { body } = await server.send(box, createTicket, { body: { since: '' } });
    const stream = await openStream(`${url}${STREAM_PATH}?ticket=${body.ticket}`);
    const refreshed = async (): Promise<string> => {
      const { event } = await stream.next();
      return event === 'refresh' ? event : refreshed();
    };
    expect((await withdraw('0201', 1)).status).toBe(200);
    expect(await refreshed()).toBe('refresh');
    stream.close();
    const after = await manifest();
    expect(after.version).toBe(before.version + 1);
    expect((await home()).catalogue).toBe(after.version);
    const changed = after.parts.filter(({ hash }) => !before.parts.some((each) => each.hash === hash));
    expect(changed.map(({ name }) => name)).toEqual(['guides/police']);
    const numbers = (await contentOf('guides/police')).map(({ number }: CarriedGuide) => number);
    expect(numbers).not.toContain('0201');
    expect(await believed(before, { community: before.community, version: after.version })).toEqual({
      reason: 'replayed',
    });
  });

  it('is believed again with the first change after a copy of the store was put back', async () => {
    const { version: copied } = await manifest();
    for (const number of ['0205', '0206', '0208']) await withdraw(number, 1);
    const lost = await manifest();
    await server.store.db.updateTable('catalogue_head').set({ version: copied }).execute();
    server.pass(60_000);
    await withdraw('0209', 1);
    const after = await manifest();
    expect(after.version).toBeGreaterThan(lost.version);
    expect(await believed(after, { community: after.community, version: lost.version })).toEqual({ manifest: after });
  });

  it('keeps for a while what an older manifest names, and then no longer', async () => {
    const old = (await manifest()).parts.find(({ name }) => name === 'guides/police')?.hash ?? '';
    await withdraw('0202', 1);
    expect((await part(old)).statusCode).toBe(200);
    server.pass(8 * DAY_MS);
    await withdraw('0203', 1);
    expect((await part(old)).statusCode).toBe(404);
  });

  it('names no part that was written into the store behind the server', async () => {
    const forged = { hash: 'f'.repeat(128), gzip: Buffer.from('') } as never;
    await server.store.db
      .insertInto('catalogue_body')
      .values({ ...(forged as object), left_at: null } as never)
      .execute();
    await server.store.db
      .updateTable('catalogue_part')
      .set({ hash: 'f'.repeat(128) as never })
      .where('name', '=', 'guides/gas')
      .execute();
    // Another change, so that the manifest is made anew.
    await withdraw('0204', 1);
    expect((await manifest()).parts.map(({ name }) => name)).not.toContain('guides/gas');
  });

  it('is put again when a key is revoked, signed by the next one', async () => {
    const before = await manifest();
    const answer = await server.send(await server.staff('operator'), revokeKey, {
      params: { id: before.signature.key },
      body: { reason: '密钥可能外泄' },
    });
    expect(answer.status).toBe(200);
    const after = await manifest();
    expect(after.signature.key).not.toBe(before.signature.key);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.parts.map(({ name }) => name)).toContain('guides/gas');
    expect(await believed(before, { community: before.community, version: 0 })).toEqual({ reason: 'key-revoked' });
    expect(await believed(after, { community: after.community, version: before.version })).toEqual({ manifest: after });
  });

  describe('favourites', () => {
    const neighbour = () => server.box('车站社区', 1);
    const save = (number: string, caller = box) => server.send(caller, saveFavourite, { params: { number } });

    it('are the household’s, the last one added first', async () => {
      for (const number of ['0601', '0602', '0601']) {
        expect((await save(number)).status).toBe(204);
        server.pass(1);
      }
      expect((await home()).favourites).toEqual(['0602', '0601']);
      expect((await home(neighbour())).favourites).toEqual([]);
      await server.send(box, dropFavourite, { params: { number: '0602' } });
      await server.send(box, dropFavourite, { params: { number: '0602' } });
      expect((await home()).favourites).toEqual(['0601']);
    });

    it('are none that no box carries', async () => {
      expect((await save('0299')).body.code).toBe('not-found');
      await save('0603');
      await withdraw('0603', 1);
      expect((await home()).favourites).toEqual(['0601']);
    });

    it('are so many at most: the oldest one goes', async () => {
      for (let item = 4; item <= FAVOURITES_MOST + 4; item += 1) {
        server.pass(1);
        await save(`06${String(item).padStart(2, '0')}`);
      }
      const { favourites } = await home();
      expect(favourites).toHaveLength(FAVOURITES_MOST);
      expect([favourites[0], favourites.includes('0601')]).toEqual([`06${FAVOURITES_MOST + 4}`, false]);
    });

    it('are told to the other boxes of the household, and to no other home', async () => {
      const [{ id: own }, { id: other }] = [await home(), await home(neighbour())];
      const household = server.store.db.selectFrom('box').select('household').where('id', '=', own);
      await server.store.db.updateTable('box').set({ household }).where('id', '=', other).execute();
      const streamOf = async (caller: Caller) => {
        const { body } = await server.send(caller, createTicket, { body: { since: '' } });
        return openStream(`${url}${STREAM_PATH}?ticket=${body.ticket}`);
      };
      const stranger = server.box('车站社区', 2);
      const [there, elsewhere] = [await streamOf(neighbour()), await streamOf(stranger)];
      const until = async (stream: typeof there, wanted: string): Promise<string[]> => {
        const { event } = await stream.next();
        return event === wanted ? [event] : [event, ...(await until(stream, wanted))];
      };
      server.pass(1);
      await save('0701');
      await until(there, 'refresh');
      expect((await home(neighbour())).favourites[0]).toBe('0701');
      const { id } = await home(stranger);
      const order = { params: { id }, body: { kind: 'identify' } };
      const operator = await server.staff('operator');
      await soon(async () => expect((await server.send(operator, commandBox, order)).status).toBe(200));
      expect(await until(elsewhere, 'command')).not.toContain('refresh');
      there.close();
      elsewhere.close();
    });
  });

  describe('look-ups', () => {
    const report = (body: unknown, caller = box) => server.send(caller, reportLookups, { body });
    const statistics = async (days = 30) =>
      (await server.send(await server.staff('district'), guideStatistics, { query: { days } })).body;

    it('are counted by day, a single box for no more than it can have been', async () => {
      await report({ opened: [{ number: '0701', times: 2 }], missed: [{ digits: '7487', times: 1 }] });
      await report({
        opened: [
          { number: '0701', times: 1 },
          { number: '0702', times: 1000 },
        ],
        missed: [{ digits: '7487', times: 1 }],
      });
      server.pass(DAY_MS);
      await report({ opened: [{ number: '0701', times: 1 }], missed: [] });
      const { total, byDay, byGuide, missed, to } = await statistics();
      expect(total).toBe(24);
      expect(byDay.map(({ times }: { times: number }) => times)).toEqual([23, 1]);
      expect(byDay[1].day).toBe(to);
      expect(byGuide.map(({ number, times }: { number: string; times: number }) => [number, times])).toEqual([
        ['0702', 20],
        ['0701', 4],
      ]);
      expect(missed).toEqual([{ digits: '7487', times: 2 }]);
      expect(await statistics(1)).toMatchObject({ total: 1, missed: [] });
    });

    it('of what is no guide are none, and nothing tells whose they are', async () => {
      await report({ opened: [{ number: '0299', times: 1 }], missed: [] });
      expect((await statistics()).total).toBe(24);
      const row = await server.store.db.selectFrom('guide_lookup').selectAll().executeTakeFirstOrThrow();
      expect(Object.keys(row).sort()).toEqual(['day', 'number', 'times']);
    });

    it('forget digits that are somebody’s telephone number rather than letters', async () => {
      const digits = ['13905331234', '05337181234', '02011', '0299', '15'];
      await report({ opened: [], missed: digits.map((each) => ({ digits: each, times: 2 })) });
      const { missed } = await statistics(1);
      expect(missed.map((each: { digits: string }) => each.digits).sort()).toEqual(['0299', '15']);
    });

    it('are kept for 400 days', async () => {
      const clock = () => Date.parse(server.instant());
      const kept = { day: addDays(dayOf(clock()), -400), times: 1 };
      const old = { day: addDays(dayOf(clock()), -401), times: 1 };
      const number = '0701' as never;
      await server.store.db
        .insertInto('guide_lookup')
        .values([
          { ...kept, number },
          { ...old, number },
        ])
        .execute();
      await server.store.db
        .insertInto('guide_missed')
        .values([
          { ...kept, digits: '748' },
          { ...old, digits: '748' },
        ])
        .execute();
      const catalogue = { hold: async () => {}, put: async () => {} };
      const { restate } = createLookups({ store: server.store, runtime: { ...systemRuntime, clock }, catalogue });
      await server.store.transaction(restate);
      for (const table of ['guide_lookup', 'guide_missed'] as const) {
        const rows = await server.store.db.selectFrom(table).select('day').where('day', '<=', kept.day).execute();
        expect(rows).toEqual([{ day: kept.day }]);
      }
    });

    it('fill no store: beyond a thousand different digits a day only known ones are counted', async () => {
      for (let at = 0; at < 21; at += 1)
        await report({
          opened: [],
          missed: Array.from({ length: 50 }, (_, index) => ({ digits: String(222_222 + at * 50 + index), times: 1 })),
        });
      await report({ opened: [], missed: [{ digits: '222222', times: 1 }] });
      const rows = await server.store.db
        .selectFrom('guide_missed')
        .selectAll()
        .where('digits', 'like', '22%')
        .execute();
      expect(rows).toHaveLength(1000);
      expect(rows.find(({ digits }) => digits === '222222')?.times).toBe(2);
    });

    it('must be what they are said to be', async () => {
      expect((await report({ opened: [{ number: '9901', times: 1 }], missed: [] })).body.code).toBe('bad-input');
      expect((await report({ opened: [], missed: [{ digits: 'abc', times: 1 }] })).body.code).toBe('bad-input');
      expect((await report({ opened: [], missed: [] }, nobody)).status).toBe(401);
    });
  });
});

describe('the next start', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ env: { LINLI_PUBLIC_URL: 'https://linli.example.com/' } });
  });
  afterAll(() => server.stop());

  const manifest = async (): Promise<Manifest> => (await server.send(server.box('车站社区'), readManifest)).body;
  async function startAgain(publicUrl: string): Promise<void> {
    const env = { LINLI_DATA: server.dataDir, LINLI_PUBLIC_URL: publicUrl };
    const config = { ...readConfig(env), dist: server.dataDir };
    const log = pino({ level: 'silent' });
    await (await composeServer({ store: server.store, config, runtime: systemRuntime, log })).stop();
  }

  it('changes nothing where nothing is new', async () => {
    const before = await manifest();
    expect(before.phone).toBe('https://linli.example.com');
    await startAgain('https://linli.example.com');
    expect(await manifest()).toEqual(before);
  });

  it('tells boxes that phones find the system elsewhere', async () => {
    const before = await manifest();
    await startAgain('https://new.example.com');
    expect(await manifest()).toMatchObject({ phone: 'https://new.example.com', version: expect.any(Number) });
    expect((await manifest()).version).toBeGreaterThan(before.version);
  });

  it('puts again what somebody has written into the store, as departments had it', async () => {
    const before = await manifest();
    const other = before.parts.find(({ name }) => name === 'guides/gas');
    await server.store.db
      .updateTable('catalogue_part')
      .set({ hash: other?.hash as never })
      .where('name', '=', 'guides/police')
      .execute();
    await startAgain('https://new.example.com');
    const after = await manifest();
    expect(after.parts).toEqual(expect.arrayContaining(before.parts));
    expect(after.version).toBeGreaterThan(before.version);
  });
});
