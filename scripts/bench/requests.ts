// `npm run bench -- requests`: how long lists and figures of many cases take on PostgreSQL.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { StaffId } from '../../src/contract/ids.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import { BOXES_OF_REQUESTS, listRequests } from '../../src/contract/request-calls.ts';
import { readRequestStatistics } from '../../src/contract/request-figures.ts';
import type { CategoryCode, Privacy, TimeClass, WhereKind } from '../../src/contract/requests.ts';
import type { Actor } from '../../src/domain/access/can.ts';
import { dayOf } from '../../src/domain/time/almanac.ts';
import { createInbox } from '../../src/server/features/requests/inbox.ts';
import { createRequestStatistics } from '../../src/server/features/requests/statistics.ts';
import { findDue, findUnlimited } from '../../src/server/features/requests/store.ts';
import { instantOf, systemRuntime } from '../../src/server/runtime.ts';
import { seedDistrict } from '../../src/server/seed/district.ts';
import { openStore } from '../../src/server/store/open.ts';
import type { Store } from '../../src/server/store/store.ts';
import { casesOf, insertCases, insertWorld, type World } from '../../tests/support/cases.ts';
import { postgres, startPostgres } from '../../tests/support/postgres.ts';
import { openRunFolder } from '../../tests/support/run-folder.ts';
import type { Bench } from './main.ts';
import { ascending, quantile, rounded } from './statistics.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-11-26T04:00:00.000Z');
const YEARS_MS = 730 * DAY_MS;
const RUNS = 25;
const PAGES = [1, 500] as const;
const STAFF = '019ab000-0000-7000-8000-00000000b501' as StaffId;
/** What PostgreSQL has unless told. */
const SHARED_BUFFERS = '128MB';

const grant = (role: Actor['grants'][number]['role'], region: string) => ({ role, region: region as RegionCode });
const person = (...grants: Actor['grants']): Actor => ({ id: STAFF, name: '李四', grants });
const ACTORS: Readonly<Record<string, Actor>> = {
  district: person(grant('district', '370306')),
  department: person({ ...grant('department', '370306'), department: 'housing' }),
  community: person(grant('community', '370306001001')),
};

/**
 * `--cases` cases of two years in all communities, about five actions each; then each list and each figure some times
 * over, the 95th percentile of each in ms. All figures of the two years, and `dueMs`: what the clock looks for each minute.
 */
export const requests: Bench = async (args, say) => {
  const { values } = parseArgs({ args, options: { cases: { type: 'string', default: '100000' } } });
  const programs = await postgres.find();
  if (!programs) throw new Error(`${postgres.what} is not on this machine; to install it: ${postgres.install}`);
  const leaveFolder = openRunFolder();
  const server = await startPostgres(programs, { sharedBuffers: SHARED_BUFFERS });
  const log = { info() {}, warn() {}, error() {}, fatal() {} };
  const databaseUrl = await server.createDatabase();
  const store = await openStore({ dataDir: '', databaseUrl, clock: () => NOW_MS, log });
  try {
    const count = Number(values.cases);
    const actions = await fill(store, count);
    say(`${count} cases, ${actions} actions`);
    const figures: Record<string, number> = { cases: count, actions };
    for (const [name, run] of tasks(store)) {
      figures[`${name}Ms`] = await p95(run);
      say(`${name}: ${figures[`${name}Ms`]} ms`);
    }
    return figures;
  } finally {
    await store.close();
    await server.stop();
    leaveFolder();
  }
};

async function fill(store: Store, count: number): Promise<number> {
  await seedDistrict(store);
  const regions = await store.db.selectFrom('region').select('code').where('kind', '=', 'community').execute();
  const world = worldOf(regions.map(({ code }) => code));
  await insertWorld(store.db, world);
  await insertCases(store.db, casesOf(world, count, 1));
  for (const table of ['request', 'request_action', 'request_reporter', 'region'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(store.db);
  const { rows } = await sql<{ total: number }>`select count(*) as total from request_action`.execute(store.db);
  return rows[0]?.total ?? 0;
}

function worldOf(regions: readonly RegionCode[]): World {
  const kinds: [TimeClass, Privacy, WhereKind][] = [
    ['ordinary', 'open', 'public'],
    ['utility', 'open', 'home'],
    ['complex', 'discreet', 'home'],
    ['ordinary', 'anonymous', 'stairwell'],
    ['consultation', 'open', 'public'],
    ['emergency', 'open', 'stairwell'],
  ];
  const categories = Array.from({ length: 40 }, (_, index) => {
    const [timeClass, privacy, where] = kinds[index % kinds.length] ?? ['ordinary', 'open', 'public'];
    return { code: `kind-${index}` as CategoryCode, timeClass, privacy, where };
  });
  return { categories, regions, staff: STAFF, fromMs: NOW_MS - YEARS_MS, nowMs: NOW_MS };
}

function* tasks(store: Store): Generator<[name: string, run: () => Promise<unknown>]> {
  const runtime = { ...systemRuntime, clock: () => NOW_MS };
  const [inbox, statistics] = [createInbox({ store, runtime }), createRequestStatistics({ store, runtime })];
  for (const [who, actor] of Object.entries(ACTORS)) {
    for (const box of BOXES_OF_REQUESTS)
      for (const page of PAGES) {
        const query = listRequests.query.parse({ inbox: box, page });
        yield [`${who}-${box}-${page}`, () => inbox.list(actor, query)];
      }
    const span = { from: dayOf(NOW_MS - YEARS_MS), to: dayOf(NOW_MS) };
    for (const by of readRequestStatistics.query.shape.by.options) {
      const query = readRequestStatistics.query.parse({ ...span, by });
      yield [`${who}-by-${by}`, () => statistics.read(actor, query)];
    }
  }
  yield ['due', () => findDue(store.db, instantOf(NOW_MS), 200)];
  yield ['unlimited', () => findUnlimited(store.db, null, 200)];
}

async function p95(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return rounded(quantile(ascending(times), 0.95));
}
