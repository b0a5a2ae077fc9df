// Reads Server-Sent Events as an EventSource does, as far as the streams here use the format.
import type { FeedEntry } from '../../../../src/contract/feed.ts';

export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** The complete events of a text; a head before them and a part at the end are left out. */
export function eventsOf(text: string): StreamEvent[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((block) => new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string])))
    .filter((fields) => fields.has('data'))
    .map((fields) => ({ event: fields.get('event') ?? '', id: fields.get('id'), data: fields.get('data') ?? '' }));
}

const entriesOf = (text: string): FeedEntry[] =>
  eventsOf(text)
    .filter(({ event }) => event === 'entry')
    .map(({ data }) => JSON.parse(data) as FeedEntry);

/** The sequences of one region, in the order they came. */
export const sequencesOf = (text: string, region: string): number[] =>
  entriesOf(text)
    .filter((entry) => entry.region === region)
    .map((entry) => entry.seq);
