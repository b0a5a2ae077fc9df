// The demo's places and broadband offers. All made up: positions are near enough for a sketch, nobody has a phone.
import { OfferInput } from '../../contract/broadband.ts';
import { type Hours, type Period, PlaceInput, type PlaceKind } from '../../contract/places.ts';

const at = (from: number, to: number): Period => ({ from: Math.round(from * 60), to: Math.round(to * 60) });
const weekdays = (...periods: Period[]): Hours['week'] => [periods, periods, periods, periods, periods, [], []];
const everyDay = (...periods: Period[]): Hours['week'] => Array.from({ length: 7 }, () => periods);
const written = (week: Hours['week'], holidays: Hours['holidays']): Hours => ({ week, holidays, exceptions: [] });

const OFFICE = written(weekdays(at(8.5, 12), at(13.5, 17)), 'closed');
const HALL = written([...weekdays(at(8.5, 12), at(13, 17)).slice(0, 5), [at(9, 12)], []], 'closed');
const CLINIC = written(everyDay(at(8, 11.5), at(14, 17.5)), 'as-usual');
const SCHOOL = written(weekdays(at(7.5, 17)), 'closed');
const MARKET = written(everyDay(at(6, 19)), 'as-usual');
const CANTEEN = written([...weekdays(at(11, 13), at(17, 18.5)).slice(0, 5), [at(11, 13)], []], 'closed');
const ALWAYS = written(everyDay(at(0, 24)), 'as-usual');

interface DemoPlace {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly address: string;
  readonly hours: Hours;
  /** Metres east and north of the first of its region. */
  readonly off: readonly [number, number];
  readonly note?: string;
}

interface DemoRegion {
  readonly region: string;
  /** GCJ-02. */
  readonly lat: number;
  readonly lon: number;
  readonly places: readonly DemoPlace[];
}

const REGIONS: readonly DemoRegion[] = [
  {
    region: '370306001001',
    lat: 36.8065,
    lon: 117.8745,
    places: [
      {
        kind: 'community-office',
        name: '车站社区居委会',
        address: '车站社区1号楼一楼',
        hours: OFFICE,
        off: [0, 0],
        note: '门口有坡道',
      },
      { kind: 'clinic', name: '车站社区卫生服务站', address: '车站社区2号楼一楼', hours: CLINIC, off: [120, 60] },
      {
        kind: 'elder-canteen',
        name: '车站社区长者食堂',
        address: '车站社区居委会后院',
        hours: CANTEEN,
        off: [-40, 35],
      },
      { kind: 'market', name: '车站便民菜市场', address: '车站社区南门对面', hours: MARKET, off: [60, -260] },
      { kind: 'park', name: '车站社区小广场', address: '车站社区中间', hours: ALWAYS, off: [90, 150] },
      { kind: 'school', name: '车站社区附近小学', address: '车站社区东边', hours: SCHOOL, off: [520, 40] },
    ],
  },
  {
    region: '370306002007',
    lat: 36.7985,
    lon: 117.8635,
    places: [
      { kind: 'community-office', name: '爱国社区居委会', address: '爱国社区1号楼一楼', hours: OFFICE, off: [0, 0] },
      { kind: 'clinic', name: '爱国社区卫生服务站', address: '爱国社区2号楼一楼', hours: CLINIC, off: [-150, 90] },
      {
        kind: 'elder-canteen',
        name: '爱国社区长者食堂',
        address: '爱国社区居委会一楼西头',
        hours: CANTEEN,
        off: [-35, 0],
      },
      { kind: 'park', name: '爱国社区健身广场', address: '爱国社区西门里', hours: ALWAYS, off: [-210, -40] },
    ],
  },
  {
    region: '370306102215',
    lat: 36.6895,
    lon: 117.7355,
    places: [
      { kind: 'community-office', name: '李家疃村委会', address: '李家疃村中心街路北', hours: OFFICE, off: [0, 0] },
      { kind: 'clinic', name: '李家疃村卫生室', address: '村委会东边第二个门', hours: CLINIC, off: [70, 5] },
      { kind: 'elder-canteen', name: '李家疃村长者食堂', address: '村委会院里', hours: CANTEEN, off: [-40, 40] },
      {
        kind: 'market',
        name: '李家疃大集',
        address: '村口南边空地',
        hours: written([...weekdays().slice(0, 6), [at(6, 12)]], 'as-usual'),
        off: [-80, -430],
        note: '每周日上午',
      },
      { kind: 'school', name: '李家疃小学', address: '村东头', hours: SCHOOL, off: [380, -60] },
    ],
  },
  {
    region: '370306001',
    lat: 36.811,
    lon: 117.881,
    places: [
      {
        kind: 'service-hall',
        name: '丝绸路街道便民服务中心',
        address: '丝绸路街道办事处一楼',
        hours: HALL,
        off: [0, 0],
      },
      { kind: 'town-hall', name: '丝绸路街道办事处', address: '丝绸路街道办事处大楼', hours: OFFICE, off: [30, 20] },
      {
        kind: 'police-station',
        name: '丝绸路派出所',
        address: '街道办事处西边路口',
        hours: ALWAYS,
        off: [-340, -60],
        note: '夜里有人值班，户籍窗口只在工作日白天',
      },
    ],
  },
  {
    region: '370306002',
    lat: 36.8005,
    lon: 117.8585,
    places: [
      { kind: 'service-hall', name: '大街街道便民服务中心', address: '大街街道办事处一楼', hours: HALL, off: [0, 0] },
      { kind: 'police-station', name: '大街派出所', address: '街道办事处南边路口', hours: ALWAYS, off: [40, -300] },
    ],
  },
  {
    region: '370306102',
    lat: 36.6805,
    lon: 117.7245,
    places: [
      { kind: 'service-hall', name: '王村镇便民服务中心', address: '王村镇政府院内', hours: HALL, off: [0, 0] },
      { kind: 'police-station', name: '王村派出所', address: '镇政府东边', hours: ALWAYS, off: [260, 10] },
      { kind: 'hospital', name: '王村镇卫生院', address: '镇政府西边', hours: ALWAYS, off: [-420, 30] },
    ],
  },
  {
    region: '370306',
    lat: 36.803,
    lon: 117.869,
    places: [
      { kind: 'service-hall', name: '周村区政务服务大厅', address: '区政府东侧一楼', hours: HALL, off: [0, 0] },
      {
        kind: 'hospital',
        name: '周村区示例医院',
        address: '区政府北边',
        hours: ALWAYS,
        off: [300, 900],
        note: '急诊全天',
      },
      { kind: 'legal-aid', name: '周村区法律援助中心', address: '区政务服务大厅二楼', hours: OFFICE, off: [0, 20] },
      { kind: 'power-hall', name: '供电营业厅', address: '区政务服务大厅旁边', hours: HALL, off: [150, -30] },
      { kind: 'water-hall', name: '供水营业厅', address: '区政务服务大厅一楼', hours: OFFICE, off: [10, 0] },
      { kind: 'gas-hall', name: '燃气营业厅', address: '区政务服务大厅一楼', hours: OFFICE, off: [-10, 0] },
      {
        kind: 'park',
        name: '区人民公园',
        address: '区政府南边',
        hours: written(everyDay(at(5, 21.5)), 'as-usual'),
        off: [-200, -800],
      },
    ],
  },
];

