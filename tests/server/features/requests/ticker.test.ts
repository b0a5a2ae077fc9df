// What the clock does to a case by itself: reminds, urges and supervises, each once; limits that were left open.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRequest } from '../../../../src/contract/box-requests.ts';
import type { RequestId } from '../../../../src/contract/ids.ts';
import { moveRequest } from '../../../../src/contract/request-calls.ts';
import { saveCategory } from '../../../../src/contract/request-settings.ts';
import { readWorkingDays, saveWorkingDays } from '../../../../src/contract/working-days.ts';
import { findActions, findRequest } from '../../../../src/server/features/requests/store.ts';
import { createTicker } from '../../../../src/server/features/requests/ticker.ts';
import { createWorkingDays } from '../../../../src/server/features/working-days/service.ts';
import { silentLog } from '../../../../src/server/store/log.ts';
import { storeEngines } from '../../../support/engines.ts';
import { nobody, openTestServer, type TestServer } from '../../../support/server.ts';

const HOUR_MS = 3_600_000;
const category = { ...saveCategory.example.body?.category, code: 'test-gas', timeClass: 'utility', where: ['home'] };

const CATEGORIES = [
  ['test-utility', 'utility'],
  ['test-utility2', 'utility'],
  ['test-complex', 'complex'],
] as const;

describe.each(await storeEngines())('the clock, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let tick: () => Promise<void>;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    const runtime = { clock: server.now, uuids: randomUUID, random: () => Buffer.alloc(0) };
    const workingDays = createWorkingDays({ store: server.store, runtime });
    ({ tick } = createTicker({ store: server.store, runtime, workingDays, log: silentLog }));
    for (const [code, timeClass] of CATEGORIES) {
      const body = { category: { ...category, code, timeClass, fields: [] }, revision: 0 };
      await server.send(await server.staff('district'), saveCategory, { params: { code }, body });
    }
  });
  afterAll(() => server.stop());

  async function report(code: string, id = randomUUID() as RequestId): Promise<RequestId> {
    const where = { kind: 'home', place: null, position: null };
    const body = { category: code, where, answers: {}, when: 'any', text: '', photos: [] };
    const { status } = await server.send(server.box('车站社区'), sendRequest, { params: { id }, body });
    expect(status).toBe(200);
    return id;
  }
  const kindsOf = async (id: RequestId) => (await findActions(server.store.db, id)).map(({ kind }) => kind).slice(2);

  it('reminds before the deadline, urges at it and supervises five days after, each once', async () => {
    const id = await report('test-utility');
    const told: string[][] = [];
    for (const hours of [0, 19, 1, 3.9, 0.1, 119.9, 0.1, 100]) {
      server.pass(hours * HOUR_MS);
      await tick();
      await Promise.all([tick(), tick()]);
      told.push(await kindsOf(id));
    }
    const [note, urge, supervise] = ['note', 'urge', 'supervise'];
    expect(told).toEqual([
      [],
      [],
      [note],
      [note],
      [note, urge],
      [note, urge],
      [note, urge, supervise],
      [note, urge, supervise],
    ]);
  });

  it('reminds anew of a deadline that was moved', async () => {
    const id = await report('test-utility');
    server.pass(20 * HOUR_MS);
    await tick();
    const [community, district] = await Promise.all(['chezhan', 'district'].map((account) => server.staff(account)));
    const until = server.instant(200 * HOUR_MS);
    for (const [caller, move] of [
      [community, { kind: 'ask-extension', until, internal: '等配件' }],
      [district, { kind: 'extend' }],
    ] as const) {
      const body = { revision: (await findActions(server.store.db, id)).length, move };
      expect((await server.send(caller ?? nobody, moveRequest, { params: { id }, body })).status).toBe(200);
    }
    for (const hours of [0, 180, 20]) {
      server.pass(hours * HOUR_MS);
      await tick();
    }
    expect(await kindsOf(id)).toEqual(['note', 'ask-extension', 'extend', 'note', 'urge']);
  });

  it('passes over a case that cannot be read, and looks at all others', async () => {
    const [broken, whole] = [await report('test-utility'), await report('test-utility2')];
    await server.store.db.deleteFrom('request_action').where('request_id', '=', broken).execute();
    server.pass(24 * HOUR_MS);
    await tick();
    expect(await kindsOf(whole)).toEqual(['urge']);
    await server.store.db.updateTable('request').set({ state: 'withdrawn' }).where('id', '=', broken).execute();
  });

  it('sets the limit that ran into a year nobody had entered, once somebody has', async () => {
    const year = new Date(server.now()).getUTCFullYear() + 2;
    server.pass(Date.parse(`${year}-01-05T02:00:00Z`) - server.now());
    const id = await report('test-complex');
    expect((await findRequest(server.store.db, id))?.due_at).toBeNull();
    await tick();
    expect((await findRequest(server.store.db, id))?.due_at).toBeNull();
    const district = await server.staff('district');
    const params = { year: String(year) };
    expect((await server.send(district, readWorkingDays, { params })).body.loaded).toBe(false);
    const changes = [{ day: `${year}-01-06`, working: false, name: '休息' }];
    const saved = await server.send(district, saveWorkingDays, { params, body: { changes, revision: 0 } });
    expect(saved.status).toBe(200);
    await tick();
    const due = (await findRequest(server.store.db, id))?.due_at;
    expect(due).toBe(`${year}-01-27T16:00:00.000Z`);
  });

  it('comes to every open limit in turn, also past hundreds that nobody can set yet', async () => {
    const year = new Date(server.now()).getUTCFullYear() + 1;
    server.pass(Date.parse(`${year}-12-30T02:00:00Z`) - server.now());
    const first = await report('test-complex');
    await sql`
      with copy as (
        insert into request select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'x' || n))).*
        from request r, generate_series(1, 205) n where r.id = ${first} returning id
      )
      insert into request_action
      select (jsonb_populate_record(a, jsonb_build_object('request_id', copy.id))).* from request_action a, copy
      where a.request_id = ${first}
    `.execute(server.store.db);
    const last = await report('test-utility', 'ffffffff-ffff-4fff-bfff-ffffffffffff' as RequestId);
    await server.store.db.updateTable('request').set({ due_at: null }).where('id', '=', last).execute();
    for (let turn = 0; turn < 3; turn += 1) await tick();
    expect((await findRequest(server.store.db, last))?.due_at).toBe(server.instant(24 * HOUR_MS));
  });
});
