// The server as a box sees it, played by example data. Time runs on from the examples' evening.
import { readBoxHome } from '../../contract/boxes.ts';
import { createTicket, readFeed, sendReceipts } from '../../contract/feed.ts';
import { EXAMPLE_CURSOR, EXAMPLE_ENTRIES, EXAMPLE_HOME, EXAMPLE_NOW } from './examples.ts';
import { mock } from './mock.ts';

/** `elapsed` tells how many milliseconds the mock has been running. */
export function exampleTime(elapsed: number): string {
  return new Date(Date.parse(EXAMPLE_NOW) + elapsed).toISOString();
}

export function boxHandlers(elapsed: () => number) {
  const serverTime = () => exampleTime(elapsed());
  return [
    mock(readBoxHome, () => ({ ...EXAMPLE_HOME, serverTime: serverTime() })),
    mock(readFeed, () => ({
      mode: 'snapshot' as const,
      cursor: EXAMPLE_CURSOR,
      entries: [...EXAMPLE_ENTRIES],
      serverTime: serverTime(),
    })),
    mock(createTicket),
    mock(sendReceipts),
  ];
}
