// Conditions over the table `request` that lists and figures share: what a figure counts is what a list shows.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Exclusion, Keeper, RateName } from '../../../contract/request-figures.ts';
import type { Light } from '../../../contract/requests.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { addDays, startOfDay } from '../../../domain/time/days.ts';
import { instantOf } from '../../runtime.ts';
import { withinAny } from '../../store/scope.ts';

export type Condition = RawBuilder<SqlBool>;

/** Beyond these there are no requests, and the store knows no days. */
const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2999-12-31'];

const bool = sql<SqlBool>;

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? bool`true` : bool`(${sql.join(conditions, sql` and `)})`;

export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? bool`false` : bool`(${sql.join(conditions, sql` or `)})`;

/** `isOpen` of domain/requests/state.ts. */
export const isOpen: Condition = bool`request.state in ('received', 'assigned', 'handling', 'suspended', 'answered')`;

/** Received on these days or between, Asia/Shanghai. */
export const askedWithin = (from: Day | undefined, to: Day | undefined): Condition =>
  allOf([
    ...(from && from > FIRST_DAY ? [bool`request.asked_at >= ${instantOf(startOfDay(from))}`] : []),
    ...(to && to < LAST_DAY ? [bool`request.asked_at < ${instantOf(startOfDay(addDays(to, 1)))}`] : []),
  ]);

export const inRegion = (region: RegionCode, which: 'with-below' | 'alone'): Condition =>
  which === 'alone' ? bool`request.region_code = ${region}` : withinAny(sql.ref('request.region_code'), [region]);

export function keptBy(keeper: Keeper): Condition {
  if (keeper === 'nobody') return bool`request.handler is null`;
  if (keeper === 'operator') return bool`request.handler = 'operator'`;
  // ';' follows ':'.
  if (keeper === 'offices') return bool`(request.handler >= 'region:' and request.handler < 'region;')`;
  return bool`request.handler = ${`department:${keeper}`}`;
}

/** `lightOf` of domain/requests/limits.ts. */
export function hasLight(light: Light, now: Instant): Condition {
  const counts = bool`request.state in ('received', 'assigned', 'handling')`;
  switch (light) {
    case 'red':
      return bool`(${counts} and request.due_at <= ${now})`;
    case 'yellow':
      return bool`(${counts} and request.due_at > ${now} and request.yellow_at <= ${now})`;
    case 'green':
      return bool`(${counts} and request.due_at > ${now} and request.yellow_at > ${now})`;
    case 'stopped':
      return bool`request.state = 'suspended'`;
    case 'none':
      return bool`(request.state in ('answered', 'closed', 'merged', 'withdrawn') or ${counts} and request.due_at is null)`;
  }
}

const EXCLUDED: Readonly<Record<Exclusion, Condition>> = {
  withdrawn: bool`request.state = 'withdrawn'`,
  merged: bool`request.state = 'merged'`,
  'not-reached': bool`(request.call_outcome is not distinct from 'not-reached' and request.score is null)`,
  declined: bool`request.declined`,
};

export const notExcluded = (exclude: readonly Exclusion[]): Condition =>
  bool`not ${anyOf(exclude.map((each) => EXCLUDED[each]))}`;

/** The formulas of `RequestFigures` in the contract. `hit` is never null, and of those in `all` alone. */
export function rateOf(rate: RateName, now: Instant): { readonly all: Condition; readonly hit: Condition } {
  switch (rate) {
    case 'response':
      return {
        all: bool`request.response_by is not null`,
        hit: bool`(request.started_at < request.response_by) is true`,
      };
    case 'inTime':
      return {
        all: bool`(request.due_at is not null
          and (request.answered_at is not null or coalesce(request.ended_at, ${now}) >= request.due_at))`,
        hit: bool`(request.answered_at < request.due_at) is true`,
      };
    case 'solved':
      return {
        all: bool`request.state in ('closed', 'merged', 'withdrawn')`,
        hit: bool`(request.state = 'closed' and (request.score is not null or request.call_outcome is not distinct from 'done'))`,
      };
    case 'satisfaction':
      return {
        all: bool`(request.score is not null or request.call_days > 0)`,
        hit: bool`(request.score >= 4 or request.satisfied) is true`,
      };
  }
}
