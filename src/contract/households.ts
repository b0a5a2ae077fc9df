// A household: its PIN, and what only those who know it see.
import { z } from 'zod';
import { BoxState } from './boxes.ts';
import { endpoint } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** Six digits, made by the server. */
export const Pin = z.string().regex(/^\d{6}$/);
/** Wrong ones in a row before the PIN is locked, and for how long. */
export const PIN_TRIES = 5;
export const PIN_LOCK_MS = 15 * 60_000;
/** A private screen closes after so long without a key. */
export const PRIVATE_IDLE_MS = 90_000;

/** Sent back in this header by whatever shows private content. */
export const PRIVATE_HEADER = 'x-linli-private';

export const openPrivate = endpoint({
  method: 'POST',
  path: '/api/box/private',
  access: 'box',
  summary: "Open private content by the household's PIN, on an authorised box",
  body: z.strictObject({ pin: Pin }),
  reply: z.object({ pass: z.string(), expiresAt: Instant }),
  status: 201,
  example: {
    body: { pin: '604182' },
    reply: { pass: 'eyJib3giOiIwMTlhYjAwMCJ9.c2lnbmF0dXJl', expiresAt: '2026-11-23T12:10:00.000Z' },
  },
});

/** The household as its residents see it; numbers are masked all the same: a television is a shared screen. */
export const HouseholdView = z.object({
  /** 周村区 丝绸路街道 车站社区 1号楼 101 */
  address: z.string(),
  boxes: z.array(
    z.object({
      /** 8531********0017 */
      smartCard: z.string().nullable(),
      model: z.string().nullable(),
      state: BoxState,
      since: Instant,
      /** The one that asks. */
      own: z.boolean(),
    }),
  ),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const readHousehold = endpoint({
  method: 'GET',
  path: '/api/box/household',
  access: 'box',
  summary: 'The household of this box; needs the pass of openPrivate in the header x-linli-private',
  reply: HouseholdView,
  example: {
    reply: {
      address: '周村区 丝绸路街道 车站社区 1号楼 101',
      boxes: [
        {
          smartCard: '8531********0017',
          model: 'HC3100',
          state: 'authorised',
          since: '2026-11-20T02:00:00.000Z',
          own: true,
        },
      ],
    },
  },
});

export const resetPin = endpoint({
  method: 'POST',
  path: '/api/households/:code/pin',
  access: 'staff',
  summary: 'A new PIN for a household, told once',
  params: z.object({ code: RegionCode }),
  body: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
  reply: z.object({ pin: Pin }),
  example: {
    params: { code: '3703060010010010010101' },
    body: { reason: '用户忘记密码' },
    reply: { pin: '604182' },
  },
});

export const Household = z.object({
  code: RegionCode,
  /** 车站社区 1号楼 101 */
  address: z.string(),
  boxes: z.int(),
});
export type Household = z.infer<typeof Household>;

/** For the forms that bind or move a box, and the one that enters a request. */
export const findHouseholds = endpoint({
  method: 'GET',
  path: '/api/households',
  access: 'staff',
  summary: "Up to 20 households of the actor's regions whose address contains all the words",
  query: z.object({ text: z.string().trim().min(1).max(60) }),
  reply: z.object({ items: z.array(Household) }),
  example: {
    query: { text: '车站 1号楼 101' },
    reply: { items: [{ code: '3703060010010010010101', address: '车站社区 1号楼 101', boxes: 1 }] },
  },
});
