// Lists of cases in SQL: whose they are, and in which box each stands.
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { StaffId } from '../../../contract/ids.ts';
import type { RequestQuery } from '../../../contract/request-calls.ts';
import type { Exclusion } from '../../../contract/request-figures.ts';
import { CALLS_BEFORE_CLOSE } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Reading } from '../../../domain/requests/reading.ts';
import type { Database } from '../../store/schema.ts';
import { beginsWithAny, withinAny } from '../../store/scope.ts';
import {
  allOf,
  anyOf,
  askedWithin,
  type Condition,
  hasLight,
  inRegion,
  isOpen,
  keptBy,
  notExcluded,
  rateOf,
} from './conditions.ts';
import { readable } from './scope.ts';
import { type SummaryRow, summaries } from './summary.ts';

type Db = Kysely<Database>;

export interface InboxFilter {
  readonly reading: Reading;
  readonly me: StaffId;
  readonly now: Instant;
  readonly query: z.output<typeof RequestQuery>;
  readonly exclude: readonly Exclusion[];
}

const BY_DEADLINE = sql`request.due_at nulls last, request.id`;
const NEWEST_FIRST = sql`request.asked_at desc, request.id desc`;

export async function pageOfRequests(
  db: Db,
  filter: InboxFilter,
  { offset, limit }: { offset: number; limit: number },
) {
  const where = conditionOf(filter);
  const order = filter.query.inbox === 'todo' ? BY_DEADLINE : NEWEST_FIRST;
  const { total } = await db
    .selectFrom('request')
    .select(sql<number>`count(*)`.as('total'))
    .where(where)
    .executeTakeFirstOrThrow();
  const rows = await summaries(db)
    .select(sql<boolean>`${readable(filter.reading)}`.as('may_read'))
    .where(where)
    .orderBy(order)
    .offset(offset)
    .limit(limit)
    .execute();
  return { rows, total };
}

/** Newest first, those that follow `last`. */
export const nextRequests = (db: Db, filter: InboxFilter, last: SummaryRow | undefined, limit: number) =>
  summaries(db)
    .select(['request.answered_at', 'request.ended_at', 'request.score'])
    .where(conditionOf(filter))
    .$if(last !== undefined, (rest) =>
      rest.where(sql<boolean>`(request.asked_at, request.id) < (${last?.asked_at}, ${last?.id}::uuid)`),
    )
    .orderBy(NEWEST_FIRST)
    .limit(limit)
    .execute();

function conditionOf(filter: InboxFilter): Condition {
  const { reading, now, query, exclude } = filter;
  const { state, category, region, alone, department, open, supervised, light, from, to, text, rate, met } = query;
  const of = rate && rateOf(rate, now);
  return allOf([
    // Who entered it knows of it.
    ...(query.inbox === 'mine' ? [] : [readable(reading)]),
    inBox(filter),
    askedWithin(from, to),
    ...(state ? [sql<SqlBool>`request.state = ${state}`] : []),
    ...(category ? [sql<SqlBool>`request.category = ${category}`] : []),
    ...(region ? [inRegion(region, alone ? 'alone' : 'with-below')] : []),
    ...(department ? [keptBy(department)] : []),
    ...(open ? [isOpen] : []),
    ...(supervised ? [sql<SqlBool>`request.supervised`] : []),
    ...(light ? [hasLight(light, now)] : []),
    ...(text ? [isNumbered(text)] : []),
    ...(of ? [notExcluded(exclude), of.all] : []),
    ...(of && met ? [met === '1' ? of.hit : sql<SqlBool>`not ${of.hit}`] : []),
  ]);
}

/** What waits for the actor's office; what it is done with; what the actor entered; whom it has to call back; all. */
function inBox({ reading, me, query }: InboxFilter): Condition {
  const isTheirs = handledBy(reading);
  const isDispatched = withinAny(sql.ref('request.region_code'), reading.dispatched);
  switch (query.inbox) {
    case 'todo':
      return sql<SqlBool>`(request.state in ('received', 'assigned', 'handling', 'suspended') and (
        ${isTheirs} or ${joinedBy(reading)} or ${isDispatched} and (request.state = 'received' or request.extension_until is not null)))`;
    case 'done':
      return sql<SqlBool>`(request.state in ('answered', 'closed', 'merged', 'withdrawn')
        and (${isTheirs} or ${isDispatched}))`;
    case 'mine':
      return sql<SqlBool>`request.id in (select request_id from request_reporter where entered_by = ${me})`;
    case 'call-back':
      return sql<SqlBool>`(request.state = 'answered' and ${isDispatched} and not ${HAS_LAST_WORD})`;
    case 'all':
      return allOf([]);
  }
}

/** `hasLastWord` of domain/requests/decide.ts. */
const HAS_LAST_WORD = sql<SqlBool>`(request.call_outcome is distinct from 'not-done' and (
  request.score is not null or request.call_outcome is not distinct from 'done' or request.call_days >= ${CALLS_BEFORE_CLOSE}))`;

const headsOf = ({ offices }: Reading): string[] => offices.map((office) => `region:${office}`);

const handledBy = (reading: Reading): Condition =>
  anyOf([
    beginsWithAny(sql.ref('request.handler'), headsOf(reading)),
    sql<SqlBool>`request.handler = any(${reading.handlers}::text[])`,
  ]);

/** Of what is open alone: it would look at every case. */
const joinedBy = (reading: Reading): Condition =>
  sql<SqlBool>`exists (select from unnest(request.joint) as each
    where each = any(${reading.handlers}::text[]) or ${beginsWithAny(sql.ref('each'), headsOf(reading))})`;

const isNumbered = (text: string): Condition =>
  /^\d+$/.test(text) ? beginsWithAny(sql.ref('request.number'), [text]) : sql<SqlBool>`false`;
