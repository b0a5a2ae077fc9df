// The district's own facts: the statistical divisions and the programme's eight units. Seeded into every new store.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RegionCode } from '../../contract/regions.ts';
import type { Store } from '../store/store.ts';

const Divisions = z.object({
  district: z.object({ code: RegionCode, name: z.string() }),
  towns: z.array(
    z.object({
      code: RegionCode,
      name: z.string(),
      communities: z.array(z.object({ code: RegionCode, name: z.string(), kind: z.enum(['urban', 'rural']) })),
    }),
  ),
});

/** Plan of 2015, section 三. 永安街街道 is 永安街道 in the statistics; 经济开发区 is in none. */
const UNITS = [
  ['U01', '王村镇', '370306102', 3],
  ['U02', '南郊镇', '370306101', 6],
  ['U03', '北郊镇', '370306100', 5],
  ['U04', '大街街道', '370306002', 2],
  ['U05', '丝绸路街道', '370306001', 3],
  ['U06', '永安街街道', '370306004', 3],
  ['U07', '青年路街道', '370306003', 4],
  ['U08', '经济开发区', null, 4],
] as const;

/** Does nothing where the regions are there already. */
export async function seedDistrict(store: Store): Promise<void> {
  const file = new URL('./divisions.json', import.meta.url);
  const { district, towns } = Divisions.parse(JSON.parse(await readFile(file, 'utf8')));
  const top = { ...district, parent: null, kind: 'district', short_name: district.name, setting: null } as const;
  const townRows = towns.map(({ code, name }) => ({
    code,
    name,
    parent: district.code,
    kind: 'town' as const,
    short_name: name,
    setting: null,
  }));
  const communityRows = towns.flatMap((town) =>
    town.communities.map(({ code, name, kind }) => ({
      code,
      name,
      parent: town.code,
      kind: 'community' as const,
      short_name: shortNameOf(name),
      setting: kind,
    })),
  );
  const units = UNITS.map(([code, name, statistical, quota]) => ({
    code,
    name,
    statistical_code: statistical && RegionCode.parse(statistical),
    quota,
  }));
  await store.transaction(async (trx) => {
    await trx
      .insertInto('region')
      .values([top, ...townRows, ...communityRows])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('programme_unit')
      .values(units)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** What residents call it: 车站社区居委会 -> 车站社区, 李家疃村委会 -> 李家疃村. */
export function shortNameOf(name: string): string {
  const place = name.replace(/(居民委员会|居委会|民委员会|委会)$/, '');
  return place.endsWith('村') || place.endsWith('社区') || place.endsWith('居') ? place : `${place}社区`;
}
