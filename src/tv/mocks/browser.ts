// `npm run dev:tv`: the television app in a browser, with no server behind it.
import { sse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { z } from 'zod';
import { type FeedEntry, STREAM_PATH, type StreamBeat } from '../../contract/feed.ts';
import { EXAMPLE_ARRIVAL_ENTRY, EXAMPLE_TOKEN } from './examples.ts';
import { boxHandlers, exampleTime } from './handlers.ts';
import { exampleSigner } from './signer.ts';

type StreamEvents = { beat: z.input<typeof StreamBeat>; entry: z.input<typeof FeedEntry> };

const BEAT_MS = 15_000;
/** Time enough to look around before the push shows itself. */
const ARRIVAL_MS = 20_000;

/** Answers every call of a box from here on; the token is what a box would have in its address, the root in settings.json. */
export async function startMocks(): Promise<{ token: string; root: string }> {
  const elapsed = () => performance.now();
  const signer = exampleSigner(crypto.getRandomValues(new Uint8Array(32)));
  const stream = sse<StreamEvents>(STREAM_PATH, ({ client }) => {
    const beat = () => client.send({ event: 'beat', data: { serverTime: exampleTime(elapsed()), everyMs: BEAT_MS } });
    beat();
    setInterval(beat, BEAT_MS);
    setTimeout(() => client.send({ event: 'entry', data: signer.sign(EXAMPLE_ARRIVAL_ENTRY) }), ARRIVAL_MS);
  });
  const worker = setupWorker(...boxHandlers(elapsed, signer), stream);
  await worker.start({
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return { token: EXAMPLE_TOKEN, root: signer.root };
}
