// What the page holds of the contract is what the contract says.
import { expect, it } from 'vitest';
import * as contract from '../../src/contract/box-requests.ts';
import { REQUEST_LIMITS, WHEN_CHOICES } from '../../src/contract/requests.ts';
import { LIMITS, PATHS } from '../../src/phone/contract.ts';
import { WHEN_CHOICES as BUTTONS } from '../../src/phone/when-choices.ts';

it('asks where the contract answers, by the methods it answers to', () => {
  expect(PATHS).toEqual({
    draft: contract.openDraft.path,
    send: contract.sendDraft.path,
    photos: contract.DRAFT_PHOTO_PATH,
    photo: contract.READ_DRAFT_PHOTO_PATH,
  });
  const { openDraft, saveDraft, sendDraft, removeDraftPhoto } = contract;
  expect([openDraft, saveDraft, sendDraft, removeDraftPhoto].map(({ method }) => method)).toEqual([
    ...['GET', 'PUT', 'POST', 'DELETE'],
  ]);
});

it('knows the limits, and when somebody may come', () => {
  expect(REQUEST_LIMITS).toMatchObject(LIMITS);
  expect(BUTTONS).toEqual(WHEN_CHOICES);
});
