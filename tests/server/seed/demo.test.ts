import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/domain/requests/handler.ts';
import { readConfig } from '../../../src/server/config.ts';
import { caseOf } from '../../../src/server/features/requests/record.ts';
import { findActions } from '../../../src/server/features/requests/store.ts';
import { composeServer } from '../../../src/server/main.ts';
import { DEMO_SHEET, type DemoSheet } from '../../../src/server/seed/demo.ts';
import { shortNameOf } from '../../../src/server/seed/district.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { openTestStore } from '../../support/store.ts';

describe('the first start', () => {
  let dataDir: string;
  let store: Store;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'linli-seed-'));
    store = await openTestStore('embedded');
  });
  afterEach(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(env: Record<string, string> = {}) {
    const config = { ...readConfig({ LINLI_DATA: dataDir, ...env }), dist: dataDir };
    const runtime = { clock: Date.now, uuids: () => v7(), random: randomBytes };
    const server = await composeServer({ store, config, runtime, log: pino({ level: 'silent' }) });
    await server.stop();
    return server;
  }
  const count = async (table: 'region' | 'staff' | 'box' | 'notice' | 'programme_unit') =>
    (
      await store.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  it('gives every demo account a random password of its own, in a file for its owner only', async () => {
    const { demo } = await start();
    const passwords = demo?.sheet.staff.map((each) => each.password) ?? [];
    expect(new Set(passwords).size).toBe(passwords.length);
    for (const password of passwords) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const file = path.join(dataDir, DEMO_SHEET);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8')) as DemoSheet).toEqual(demo?.sheet);
  });

  it('is the only one that makes and tells them', async () => {
    const first = (await start()).demo;
    const again = (await start()).demo;
    expect([first?.fresh, again?.fresh]).toEqual([true, false]);
    expect(again?.sheet).toEqual(first?.sheet);
    expect([await count('staff'), await count('box')]).toEqual([14, 24]);
  });

  it('tells of the past weeks: requests in many states, each by a legal history', async () => {
    await start();
    const rows = await store.db.selectFrom('request').selectAll().execute();
    for (const row of rows) {
      const { state, revision, handler } = caseOf(await findActions(store.db, row.id));
      expect([state, revision, handler && keyOf(handler)]).toEqual([row.state, row.revision, row.handler]);
    }
    expect(rows.map(({ state }) => state).sort()).toEqual([
      ...['answered', 'answered', 'assigned', 'assigned', 'assigned', 'closed', 'closed'],
      ...['handling', 'handling', 'handling', 'handling', 'handling', 'handling'],
      ...['received', 'suspended', 'withdrawn'],
    ]);
    expect(rows.some(({ supervised_by_system }) => supervised_by_system)).toBe(true);
  });

  it('brings the district: 10 towns, 250 communities, eight units with 30 communities to build', async () => {
    await start({ LINLI_DEMO: 'off' });
    expect(await count('region')).toBe(261);
    const units = await store.db.selectFrom('programme_unit').selectAll().execute();
    expect(units.map((unit) => unit.quota).reduce((sum, quota) => sum + quota)).toBe(30);
    expect(units.filter((unit) => unit.statistical_code === null).map((unit) => unit.name)).toEqual(['经济开发区']);
    expect([await count('box'), await count('notice')]).toEqual([0, 0]);
  });

  it('without the demo makes one operator, whose temporary password is told once', async () => {
    const first = await start({ LINLI_DEMO: 'off' });
    expect(first.operator).toMatchObject({
      account: 'operator',
      password: expect.stringMatching(/^([a-z2-9]{4}-){3}/),
    });
    expect((await start({ LINLI_DEMO: 'off' })).operator).toBeUndefined();
    const rows = await store.db.selectFrom('staff').select(['account', 'must_change_password']).execute();
    expect(rows).toEqual([{ account: 'operator', must_change_password: true }]);
  });

  it("never brings the demo into somebody's own store", async () => {
    await start({ LINLI_DEMO: 'off' });
    expect((await start()).demo).toBeUndefined();
    expect(await count('staff')).toBe(1);
  });

  it('comes to its end after it was killed half-way, with the secrets it wrote down', async () => {
    const { demo } = await start();
    await store.db.deleteFrom('audit').execute();
    await store.db.deleteFrom('staff_grant').where('role', '=', 'auditor').execute();
    await store.db.deleteFrom('staff').where('account', '=', 'auditor').execute();
    const gone = store.db
      .selectFrom('box')
      .select('id')
      .where('household', '>', '370306102' as never);
    await store.db.deleteFrom('box_credential').where('box_id', 'in', gone).execute();
    await store.db.deleteFrom('box_state').where('box_id', 'in', gone).execute();
    await store.db
      .deleteFrom('box')
      .where('household', '>', '370306102' as never)
      .execute();
    const again = (await start()).demo;
    expect(again).toEqual({ sheet: demo?.sheet, fresh: false });
    expect([await count('staff'), await count('box'), await count('notice')]).toEqual([14, 24, 9]);
    expect(await count('region')).toBe(261 + 3 * (1 + 2 + 8));
  });

  it('shows communities by the names residents use', () => {
    expect(['车站社区居委会', '李家疃村委会', '立家社区居民委员会', '某村民委员会'].map(shortNameOf)).toEqual([
      '车站社区',
      '李家疃村',
      '立家社区',
      '某村',
    ]);
  });
});
