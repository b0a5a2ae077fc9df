// What handlers and places are called: looked up for a whole page of cases at once.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { CategoryCode, Handler, NamedHandler } from '../../../contract/requests.ts';
import { maskAddress } from '../../../domain/boxes/mask.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { handlerOf } from '../../../domain/requests/handler.ts';
import type { Database } from '../../store/schema.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import type { RequestRow } from './record.ts';

type Db = Kysely<Database> | Transaction<Database>;

export type Placed = Pick<RequestRow, 'region_code' | 'where_kind' | 'spot' | 'place'>;
type Named = Placed & Pick<RequestRow, 'category' | 'handler'> & Partial<Pick<RequestRow, 'joint'>>;

export interface Names {
  handler(handler: Handler): NamedHandler;
  /** A region's short name; its code where there is none. */
  region(code: RegionCode): string;
  category(code: CategoryCode): string;
}

/** Whatever the rows are told with. */
export async function findNames(db: Db, rows: readonly Named[]): Promise<Names> {
  const handlers = rows.flatMap(({ handler, joint = [] }) => [...(handler ? [handler] : []), ...joint].map(handlerOf));
  const places = rows.flatMap(({ region_code, spot }) => [region_code, ...(spot ? [spot] : [])]);
  const [regions, categories] = await Promise.all([
    regionNames(db, [...places, ...handlers.flatMap(regionOf)]),
    categoryNames(
      db,
      rows.map(({ category }) => category),
    ),
  ]);
  return {
    handler: (handler) => named(handler, regions),
    region: (code) => regions.get(code) ?? code,
    category: (code) => categories.get(code) ?? code,
  };
}

/** Of handlers alone: `const named = await nameHandlers(db, handlers)`. */
export async function nameHandlers(db: Db, handlers: readonly Handler[]): Promise<(handler: Handler) => NamedHandler> {
  const regions = await regionNames(db, handlers.flatMap(regionOf));
  return (handler) => named(handler, regions);
}

/** 车站社区 1号楼 101; 车站社区 1号楼 楼道; 车站社区 小广场, or 车站社区居委会. Without the door: 车站社区 1号楼 *** */
export function placeText({ region_code, where_kind, spot, place }: Placed, names: Names, door: 'shown' | 'masked') {
  const at = {
    home: () => (door === 'shown' ? spotName(spot, names) : maskAddress(spotName(spot, names))),
    stairwell: () => `${spotName(spot, names)} ${TEXTS.stairwell}`,
    public: () => place ?? '',
  };
  const [region, spotText] = [names.region(region_code), at[where_kind]()];
  return spotText.startsWith(region) ? spotText : `${region} ${spotText}`.trim();
}

const spotName = (spot: RegionCode | null, names: Names): string => (spot ? names.region(spot) : '');

const regionOf = (handler: Handler): RegionCode[] => (handler.kind === 'region' ? [handler.region] : []);

function named(handler: Handler, regions: ReadonlyMap<RegionCode, string>): NamedHandler {
  if (handler.kind === 'department') return { handler, name: DEPARTMENT_NAMES[handler.department] };
  if (handler.kind === 'operator') return { handler, name: TEXTS.operator };
  return { handler, name: regions.get(handler.region) ?? handler.region };
}

async function regionNames(db: Db, codes: readonly RegionCode[]): Promise<ReadonlyMap<RegionCode, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('region')
    .select(['code', 'short_name'])
    .where(sql<boolean>`code = any(${[...new Set(codes)]}::text[])`)
    .execute();
  return new Map(rows.map(({ code, short_name }) => [code, short_name]));
}

async function categoryNames(db: Db, codes: readonly CategoryCode[]): Promise<ReadonlyMap<CategoryCode, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_category')
    .select(['code', sql<string>`content ->> 'name'`.as('name')])
    .where(sql<boolean>`code = any(${[...new Set(codes)]}::text[])`)
    .execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}
