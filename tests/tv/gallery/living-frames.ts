// The screens of bills, outages, places and broadband, as their definitions present them, with long, short and no content.
import { readBills, type UtilityBills } from '../../../src/contract/bills.ts';
import { CARRIED_OFFERS_EXAMPLE, CarriedOffer } from '../../../src/contract/broadband.ts';
import { Outage, outageExamples } from '../../../src/contract/outages.ts';
import { CARRIED_PLACES_EXAMPLE, CarriedPlace, PLACE_KINDS } from '../../../src/contract/places.ts';
import type { Instant } from '../../../src/contract/time.ts';
import type { Catalogue } from '../../../src/tv/catalogue/catalogue.ts';
import { beginWith, type Context, type OverlayName, type ScreenName } from '../../../src/tv/navigation/context.ts';
import type { Frame } from '../../../src/tv/navigation/frame.ts';
import { present } from '../../../src/tv/navigation/present.ts';

/** Wednesday morning, ten past ten. */
const NOW = Date.parse('2026-11-25T02:15:00.000Z');
const PLACES = CARRIED_PLACES_EXAMPLE.map((place) => CarriedPlace.parse(place));
const [office, market] = PLACES as [CarriedPlace, CarriedPlace];
const id = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const more = (place: CarriedPlace, number: number, change: Partial<CarriedPlace>): CarriedPlace => ({
  ...place,
  id: id(number) as CarriedPlace['id'],
  ...change,
});
const LONG_PLACE = more(office, 1, {
  kind: 'clinic',
  name: '丝绸路街道城北社区卫生服务中心分站',
  address: '丝绸路街道机场路与新建东路交叉路口往北二百米路东，建设银行隔壁小院',
  phone: '0533-0000000-80',
  note: '二楼，有无障碍通道，六十五岁以上免费体检，每年一次，请提前一天打电话预约，早晨空腹来',
  away: { metres: 1130, bearing: 231 },
});
const CLINICS = [
  LONG_PLACE,
  ...PLACES.filter(({ kind }) => kind === 'clinic'),
  more(market, 2, { kind: 'clinic', name: '城北卫生室', hours: null, away: null }),
  more(market, 3, { kind: 'clinic', name: '东门卫生室', away: { metres: 2300, bearing: 20 } }),
  more(market, 4, { kind: 'clinic', name: '西门卫生室', away: { metres: 2400, bearing: 300 } }),
  more(market, 5, { kind: 'clinic', name: '南门卫生室', away: { metres: 8400, bearing: 100 } }),
];
const ALL_KINDS = PLACE_KINDS.map((kind, index) => more(index % 3 === 0 ? office : market, 10 + index, { kind }));
const OUTAGES = outageExamples.map((outage) => Outage.parse(outage));
const [water, power] = OUTAGES as [Outage, Outage];
const MANY_OUTAGES: Outage[] = [
  { ...water, from: '2026-11-25T00:00:00.000Z' as Outage['from'], to: '2026-11-25T09:00:00.000Z' as Outage['to'] },
  {
    ...water,
    id: id(20) as Outage['id'],
    utility: 'gas',
    from: '2026-11-26T00:00:00.000Z' as Outage['from'],
    to: '2026-11-26T04:00:00.000Z' as Outage['to'],
    regions: [1, 2, 3, 4, 5, 6].map((block) => ({
      ...power.regions[0],
      name: `车站社区 ${block}号楼`,
    })) as Outage['regions'],
    text: '管网改造，请关好燃气阀门，恢复供气前不要点火。恢复以后先开窗，再开阀门，闻到味道马上打电话，不要开灯、不要打火。家里有老人独自在家的，请邻居帮忙看一看，居委会也会派人一户一户敲门提醒。'.repeat(
      2,
    ),
    source: '周村燃气公司',
  },
  power,
  { ...power, id: id(21) as Outage['id'], utility: 'tv', to: '2026-11-30T09:00:00.000Z' as Outage['to'] },
  {
    ...water,
    id: id(22) as Outage['id'],
    from: '2026-12-24T23:00:00.000Z' as Outage['from'],
    to: '2026-12-25T23:00:00.000Z' as Outage['to'],
  },
  {
    ...water,
    id: id(23) as Outage['id'],
    from: '2026-12-26T23:00:00.000Z' as Outage['from'],
    to: '2026-12-27T23:00:00.000Z' as Outage['to'],
  },
];
const OFFERS = CARRIED_OFFERS_EXAMPLE.map((offer) => CarriedOffer.parse(offer));
const [offer] = OFFERS as [CarriedOffer];
const LONG_OFFER: CarriedOffer = {
  ...offer,
  id: id(30) as CarriedOffer['id'],
  provider: '示例通信有限责任公司丁',
  name: '全家共享千兆智能组网套餐版',
  downMbps: 1000,
  upMbps: 100,
  monthlyFee: 129_90,
  includes: [
    '光猫一台终身免费使用',
    '全屋路由器三台包上门',
    '有线电视基本收视',
    '每月通话五百分钟',
    '上门安装调试不收费',
  ],
  validTo: '2027-03-31' as CarriedOffer['validTo'],
  source: '营业厅公示的资费标准，二〇二六年十一月由客户经理核对过一次',
};
const CATALOGUE: Catalogue = {
  guides: [],
  popular: [],
  outages: OUTAGES,
  places: PLACES,
  offers: OFFERS,
  requests: [],
  phone: 'https://linli.example',
  asOf: NOW - 3 * 86_400_000,
};

