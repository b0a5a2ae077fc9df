// The television app's beginning: settings, stage, app, put together; it says so on the screen when one of them fails.
import { type AppParts, startApp } from './app.ts';
import { browserParts } from './browser.ts';
import { takeStart } from './fault.ts';
import type { Frame } from './navigation/frame.ts';
import type { HttpAnswer, Shelf } from './ports.ts';
import { PROFILES } from './remote/profiles.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStage } from './stage.ts';
import { writeReport } from './ui/report.ts';
import { createTelevision } from './ui/television.ts';

/** Of package.json, put in by the build. */
declare const __LINLI_VERSION__: string;

/** Boxes start without a network too: then the operator's settings are those the app came with. */
const SETTINGS_MS = 3000;

const start = takeStart(window);
run().catch(start.failed);

async function run(): Promise<void> {
  const parts = await partsOf(window);
  const settings = await fetchSettings(parts);
  const { root, stage, asset, wake } = await openStage(window, settings.path);
  const television = createTelevision(root, {
    stage,
    asset,
    picture: (id) => `${parts.location.origin}/api/pictures/${id}`,
    after: parts.timers.after,
  });

  let drawn: { readonly frame: Frame; readonly done: () => void } | null = null;
  stage.on('frameEnd', () => {
    if (!drawn) return;
    const { frame, done } = drawn;
    drawn = null;
    writeReport(document.documentElement, frame);
    start.done();
    done();
  });
  const app = startApp({
    ...parts,
    settings: settings.app,
    root: parts.root ?? settings.root,
    onFrame(frame, done) {
      television.draw(frame);
      drawn = { frame, done };
      wake();
    },
  });
  // Android boxes keep Back and the colour keys from the page and hand them in here.
  Object.assign(window, { linliKey: app.key });
}

/** A box that is set up anew at each start. */
const NO_SHELF: Shelf = { read: () => null, write: () => false, remove: () => undefined };

async function fetchSettings({ http }: Pick<AppParts, 'http'>): Promise<Settings> {
  const path = `${import.meta.env.BASE_URL}settings.json`;
  const { status, body }: HttpAnswer = await http({ method: 'GET', path, headers: {}, timeoutMs: SETTINGS_MS });
  return readSettings(status === 200 ? body : '', (name) => name === 'auto' || name in PROFILES);
}

/** In mock mode a worker answers instead of a server, and the box has the example's token and root; with `?activate` it has none. */
async function partsOf(page: Window): Promise<Omit<AppParts, 'settings' | 'onFrame'>> {
  const parts = { ...browserParts(page, __LINLI_VERSION__), root: null };
  if (import.meta.env.MODE !== 'mock') return parts;
  const { startMocks } = await import('./mocks/browser.ts');
  const { token, root } = await startMocks();
  if (/[?&]activate(&|$)/.test(parts.location.search)) return { ...parts, root, shelf: NO_SHELF };
  return { ...parts, root, location: { ...parts.location, hash: `#box=${token}` } };
}
