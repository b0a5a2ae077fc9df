// The demo's homes: in each of three communities one grid, two buildings, four homes a building, a box in every home.
import { RegionCode, type RegionKind } from '../../contract/regions.ts';
import type { Bindings } from '../features/boxes/bindings.ts';
import type { Store } from '../store/store.ts';
import { DEMO_BUILDINGS, DEMO_COMMUNITIES, DEMO_ROOMS } from './demo-data.ts';

interface DemoHome {
  readonly household: RegionCode;
  /** 车站社区 */
  readonly place: string;
  /** 1号楼 101 */
  readonly name: string;
}

export const BUILDINGS = DEMO_COMMUNITIES.flatMap((community) =>
  Array.from({ length: DEMO_BUILDINGS }, (_, index) => ({
    community: RegionCode.parse(community.code),
    grid: RegionCode.parse(`${community.code}001`),
    code: RegionCode.parse(`${community.code}001${String(index + 1).padStart(3, '0')}`),
    name: `${index + 1}${community.building}`,
    isVillage: community.building === '排',
  })),
);
export const homesOf = (building: (typeof BUILDINGS)[number]) =>
  DEMO_ROOMS.map((room) => ({ code: RegionCode.parse(`${building.code}0${room}`), name: `${building.name} ${room}` }));

/** The homes that get a box, by the names residents use; the communities must be there. */
export async function demoHomes(store: Store): Promise<DemoHome[]> {
  const rows = await store.db
    .selectFrom('region')
    .select(['code', 'short_name'])
    .where(
      'code',
      'in',
      BUILDINGS.map((building) => building.community),
    )
    .execute();
  return BUILDINGS.flatMap((building) => {
    const place = rows.find((row) => row.code === building.community)?.short_name ?? '';
    return homesOf(building).map(({ code, name }) => ({ household: code, place, name }));
  });
}

/** What is there already is left as it is. */
export async function seedHomes(
  deps: { store: Store; bindings: Bindings },
  homes: readonly (DemoHome & { readonly token: string })[],
): Promise<void> {
  const row = (code: RegionCode, parent: RegionCode, kind: RegionKind, name: string) => ({
    code,
    parent,
    kind,
    name,
    short_name: name,
    setting: null,
  });
  const grids = new Map(
    BUILDINGS.map((building) => [building.grid, row(building.grid, building.community, 'grid', '第一网格')]),
  );
  await deps.store.db
    .insertInto('region')
    .values([
      ...grids.values(),
      ...BUILDINGS.map((building) => row(building.code, building.grid, 'building', building.name)),
      ...BUILDINGS.flatMap((building) =>
        homesOf(building).map((home) => row(home.code, building.code, 'household', home.name)),
      ),
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  for (const { household, name, token } of homes) await deps.bindings.ensure({ household, name, token });
}
