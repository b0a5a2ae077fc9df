// Constants of the contract that the app needs at run time; the compiler holds each to the contract's own value.
import type { DEVICE_GRANT, TV_CLIENT_ID } from '../contract/activation.ts';
import type { REFRESH_SPREAD_MS } from '../contract/boxes.ts';
import type { PIN_LOCK_MS, PRIVATE_HEADER, PRIVATE_IDLE_MS } from '../contract/households.ts';

type Constants = {
  readonly clientId: typeof TV_CLIENT_ID;
  readonly deviceGrant: typeof DEVICE_GRANT;
  readonly refreshSpreadMs: typeof REFRESH_SPREAD_MS;
  readonly privateHeader: typeof PRIVATE_HEADER;
  readonly privateIdleMs: typeof PRIVATE_IDLE_MS;
  readonly pinLockMs: typeof PIN_LOCK_MS;
};

export const CONTRACT: Constants = {
  clientId: 'linli-tv',
  deviceGrant: 'urn:ietf:params:oauth:grant-type:device_code',
  refreshSpreadMs: 10_000,
  privateHeader: 'x-linli-private',
  privateIdleMs: 90_000,
  pinLockMs: 900_000,
};
