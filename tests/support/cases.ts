// Cases with a history, for tests and benchmarks: at random, but only what the table of transitions allows.
import { type Insertable, type Kysely, sql } from 'kysely';
import { DEPARTMENTS } from '../../src/contract/departments.ts';
import type { RequestId, StaffId } from '../../src/contract/ids.ts';
import type { RegionCode, RegionKind } from '../../src/contract/regions.ts';
import {
  ACTION_KINDS,
  type ActionKind,
  type CategoryCode,
  type Handler,
  type Privacy,
  RequestNumber,
  TIME_RULES,
  type TimeClass,
  type WhereKind,
} from '../../src/contract/requests.ts';
import type { Instant } from '../../src/contract/time.ts';
import { chainOf, kindOf } from '../../src/domain/regions/code.ts';
import { hasLastWord } from '../../src/domain/requests/decide.ts';
import { dueOf } from '../../src/domain/requests/limits.ts';
import { type Case, nextState, replay, withAction } from '../../src/domain/requests/state.ts';
import { createDistrictCalendar } from '../../src/domain/time/district-calendar.ts';
import { type Author, actOf, columnsOf, type Deed, rowOf } from '../../src/server/features/requests/record.ts';
import type { Database } from '../../src/server/store/schema.ts';

export interface MadeCase {
  readonly row: Insertable<Database['request']>;
  readonly actions: Insertable<Database['request_action']>[];
  readonly reporter: Insertable<Database['request_reporter']>;
}

interface MadeCategory {
  readonly code: CategoryCode;
  readonly timeClass: TimeClass;
  readonly privacy: Privacy;
  readonly where: WhereKind;
}

/** From 0 to below 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const HOUR_MS = 3_600_000;
/** Between one action and the next. */
const MOST_HOURS = 120;
/** Cases of one statement. */
const BATCH = 1000;
/** How readily each follows where it may. */
const WEIGHTS: Readonly<Partial<Record<ActionKind, number>>> = {
  assign: 1,
  decline: 2,
  start: 30,
  join: 2,
  note: 3,
  'ask-extension': 2,
  extend: 6,
  suspend: 2,
  resume: 10,
  urge: 2,
  answer: 30,
  'call-back': 12,
  rework: 1,
  close: 40,
  merge: 1,
  withdraw: 1,
  rate: 8,
};
const KINDS = ACTION_KINDS.filter((kind) => WEIGHTS[kind] !== undefined);
const WORKS = createDistrictCalendar(Array.from({ length: 30 }, (_, index) => ({ year: 2010 + index, changes: [] })));

interface CaseSeed {
  readonly random: () => number;
  readonly index: number;
  readonly id: RequestId;
  readonly category: MadeCategory;
  /** A community, or what lies above one. */
  readonly region: RegionCode;
  /** Of a home its household, of a stairwell its building. */
  readonly spot: RegionCode | null;
  readonly staff: StaffId;
  /** A case that it may be merged into; null where there is none yet. */
  readonly into: RequestId | null;
  readonly askedMs: number;
  /** Nothing happens later. */
  readonly nowMs: number;
}

function madeCase(seed: CaseSeed): MadeCase {
  const { random, id, category, staff, askedMs, nowMs } = seed;
  const office: Author = { kind: 'staff', id: staff, office: '住建' };
  const resident: Author = { kind: 'resident' };
  const isTelephoned = random() < 0.1;
  const first: Deed = { kind: 'receive', category: category.code, timeClass: category.timeClass };
  const actions = [rowOf(id, 1, instant(askedMs), isTelephoned ? office : resident, first)];
  let now = replay([actOf(instant(askedMs), resident, first)]);
  let columns = derived(now, null);
  let at = askedMs;
  for (;;) {
    at += Math.ceil(random() ** 3 * MOST_HOURS * HOUR_MS) + 1;
    const deed = nextDeed(seed, now, at);
    if (at > nowMs || !deed) break;
    const by = deed.kind === 'rate' ? resident : office;
    now = withAction(now, actOf(instant(at), by, deed));
    actions.push(rowOf(id, now.revision, instant(at), by, deed));
    // Step by step, as the server does it: some columns stand once they are set.
    columns = { ...columns, ...derived(now, columns.due_at) };
  }
  const updated = actions.at(-1)?.at ?? instant(askedMs);
  const row = { ...told(seed), updated_at: updated, ...columns };
  return { row, actions, reporter: { ...reporterOf(seed), entered_by: isTelephoned ? staff : null } };
}

