// The demo's requests brought in as they would have come about: each step by the rules at its time, the clock's between.
import type { Insertable } from 'kysely';
import type { RequestId, StaffId } from '../../contract/ids.ts';
import { RegionCode } from '../../contract/regions.ts';
import { type CategoryCode, type Handler, RequestNumber, TIME_RULES, type WhereKind } from '../../contract/requests.ts';
import type { Day, Instant } from '../../contract/time.ts';
import type { Actor } from '../../domain/access/can.ts';
import { ancestorOf } from '../../domain/regions/code.ts';
import { closesByItself, residentMoves, staffProblem } from '../../domain/requests/decide.ts';
import { saidOf } from '../../domain/requests/form.ts';
import { keyOf } from '../../domain/requests/handler.ts';
import { dutiesOf, type WorkingDays } from '../../domain/requests/limits.ts';
import { sameKey } from '../../domain/requests/same.ts';
import { type Case, replay, withAction } from '../../domain/requests/state.ts';
import { dayOf } from '../../domain/time/almanac.ts';
import { addDays, startOfDay } from '../../domain/time/days.ts';
import { officeOf } from '../features/requests/offices.ts';
import type { QueryCodes } from '../features/requests/query-code.ts';
import {
  type Author,
  actOf,
  columnsOf,
  type Deed,
  dueAfter,
  type RequestRow,
  rowOf,
} from '../features/requests/record.ts';
import { putTemplates } from '../features/requests/settings-store.ts';
import * as rows from '../features/requests/store.ts';
import { DEEDS } from '../features/requests/ticker.ts';
import { instantOf, type Runtime } from '../runtime.ts';
import type { Database } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { requestTexts as TEXTS } from '../texts/requests.zh-CN.ts';
import { DEMO_ANSWERS, DEMO_CASES, type DemoCase, type Moment } from './demo-cases.ts';
import { REQUEST_CATEGORIES } from './request-categories.ts';

const DAY_MS = 86_400_000;
const RESIDENT: Author = { kind: 'resident' };
const bySystem = (name: string): Author => ({ kind: 'system', name });

export interface DemoRequestDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly routing: { handlerFor(trx: rows.Trx, category: CategoryCode, region: RegionCode): Promise<Handler | null> };
  readonly workingDays: { load(trx: rows.Trx): Promise<WorkingDays> };
  readonly queryCodes: QueryCodes;
}

interface Demo extends DemoRequestDeps {
  readonly trx: rows.Trx;
  readonly works: WorkingDays;
  readonly today: Day;
  readonly actors: ReadonlyMap<string, Actor>;
}

/** All or none; none where there is a request already, or nobody to work on them: their duty came later than this demo. */
export async function seedRequests(deps: DemoRequestDeps, actors: ReadonlyMap<string, Actor>): Promise<void> {
  if (!actors.has('zhujian')) return;
  const today = dayOf(deps.runtime.clock());
  await deps.store.transaction(async (trx) => {
    await rows.lockDay(trx, today);
    if (await trx.selectFrom('request').select('id').limit(1).executeTakeFirst()) return;
    const demo = { ...deps, trx, today, actors, works: await deps.workingDays.load(trx) };
    for (const told of DEMO_CASES) await seedCase(demo, told);
    const office = keyOf({ kind: 'department', department: 'housing' });
    await putTemplates(trx, office, DEMO_ANSWERS, instantOf(deps.runtime.clock()));
  });
}

async function seedCase(demo: Demo, given: DemoCase): Promise<void> {
  const { trx, today, runtime } = demo;
  const category = REQUEST_CATEGORIES.find(({ code }) => code === given.category);
  if (!category) throw new Error(`a demo request of no category: ${given.category}`);
  const [id, again] = [runtime.uuids() as RequestId, runtime.uuids() as RequestId];
  const place = placeOf(given);
  const at = momentOf(today, given.at);
  const desk = given.enteredBy ? demo.actors.get(given.enteredBy) : undefined;
  const reporter: Author = desk ? { kind: 'staff', id: desk.id, office: desk.name } : RESIDENT;
  let told = begin(id, at, reporter, category, demo.works);
  const handler = await demo.routing.handlerFor(trx, category.code, place.region_code);
  if (handler) told = add(told, at, bySystem(TEXTS.routing), { kind: 'assign', to: handler }, demo.works);
  for (const step of stepsOf(given, again, today)) {
    told = passUntil(told, step.at, demo.works);
    const author = await authorOf(demo, told, step, place.region_code);
    if (author) told = add(told, step.at, author, step.deed, demo.works);
    if (closesByItself(told.case)) told = add(told, step.at, bySystem(TEXTS.rated), { kind: 'close' }, demo.works);
  }
  told = passUntil(told, instantOf(runtime.clock()), demo.works);
  const day = dayOf(Date.parse(at));
  await rows.lockDay(trx, day);
  const nth = String(await rows.nextOfDay(trx, day)).padStart(5, '0');
  await rows.insertRequest(trx, {
    id,
    number: RequestNumber.parse(`${day.slice(2).replaceAll('-', '')}${nth}`),
    privacy: category.privacy,
    rules: JSON.stringify(TIME_RULES),
    ...place,
    answers: JSON.stringify(given.answers),
    said: JSON.stringify(saidOf(given.answers, category)),
    when_choice: 'any',
    text: given.text,
    asked_at: at,
    reporters: given.again ? 2 : 1,
    updated_at: told.actions.at(-1)?.at ?? at,
    ...told.columns,
  });
  await rows.insertActions(trx, told.actions);
  await seedReport(
    demo,
    { id, request: id, home: given.home, at, seen: told.case.revision, enteredBy: desk?.id },
    category.privacy,
  );
  if (given.again) {
    const { home, at } = given.again;
    const report = { id: again, request: id, home, at: momentOf(today, at), seen: told.case.revision };
    await seedReport(demo, report, category.privacy);
  }
}

