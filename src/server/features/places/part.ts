// The part `places` of a region's catalogue: its own places, its town's and the district's, with what a box cannot reckon.
import type { CarriedPlace, Position } from '../../../contract/places.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import { awayFrom } from '../../../domain/places/away.ts';
import { carryHours, daysCarried } from '../../../domain/places/hours.ts';
import { isWithin, kindOf } from '../../../domain/regions/code.ts';
import { calendarDayOf } from '../../../domain/time/working-days.ts';
import type { PlaceRow } from './store.ts';

const LEVELS: readonly CarriedPlace['level'][] = ['community', 'town', 'district'];

/** @param rows of any regions; those that are not the region's or above it are left out */
export function placesPart(region: RegionCode, rows: readonly PlaceRow[], today: Day): CarriedPlace[] {
  const centre = centreOf(region, rows);
  const days = daysCarried(today);
  return rows
    .filter((row) => isWithin(region, row.region_code))
    .map((row): CarriedPlace => {
      const position = positionOf(row);
      return {
        id: row.id,
        level: levelOf(row.region_code),
        kind: row.kind,
        name: row.name,
        address: row.address,
        phone: row.phone,
        note: row.note,
        hours: row.hours && carryHours(row.hours, days, calendarDayOf),
        away: centre && position && awayFrom(centre, position),
      };
    })
    .sort(byNearness);
}

/** Where the community's own office stands. */
function centreOf(region: RegionCode, rows: readonly PlaceRow[]): Position | null {
  if (kindOf(region) !== 'community') return null;
  const office = rows.find((row) => row.region_code === region && row.kind === 'community-office' && positionOf(row));
  return office ? positionOf(office) : null;
}

export const positionOf = ({ lat, lon }: Pick<PlaceRow, 'lat' | 'lon'>): Position | null =>
  lat === null || lon === null ? null : { lat, lon };

function levelOf(code: RegionCode): CarriedPlace['level'] {
  const kind = kindOf(code);
  return LEVELS.find((level) => level === kind) ?? 'community';
}

/** Ids settle what nothing else does: the same places are the same bytes. */
const byNearness = (one: CarriedPlace, other: CarriedPlace): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
  (one.away?.metres ?? Number.MAX_SAFE_INTEGER) - (other.away?.metres ?? Number.MAX_SAFE_INTEGER) ||
  (one.id < other.id ? -1 : 1);