function derived(now: Case, before: Instant | null) {
  const isWaiting = ['received', 'assigned', 'handling', 'suspended'].includes(now.state);
  const due = isWaiting ? dueOf(now, TIME_RULES, WORKS) : before && { at: before };
  return columnsOf(now, due && 'at' in due ? due.at : null);
}

/** What cases are about, and who works on them. */
export interface World {
  readonly categories: readonly MadeCategory[];
  /** Communities, and what lies above them. */
  readonly regions: readonly RegionCode[];
  readonly staff: StaffId;
  /** Reported since then. */
  readonly fromMs: number;
  readonly nowMs: number;
}

const HOME = '0010010101';
const BUILDING = '001001';

/** The same for the same seed. */
export function* casesOf({ categories, regions, ...world }: World, count: number, seed: number): Generator<MadeCase> {
  const random = randomOf(seed);
  const ids: RequestId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = `019ab000-0000-7000-8000-${String(index).padStart(12, '0')}` as RequestId;
    const category = pick(random, categories);
    const region = pick(random, category.where === 'public' ? regions : regions.filter(({ length }) => length === 12));
    const ends = { home: HOME, stairwell: BUILDING, public: null };
    const spot = ends[category.where] === null ? null : (`${region}${ends[category.where]}` as RegionCode);
    const askedMs = world.fromMs + Math.floor(random() * (world.nowMs - world.fromMs));
    const into = ids.length > 0 ? pick(random, ids) : null;
    yield madeCase({ ...world, random, index, id, category, region, spot, into, askedMs });
    ids.push(id);
  }
}

/** The tables that cases lean on; regions that are there already are left as they are. */
export async function insertWorld(db: Kysely<Database>, { categories, regions, staff }: World): Promise<void> {
  const communities = regions.filter(({ length }) => length === 12);
  const codes = [...regions, ...communities.map((code) => `${code}${HOME}` as RegionCode)].flatMap(chainOf);
  await sql`
    insert into region (code, parent, kind, name, short_name)
    select code, parent, kind, name, name
    from unnest(
      ${codes}::text[], ${codes.map((code) => chainOf(code).at(-2) ?? null)}::text[], ${codes.map(kindOf)}::text[],
      ${codes.map((code) => NAMES[kindOf(code)](code))}::text[]
    ) as place(code, parent, kind, name)
    on conflict do nothing`.execute(db);
  await db
    .insertInto('staff')
    .values({
      id: staff,
      account: 'cases',
      name: '李四',
      password_hash: '',
      must_change_password: false,
      created_at: instant(0),
    })
    .execute();
  await db
    .insertInto('request_category')
    .values(categories.map((category, index) => categoryRow(category, index)))
    .execute();
}

const NAMES: Readonly<Record<RegionKind, (code: string) => string>> = {
  district: () => '周村区',
  town: (code) => `${Number(code.slice(6))}街道`,
  community: (code) => `${Number(code.slice(9))}社区`,
  grid: () => '第一网格',
  building: () => '1号楼',
  household: () => '1号楼 101',
};

function categoryRow({ code, where, ...rest }: MadeCategory, index: number) {
  const shown = { name: `类别 ${code}`, group: 'repair', icon: 'bulb', fields: [], asksWhen: false };
  const content = { code, ...rest, ...shown, where: [where], order: index + 1, active: true };
  const row = { code, revision: 1, position: index + 1, active: true, updated_at: instant(0) };
  return { ...row, content: JSON.stringify(content) };
}

export async function insertCases(db: Kysely<Database>, cases: Iterable<MadeCase>): Promise<void> {
  // As one parameter a table: a statement takes 65,535 of them at most, and is slow long before.
  const insert = (table: string, rows: readonly object[]) =>
    sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
  for (const batch of batches(cases)) {
    // In their order: one that is merged comes after the one it went into.
    const rows = batch.map(({ row }) => row);
    await insert(
      'request',
      rows.map(({ rules, answers, said, ...rest }) => ({ ...rest, ...parsed({ rules, answers, said }) })),
    );
    const actions = batch.flatMap((each) => each.actions);
    await insert(
      'request_action',
      actions.map(({ detail, ...rest }) => ({ ...rest, ...parsed({ detail }) })),
    );
    await insert(
      'request_reporter',
      batch.map(({ reporter }) => reporter),
    );
  }
}

