// What the app holds of the contract at run time is what the contract says.
import { expect, it } from 'vitest';
import * as activation from '../../src/contract/activation.ts';
import * as boxes from '../../src/contract/boxes.ts';
import * as households from '../../src/contract/households.ts';
import { CONTRACT } from '../../src/tv/constants.ts';
import { PATHS } from '../../src/tv/feed/paths.ts';

it('holds the constants of the contract', () => {
  expect(CONTRACT).toEqual({
    clientId: activation.TV_CLIENT_ID,
    deviceGrant: activation.DEVICE_GRANT,
    refreshSpreadMs: boxes.REFRESH_SPREAD_MS,
    privateHeader: households.PRIVATE_HEADER,
    privateIdleMs: households.PRIVATE_IDLE_MS,
    pinLockMs: households.PIN_LOCK_MS,
  });
});

it('asks where the contract answers', () => {
  expect(PATHS).toMatchObject({
    authorize: activation.DEVICE_AUTHORIZATION_PATH,
    token: activation.TOKEN_PATH,
    commandDone: boxes.acknowledgeCommand.path,
    private: households.openPrivate.path,
    household: households.readHousehold.path,
  });
});
