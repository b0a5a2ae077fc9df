// Region scope as a prefix range: about three times as fast as ltree at the same size, and better estimated.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RegionCode } from '../../contract/regions.ts';

/** True where a column (collate "C", digits only) holds one of the regions or a place below one; false for no regions. */
export function withinAny(column: RawBuilder<unknown>, regions: readonly RegionCode[]): RawBuilder<SqlBool> {
  return beginsWithAny(column, regions);
}

/** The same of texts that go on in digits after the head they are found by. */
export function beginsWithAny(column: RawBuilder<unknown>, heads: readonly string[]): RawBuilder<SqlBool> {
  if (heads.length === 0) return sql<SqlBool>`false`;
  // ':' follows '9', so [head, head:) holds exactly what begins with it.
  const ranges = heads.map((head) => sql`(${column} >= ${head} and ${column} < ${`${head}:`})`);
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`;
}