const BILLS = readBills.reply.parse(readBills.example.reply).items;
const [waterBills, powerBills] = BILLS as [UtilityBills, UtilityBills];
const months = (count: number) =>
  Array.from({ length: count }, (_, back) => {
    const month = `2026-${String(11 - back).padStart(2, '0')}`;
    return {
      period: { from: `${month}-01`, to: `${month}-28` },
      amountDue: 9_842 + ((back * 7) % 5) * 3_410,
      dueOn: '2026-11-28',
      usage: { value: '180.5', unit: 'kWh' },
      status: back === 0 ? 'unpaid' : 'paid',
    };
  });
const statement = (bills: readonly object[], balance: number | null = null) =>
  ({ asOf: '2026-11-25T02:10:00.000Z', balance, bills }) as unknown as Extract<
    UtilityBills,
    { state: 'known' }
  >['statement'];
const known = (of: UtilityBills, told: ReturnType<typeof statement>): UtilityBills => ({
  state: 'known',
  utility: of.utility,
  provider: of.provider,
  account: '************5678',
  statement: told,
});
const GOOD: UtilityBills[] = [
  known(powerBills, statement(months(10), 8_735)),
  known(
    waterBills,
    statement(
      months(2).map((bill) => ({ ...bill, status: 'paid', amountDue: 4_680 })),
      -1_250,
    ),
  ),
  { ...powerBills, utility: 'gas', state: 'trouble', account: '******5678', trouble: 'no-account', last: null },
  { ...BILLS[3], utility: 'tv' } as UtilityBills,
];

/** The frames by name, in one size of type. */
export function livingFrames(elder: boolean): Readonly<Record<string, Frame>> {
  const home = {
    community: { code: '370306001001', name: '车站社区' },
    almanac: [],
    favourites: [],
  } as unknown as Context['home'];
  const beginning = { elder, motion: true, marks: {}, seenAlerts: {}, openings: {}, previewing: false } as const;
  const base: Context = {
    ...beginWith({ ...beginning, home, profile: 'rdk', now: NOW }),
    ...{ ready: true, clockSure: true, confirmed: true, line: 'online', catalogue: CATALOGUE },
  };
  const at = (screen: ScreenName, change: Partial<Context>, overlay: OverlayName | null = null): Frame =>
    present({ screen, overlay }, { ...base, ...change, screen });
  const holding = (change: Partial<Catalogue>) => ({ catalogue: { ...CATALOGUE, ...change } });
  const offline = { line: 'offline' } as const;
  const inside = (change: Partial<NonNullable<Context['privately']>>) => ({
    privately: {
      household: null,
      bills: null,
      askedAt: null,
      requests: null,
      request: null,
      trouble: null,
      focus: 0,
      ...change,
    },
  });
  const chosen = (chosenId: string | null, index = 0) => ({ id: chosenId, index });
  const outage = (index: number) => ({ outages: { id: null, index, from: 'life' as const } });
  const clinics = (index: number) => ({
    ...holding({ places: CLINICS }),
    placeKinds: { id: 'clinic' as const, index: 0 },
    place: chosen(null, index),
  });
  const phone = { about: 'place' as const, title: office.name, number: '12345', path: `/m/places/${office.id}` };
  const asked = { ...inside({ askedAt: new Date(NOW).toISOString() as Instant }), offers: chosen(offer.id) };
  return {
    life: at('life', {}),
    'life-offline': at('life', { ...offline, lifeFocus: 2, catalogue: null }),
    'bills-loading': at('bills', inside({})),
    'bills-unreachable': at('bills', inside({ trouble: 'unreachable' })),
    ...Object.fromEntries(
      ['water', 'trouble', 'not-linked', 'overdue'].map((name, focus) => [
        `bills-${name}`,
        at('bills', inside({ bills: BILLS, focus })),
      ]),
    ),
    'bills-many': at('bills', inside({ bills: GOOD })),
    'bills-paid': at('bills', inside({ bills: GOOD, focus: 1 })),
    'bills-no-account': at('bills', inside({ bills: GOOD, focus: 2 })),
    outages: at('outages', {}),
    'outages-many': at('outages', { ...holding({ outages: MANY_OUTAGES }), ...outage(1), ...offline }),
    'outages-ongoing': at('outages', holding({ outages: MANY_OUTAGES })),
    'outages-none': at('outages', holding({ outages: [] })),
    places: at('places', {}),
    'places-all': at('places', { ...holding({ places: ALL_KINDS }), placeKinds: { id: 'bank', index: 0 } }),
    'places-none': at('places', { ...offline, catalogue: null }),
    place: at('place', { placeKinds: { id: 'community-office', index: 0 } }),
    'place-long': at('place', clinics(0)),
    'place-far': at('place', clinics(3)),
    'place-unknown': at('place', clinics(5)),
    'place-phone': at('place', { placeKinds: { id: 'community-office', index: 0 }, phone }, 'phone'),
    offers: at('offers', {}),
    'offers-long': at('offers', { ...holding({ offers: [...OFFERS, LONG_OFFER] }), offers: chosen(LONG_OFFER.id) }),
    'offers-none': at('offers', holding({ offers: [] })),
    'contact-sending': at('contact', { ...inside({}), offers: chosen(offer.id) }),
    contact: at('contact', asked),
  };
}
