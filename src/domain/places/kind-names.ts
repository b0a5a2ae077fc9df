// What kinds of places are called: the same word on the television, in the console and on a phone.
import type { PlaceKind } from '../../contract/places.ts';

export const PLACE_KIND_NAMES: Readonly<Record<PlaceKind, string>> = {
  'community-office': '村居委会',
  'town-hall': '镇办',
  'police-station': '派出所',
  'service-hall': '便民大厅',
  clinic: '卫生室',
  hospital: '医院',
  school: '学校',
  market: '菜市场',
  'elder-canteen': '长者食堂',
  bank: '银行',
  'power-hall': '供电厅',
  'water-hall': '供水厅',
  'gas-hall': '燃气厅',
  'legal-aid': '法律援助',
  park: '公园广场',
};
