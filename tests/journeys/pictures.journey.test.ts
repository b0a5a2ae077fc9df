// Every screen of the gallery looks as it did: pictures compared in Chromium. UPDATE_PICTURES=1 takes them anew.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHOSEN } from '../engines/chosen.ts';
import type { Engine, Tab } from '../engines/engine.ts';
import { installedEngine } from '../engines/installed.ts';
import { differingPixels } from './pictures.ts';

const CONFIG = resolve(import.meta.dirname, '../tv/gallery/vite.config.ts');
/** 0.02 % of the picture: rounding of another processor, and nothing an eye could see. */
const TOLERATED = 25;

/** Frames whose standard size of type is compared too; the others only in elder mode, the default. */
const ALSO_NORMAL = ['home', 'list', 'reader'];

const start = CHOSEN.includes('chromium') ? await installedEngine('chromium') : null;

describe.skipIf(start === null)('the pictures of the screens', () => {
  let folder: string;
  let server: PreviewServer;
  let engine: Engine;
  let gallery: Tab;
  beforeAll(async () => {
    if (start === null) return;
    folder = await mkdtemp(join(tmpdir(), 'linli-gallery-'));
    const shared = { configFile: CONFIG, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } } as const;
    await build(shared);
    server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
    engine = await start();
    gallery = await engine.open(`${server.resolvedUrls?.local[0]}?motion=off`);
    await gallery.waitFor('window.gallery && gallery.settled()', { what: 'the gallery', timeoutMs: 25_000 });
  });
  afterAll(async () => {
    await engine?.close();
    await server?.close();
    await rm(folder, { recursive: true });
  });

  it('are those of before', async () => {
    const names = await gallery.evaluate<string[]>('gallery.names');
    const wanted = [...names.map((name) => [name, 'elder']), ...ALSO_NORMAL.map((name) => [name, 'normal'])];
    const differing: Record<string, number> = {};
    for (const [name, type] of wanted) {
      await gallery.evaluate(`gallery.show('${name}', ${type === 'elder'}, false)`);
      await gallery.waitFor('gallery.settled()', { what: `${name} to be drawn` });
      const pixels = await differingPixels(`${name}-${type}`, await gallery.screenshot());
      if (pixels > TOLERATED) differing[`${name}-${type}`] = pixels;
    }
    expect(differing).toEqual({});
  });
});
