import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR, seedBuildings } from '../../../../scripts/bench/import/run.ts';
import { createImport, type Import, readImport } from '../../../../src/contract/imports.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { signIn } from '../../../../src/contract/staff.ts';
import { createImportService, type ImportService } from '../../../../src/server/features/imports/service.ts';
import { systemRuntime } from '../../../../src/server/runtime.ts';
import { seedDistrict } from '../../../../src/server/seed/district.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { boxRows, csvOf, HEADINGS } from '../../../support/box-list.ts';
import { type ChildServer, startChildServer } from '../../../support/child-server.ts';
import { storeEngines } from '../../../support/engines.ts';
import { soon } from '../../../support/soon.ts';

const ROWS = 4000;
const ACTOR = {
  id: OPERATOR,
  name: '广电运维',
  grants: [{ role: 'operator', region: '370306' as RegionCode }],
} as const;

describe.each(await storeEngines())('an import that is cut off, on $kind', ({ kind, open }) => {
  let store: Store;
  let folder: string;
  const services: ImportService[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-imports-'));
    store = await open();
    await seedDistrict(store);
    await seedBuildings(store, ROWS);
  });
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  function start(runtime = systemRuntime): ImportService {
    const service = createImportService({ store, runtime, log: pino({ level: 'silent' }), folder });
    services.push(service);
    return service;
  }
  const begin = (service: ImportService, text = csvOf(boxRows(ROWS))) =>
    service.create(ACTOR, { name: '清单.csv', dryRun: '0' }, async () => Readable.from([Buffer.from(text)]));
  const until = (service: ImportService, id: Import['id'], check: (found: Import) => boolean) =>
    soon(async () => {
      const found = await service.read(ACTOR, id);
      if (!check(found)) throw new Error(`${found.state}: ${found.done} of ${found.rows}`);
      return found;
    });
  const stored = async () => {
    const rows = await store.db.selectFrom('import_row').select('row').orderBy('row').execute();
    const boxes = await store.db
      .selectFrom('box')
      .innerJoin('box_state', 'box_state.box_id', 'box.id')
      .select('smart_card')
      .orderBy('smart_card')
      .execute();
    return { rows: rows.map(({ row }) => row), boxes: boxes.map(({ smart_card }) => smart_card) };
  };
  const everything = {
    rows: Array.from({ length: ROWS }, (_, n) => n + 2),
    boxes: [...boxRows(ROWS)].slice(1).map(([card]) => card),
  };

  it('goes on where it stood, again and again, without a row twice or lost', async () => {
    let service = start();
    const { id } = await begin(service);
    let stops = 0;
    for (;;) {
      const { done } = await service.read(ACTOR, id);
      const found = await until(service, id, (each) => each.done > done || each.finishedAt !== null);
      if (found.finishedAt !== null) break;
      await service.stop();
      const { rows, boxes } = await stored();
      expect(rows.length).toBe((await service.read(ACTOR, id)).done);
      expect(boxes.length).toBe(rows.length);
      stops += 1;
      service = start();
      await service.resume();
    }
    expect(stops).toBeGreaterThan(2);
    expect(await service.read(ACTOR, id)).toMatchObject({ state: 'done', done: ROWS, counts: { good: ROWS, same: 0 } });
    expect(await stored()).toEqual(everything);
  });

  // Stopped while it is read, or on a busy machine a few rows later: both must come out whole.
  it('comes out whole where it was cut off as soon as it was begun', async () => {
    const first = start();
    const { id } = await begin(first);
    await first.stop();
    expect(await first.read(ACTOR, id)).toMatchObject({ finishedAt: null });
    const second = start();
    await second.resume();
    expect(await until(second, id, (each) => each.finishedAt !== null)).toMatchObject({ state: 'done', done: ROWS });
    expect(await stored()).toEqual(everything);
  });

  it('is carried out once where two processes take it up', async () => {
    const first = start();
    const { id } = await begin(first);
    const second = start();
    await second.resume();
    await until(second, id, (each) => each.finishedAt !== null);
    expect(await second.read(ACTOR, id)).toMatchObject({
      state: 'done',
      counts: { good: ROWS, same: 0, duplicate: 0 },
    });
    expect(await stored()).toEqual(everything);
  });

  const gone =
    kind === 'embedded' ? 'fails in a sentence where its list is gone' : 'is left to the server that has its list';
  it(gone, async () => {
    const first = start();
    const { id } = await begin(first);
    await first.stop();
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
    const second = start();
    await second.resume();
    if (kind === 'embedded') await until(second, id, (each) => each.finishedAt !== null);
    await second.stop();
    expect(await second.read(ACTOR, id)).toMatchObject(
      kind === 'embedded'
        ? { state: 'failed', failure: '原来的文件已经不在服务器上，请重新上传。' }
        : { state: 'reading', finishedAt: null },
    );
  });

  it('leaves no file behind that nobody needs: cut-off uploads, and lists older than thirty days', async () => {
    const first = start();
    const { id } = await begin(first, csvOf([HEADINGS, ...[...boxRows(1)].slice(1)]));
    await until(first, id, (each) => each.finishedAt !== null);
    const [kept] = await readdir(folder);
    await writeFile(path.join(folder, 'cut-off.part'), 'x');
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const name of await readdir(folder)) await utimes(path.join(folder, name), old, old);

    await start().resume();
    expect(await readdir(folder)).toEqual([kept]);
    await start({ ...systemRuntime, clock: () => Date.now() + 31 * 86_400_000 }).resume();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a server killed in the middle of an import', () => {
  const KILLS = 3;
  const PASSWORD = 'test-password-1';
  // Several boxes to each of the demo's homes.
  const rows = [...boxRows(6000)].map((row, n) =>
    n === 0 ? row : [...row.slice(0, 3), '车站社区1号楼', '101', '是', '是'],
  );

  it(`goes on after its restart, ${KILLS} times`, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-import-kill-'));
    const env = { LINLI_DATA: folder, LINLI_DEMO_PASSWORD: PASSWORD };
    let server: ChildServer = await startChildServer(env);
    const cookieOf = async () => {
      const answer = await fetch(`${server.url}${signIn.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'operator', password: PASSWORD }),
      });
      return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
    };
    try {
      let headers = await cookieOf();
      const body = new FormData();
      body.set('file', new Blob([csvOf(rows)]), '清单.csv');
      const upload = await fetch(`${server.url}${createImport.path}?name=a.csv&dryRun=0`, {
        method: 'POST',
        headers,
        body,
      });
      expect(upload.status).toBe(201);
      const { id } = (await upload.json()) as Import;
      const read = async () =>
        (await (await fetch(`${server.url}${readImport.path.replace(':id', id)}`, { headers })).json()) as Import;

      let before = 0;
      let caught = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const found = await soon(async () => {
          const each = await read();
          if (each.done <= before && each.finishedAt === null) throw new Error(`${each.state}: ${each.done}`);
          return each;
        });
        await server.kill();
        if (found.finishedAt === null) caught += 1;
        server = await startChildServer(env);
        headers = await cookieOf();
        const after = await read();
        // What was told as done is done.
        expect(after.done).toBeGreaterThanOrEqual(found.done);
        before = after.done;
      }
      expect(caught).toBeGreaterThan(0);
      const end = await soon(async () => {
        const each = await read();
        if (each.finishedAt === null) throw new Error(`${each.state}: ${each.done}`);
        return each;
      });
      expect(end).toMatchObject({ state: 'done', done: 6000, counts: { good: 6000, same: 0, duplicate: 0 } });
    } finally {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
