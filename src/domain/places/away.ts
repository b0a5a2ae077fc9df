// How far a place is, and in which direction; as the crow flies, for a plain sketch. Small and ES5-safe.
import type { CarriedPlace, Position } from '../../contract/places.ts';

/** Mean radius, metres. */
const EARTH = 6_371_009;
const DEGREE = Math.PI / 180;
const DIRECTIONS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'];

export type Away = NonNullable<CarriedPlace['away']>;

/** Both in the same datum: within a town the shift between datums cancels out. Metres, degrees clockwise from north. */
export function awayFrom(centre: Position, position: Position): Away {
  const [lat, otherLat] = [centre.lat * DEGREE, position.lat * DEGREE];
  const lon = (position.lon - centre.lon) * DEGREE;
  const half = Math.sin((otherLat - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(otherLat) * Math.sin(lon / 2) ** 2;
  const metres = Math.round(2 * EARTH * Math.asin(Math.sqrt(half)));
  const east = Math.sin(lon) * Math.cos(otherLat);
  const north = Math.cos(lat) * Math.sin(otherLat) - Math.sin(lat) * Math.cos(otherLat) * Math.cos(lon);
  const bearing = metres === 0 ? 0 : (Math.round(Math.atan2(east, north) / DEGREE) + 360) % 360;
  return { metres, bearing };
}

/** 东北约260米, 东北约1.1公里; 就在社区居委会 where it is no way at all. */
export function awayInWords({ metres, bearing }: Away): string {
  if (metres < 30) return '就在居委会';
  const direction = DIRECTIONS[Math.round(bearing / 45) % 8];
  if (metres < 995) return `${direction}约${Math.round(metres / 10) * 10}米`;
  return `${direction}约${Math.round(metres / 100) / 10}公里`;
}
