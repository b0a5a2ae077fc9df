// Keys of other systems that send requests by Open311, as the district's office gives them out.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Open311KeyId } from './ids.ts';
import { Instant } from './time.ts';

export const Open311Key = z.object({
  id: Open311KeyId,
  /** The system's; what it sent stands under this name in the record of a case. */
  name: z.string(),
  /** Requests it may send in a day (Asia/Shanghai). */
  perDay: z.int().positive(),
  sentToday: z.int().nonnegative(),
  createdAt: Instant,
  revokedAt: Instant.nullable(),
});
export type Open311Key = z.infer<typeof Open311Key>;

const key: z.input<typeof Open311Key> = {
  id: '019ab000-0000-7000-8000-00000000a601',
  name: '随手拍',
  perDay: 500,
  sentToday: 3,
  createdAt: '2026-11-26T02:00:00.000Z',
  revokedAt: null,
};

export const listOpen311Keys = endpoint({
  method: 'GET',
  path: '/api/open311/keys',
  access: 'staff',
  summary: 'Systems that may send requests by Open311, newest first, those that may no longer too',
  reply: z.object({ items: z.array(Open311Key) }),
  example: { reply: { items: [key] } },
});

export const createOpen311Key = endpoint({
  method: 'POST',
  path: '/api/open311/keys',
  access: 'staff',
  summary: 'Let a system send requests by Open311; its key is told this once',
  body: z.strictObject({
    name: z.string().trim().min(2).max(30),
    perDay: z.int().min(1).max(100_000),
  }),
  reply: z.object({ key: Open311Key, secret: z.string() }),
  status: 201,
  example: {
    body: { name: '随手拍', perDay: 500 },
    reply: { key, secret: 'o311-Zk3nq8V5f0yF7dY2cJ1uXw9sTb4hRa6e' },
  },
});

export const revokeOpen311Key = endpoint({
  method: 'POST',
  path: '/api/open311/keys/:id/revoke',
  access: 'staff',
  summary: 'Shut a system out; what it sent stays',
  params: z.object({ id: Open311KeyId }),
  reply: Open311Key,
  example: { params: { id: key.id }, reply: { ...key, revokedAt: '2026-11-27T02:00:00.000Z' } },
});
