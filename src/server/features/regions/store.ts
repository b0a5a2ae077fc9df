// The region tree and the programme's units in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegionCode, RegionKind } from '../../../contract/regions.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

const selectRegions = (db: Db) =>
  db
    .selectFrom('region')
    .selectAll()
    .select((eb) =>
      eb
        .exists(eb.selectFrom('region as child').select('child.code').whereRef('child.parent', '=', 'region.code'))
        .as('has_children'),
    )
    .orderBy('code');

export const findChildren = (db: Db, parent: RegionCode) => selectRegions(db).where('parent', '=', parent).execute();

export const findRegions = (db: Db, codes: readonly RegionCode[]) =>
  codes.length === 0 ? Promise.resolve([]) : selectRegions(db).where('code', 'in', codes).execute();

/** Regions of the kinds within the scopes, and the ancestors that hold them together as a tree. */
export const findTree = (
  db: Db,
  given: { scopes: readonly RegionCode[]; above: readonly RegionCode[]; kinds: readonly RegionKind[] },
) =>
  selectRegions(db)
    .where('kind', 'in', given.kinds)
    .where((eb) =>
      eb.or([
        withinAny(sql.ref('region.code'), given.scopes),
        given.above.length > 0 ? eb('code', 'in', given.above) : eb.lit(false),
      ]),
    )
    .execute();

export const findUnits = (db: Db) => db.selectFrom('programme_unit').selectAll().orderBy('code').execute();
