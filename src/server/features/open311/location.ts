// Where something is, as another system tells it: coordinates, an address, or the code of a region.
import gcoord from 'gcoord';
import type { Kysely } from 'kysely';
import { RegionCode } from '../../../contract/regions.ts';
import { REQUEST_LIMITS } from '../../../contract/requests.ts';
import { ancestorOf, DISTRICT } from '../../../domain/regions/code.ts';
import type { Database } from '../../store/schema.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import { regionOfAddress } from './address.ts';
import { type Given, wrong } from './given.ts';
import { findRegion, findTownsAndCommunities } from './store.ts';

const ADDRESS = 200;
/** Well beyond the district's borders on every side (WGS84): it keeps out 0,0 and other cities, no more. */
const AROUND = { lat: [36.3, 37.3], lon: [117.3, 118.4] } as const;

interface Position {
  readonly lat: number;
  readonly lon: number;
}

export interface Location {
  /** The community; one above where nobody can say. */
  readonly region: RegionCode;
  readonly place: string;
  /** GCJ-02. */
  readonly position: Position | null;
  /** The whole address, where it is longer than a place's name. */
  readonly address: string | null;
}

/** @throws ProblemError bad-input */
export async function locate(db: Kysely<Database>, given: Given): Promise<Location> {
  const position = positionOf(given);
  const address = given.one('address_string')?.replace(/\s+/g, ' ');
  const code = given.one('address_id');
  if (!position && !address && !code) throw wrong('lat', TEXTS.location);
  if (address && address.length > ADDRESS) throw wrong('address_string', TEXTS.tooLong(ADDRESS));
  const byAddress = address ? regionOfAddress(address, await findTownsAndCommunities(db)) : undefined;
  const byCode = code ? await regionBy(db, code) : undefined;
  const name = byAddress?.rest ?? byCode?.name ?? TEXTS.onMap;
  return {
    region: byCode?.region ?? byAddress?.region ?? DISTRICT,
    place: name.slice(0, REQUEST_LIMITS.placeName),
    position,
    address: address && name.length > REQUEST_LIMITS.placeName ? address : null,
  };
}

function positionOf(given: Given): Position | null {
  const [lat, long] = [given.one('lat'), given.one('long')];
  if (lat === undefined && long === undefined) return null;
  if (lat === undefined || long === undefined) throw wrong(lat === undefined ? 'lat' : 'long', TEXTS.bothCoordinates);
  const wgs84 = { lat: decimal('lat', lat), lon: decimal('long', long) };
  for (const axis of ['lat', 'lon'] as const)
    if (wgs84[axis] < AROUND[axis][0] || wgs84[axis] > AROUND[axis][1])
      throw wrong(axis === 'lat' ? 'lat' : 'long', TEXTS.farAway);
  return transformed(wgs84, gcoord.WGS84, gcoord.GCJ02);
}

function decimal(name: string, text: string): number {
  if (!/^[+-]?\d{1,3}(\.\d{1,30})?$/.test(text)) throw wrong(name, TEXTS.number);
  return Number(text);
}

/** The same place by the coordinates of the rest of the world, to a tenth of a metre. */
export const toWgs84 = (gcj02: Position): Position => transformed(gcj02, gcoord.GCJ02, gcoord.WGS84);

function transformed({ lat, lon }: Position, from: 'WGS84' | 'GCJ02', to: 'WGS84' | 'GCJ02'): Position {
  const [x = 0, y = 0] = gcoord.transform([lon, lat], gcoord[from], gcoord[to]);
  return { lat: Math.round(y * 1e6) / 1e6, lon: Math.round(x * 1e6) / 1e6 };
}

/** Its community, and by its own name what is smaller. */
async function regionBy(db: Kysely<Database>, code: string) {
  const parsed = RegionCode.safeParse(code);
  if (parsed.success && ancestorOf(parsed.data, 'household')) throw wrong('address_id', TEXTS.household);
  const found = parsed.success ? await findRegion(db, parsed.data) : undefined;
  if (!found) throw wrong('address_id', TEXTS.addressId);
  return { region: ancestorOf(found.code, 'community') ?? found.code, name: found.short_name };
}
