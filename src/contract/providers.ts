// The providers of water, power, gas and television, as the operator sees whether they answer; nothing of any household.
import { z } from 'zod';
import { ProviderName, Trouble, Utility } from './bills.ts';
import { endpoint } from './endpoint.ts';
import { Instant } from './time.ts';

/** How it is reached: JSON or XML over HTTP, or CSV files in a folder. */
export const PROVIDER_KINDS = ['json', 'xml', 'csv'] as const;
export const ProviderKind = z.enum(PROVIDER_KINDS);

/** What a provider is asked for. */
export const PROVIDER_CALLS = ['bills', 'outages'] as const;
export const ProviderCall = z.enum(PROVIDER_CALLS);
export type ProviderCall = z.infer<typeof ProviderCall>;

export const CallState = z.object({
  call: ProviderCall,
  succeededAt: Instant.nullable(),
  failedAt: Instant.nullable(),
  /** Of the last failure. */
  trouble: Trouble.nullable(),
  /** What was wrong, for whoever mends it: 第 2 条账单的金额是负数; no account and no amount stands in it. */
  detail: z.string().nullable(),
  /** In a row, up to now. */
  failures: z.int().nonnegative(),
  /** It is left in peace until then; null: it is asked. */
  pausedUntil: Instant.nullable(),
});
export type CallState = z.infer<typeof CallState>;

export const ProviderState = z.object({
  utility: Utility,
  provider: ProviderName,
  kind: ProviderKind,
  /** Households that have an account linked. */
  accounts: z.int().nonnegative(),
  /** Areas of its outages that no region is known by: to be translated in providers.json. */
  unknownAreas: z.array(z.string()),
  calls: z.array(CallState),
});
export type ProviderState = z.infer<typeof ProviderState>;

const call = { succeededAt: '2026-11-25T02:10:00.000Z', failedAt: null, trouble: null, detail: null, failures: 0 };
const water: z.input<typeof ProviderState> = {
  utility: 'water',
  provider: { name: '周村自来水公司', phone: '12345' },
  kind: 'json',
  accounts: 24,
  unknownAreas: ['东门小区'],
  calls: [
    { ...call, call: 'bills', pausedUntil: null },
    {
      ...call,
      call: 'outages',
      failedAt: '2026-11-25T02:15:00.000Z',
      trouble: 'unreachable',
      detail: '没有在规定时间内回答',
      failures: 5,
      pausedUntil: '2026-11-25T02:16:00.000Z',
    },
  ],
};

export const listProviders = endpoint({
  method: 'GET',
  path: '/api/providers',
  access: 'staff',
  summary: 'The providers that are connected and whether they answer, as this process has found',
  reply: z.object({ items: z.array(ProviderState) }),
  example: { reply: { items: [water] } },
});

export const tryProvider = endpoint({
  method: 'POST',
  path: '/api/providers/:utility/try',
  access: 'staff',
  summary: 'Ask a provider now, even one that is left in peace: for its outages, and for the bills of its test account',
  params: z.object({ utility: Utility }),
  reply: ProviderState,
  example: { params: { utility: 'water' }, reply: water },
});
