// Which account at each provider is a household's (户号), as the staff in the doorway link it.
import { z } from 'zod';
import { MaskedAccount, ProviderName, Utility } from './bills.ts';
import { endpoint } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** 户号 as the bill has it; spaces are left out. */
export const AccountNumber = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[\dA-Za-z-]{4,24}$/));

/** One line for each utility that a provider is connected for. */
export const HouseholdAccount = z.object({
  utility: Utility,
  provider: ProviderName,
  /** Null: not linked. The whole number is told to nobody. */
  linked: z.object({ account: MaskedAccount, at: Instant, by: z.string() }).nullable(),
});
export type HouseholdAccount = z.infer<typeof HouseholdAccount>;

const water = { utility: 'water', provider: { name: '周村自来水公司', phone: '12345' } } as const;
const linked = { account: '******5678', at: '2026-11-25T02:00:00.000Z', by: '李书记' };
const accounts: { items: z.input<typeof HouseholdAccount>[] } = { items: [{ ...water, linked }] };
const Accounts = z.object({ items: z.array(HouseholdAccount) });
const params = z.object({ code: RegionCode, utility: Utility });

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/households/:code/accounts',
  access: 'staff',
  summary: "A household's accounts with its providers, masked",
  params: z.object({ code: RegionCode }),
  reply: Accounts,
  example: { params: { code: '3703060010010010010101' }, reply: accounts },
});

export const linkAccount = endpoint({
  method: 'PUT',
  path: '/api/households/:code/accounts/:utility',
  access: 'staff',
  summary: 'Link an account to a household, in place of the one before; an account belongs to one household',
  params,
  body: z.strictObject({ account: AccountNumber }),
  reply: Accounts,
  example: {
    params: { code: '3703060010010010010101', utility: 'water' },
    body: { account: '2010335678' },
    reply: accounts,
  },
});

export const unlinkAccount = endpoint({
  method: 'DELETE',
  path: '/api/households/:code/accounts/:utility',
  access: 'staff',
  summary: 'Take an account off a household: its bills are no longer shown',
  params,
  reply: Accounts,
  example: {
    params: { code: '3703060010010010010101', utility: 'water' },
    reply: { items: [{ ...water, linked: null }] },
  },
});
