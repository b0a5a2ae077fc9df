import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaskedAccount } from '../../../src/contract/bills.ts';
import { AccountNumber } from '../../../src/contract/household-accounts.ts';
import { maskAccount } from '../../../src/domain/bills/account.ts';

describe('the number of an account on a shared screen', () => {
  it('shows its last four signs', () => {
    expect(maskAccount('2010335678')).toBe('******5678');
  });

  it('keeps its length, hides at least half, and is what the contract says, whatever account it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\dA-Za-z-]{4,24}$/), (account) => {
        const masked = maskAccount(AccountNumber.parse(account));
        expect(masked).toHaveLength(account.length);
        expect(masked.replaceAll(/[^*]/g, '').length).toBeGreaterThanOrEqual(account.length / 2);
        expect(MaskedAccount.parse(masked)).toBe(masked);
      }),
    );
  });
});
