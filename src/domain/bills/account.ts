// An account's number on a shared screen: its last four signs.

const SHOWN = 4;

/** 2010335678 -> ******5678; at least half of a short one stays hidden. */
export function maskAccount(account: string): string {
  const shown = Math.min(SHOWN, Math.floor(account.length / 2));
  return '*'.repeat(account.length - shown) + account.slice(account.length - shown);
}