async function seedReport(
  { trx, queryCodes }: Demo,
  report: {
    id: RequestId;
    request: RequestId;
    home: string;
    at: Instant;
    seen: number;
    enteredBy?: StaffId | undefined;
  },
  privacy: RequestRow['privacy'],
): Promise<void> {
  const { id, request, home, at, seen, enteredBy } = report;
  const isAnonymous = privacy === 'anonymous';
  const code = isAnonymous ? await queryCodes.make(id, (hash) => rows.isCodeTaken(trx, hash)) : null;
  await rows.insertReport(trx, {
    id,
    request_id: request,
    household: isAnonymous ? null : RegionCode.parse(home),
    code_hash: code && queryCodes.hashOf(code),
    via: null,
    entered_by: enteredBy ?? null,
    at,
    seen,
  });
}

/** A case as it has come about so far. */
interface Told {
  readonly id: RequestId;
  readonly case: Case;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly actions: Insertable<Database['request_action']>[];
}

type Receipt = { readonly code: CategoryCode; readonly timeClass: RequestRow['time_class'] };

function begin(id: RequestId, at: Instant, by: Author, { code, timeClass }: Receipt, works: WorkingDays): Told {
  const deed = { kind: 'receive', category: code, timeClass } as const;
  const begun = replay([actOf(at, by, deed)]);
  return { id, case: begun, columns: columnsFor(deed, null, begun, works), actions: [rowOf(id, 1, at, by, deed)] };
}

function add({ id, columns, actions, ...told }: Told, at: Instant, by: Author, deed: Deed, works: WorkingDays): Told {
  const now = withAction(told.case, actOf(at, by, deed));
  return {
    id,
    case: now,
    columns: { ...columns, ...columnsFor(deed, columns.due_at, now, works) },
    actions: [...actions, rowOf(id, now.revision, at, by, deed)],
  };
}

function columnsFor({ kind }: Deed, before: Instant | null, now: Case, works: WorkingDays) {
  const due = dueAfter(kind, before, now, TIME_RULES, works);
  return columnsOf(now, due && 'at' in due ? due.at : null);
}

/** What the clock did by itself until then: it looks once the light turns yellow, at the deadline, and each day after. */
function passUntil(before: Told, until: Instant, works: WorkingDays): Told {
  const { yellow_at, due_at } = before.columns;
  if (yellow_at === null || due_at === null) return before;
  const looks = [yellow_at];
  for (let ms = Date.parse(due_at); ms < Date.parse(until); ms += DAY_MS) looks.push(instantOf(ms));
  let told = before;
  for (const look of looks.filter((each) => each < until))
    for (const duty of dutiesOf(told.case, due_at, look))
      told = add(told, look, bySystem(TEXTS.clock), DEEDS[duty], works);
  return told;
}

interface Step {
  readonly at: Instant;
  readonly by: string;
  readonly deed: Deed;
}

function stepsOf({ steps, again }: DemoCase, report: RequestId, today: Day): Step[] {
  const inDays = (days: number) => momentOf(today, [-days, '00:00']);
  return [
    ...steps.map(([days, time, by, move]) => ({
      at: momentOf(today, [days, time]),
      by,
      deed: typeof move === 'function' ? move(inDays) : move,
    })),
    ...(again
      ? [
          {
            at: momentOf(today, again.at),
            by: 'resident',
            deed: { kind: 'follow', report, internal: again.words } as const,
          },
        ]
      : []),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Undefined: the rules do not allow it, as where a limit runs into a year that nobody has entered. */
async function authorOf(
  { trx, actors }: Demo,
  { case: now, columns }: Told,
  { by, deed, at }: Step,
  region: RegionCode,
): Promise<Author | undefined> {
  const situation = { region, now: at, due: columns.due_at, reporters: 1 };
  if (deed.kind === 'receive') return undefined;
  if (deed.kind === 'follow') return RESIDENT;
  if (by === 'resident') return residentMoves(now, situation).some((each) => each === deed.kind) ? RESIDENT : undefined;
  const actor = actors.get(by);
  if (!actor || deed.kind === 'rate' || staffProblem(deed.kind, now, actor, situation)) return undefined;
  return { kind: 'staff', id: actor.id, office: await officeOf(trx, actor, now, { region_code: region }) };
}

function placeOf({ home, where }: DemoCase) {
  const household = RegionCode.parse(home);
  const region = ancestorOf(household, 'community');
  if (!region) throw new Error(`a demo request of no community: ${home}`);
  const kind: WhereKind = typeof where === 'string' ? where : 'public';
  const spot = { home: household, stairwell: ancestorOf(household, 'building') ?? null, public: null }[kind];
  const place = typeof where === 'string' ? null : where.place;
  const key = sameKey({ kind, spot, region, place });
  return { region_code: region, where_kind: kind, spot, place, lat: null, lon: null, same_key: key };
}

const momentOf = (today: Day, [days, time]: Moment): Instant => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(startOfDay(addDays(today, -days)) + (hours * 60 + minutes) * 60_000);
};
