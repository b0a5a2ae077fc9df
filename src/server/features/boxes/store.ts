// Set-top boxes in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

export const findByToken = (db: Db, tokenHash: string) =>
  db.selectFrom('box').select(['id', 'household']).where('token_hash', '=', tokenHash).executeTakeFirst();

export const touchBox = (db: Db, id: BoxId, at: Instant) =>
  db.updateTable('box').set({ last_seen_at: at }).where('id', '=', id).execute();

export const insertBox = (
  db: Db,
  row: { id: BoxId; household: RegionCode; name: string; tokenHash: string; at: Instant },
) =>
  db
    .insertInto('box')
    .values({
      id: row.id,
      household: row.household,
      name: row.name,
      token_hash: row.tokenHash,
      created_at: row.at,
      last_seen_at: null,
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute();

export async function pageOfBoxes(db: Db, filter: { scopes: readonly RegionCode[]; offset: number; limit: number }) {
  const query = db.selectFrom('box').where(withinAny(sql.ref('box.household'), filter.scopes));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin('region', (join) => join.on(sql`region.code`, '=', sql`left(box.household, 12)`))
    .select(['box.id', 'box.name', 'box.household', 'box.last_seen_at', 'region.short_name'])
    .orderBy('box.household')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}

/** Boxes addressed by each region. */
export const countBoxes = (db: Db, region: RegionCode) =>
  db
    .selectFrom('box')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(withinAny(sql.ref('box.household'), [region]))
    .executeTakeFirstOrThrow();
