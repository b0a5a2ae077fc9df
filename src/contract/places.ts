// Places (便民地点): offices, clinics, schools, markets of a community, with when they are open.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { PlaceId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Day, Instant } from './time.ts';

export const PLACE_KINDS = [
  'community-office',
  'town-hall',
  'police-station',
  'service-hall',
  'clinic',
  'hospital',
  'school',
  'market',
  'elder-canteen',
  'bank',
  'power-hall',
  'water-hall',
  'gas-hall',
  'legal-aid',
  'park',
] as const;
export const PlaceKind = z.enum(PLACE_KINDS);
export type PlaceKind = z.infer<typeof PlaceKind>;

export const PLACE_LIMITS = { name: 20, address: 40, note: 60, periods: 4, exceptions: 60 } as const;

/** Minutes of a day in Asia/Shanghai, from the first up to but without the second; what goes past midnight is two of them. */
export const Period = z
  .strictObject({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, { path: ['to'], error: '结束时间要晚于开始时间' });
export type Period = z.infer<typeof Period>;

/** Of one day, in order, a pause between each and the next; empty: closed. */
export const Periods = z
  .array(Period)
  .max(PLACE_LIMITS.periods)
  .refine((periods) => periods.every(({ from }, at) => at === 0 || from > (periods[at - 1]?.to ?? 0)), {
    error: '时间段要按先后排列，不能重叠，也不能首尾相接',
  });

const Week = z.array(Periods).length(7);
/** A day on which it is otherwise than in the week. */
export const SpecialDay = z.strictObject({ day: Day, periods: Periods });
export type SpecialDay = z.infer<typeof SpecialDay>;

export const Hours = z.strictObject({
  /** Monday first. */
  week: Week,
  /** `closed`: on public holidays (法定节假日), and open on make-up days (调休上班) as on the first weekday it opens on. */
  holidays: z.enum(['closed', 'as-usual']),
  /** They come before all else. */
  exceptions: z
    .array(SpecialDay)
    .max(PLACE_LIMITS.exceptions)
    .refine((all) => new Set(all.map(({ day }) => day)).size === all.length, { error: '同一天只能写一次' }),
});
export type Hours = z.infer<typeof Hours>;

/** In GCJ-02, the datum of public maps in China (高德, 腾讯): some hundred metres away from WGS-84. */
export const Position = z.strictObject({ lat: z.number().min(3).max(54), lon: z.number().min(73).max(136) });
export type Position = z.infer<typeof Position>;

export const PlaceInput = z.strictObject({
  /** Whose it is: a community's, a town's or the district's. */
  region: RegionCode.refine((code) => code.length <= 12, { error: '请选择社区、镇办或全区' }),
  kind: PlaceKind,
  name: z.string().trim().min(2).max(PLACE_LIMITS.name),
  address: z.string().trim().min(2).max(PLACE_LIMITS.address),
  /** Null: nobody knows, or it has none. */
  hours: Hours.nullable(),
  phone: z
    .string()
    .regex(/^[0-9-]{3,14}$/, { error: '电话只能有数字和短横' })
    .nullable(),
  position: Position.nullable(),
  /** 二楼，有无障碍通道 */
  note: z.string().trim().min(2).max(PLACE_LIMITS.note).nullable(),
});
export type PlaceInput = z.infer<typeof PlaceInput>;

export const Place = z.object({
  ...PlaceInput.shape,
  id: PlaceId,
  regionName: z.string(),
  /** Grows with each saved edit; the next one names the one it was made from. */
  revision: z.int().positive(),
  updatedAt: Instant,
  /** The actor may; the server checks again. */
  editable: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** Hours as a box carries them: it needs no calendar. */
export const CarriedHours = z.object({
  /** Monday first. */
  week: Week,
  /** In order. Holidays, make-up days and exceptions, where they are otherwise than in the week. */
  special: z.array(SpecialDay),
  /** The last day of which this is known: the holidays of later ones are not. */
  knownTo: Day,
});
export type CarriedHours = z.infer<typeof CarriedHours>;

/**
 * A place as the part `places` of the catalogue carries it: the community's own, its town's and the district's, in this
 * order, in each the nearest first.
 */
export const CarriedPlace = PlaceInput.pick({
  kind: true,
  name: true,
  address: true,
  phone: true,
  note: true,
}).extend({
  id: PlaceId,
  level: z.enum(['community', 'town', 'district']),
  hours: CarriedHours.nullable(),
  /**
   * As the crow flies from the community's centre, which is its own office: metres, and degrees clockwise from north.
   * Null: one of the two positions is not known.
   */
  away: z.object({ metres: z.int().nonnegative(), bearing: z.int().min(0).max(359) }).nullable(),
});
export type CarriedPlace = z.infer<typeof CarriedPlace>;

/** Not in the endpoint table's shape: the page that the QR code of a place opens on a phone, for anyone. */
export const PLACE_PAGE_PATH = '/m/places/:id';

const office = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 },
];
const everyDay = (periods: Period[]) => Array.from({ length: 7 }, () => periods);
const input: z.input<typeof PlaceInput> = {
  region: '370306001001',
  kind: 'community-office',
  name: '车站社区居委会',
  address: '车站社区1号楼一楼',
  hours: {
    week: [office, office, office, office, office, [], []],
    holidays: 'closed',
    exceptions: [{ day: '2026-12-31', periods: [{ from: 8 * 60 + 30, to: 12 * 60 }] }],
  },
  phone: null,
  position: { lat: 36.803, lon: 117.871 },
  note: '门口有坡道，轮椅可以进',
};
const place: z.input<typeof Place> = {
  ...input,
  id: '019ab000-0000-7000-8000-0000000000e1',
  regionName: '车站社区',
  revision: 1,
  updatedAt: '2026-11-25T01:00:00.000Z',
  editable: true,
};

/** What a box of 车站社区 carries: example of the part, and the television's fixture. */
export const CARRIED_PLACES_EXAMPLE: z.input<typeof CarriedPlace>[] = [
  {
    id: place.id,
    level: 'community',
    kind: input.kind,
    name: input.name,
    address: input.address,
    phone: input.phone,
    note: input.note,
    hours: {
      week: [office, office, office, office, office, [], []],
      special: [
        { day: '2026-12-31', periods: [{ from: 8 * 60 + 30, to: 12 * 60 }] },
        { day: '2027-01-01', periods: [] },
      ],
      knownTo: '2027-01-31',
    },
    away: { metres: 0, bearing: 0 },
  },
  {
    id: '019ab000-0000-7000-8000-0000000000e2',
    level: 'community',
    kind: 'market',
    name: '车站便民菜市场',
    address: '车站社区3号楼南侧',
    phone: null,
    note: null,
    hours: { week: everyDay([{ from: 6 * 60, to: 19 * 60 }]), special: [], knownTo: '2027-01-31' },
    away: { metres: 260, bearing: 168 },
  },
  {
    id: '019ab000-0000-7000-8000-0000000000e3',
    level: 'town',
    kind: 'clinic',
    name: '丝绸路社区卫生服务站',
    address: '丝绸路街道便民中心东侧',
    phone: null,
    note: '夜里有人值班',
    hours: { week: everyDay([{ from: 0, to: 1440 }]), special: [], knownTo: '2027-01-31' },
    away: { metres: 1130, bearing: 51 },
  },
  {
    id: '019ab000-0000-7000-8000-0000000000e4',
    level: 'district',
    kind: 'park',
    name: '区人民公园',
    address: '区政府北边',
    phone: null,
    note: null,
    hours: null,
    away: null,
  },
];

const params = z.object({ id: PlaceId });

export const listPlaces = endpoint({
  method: 'GET',
  path: '/api/places',
  access: 'staff',
  summary: "Places of the actor's regions and of those above them, by region",
  query: PageQuery.extend({
    /** Those of this region and of what lies below it. */
    region: RegionCode.optional(),
    kind: PlaceKind.optional(),
    /** Part of a name or an address. */
    text: z.string().trim().max(20).optional(),
  }),
  reply: pageOf(Place),
  example: { query: { page: 1 }, reply: { items: [place], total: 1, page: 1, pageSize: 20 } },
});

export const createPlace = endpoint({
  method: 'POST',
  path: '/api/places',
  access: 'staff',
  summary: 'Enter a place; the boxes of its region carry it from then on',
  body: PlaceInput,
  reply: Place,
  status: 201,
  example: { body: input, reply: place },
});

export const updatePlace = endpoint({
  method: 'PUT',
  path: '/api/places/:id',
  access: 'staff',
  summary: 'Save an edit of a place',
  params,
  body: PlaceInput.extend({ revision: z.int().positive() }),
  reply: Place,
  example: {
    params: { id: place.id },
    body: { ...input, note: '搬到了一楼', revision: 1 },
    reply: { ...place, note: '搬到了一楼', revision: 2 },
  },
});

export const removePlace = endpoint({
  method: 'DELETE',
  path: '/api/places/:id',
  access: 'staff',
  summary: 'Take a place off the boxes',
  params,
  reply: z.undefined(),
  status: 204,
  example: { params: { id: place.id }, reply: undefined },
});