const parsed = (given: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).map(([name, text]) => [name, JSON.parse(text)]));

function* batches(cases: Iterable<MadeCase>): Generator<MadeCase[]> {
  let batch: MadeCase[] = [];
  for (const each of cases) {
    batch.push(each);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function nextDeed(seed: CaseSeed, now: Case, at: number): Deed | undefined {
  const { random } = seed;
  // Some lie about, and some are over.
  if (random() < (now.state === 'closed' ? 0.9 : 0.03)) return undefined;
  if (now.state === 'received' && random() < 0.95) return deedOf('assign', seed, at);
  const may = KINDS.filter((kind) => nextState(now.state, kind) !== undefined && isFit(kind, now, seed));
  let left = random() * may.reduce((sum, kind) => sum + (WEIGHTS[kind] ?? 0), 0);
  const kind = may.find((each) => {
    left -= WEIGHTS[each] ?? 0;
    return left < 0;
  });
  return kind && deedOf(kind, seed, at);
}

function isFit(kind: ActionKind, now: Case, { into }: CaseSeed): boolean {
  if (kind === 'merge') return into !== null;
  if (kind === 'rate') return now.score === null;
  if (kind === 'ask-extension') return now.extensionAsked === null;
  if (kind === 'extend') return now.extensionAsked !== null;
  return kind !== 'close' || hasLastWord(now);
}

function deedOf(kind: ActionKind, { random, region, into }: CaseSeed, at: number): Deed {
  const internal = '请尽快处理。';
  const words = '已经处理，谢谢您的提醒。';
  switch (kind) {
    case 'assign':
    case 'join':
      return { kind, to: someHandler(random, region), internal };
    case 'answer':
    case 'suspend':
    case 'rework':
      return { kind, public: words };
    case 'decline':
      return { kind, internal };
    case 'ask-extension':
      return { kind, until: instant(at + 20 * 24 * HOUR_MS), internal };
    case 'call-back': {
      const outcome = pick(random, ['done', 'done', 'not-done', 'not-reached', 'not-reached'] as const);
      return { kind, outcome, satisfied: outcome === 'not-reached' ? null : random() < 0.8 };
    }
    case 'merge':
      return { kind, into: into as RequestId };
    case 'rate':
      return { kind, score: 1 + Math.floor(random() * 5) };
    default:
      return { kind } as Deed;
  }
}

function someHandler(random: () => number, region: RegionCode): Handler {
  const draw = random();
  if (draw < 0.5) return { kind: 'department', department: pick(random, DEPARTMENTS) };
  return draw < 0.6 ? { kind: 'operator' } : { kind: 'region', region };
}

function told({ id, index, category, region, spot, askedMs }: CaseSeed) {
  const day = new Date(askedMs + 8 * HOUR_MS).toISOString().slice(2, 10).replaceAll('-', '');
  return {
    id,
    number: RequestNumber.parse(`${day}${String(index % 100_000).padStart(5, '0')}`),
    privacy: category.privacy,
    rules: JSON.stringify(TIME_RULES),
    region_code: region,
    where_kind: category.where,
    spot: category.where === 'public' ? null : spot,
    place: category.where === 'public' ? '小广场' : null,
    same_key: `${category.where}:${spot ?? region}`,
    answers: JSON.stringify({ what: 'dark' }),
    said: JSON.stringify([{ label: '怎么了', text: '不亮了' }]),
    when_choice: 'any' as const,
    text: '路口的灯晚上不亮，老人走路看不清，请尽快修好，谢谢。',
    asked_at: instant(askedMs),
    reporters: 1,
  };
}

const reporterOf = ({ id, spot, category, askedMs }: CaseSeed) => ({
  id,
  request_id: id,
  household: category.where === 'home' ? spot : null,
  code_hash: category.privacy === 'anonymous' ? id : null,
  via: null,
  at: instant(askedMs),
  seen: 1,
});

const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
