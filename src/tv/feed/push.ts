// One stream from the server, from its opening to its loss; never reopened by itself: a CLOSED EventSource stays closed.
import type { StreamBeat } from '../../contract/feed.ts';
import type { Cancel, OpenStream, Stream, Timers } from '../ports.ts';
import { PATHS } from './paths.ts';
import { type RawStep, readBeat, readStep } from './read.ts';
import { parse } from './record.ts';

export interface PushHandlers {
  onStep(step: RawStep): void;
  onBeat(beat: StreamBeat): void;
  /** An order to this box, unread. */
  onCommand(command: unknown): void;
  /** What stands in `GET /api/box` has changed. */
  onRefresh(): void;
  /** The list of keys has changed. */
  onTrust(): void;
  /** Once, and nothing after it: refused, broken, or silent for longer than beats allow. */
  onLost(): void;
}

/** The first beat opens the stream; a line that is up brings it well within this. */
const FIRST_BEAT_MS = 20_000;
/** Two beats may go missing, and the third be late. */
const BEATS_MISSED = 2.5;

/** Returns how to close the stream quietly. */
export function openPush(
  { eventSource, timers }: { readonly eventSource: OpenStream; readonly timers: Timers },
  ticket: string,
  handlers: PushHandlers,
): Cancel {
  let open = true;
  let silence = FIRST_BEAT_MS;
  let stream: Stream | null = null;
  let cancel: Cancel = () => undefined;
  const close = () => {
    open = false;
    cancel();
    stream?.close();
  };
  const lose = () => {
    if (!open) return;
    close();
    handlers.onLost();
  };
  const heard = () => {
    cancel();
    cancel = timers.after(silence, lose);
  };
  const on = (type: string, take: (data: unknown) => void) =>
    stream?.addEventListener(type, ({ data }) => {
      if (!open) return;
      heard();
      take(parse(typeof data === 'string' ? data : null));
    });
  heard();
  try {
    stream = eventSource(`${PATHS.stream}?ticket=${encodeURIComponent(ticket)}`);
  } catch {
    // An engine without EventSource: the box lives on pulls alone.
    cancel();
    cancel = timers.after(0, lose);
    return close;
  }
  stream.addEventListener('error', lose);
  on('beat', (data) => {
    const beat = readBeat(data);
    if (!beat) return;
    silence = beat.everyMs * BEATS_MISSED;
    heard();
    handlers.onBeat(beat);
  });
  on('entry', (data) => {
    const step = readStep(data);
    if (step) handlers.onStep(step);
  });
  on('command', (data) => handlers.onCommand(data));
  on('refresh', () => handlers.onRefresh());
  on('trust', () => handlers.onTrust());
  return close;
}
