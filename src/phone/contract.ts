// What the page holds of the contract, whose code does not run here: the compiler and a test hold it to the contract.
import type {
  DRAFT_PHOTO_PATH,
  openDraft,
  READ_DRAFT_PHOTO_PATH,
  removeDraftPhoto,
  saveDraft,
  sendDraft,
} from '../contract/box-requests.ts';

export const PATHS: {
  readonly draft: (typeof openDraft)['path'] & (typeof saveDraft)['path'];
  readonly send: (typeof sendDraft)['path'];
  readonly photos: typeof DRAFT_PHOTO_PATH;
  readonly photo: typeof READ_DRAFT_PHOTO_PATH & (typeof removeDraftPhoto)['path'];
} = {
  draft: '/api/phone/drafts/:token',
  send: '/api/phone/drafts/:token/send',
  photos: '/api/phone/drafts/:token/photos',
  photo: '/api/phone/drafts/:token/photos/:photo',
};

export const LIMITS = { text: 500, placeName: 30, photos: 3, photoBytes: 3_000_000 } as const;
