// A simulated box: asks to be let in, then lives as a television does, and checks that no sequence is missing and that all is signed.
import { setTimeout as pause } from 'node:timers/promises';
import {
  DEVICE_AUTHORIZATION_PATH,
  DEVICE_GRANT,
  DeviceAuthorization,
  TOKEN_PATH,
  TokenReply,
  TV_CLIENT_ID,
} from '../../../contract/activation.ts';
import { acknowledgeCommand, BoxCommand, readBoxHome, reportBox } from '../../../contract/boxes.ts';
import { createTicket, Feed, FeedEntry, readFeed, STREAM_PATH } from '../../../contract/feed.ts';
import { readTrust } from '../../../contract/signing.ts';
import type { Believer } from './believer.ts';
import type { Wire } from './wire.ts';

export interface SimulatedBox {
  /** The code to be approved. */
  ask(): Promise<string>;
  /** Waits until the code is decided. @throws Error when it is refused or expires */
  join(): Promise<void>;
  /** Opens the stream, and again whenever it is lost, until `stop`. */
  live(): void;
  stop(): void;
  readonly online: boolean;
  /** Sequences missing before one that came, or below the cursor of a delta; each is a loss. */
  readonly holes: number;
  /** Entries that came and whose signature is not good. */
  readonly refused: number;
  /** How far it has come, summed over the regions; what is missing on the way is counted in `holes`. */
  readonly position: number;
}

export interface SimulatorParts {
  readonly wire: Wire;
  /** The same for all boxes of a process. */
  readonly believer: Believer;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly smartCard?: string;
  readonly onChange?: (box: SimulatedBox) => void;
}

/** As the television has them (feed.ts): ten thousand boxes come back spread over ten seconds. */
const RECONNECT_MS = { first: 10_000, most: 60_000 };
const REPORT_MS = { least: 5_000, spread: 25_000 };

