// One import on a new store, timed from the upload to the last row.
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sql } from 'kysely';
import pino from 'pino';
import type { StaffId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { createImportService } from '../../../src/server/features/imports/service.ts';
import { systemRuntime } from '../../../src/server/runtime.ts';
import { seedDistrict } from '../../../src/server/seed/district.ts';
import { openStore } from '../../../src/server/store/open.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { watchMemory } from './memory.ts';

export const OPERATOR = '019ab000-0000-7000-8000-000000000001' as StaffId;

export async function importAll(given: {
  readonly folder: string;
  readonly file: string;
  readonly rows: number;
  readonly database: string | undefined;
  readonly say: (line: string) => void;
}): Promise<{ ms: number; rssGrowthMb: number }> {
  const log = pino({ level: 'warn' });
  const dataDir = path.join(given.folder, 'data');
  const store = await openStore({ dataDir, databaseUrl: given.database, clock: systemRuntime.clock });
  const imports = createImportService({ store, runtime: systemRuntime, log, folder: path.join(dataDir, 'imports') });
  try {
    await seedDistrict(store);
    await seedBuildings(store, given.rows);
    const actor = {
      id: OPERATOR,
      name: '广电运维',
      grants: [{ role: 'operator', region: '370306' as RegionCode }],
    } as const;
    const memory = watchMemory();
    const from = performance.now();
    const { id } = await imports.create(actor, { name: 'list', dryRun: '0' }, async () => createReadStream(given.file));
    for (let told = 0; ; ) {
      const state = await imports.read(actor, id);
      if (state.finishedAt !== null) {
        if (state.counts.good !== given.rows) throw new Error(`not all are good: ${JSON.stringify(state)}`);
        break;
      }
      if (state.done - told >= 10_000) {
        told = state.done;
        given.say(`${told} rows after ${Math.round(performance.now() - from)} ms`);
      }
      await after(50);
    }
    return { ms: performance.now() - from, rssGrowthMb: memory.stop() };
  } finally {
    await imports.stop();
    await store.close();
  }
}

/** Homes for `boxRow`: 200 to a building of 车站社区. */
export async function seedBuildings(store: Store, homes: number): Promise<void> {
  await sql`insert into staff (id, account, name, password_hash, must_change_password, created_at)
    values (${OPERATOR}, 'bench', '广电运维', '-', false, now()) on conflict do nothing`.execute(store.db);
  await sql`insert into region (code, parent, kind, name, short_name)
    select '370306001001' || lpad(grid::text, 3, '0'), '370306001001', 'grid', grid || '网格', grid || '网格'
    from generate_series(1, ${Math.ceil(homes / 200 / 100)}::int) as grid on conflict do nothing`.execute(store.db);
  const building = (n: string) =>
    sql.raw(
      `'370306001001' || lpad((1 + (${n} - 1) / 100)::text, 3, '0') || lpad((1 + (${n} - 1) % 100)::text, 3, '0')`,
    );
  await sql`insert into region (code, parent, kind, name, short_name)
    select ${building('n')}, left(${building('n')}, 15), 'building', n || '号楼', n || '号楼'
    from generate_series(1, ${Math.ceil(homes / 200)}::int) as n on conflict do nothing`.execute(store.db);
  await sql`insert into region (code, parent, kind, name, short_name)
    select ${building('n')} || lpad((101 + room)::text, 4, '0'), ${building('n')}, 'household',
      n || '号楼 ' || (101 + room), n || '号楼 ' || (101 + room)
    from generate_series(1, ${Math.ceil(homes / 200)}::int) as n, generate_series(0, 199) as room
    on conflict do nothing`.execute(store.db);
}
