// WPE WebKit by its W3C WebDriver and cog without a display: stands for RDK and WPE boxes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { type Leashed, leash } from '../support/leash.ts';
import type { Engine, Tab } from './engine.ts';
import { characterOf, dispatchedKey } from './keys.ts';
import { createTab } from './tab.ts';
import { createSession, isReady } from './webdriver.ts';
import { buildShim, readFrame, SCREEN } from './wpe-shim.ts';

const COG = {
  'wpe:browserOptions': { binary: '/usr/bin/cog', args: ['--automation', '-P', 'headless'] },
};

/** Key codes the driver can type, by the standard's code points; a character is its own. */
const TYPED: Readonly<Record<number, string>> = {
  8: '\uE003',
  13: '\uE006',
  27: '\uE00C',
  33: '\uE00E',
  34: '\uE00F',
  36: '\uE011',
  37: '\uE012',
  38: '\uE013',
  39: '\uE014',
  40: '\uE015',
};

const START_MS = 15_000;

/** With a C compiler the screen is a television's, 1920x1080 at 60 Hz, else cog's own 800x600 at 30 Hz. */
export async function startWpe(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-wpe-'));
  const shim = await buildShim(folder);
  const tabs = new Set<Tab>();
  return {
    name: 'wpe',
    size: shim ? SCREEN : { width: 800, height: 600 },
    async open(url) {
      const tab = await openTab(url, await mkdtemp(join(folder, 'tab-')), shim);
      tabs.add(tab);
      return tab;
    },
    async close() {
      await Promise.all([...tabs].map((tab) => tab.close()));
      await rm(folder, { recursive: true });
    },
  };
}

/** A driver holds one session only, so each tab has a driver and a browser of its own. */
async function openTab(url: string, folder: string, shim: string | null): Promise<Tab> {
  const frame = join(folder, 'frame');
  const port = await freePort();
  const driver = leash(['dbus-run-session', '--', 'WPEWebDriver', `--port=${port}`, '--host=127.0.0.1'], {
    ...process.env,
    HOME: folder,
    // mkdtemp made it 0700, as this variable demands.
    XDG_RUNTIME_DIR: folder,
    LIBGL_ALWAYS_SOFTWARE: '1',
    EGL_PLATFORM: 'surfaceless',
    ...(shim ? { LD_PRELOAD: shim, WPE_FRAME: frame } : {}),
  });
  let said = '';
  for (const stream of [driver.child.stdout, driver.child.stderr]) {
    stream.on('data', (data) => {
      said = `${said}${data}`.slice(-2000);
    });
  }
  try {
    return await drive(url, `http://127.0.0.1:${port}`, driver, shim ? frame : null);
  } catch (cause) {
    await driver.end();
    throw new Error(`WPE WebKit did not open ${url}:\n${said}`, { cause });
  }
}

async function drive(url: string, address: string, driver: Leashed, frame: string | null): Promise<Tab> {
  const end = performance.now() + START_MS;
  while (!(await isReady(address))) {
    if (driver.child.exitCode !== null || performance.now() > end) throw new Error('WPEWebDriver does not listen');
    await pause(20);
  }
  const session = await createSession(address, COG);
  await session.goto(url);
  await session.execute(LISTEN);
  let earlier: readonly string[] = [];
  const lines = async () => [...earlier, ...(await session.execute<string[]>('return window.consoleLines'))];
  return createTab({
    run: (expression) => session.execute(`return ${expression}`),
    async key(code) {
      const typed = TYPED[code] ?? characterOf(code);
      if (typed) await session.key(typed);
      else await session.execute(dispatchedKey(code));
    },
    async screenshot() {
      if (frame === null) return session.screenshot();
      await session.executeAsync(NEXT_FRAMES);
      return readFrame(frame);
    },
    console: lines,
    async reload() {
      earlier = await lines();
      await session.refresh();
      await session.execute(LISTEN);
    },
    close: () => driver.end(),
  });
}

/** cog has no console to read under automation: the page keeps its lines itself. */
const LISTEN = `
  var lines = (window.consoleLines = []);
  ['log', 'info', 'warn', 'error'].forEach(function (level) {
    var write = console[level];
    console[level] = function () {
      lines.push(level + ': ' + [].map.call(arguments, String).join(' '));
      write.apply(console, arguments);
    };
  });
  addEventListener('error', function (event) { lines.push('error: ' + event.message); });
  addEventListener('unhandledrejection', function (event) { lines.push('error: ' + event.reason); });
`;

/** What a script has just changed is on the screen by the third frame after. */
const NEXT_FRAMES = `
  var done = arguments[0], left = 3;
  requestAnimationFrame(function next() { left -= 1; if (left) requestAnimationFrame(next); else done(); });
`;