const METRES_A_DEGREE = 111_195;
const DEMO_NOTE = '演示数据';
const exact = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export const DEMO_PLACES: readonly PlaceInput[] = REGIONS.flatMap(({ region, lat, lon, places }) =>
  places.map(({ kind, name, address, hours, off: [east, north], note }) =>
    PlaceInput.parse({
      region,
      kind,
      name,
      address,
      hours,
      phone: null,
      position: {
        lat: exact(lat + north / METRES_A_DEGREE),
        lon: exact(lon + east / (METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180))),
      },
      note: note ? `${note}（${DEMO_NOTE}）` : DEMO_NOTE,
    }),
  ),
);

const SOURCE = '示例数据，不是真实报价';
const DISTRICT_WIDE = { regions: ['370306'], validTo: null, source: SOURCE };

export const DEMO_OFFERS: readonly OfferInput[] = [
  {
    ...DISTRICT_WIDE,
    provider: '示例运营商甲',
    name: '家用300兆',
    downMbps: 300,
    upMbps: 30,
    technology: 'fibre',
    monthlyFee: 5900,
    installFee: 10000,
    contractMonths: 12,
    includes: ['光猫', '上门安装'],
  },
  {
    ...DISTRICT_WIDE,
    provider: '示例运营商乙',
    name: '全家500兆',
    downMbps: 500,
    upMbps: 50,
    technology: 'fibre',
    monthlyFee: 7900,
    installFee: 0,
    contractMonths: 24,
    includes: ['光猫', '路由器'],
  },
  {
    ...DISTRICT_WIDE,
    provider: '示例运营商丙',
    name: '电视宽带200兆',
    downMbps: 200,
    upMbps: 20,
    technology: 'cable',
    monthlyFee: 4500,
    installFee: 0,
    contractMonths: 0,
    includes: ['有线电视基本收视'],
  },
].map((offer) => OfferInput.parse(offer));
