// What an installer wants to know of a box: is the network there, is the stream alive, what runs here.
import type { BoxId } from '../../contract/ids.ts';
import { signOf } from '../../domain/boxes/sign.ts';
import type { StreamState } from '../feed/feed.ts';
import type { InstallerFacts } from '../navigation/context.ts';
import type { Cancel, Device, Http, Timers } from '../ports.ts';

export interface InspectParts {
  readonly http: Http;
  readonly timers: Timers;
  readonly device: Device;
  /** Null: no box yet. */
  readonly boxId: () => BoxId | null;
  /** Null: no feed runs. */
  readonly stream: () => StreamState | null;
  /** The server's time less the box's, ms; null: the server was not heard yet. */
  readonly skew: () => number | null;
  readonly emit: (facts: InstallerFacts) => void;
}

export interface Inspection {
  /** The three tries once more. */
  again(): void;
  stop(): void;
}

const HEALTH_PATH = '/healthz';
const TRIES = 3;
const TRY_MS = 5_000;
const BETWEEN_MS = 400;
/** How often the ages of things are told anew. */
const EVERY_MS = 5_000;

export function inspect({ http, timers, device, boxId, stream, skew, emit }: InspectParts): Inspection {
  let tries: readonly (number | null)[] = [];
  let testing = false;
  let stopped = false;
  let turn = 0;
  let waiting: Cancel = () => undefined;
  let repeating: Cancel = () => undefined;

  function tell(): void {
    if (stopped) return;
    const box = boxId();
    const { openSince, lastBeat } = stream() ?? { openSince: null, lastBeat: null };
    const age = (at: number | null) => (at === null ? null : Math.round((timers.steady() - at) / 1000));
    emit({
      app: device.app,
      engine: device.engine,
      model: device.model,
      screen: device.screen,
      memoryMb: device.memoryMb(),
      box: box && signOf(box),
      tries,
      testing,
      streamSeconds: age(openSince),
      beatSeconds: age(lastBeat),
      skewMs: skew(),
    });
  }

  async function test(): Promise<void> {
    turn += 1;
    const mine = turn;
    tries = [];
    testing = true;
    tell();
    while (tries.length < TRIES) {
      const begun = timers.steady();
      const { status } = await http({ method: 'GET', path: HEALTH_PATH, headers: {}, timeoutMs: TRY_MS });
      if (stopped || mine !== turn) return;
      tries = [...tries, status === 200 ? Math.round(timers.steady() - begun) : null];
      testing = tries.length < TRIES;
      tell();
      if (testing) await pause(BETWEEN_MS);
      if (stopped || mine !== turn) return;
    }
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      waiting = timers.after(ms, resolve);
    });

  function repeat(): void {
    repeating = timers.after(EVERY_MS, () => {
      tell();
      repeat();
    });
  }

  void test();
  repeat();
  return {
    again: () => void test(),
    stop() {
      stopped = true;
      waiting();
      repeating();
    },
  };
}
