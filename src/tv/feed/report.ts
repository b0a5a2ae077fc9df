// Tells the server how this box is doing: at its start, soon after what it shows has changed, and every few minutes.
import type { BoxReport, LogLine } from '../../contract/boxes.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import type { Log } from '../log.ts';
import type { Cancel, Device, Random, Timers } from '../ports.ts';
import { PATHS } from './paths.ts';

/** How far the box is, as the feed's cursors. */
export interface Cursors {
  readonly received: string;
  readonly verified: string;
  readonly rendered: string;
}

export interface ReportParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly device: Device;
  /** Made anew at each start of the app. */
  readonly instance: string;
  readonly cursors: () => Cursors;
}

export interface Reports {
  /** The line is up; the first time, the server hears of the start at once. */
  online(): void;
  /** What is shown may have changed. */
  changed(): void;
  stop(): void;
}

/** A notice reaches all boxes at once; their reports come spread over these seconds. */
const SOON_MS = { least: 5_000, spread: 25_000 };
const EVERY_MS = { least: 5 * 60_000, spread: 5 * 60_000 };

export function startReports({ ask, timers, random, log, device, instance, cursors }: ReportParts): Reports {
  let reported: Cursors | null = null;
  let started = false;
  let sending = false;
  let stopped = false;
  let due: { readonly at: number; readonly cancel: Cancel } | null = null;

  const within = ({ least, spread }: { least: number; spread: number }) => least + random() * spread;

  /** The earlier of what is due already and this. */
  function schedule(ms: number): void {
    const at = timers.steady() + ms;
    if (stopped || (due && due.at <= at)) return;
    due?.cancel();
    due = {
      at,
      cancel: timers.after(ms, () => {
        due = null;
        void send();
      }),
    };
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    const now = cursors();
    const lines = log.waiting();
    const body = JSON.stringify(reportOf(now, lines));
    const { status } = await ask({ method: 'POST', path: PATHS.report, headers: JSON_BODY, body });
    sending = false;
    if (stopped) return;
    // What the server finds malformed would be refused for ever: it is not kept either.
    if ((status >= 200 && status < 300) || status === 400 || status === 422) {
      log.sent(lines);
      reported = now;
    }
    schedule(within(EVERY_MS));
    changed();
  }

  function reportOf({ received, verified, rendered }: Cursors, lines: readonly LogLine[]): BoxReport {
    return {
      instance,
      app: device.app,
      engine: device.engine,
      model: device.model,
      screen: device.screen,
      memoryMb: device.memoryMb(),
      received: received as BoxReport['received'],
      verified: verified as BoxReport['verified'],
      rendered: rendered as BoxReport['rendered'],
      errors: log.faults(),
      log: [...lines],
    };
  }

  function changed(): void {
    if (reported && !same(reported, cursors())) schedule(within(SOON_MS));
  }

  return {
    online() {
      if (started) return;
      started = true;
      void send();
    },
    changed,
    stop() {
      stopped = true;
      due?.cancel();
    },
  };
}

const same = (one: Cursors, other: Cursors): boolean =>
  one.received === other.received && one.verified === other.verified && one.rendered === other.rendered;

/** Eight signs or more that no other start has; a box without a good source of chance still has its time. */
export function newInstance(random: Random, now: number): string {
  const signs = () => `0000${Math.floor(random() * 36 ** 5).toString(36)}`.slice(-5);
  return `${Math.floor(now).toString(36)}-${signs()}${signs()}`.slice(0, 40);
}
