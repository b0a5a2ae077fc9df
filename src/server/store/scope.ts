// Region scope as a prefix range: about three times as fast as ltree at the same size, and better estimated.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { RegionCode } from '../../contract/regions.ts';

/** True where a column (collate "C", digits only) holds one of the regions or a place below one; false for no regions. */
export function withinAny(column: RawBuilder<unknown>, regions: readonly RegionCode[]): RawBuilder<SqlBool> {
  if (regions.length === 0) return sql<SqlBool>`false`;
  // ':' follows '9', so [code, code:) holds exactly the codes that begin with it.
  const ranges = regions.map((code) => sql`(${column} >= ${code} and ${column} < ${`${code}:`})`);
  return sql<SqlBool>`(${sql.join(ranges, sql` or `)})`;
}
