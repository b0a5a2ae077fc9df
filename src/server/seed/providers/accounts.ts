// The demo's homes with their accounts, at its first start: what is changed later stays changed.
import { UTILITIES } from '../../../contract/bills.ts';
import type { Actor } from '../../../domain/access/can.ts';
import type { Accounts } from '../../features/bills/accounts.ts';
import { DEMO_ACCOUNTS } from './demo.ts';

export async function seedAccounts(accounts: Accounts, operator: Actor): Promise<void> {
  const counts = await accounts.counts();
  if (UTILITIES.every((utility) => counts[utility] === 0)) await accounts.bringIn(operator, DEMO_ACCOUNTS);
}
