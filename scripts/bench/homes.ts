// Homes with a box each, as many as a benchmark wants: put into a store, and known by their number to other processes.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { BoxId } from '../../src/contract/ids.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import type { Instant } from '../../src/contract/time.ts';
import type { Store } from '../../src/server/store/store.ts';

export const CREDENTIAL_AT = '2026-01-01T00:00:00.000Z' as Instant;
const BUILDING = 30;
const GRID = 10;
const BATCH = 5_000;

const digits = (n: number, width: number) => String(n).padStart(width, '0');

/** Thirty households to a building, ten buildings to a grid, the communities in turn. */
export function householdOf(communities: readonly RegionCode[], n: number): RegionCode {
  const within = Math.floor(n / communities.length);
  const building = Math.floor(within / BUILDING);
  const grid = digits(Math.floor(building / GRID) + 1, 3);
  return `${communities[n % communities.length]}${grid}${digits((building % GRID) + 1, 3)}${digits((within % BUILDING) + 1, 4)}` as RegionCode;
}

export const boxIdOf = (n: number): BoxId => `019ab000-0000-7000-8000-${digits(n, 12)}` as BoxId;
/** Sixteen digits. */
export const cardOf = (n: number): string => `85310000${digits(n, 8)}`;
export const tokenOf = (n: number): string => `bench-credential-${digits(n, 12)}`;
const hashOf = (n: number) => createHash('sha256').update(tokenOf(n)).digest('hex');

/**
 * Grids, buildings, households, and in each household a box: `listed` as an import leaves it, or `authorised` with a
 * credential. Numbers from `first` on.
 */
export async function seedHomes(
  store: Store,
  communities: readonly RegionCode[],
  count: number,
  state: 'listed' | 'authorised',
  first = 0,
): Promise<void> {
  const place = (kind: string, codes: readonly string[], parentWidth: number) =>
    sql`
      insert into region (code, parent, kind, name, short_name, setting)
      select code, left(code, ${parentWidth}::int), ${kind}, code, code, null from unnest(${codes}::text[]) as code
      on conflict do nothing`.execute(store.db);
  for (let from = first; from < first + count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, first + count - from) }, (_, at) => from + at);
    const homes = numbers.map((n) => householdOf(communities, n));
    await place('grid', [...new Set(homes.map((home) => home.slice(0, 15)))], 12);
    await place('building', [...new Set(homes.map((home) => home.slice(0, 18)))], 15);
    await place('household', homes, 18);
    const ids = numbers.map(boxIdOf);
    await sql`
      insert into box (id, household, name, smart_card, model, state, created_at)
      select id, home, right(home, 4), card, 'BENCH', ${state}, ${CREDENTIAL_AT}
      from unnest(${ids}::uuid[], ${homes}::text[], ${numbers.map(cardOf)}::text[]) as boxes(id, home, card)`.execute(
      store.db,
    );
    await sql`insert into box_state (box_id) select unnest(${ids}::uuid[])`.execute(store.db);
    if (state === 'listed') continue;
    await sql`
      insert into box_credential (token_hash, box_id, state, issued_at)
      select hash, id, 'current', ${CREDENTIAL_AT}
      from unnest(${numbers.map(hashOf)}::text[], ${ids}::uuid[]) as boxes(hash, id)`.execute(store.db);
  }
}
