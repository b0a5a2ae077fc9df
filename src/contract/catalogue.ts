// The catalogue: what a box carries to answer a resident without a network, in parts known by their content.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { GuideNumber } from './guides.ts';
import { RegionCode } from './regions.ts';
import { Signature } from './signing.ts';
import { Instant } from './time.ts';

/** SHA-512 of the part's bytes as they are served, lower-case hex. */
export const PartHash = z
  .string()
  .regex(/^[0-9a-f]{128}$/)
  .brand<'PartHash'>();
export type PartHash = z.infer<typeof PartHash>;

/**
 * `guides/<department>`: CarriedGuide[]. `popular`: GuideNumber[], the most looked up first. `places`: CarriedPlace[].
 * `offers`: CarriedOffer[]. `outages`: Outage[]. `requests`: CarriedCategory[] in their order. A box leaves alone what it
 * does not know.
 */
export const PartName = z.string().regex(/^[a-z-]{1,20}(\/[a-z-]{1,20})?$/);
export type PartName = z.infer<typeof PartName>;

/**
 * What a box of one community should hold. A box believes it when the signature over its canonical form without
 * `signature` (domain/signing) is good, `community` is its own, and `version` is not below the one it holds.
 */
export const Manifest = z.object({
  community: RegionCode,
  /** Of the whole district's catalogue: grows with each change of any part, and not by one alone. */
  version: z.int().positive(),
  issuedAt: Instant,
  /** Where a phone finds the pages of this system; null: nobody has told the server its address. */
  phone: z.url().nullable(),
  parts: z.array(z.object({ name: PartName, hash: PartHash })),
  signature: Signature,
});
export type Manifest = z.infer<typeof Manifest>;

const manifest: z.input<typeof Manifest> = {
  community: '370306001001',
  version: 3,
  issuedAt: '2026-11-25T01:00:00.000Z',
  phone: 'https://linli.example.com',
  parts: [{ name: 'guides/police', hash: 'b'.repeat(128) }],
  signature: { key: '0a1b2c3d4e5f6071', value: 'c2ln'.repeat(21).concat('cA') },
};

export const readManifest = endpoint({
  method: 'GET',
  path: '/api/box/catalogue',
  access: 'box',
  summary: 'The parts of the catalogue that a box of this community should hold',
  reply: Manifest,
  example: { reply: manifest },
});

/** Not in the endpoint table's shape: a part's bytes (`application/json`), unchanging, to anyone who knows its hash. */
export const PART_PATH = '/api/catalogue/:hash';

/** What was looked up on a box since it last told: how often each guide was opened, and digits that found nothing. */
export const Lookups = z.strictObject({
  opened: z.array(z.strictObject({ number: GuideNumber, times: z.int().min(1).max(1000) })).max(500),
  missed: z.array(z.strictObject({ digits: z.string().regex(/^\d{2,12}$/), times: z.int().min(1).max(1000) })).max(50),
});
export type Lookups = z.infer<typeof Lookups>;

export const reportLookups = endpoint({
  method: 'POST',
  path: '/api/box/lookups',
  access: 'box',
  summary: 'What was looked up; counted by day, never by box or household',
  body: Lookups,
  reply: z.undefined(),
  status: 204,
  example: {
    body: { opened: [{ number: '0201', times: 1 }], missed: [{ digits: '7487', times: 1 }] },
    reply: undefined,
  },
});

/** A household's own choice, the same on all its boxes, the last one added first. */
export const FAVOURITES_MOST = 18;
export const saveFavourite = endpoint({
  method: 'PUT',
  path: '/api/box/favourites/:number',
  access: 'box',
  summary: "Keep a guide among the household's favourites",
  params: z.object({ number: GuideNumber }),
  reply: z.undefined(),
  status: 204,
  example: { params: { number: '0201' }, reply: undefined },
});
export const dropFavourite = endpoint({
  method: 'DELETE',
  path: '/api/box/favourites/:number',
  access: 'box',
  summary: "Take a guide off the household's favourites",
  params: z.object({ number: GuideNumber }),
  reply: z.undefined(),
  status: 204,
  example: { params: { number: '0201' }, reply: undefined },
});
