// What the app holds of the contract at run time is what the contract says.
import { expect, it } from 'vitest';
import * as activation from '../../src/contract/activation.ts';
import * as boxes from '../../src/contract/boxes.ts';
import {
  dropFavourite,
  FAVOURITES_MOST,
  PART_PATH,
  readManifest,
  reportLookups,
} from '../../src/contract/catalogue.ts';
import { DEPARTMENTS } from '../../src/contract/departments.ts';
import { type GuideNumber, LIFE_EVENTS } from '../../src/contract/guides.ts';
import * as households from '../../src/contract/households.ts';
import { withChange } from '../../src/tv/catalogue/favourites.ts';
import { CONTRACT } from '../../src/tv/constants.ts';
import { PATHS } from '../../src/tv/feed/paths.ts';
import { DIGIT_DEPARTMENTS, EVENTS } from '../../src/tv/navigation/guide-groups.ts';

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
    manifest: readManifest.path,
    part: PART_PATH,
    lookups: reportLookups.path,
    favourite: dropFavourite.path,
  });
});

it('knows the departments, what happens in life, and how many favourites a household may have', () => {
  expect([...DIGIT_DEPARTMENTS, 'water', 'power', 'gas']).toEqual(DEPARTMENTS);
  expect(EVENTS).toEqual(LIFE_EVENTS);
  const many = Array.from({ length: FAVOURITES_MOST }, (_, index) => `02${index + 10}` as GuideNumber);
  expect(withChange(many, { number: '0101' as GuideNumber, keep: true })).toHaveLength(FAVOURITES_MOST);
});
