// Every screen of the television, drawn by itself: whatever was shown before, and with or without a graphics chip.
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import type { Engine, Tab } from './engine.ts';
import { installedEngine } from './installed.ts';

const CONFIG = fileURLToPath(new URL('../tv/gallery/vite.config.ts', import.meta.url));
/** Some hundred pictures in software. */
const TIMEOUT_MS = 240_000;
const start = await installedEngine('chromium');

/** Answers every picture of a notice with the same one, as there is no server. */
const anyPicture: Plugin = {
  name: 'any-picture',
  configureServer({ middlewares }) {
    const picture = PNG.sync.write(new PNG({ width: 64, height: 32 }));
    middlewares.use('/api/pictures', (_request, response) => {
      response.setHeader('content-type', 'image/png');
      response.end(picture);
    });
  },
};

describe.skipIf(start === null)('the gallery on Chromium', () => {
  let engine: Engine;
  let server: ViteDevServer;
  let page: string;
  let tab: Tab;
  let names: readonly string[];
  let forth: Map<string, Buffer>;

  beforeAll(async () => {
    if (!start) return;
    engine = await start();
    const port = await freePort();
    server = await createServer({
      configFile: CONFIG,
      logLevel: 'error',
      server: { port, strictPort: true },
      plugins: [anyPicture],
    });
    await server.listen();
    page = `http://localhost:${port}/tv/?frame=boot&motion=off`;
    tab = await open(page);
    names = await tab.evaluate<string[]>('gallery.names');
  });

  afterAll(async () => {
    await engine?.close();
    await server?.close();
  });

  it('draws each screen the same, whatever was on it before', { timeout: TIMEOUT_MS }, async () => {
    forth = await pictures(tab, names);
    const back = await pictures(tab, [...names].reverse());
    for (const name of names) expect(differences(forth.get(name), back.get(name)), name).toBe(0);
  });

  it('does not load the picture of a page that is no longer read', async () => {
    await pictures(tab, ['reader-picture', 'message-offline']);
    await tab.evaluate('gallery.stage.gc(true)');
    const before = await tab.evaluate<string[]>('gallery.loaded');
    await pictures(tab, ['reader']);
    const after = await tab.evaluate<string[]>('gallery.loaded');
    expect(after.slice(before.length).filter((address) => address.includes('/api/pictures/'))).toEqual([]);
  });

  it('draws each screen the same without WebGL', { timeout: TIMEOUT_MS }, async () => {
    const plain = await open(`${page}&webgl=off`);
    expect(await plain.evaluate<boolean>('gallery.stage.isWebgl()')).toBe(false);
    const none = await pictures(plain, names);
    // Edges may be smoothed a little differently.
    for (const name of names) expect(differences(forth.get(name), none.get(name)), name).toBeLessThan(200);
    await plain.close();
  });

  async function open(url: string): Promise<Tab> {
    const opened = await engine.open(url);
    await opened.waitFor('window.gallery && gallery.settled()', { what: 'the gallery', timeoutMs: 25_000 });
    return opened;
  }
});

/** Pictures of all screens in this order, in elder mode. */
async function pictures(tab: Tab, names: readonly string[]): Promise<Map<string, Buffer>> {
  const taken = new Map<string, Buffer>();
  for (const name of names) {
    await tab.evaluate(`gallery.show(${JSON.stringify(name)}, true, false)`);
    await tab.waitFor('gallery.settled()', { what: `${name} to be drawn` });
    taken.set(name, await tab.screenshot());
  }
  return taken;
}

/** Pixels that differ to the eye. */
function differences(one: Buffer | undefined, other: Buffer | undefined): number {
  if (!one || !other) throw new Error('a picture is missing');
  if (one.equals(other)) return 0;
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
}
