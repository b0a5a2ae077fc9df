// Where the server answers a box; the compiler holds the paths to the contract, whose code does not run here.
import type { readBoxHome } from '../../contract/boxes.ts';
import type { createTicket, readFeed, STREAM_PATH, sendReceipts } from '../../contract/feed.ts';

export const PATHS: {
  readonly home: (typeof readBoxHome)['path'];
  readonly feed: (typeof readFeed)['path'];
  readonly ticket: (typeof createTicket)['path'];
  readonly stream: typeof STREAM_PATH;
  readonly receipts: (typeof sendReceipts)['path'];
} = {
  home: '/api/box',
  feed: '/api/feed',
  ticket: '/api/feed/tickets',
  stream: '/api/feed/stream',
  receipts: '/api/receipts',
};