export function simulateBox(parts: SimulatorParts): SimulatedBox {
  const { wire, random, believer } = parts;
  const instance = Math.floor(random() * 2 ** 48)
    .toString(36)
    .padStart(10, '0');
  const known = new Map<string, number>();
  let asked: DeviceAuthorization | null = null;
  let token = '';
  let online = false;
  let stopped = false;
  let failures = 0;
  let holes = 0;
  let refused = 0;
  let close: (() => void) | null = null;
  let reporting: NodeJS.Timeout | null = null;
  let waiting: NodeJS.Timeout | null = null;
  const cursor = () => [...known].map(([region, seq]) => `${region}:${seq}`).join(',');

  async function pull(): Promise<boolean> {
    const since = known.size > 0 ? `?since=${encodeURIComponent(cursor())}` : '';
    const { status, body } = await wire.call('GET', readFeed.path + since, { token });
    if (status !== 200) return false;
    const feed = Feed.parse(body);
    if (believer.version() < feed.trust) await renewKeys();
    for (const entry of (body as { entries: unknown[] }).entries) await prove(entry, JSON.stringify(entry));
    const reached = feed.cursor === '' ? [] : feed.cursor.split(',').map((part) => part.split(':'));
    if (feed.mode === 'snapshot') {
      known.clear();
      for (const [region = '', seq] of reached) known.set(region, Number(seq));
    } else {
      for (const entry of feed.entries) take(entry);
      for (const [region = '', seq] of reached) miss(region, Number(seq));
    }
    return true;
  }

  async function renewKeys(): Promise<void> {
    const { status, body } = await wire.call('GET', readTrust.path, { token });
    if (status === 200) believer.trust(body);
  }

  /** What was signed with a new key may be here before the list that names it. */
  async function prove(entry: unknown, text: string): Promise<void> {
    if (believer.refusal(entry, text) === 'key-unknown') await renewKeys();
    if (believer.refusal(entry, text) !== null) refused += 1;
  }

  function take({ region, seq }: FeedEntry): void {
    if (seq <= (known.get(region) ?? 0)) return;
    miss(region, seq - 1);
    known.set(region, seq);
  }

  /** What is not known of a region up to `seq` will not come any more. */
  function miss(region: string, seq: number): void {
    const before = known.get(region) ?? 0;
    if (seq <= before) return;
    holes += seq - before;
    known.set(region, seq);
  }

  async function connect(): Promise<void> {
    waiting = null;
    if (stopped) return;
    if (!(await pull())) return lose();
    const { status, body } = await wire.call('POST', createTicket.path, { token, body: { since: cursor() } });
    if (status !== 201) return lose();
    if (stopped) return;
    const { ticket } = body as { ticket: string };
    close = wire.stream(`${STREAM_PATH}?ticket=${ticket}`, ({ name, data }) => hear(name, data), lose);
  }

  function hear(name: string, data: string): void {
    if (name === 'beat' && !online) {
      online = true;
      failures = 0;
      reportSoon();
      parts.onChange?.(box);
    }
    if (name === 'entry') {
      const entry: unknown = JSON.parse(data);
      void prove(entry, data);
      take(FeedEntry.parse(entry));
      reportSoon();
      parts.onChange?.(box);
    }
    if (name === 'trust') void renewKeys();
    if (name === 'command') {
      const { id } = BoxCommand.parse(JSON.parse(data));
      void wire.call('POST', acknowledgeCommand.path.replace(':id', id), { token });
    }
  }

  /** Soon after something has changed, each box after a time of its own. */
  function reportSoon(): void {
    reporting ??= setTimeout(
      async () => {
        reporting = null;
        const at = cursor();
        const body = {
          instance,
          app: 'simulator',
          engine: 'simulator',
          model: 'SIM',
          screen: '1280x720',
          memoryMb: null,
          received: at,
          verified: at,
          rendered: at,
          errors: holes,
          log: [],
        };
        if (!stopped) await wire.call('POST', reportBox.path, { token, body });
      },
      REPORT_MS.least + random() * REPORT_MS.spread,
    ).unref();
  }

  function lose(): void {
    if (stopped || waiting) return;
    close = null;
    if (online) {
      online = false;
      parts.onChange?.(box);
    }
    const window = Math.min(RECONNECT_MS.most, RECONNECT_MS.first * 2 ** failures++);
    waiting = setTimeout(() => void connect(), random() * window);
  }

  const box: SimulatedBox = {
    async ask() {
      const card = parts.smartCard === undefined ? {} : { smart_card: parts.smartCard };
      const form = { client_id: TV_CLIENT_ID, scope: 'box', model: 'SIM', engine: 'simulator', ...card };
      const { status, body } = await wire.call('POST', DEVICE_AUTHORIZATION_PATH, { form });
      if (status !== 200) throw new Error(`no code was given: ${status}`);
      asked = DeviceAuthorization.parse(body);
      return asked.user_code;
    },
    async join() {
      if (!asked) throw new Error('ask for a code first');
      const form = { grant_type: DEVICE_GRANT, client_id: TV_CLIENT_ID, device_code: asked.device_code };
      let seconds = asked.interval;
      for (;;) {
        const { status, body } = await wire.call('POST', TOKEN_PATH, { form });
        if (status === 200) {
          token = TokenReply.parse(body).access_token;
          break;
        }
        const { error } = (body ?? {}) as { error?: string };
        if (error === 'slow_down') seconds += 5;
        else if (error !== 'authorization_pending' && status !== 0) throw new Error(`refused: ${error ?? status}`);
        await pause(seconds * 1000);
      }
      const home = await wire.call('GET', readBoxHome.path, { token });
      if (home.status !== 200) throw new Error(`the new credential is refused: ${home.status}`);
    },
    live: () => void connect(),
    stop() {
      stopped = true;
      online = false;
      close?.();
      if (waiting) clearTimeout(waiting);
      if (reporting) clearTimeout(reporting);
    },
    get online() {
      return online;
    },
    get holes() {
      return holes;
    },
    get refused() {
      return refused;
    },
    get position() {
      return [...known.values()].reduce((sum, seq) => sum + seq, 0);
    },
  };
  return box;
}
