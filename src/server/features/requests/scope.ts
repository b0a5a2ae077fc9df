// Which requests somebody sees, in SQL: what `isReadable` of domain/requests/reading.ts says, for all rows at once.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { isWithin } from '../../../domain/regions/code.ts';
import type { Reading } from '../../../domain/requests/reading.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { beginsWithAny, withinAny } from '../../store/scope.ts';

/** The regions the actor reads requests of. @throws ProblemError forbidden (none), region-outside (none that meets `region`) */
export function readScopes(actor: Actor, region: RegionCode | undefined): RegionCode[] {
  const scopes = scopesOrRefuse(actor, 'request.read');
  const meets = region === undefined || scopes.some((scope) => isWithin(scope, region) || isWithin(region, scope));
  if (!meets) allow(actor, 'request.read', [region]);
  return scopes;
}

/** Over the table `request` by that name. */
export function readable({ regions, dispatched, offices, handlers }: Reading): RawBuilder<SqlBool> {
  const region = sql.ref('request.region_code');
  const handler = sql.ref('request.handler');
  const heads = offices.map((office) => `region:${office}`);
  const cases = [
    ...(regions.length > 0 ? [sql`request.privacy <> 'anonymous' and ${withinAny(region, regions)}`] : []),
    ...(dispatched.length > 0 ? [withinAny(region, dispatched)] : []),
    ...(heads.length > 0
      ? [
          beginsWithAny(handler, heads),
          sql`exists (select from unnest(request.joint) as each where ${beginsWithAny(sql.ref('each'), heads)})`,
        ]
      : []),
    ...(handlers.length > 0
      ? [sql`request.handler = any(${handlers}::text[])`, sql`request.joint && ${handlers}::text[]`]
      : []),
  ];
  if (cases.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`coalesce(${sql.join(
    cases.map((each) => sql`(${each})`),
    sql` or `,
  )}, false)`;
}
