// Where the server answers a box; the compiler holds the paths to the contract, whose code does not run here.
import type { DEVICE_AUTHORIZATION_PATH, TOKEN_PATH } from '../../contract/activation.ts';
import type { readBills } from '../../contract/bills.ts';
import type {
  followHandover,
  listOwnRequests,
  moveOwnRequest,
  readByQueryCode,
  readOwnRequest,
} from '../../contract/box-requests.ts';
import type { acknowledgeCommand, readBoxHome, reportBox, rotateCredential, unbindBox } from '../../contract/boxes.ts';
import type { askForContact } from '../../contract/broadband.ts';
import type { dropFavourite, PART_PATH, readManifest, reportLookups } from '../../contract/catalogue.ts';
import type { createTicket, readFeed, STREAM_PATH, sendReceipts } from '../../contract/feed.ts';
import type { openPrivate, readHousehold } from '../../contract/households.ts';
import type { readTrust } from '../../contract/signing.ts';

export const PATHS: {
  readonly home: (typeof readBoxHome)['path'];
  readonly feed: (typeof readFeed)['path'];
  readonly ticket: (typeof createTicket)['path'];
  readonly stream: typeof STREAM_PATH;
  readonly trust: (typeof readTrust)['path'];
  readonly receipts: (typeof sendReceipts)['path'];
  readonly report: (typeof reportBox)['path'];
  readonly credential: (typeof rotateCredential)['path'];
  readonly commandDone: (typeof acknowledgeCommand)['path'];
  readonly private: (typeof openPrivate)['path'];
  readonly household: (typeof readHousehold)['path'];
  readonly bills: (typeof readBills)['path'];
  readonly contact: (typeof askForContact)['path'];
  readonly unbind: (typeof unbindBox)['path'];
  readonly manifest: (typeof readManifest)['path'];
  readonly part: typeof PART_PATH;
  readonly lookups: (typeof reportLookups)['path'];
  readonly favourite: (typeof dropFavourite)['path'];
  readonly requests: (typeof listOwnRequests)['path'];
  readonly request: (typeof readOwnRequest)['path'];
  readonly requestMoves: (typeof moveOwnRequest)['path'];
  readonly requestCode: (typeof readByQueryCode)['path'];
  readonly handover: (typeof followHandover)['path'];
  readonly authorize: typeof DEVICE_AUTHORIZATION_PATH;
  readonly token: typeof TOKEN_PATH;
} = {
  home: '/api/box',
  feed: '/api/feed',
  ticket: '/api/feed/tickets',
  stream: '/api/feed/stream',
  trust: '/api/feed/trust',
  receipts: '/api/receipts',
  report: '/api/box/report',
  credential: '/api/box/credential',
  commandDone: '/api/box/commands/:id/done',
  private: '/api/box/private',
  household: '/api/box/household',
  bills: '/api/box/bills',
  contact: '/api/box/offers/:id/contact',
  unbind: '/api/box/unbind',
  manifest: '/api/box/catalogue',
  part: '/api/catalogue/:hash',
  lookups: '/api/box/lookups',
  favourite: '/api/box/favourites/:number',
  requests: '/api/box/requests',
  request: '/api/box/requests/:id',
  requestMoves: '/api/box/requests/:id/moves',
  requestCode: '/api/box/request-codes/:code',
  handover: '/api/box/handovers/:id',
  authorize: '/api/oauth/device_authorization',
  token: '/api/oauth/token',
};
