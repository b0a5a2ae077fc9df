// The whole app on fakes: a page, a remote, a server that answers with the example day, and the frames that come of it.
import { vi } from 'vitest';
import { reportBox } from '../../src/contract/boxes.ts';
import { createTicket, sendReceipts } from '../../src/contract/feed.ts';
import { type App, type AppSettings, startApp } from '../../src/tv/app.ts';
import { EXAMPLE_AUTHORIZATION, EXAMPLE_CURSOR, EXAMPLE_ENTRIES, EXAMPLE_NOW } from '../../src/tv/mocks/examples.ts';
import { exampleParts } from '../../src/tv/mocks/guides.ts';
import type { Frame } from '../../src/tv/navigation/frame.ts';
import { HOME, NOW } from './examples.ts';
import { fakeDevice, fakeHttp, fakeShelf, fakeStreams, fakeTimers, settled } from './fakes.ts';
import { SIGNER } from './signer.ts';

export const ORIGIN = 'http://tv.example';
export const SETTINGS: AppSettings = { remote: 'auto', elder: true, motion: true, standby: 0 };
const ENTRIES = EXAMPLE_ENTRIES.map((entry) => SIGNER.sign(entry));
const apps: App[] = [];

/** For after each test. */
export function stopAll(): void {
  for (const app of apps.splice(0)) app.stop();
}

/** A page in a window, perhaps in the frame of another. */
class Page extends EventTarget {
  readonly parent = { postMessage: vi.fn() };
  readonly defaultView = Object.assign(new EventTarget(), { parent: this.parent });
}

const PARTS = exampleParts();
const MANIFEST = SIGNER.manifest(PARTS);

export function network() {
  return fakeHttp({
    ...Object.fromEntries(
      MANIFEST.parts.map(({ hash }, index) => [`GET /api/catalogue/${hash}`, { body: PARTS[index]?.text ?? '' }]),
    ),
    'GET /api/box/catalogue': { json: MANIFEST },
    'POST /api/box/lookups': { status: 204 },
    'GET /api/feed': {
      json: { mode: 'snapshot', cursor: EXAMPLE_CURSOR, entries: ENTRIES, trust: 1, serverTime: EXAMPLE_NOW },
    },
    'GET /api/feed/trust': { json: SIGNER.trustList() },
    'GET /api/box': { json: HOME },
    'POST /api/feed/tickets': { status: 201, json: createTicket.example.reply },
    'POST /api/receipts': { status: 204 },
    'POST /api/box/report': { status: 204 },
    'POST /api/oauth/device_authorization': { json: EXAMPLE_AUTHORIZATION },
    'POST /api/oauth/token': { status: 400, json: { error: 'authorization_pending' } },
  });
}

export function start({
  hash = '#box=box-token-1',
  search = '',
  net = network(),
  shelf = fakeShelf(),
  settings = SETTINGS,
} = {}) {
  const timers = fakeTimers(NOW);
  const streams = fakeStreams();
  const page = new Page();
  const frames: Frame[] = [];
  const dropHash = vi.fn();
  const { device, restarts, fault } = fakeDevice();
  const heard: string[] = [];
  const loudspeaker = {
    tone: () => void heard.push('tone'),
    say: (words: readonly string[]) => void heard.push(...words),
    hush: () => void heard.push('hush'),
  };
  const app = startApp({
    settings,
    root: null,
    http: net.http,
    eventSource: streams.open,
    shelf,
    timers,
    random: () => 0.5,
    location: { origin: ORIGIN, search, hash, dropHash },
    document: page as unknown as Document,
    device,
    loudspeaker,
    onFrame(frame, drawn) {
      frames.push(frame);
      drawn();
    },
  });
  apps.push(app);
  const press = (...codes: number[]) => {
    for (const keyCode of codes) {
      timers.pass(100);
      page.dispatchEvent(Object.assign(new Event('keydown'), { keyCode }));
    }
  };
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const now = () => frames[frames.length - 1] as Frame;
  const receipts = () =>
    net.asked('POST /api/receipts').flatMap(({ body }) => sendReceipts.body.parse(JSON.parse(body ?? '')).receipts);
  const reports = () =>
    net.asked('POST /api/box/report').map(({ body }) => reportBox.body.parse(JSON.parse(body ?? '')));
  const told = { frames, now, receipts, reports, restarts, heard };
  return { app, timers, streams, page, dropHash, press, pass, net, shelf, fault, ...told };
}

/** Codes of the profile that a desktop keyboard has, too. */
export const [OK, LEFT, UP, RIGHT, BACK, RED, GREEN, BLUE] = [13, 37, 38, 39, 8, 112, 113, 115];
export const digits = (text: string): number[] => [...text].map((digit) => 48 + Number(digit));
