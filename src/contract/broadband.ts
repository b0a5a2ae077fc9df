// Broadband: what providers offer in a community, side by side, and households that ask to be called.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { ContactId, OfferId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Day, Instant } from './time.ts';

/** 光纤到户, 有线电视同轴, 无线 */
export const TECHNOLOGIES = ['fibre', 'cable', 'wireless'] as const;
export const Technology = z.enum(TECHNOLOGIES);
export type Technology = z.infer<typeof Technology>;

export const OFFER_LIMITS = { provider: 12, name: 16, include: 14, includes: 5, regions: 50, source: 40 } as const;

/** Money in fen. */
const Fen = z.int().min(0).max(1_000_000);
const Mbps = z.int().min(1).max(10_000);

export const OfferInput = z.strictObject({
  provider: z.string().trim().min(2).max(OFFER_LIMITS.provider),
  name: z.string().trim().min(2).max(OFFER_LIMITS.name),
  downMbps: Mbps,
  upMbps: Mbps,
  technology: Technology,
  monthlyFee: Fen,
  installFee: Fen,
  /** How long one is bound; 0: not at all. */
  contractMonths: z.int().min(0).max(60),
  /** What one gets besides: 光猫, 路由器, 有线电视基本收视. */
  includes: z.array(z.string().trim().min(2).max(OFFER_LIMITS.include)).max(OFFER_LIMITS.includes),
  /** Where it can be had: communities, towns, or the district. */
  regions: z
    .array(RegionCode.refine((code) => code.length <= 12, { error: '请选择社区、镇办或全区' }))
    .min(1)
    .max(OFFER_LIMITS.regions)
    .refine((regions) => new Set(regions).size === regions.length, { error: '地区不能重复' }),
  /** The last day on which it can be had; null: nobody has said. */
  validTo: Day.nullable(),
  /** Who says so, and when: 营业厅公示，2026年11月 */
  source: z.string().trim().min(2).max(OFFER_LIMITS.source),
});
export type OfferInput = z.infer<typeof OfferInput>;

export const BroadbandOffer = z.object({
  ...OfferInput.shape,
  id: OfferId,
  regionNames: z.array(z.string()),
  /** Grows with each saved edit; the next one names the one it was made from. */
  revision: z.int().positive(),
  updatedAt: Instant,
  editable: z.boolean(),
});
export type BroadbandOffer = z.infer<typeof BroadbandOffer>;

/**
 * An offer as the part `offers` of the catalogue carries it, sorted by id, which means nothing: what stands first is
 * decided on the screen, each day anew (domain/broadband/order), and never by a provider.
 */
export const CarriedOffer = OfferInput.omit({ regions: true }).extend({ id: OfferId });
export type CarriedOffer = z.infer<typeof CarriedOffer>;

/** `new` waits for a call. */
export const CONTACT_STATES = ['new', 'contacted', 'closed'] as const;
export const ContactState = z.enum(CONTACT_STATES);
export type ContactState = z.infer<typeof ContactState>;

/** `contact`: somebody has spoken with the household. `close`: it is settled, with the reason. */
export const CONTACT_MOVES = ['contact', 'close'] as const;
export const ContactMove = z.enum(CONTACT_MOVES);
export type ContactMove = z.infer<typeof ContactMove>;

/** A household that asked to be called about an offer; the provider finds its number by the address. */
export const Contact = z.object({
  id: ContactId,
  /** As it was when the household asked. */
  offer: CarriedOffer,
  /** The community: 车站社区 */
  regionName: z.string(),
  /** The room masked: 车站社区 1号楼 ***; in full only in `readContact`. */
  address: z.string(),
  state: ContactState,
  askedAt: Instant,
  updatedAt: Instant,
  /** Who moved it last; null: nobody yet. */
  by: z.string().nullable(),
  /** Why it is closed. */
  reason: z.string().nullable(),
  /** What the actor may do with it now; the server checks again. */
  moves: z.array(ContactMove),
});
export type Contact = z.infer<typeof Contact>;

const input: z.input<typeof OfferInput> = {
  provider: '示例运营商甲',
  name: '家用300兆',
  downMbps: 300,
  upMbps: 30,
  technology: 'fibre',
  monthlyFee: 5900,
  installFee: 10000,
  contractMonths: 12,
  includes: ['光猫', '上门安装'],
  regions: ['370306'],
  validTo: '2027-03-31',
  source: '示例数据，不是真实报价',
};
const { regions: _, ...offered } = input;

/** What a box carries: example of the part, and the television's fixture. */
export const CARRIED_OFFERS_EXAMPLE: z.input<typeof CarriedOffer>[] = [
  { ...offered, id: '019ab000-0000-7000-8000-0000000000f1' },
  {
    ...offered,
    id: '019ab000-0000-7000-8000-0000000000f2',
    provider: '示例运营商乙',
    name: '全家500兆',
    downMbps: 500,
    upMbps: 50,
    monthlyFee: 7900,
    installFee: 0,
    contractMonths: 24,
    includes: ['光猫', '路由器'],
    validTo: null,
  },
  {
    ...offered,
    id: '019ab000-0000-7000-8000-0000000000f3',
    provider: '示例运营商丙',
    name: '电视宽带200兆',
    downMbps: 200,
    upMbps: 20,
    technology: 'cable',
    monthlyFee: 4500,
    installFee: 0,
    contractMonths: 0,
    includes: ['有线电视基本收视'],
    validTo: null,
  },
];
const offer: z.input<typeof BroadbandOffer> = {
  ...input,
  id: '019ab000-0000-7000-8000-0000000000f1',
  regionNames: ['周村区'],
  revision: 1,
  updatedAt: '2026-11-25T01:00:00.000Z',
  editable: true,
};
const contact: z.input<typeof Contact> = {
  id: '019ab000-0000-7000-8000-00000000f001',
  offer: { ...offered, id: offer.id },
  regionName: '车站社区',
  address: '车站社区 1号楼 ***',
  state: 'new',
  askedAt: '2026-11-25T02:00:00.000Z',
  updatedAt: '2026-11-25T02:00:00.000Z',
  by: null,
  reason: null,
  moves: ['contact', 'close'],
};
const params = z.object({ id: OfferId });
const ofContact = z.object({ id: ContactId });

export const askForContact = endpoint({
  method: 'PUT',
  path: '/api/box/offers/:id/contact',
  access: 'box',
  summary:
    'Ask to be called about an offer; needs the pass of openPrivate in x-linli-private. One that waits stays as it is',
  params,
  reply: z.object({ askedAt: Instant }),
  example: { params: { id: offer.id }, reply: { askedAt: contact.askedAt } },
});

export const listOffers = endpoint({
  method: 'GET',
  path: '/api/offers',
  access: 'staff',
  summary: "Offers that can be had in the actor's regions, by provider",
  query: PageQuery.extend({ region: RegionCode.optional() }),
  reply: pageOf(BroadbandOffer),
  example: { query: { page: 1 }, reply: { items: [offer], total: 1, page: 1, pageSize: 20 } },
});

export const createOffer = endpoint({
  method: 'POST',
  path: '/api/offers',
  access: 'staff',
  summary: 'Enter an offer; the boxes of its regions carry it from then on',
  body: OfferInput,
  reply: BroadbandOffer,
  status: 201,
  example: { body: input, reply: offer },
});

export const updateOffer = endpoint({
  method: 'PUT',
  path: '/api/offers/:id',
  access: 'staff',
  summary: 'Save an edit of an offer',
  params,
  body: OfferInput.extend({ revision: z.int().positive() }),
  reply: BroadbandOffer,
  example: {
    params: { id: offer.id },
    body: { ...input, installFee: 0, revision: 1 },
    reply: { ...offer, installFee: 0, revision: 2 },
  },
});

export const removeOffer = endpoint({
  method: 'DELETE',
  path: '/api/offers/:id',
  access: 'staff',
  summary: 'Take an offer off the boxes; households that asked about it stay on the list',
  params,
  reply: z.undefined(),
  status: 204,
  example: { params: { id: offer.id }, reply: undefined },
});

export const listContacts = endpoint({
  method: 'GET',
  path: '/api/contacts',
  access: 'staff',
  summary: 'Households that asked to be called: those to be done, longest waiting first, or those done, last one first',
  query: PageQuery.extend({ done: z.enum(['0', '1']).default('0'), region: RegionCode.optional() }),
  reply: pageOf(Contact),
  example: { query: { page: 1 }, reply: { items: [contact], total: 1, page: 1, pageSize: 20 } },
});

export const readContact = endpoint({
  method: 'GET',
  path: '/api/contacts/:id',
  access: 'staff',
  summary: 'One of them with its address in full; who looked is kept on record',
  params: ofContact,
  reply: Contact,
  example: { params: { id: contact.id }, reply: { ...contact, address: '车站社区 1号楼 101' } },
});

export const moveContact = endpoint({
  method: 'POST',
  path: '/api/contacts/:id/moves',
  access: 'staff',
  summary: 'Somebody spoke with the household, or it is settled (with a reason)',
  params: ofContact,
  body: z.strictObject({ move: ContactMove, reason: z.string().trim().min(2).max(200).optional() }),
  reply: Contact,
  example: {
    params: { id: contact.id },
    body: { move: 'contact' },
    reply: { ...contact, state: 'contacted', by: '广电运维', moves: ['close'] },
  },
});
