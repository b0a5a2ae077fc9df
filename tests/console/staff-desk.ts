// A desk for the console's journeys: a server of its own, a browser, and people who sit down at it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { z } from 'zod';
import { buildMissing } from '../../scripts/build.ts';
import { type Lookups, reportLookups } from '../../src/contract/catalogue.ts';
import { type Receipt, sendReceipts } from '../../src/contract/feed.ts';
import { readConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/main.ts';
import { systemRuntime } from '../../src/server/runtime.ts';
import { DEMO_PASSWORD, fillDemoFolder } from '../support/demo-folder.ts';

const ARTIFACTS = path.resolve(import.meta.dirname, '../../artifacts/console');
/** Nothing on these pages takes this long, not even on a loaded machine. */
const PATIENCE_MS = 20_000;

export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of, besides the answers 4xx that the journeys provoke. */
  readonly complaints: readonly string[];
  /** Keeps artifacts/console/<name>.png. */
  keep(name: string): Promise<void>;
}

type Step = Omit<z.input<typeof Receipt>, 'at'>;

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** `executablePath` of an installed Chromium; `startMs`: what time it is to all of them as it opens, unless it is now. */
export async function openDesk(executablePath: string, startMs?: number) {
  await buildMissing();
  const aheadMs = startMs === undefined ? 0 : startMs - Date.now();
  const clock = () => Date.now() + aheadMs;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'linli-desk-'));
  // The demo's days count from its first start.
  if (startMs === undefined) await fillDemoFolder(dataDir);
  const env = { PORT: '0', LINLI_DATA: dataDir, LINLI_DEMO_PASSWORD: DEMO_PASSWORD, LOG_LEVEL: 'silent' };
  const server = await startServer(readConfig(env), { ...systemRuntime, clock });
  const args = [
    '--no-sandbox',
    '--disable-gpu-compositing',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ];
  const browser = await chromium.launch({ executablePath, args });

  const tokenOf = (place: string, index: number): string => {
    const box = server.demo?.sheet.boxes.filter((each) => each.place === place)[index];
    if (!box) throw new Error(`no demo box ${index} in ${place}`);
    return box.token;
  };

  async function seat(device: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }): Promise<Seat> {
    const context = await browser.newContext({ ...device, locale: 'zh-CN', reducedMotion: 'reduce' });
    if (startMs !== undefined) await context.clock.setSystemTime(clock());
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    const keep = async (name: string) => {
      await mkdir(ARTIFACTS, { recursive: true });
      await page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`) });
    };
    return { page, context, complaints, keep };
  }

  return {
    url: server.url,
    /** A desk, unless another device is told. */
    seat,

    /** Someone signed in, looking at the console's first page. */
    async sit(account: string): Promise<Seat> {
      const taken = await seat();
      await taken.page.goto(`${server.url}/console/`);
      await signIn(taken.page, account);
      await taken.page.getByRole('menuitem').first().waitFor();
      return taken;
    },

    /** The credential of a demo box of a community. */
    token: tokenOf,

    /** A demo box of a community reports how far it got, as the television does. */
    async report(place: string, index: number, steps: readonly Step[]): Promise<void> {
      const response = await fetch(`${server.url}${sendReceipts.path}`, {
        method: sendReceipts.method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(place, index)}` },
        body: JSON.stringify({ receipts: steps.map((step) => ({ ...step, at: new Date(clock()).toISOString() })) }),
      });
      if (!response.ok) throw new Error(`the receipt was refused: ${await response.text()}`);
    },

    /** A demo box of a community tells what was looked up on it. */
    async lookUp(place: string, index: number, lookups: z.input<typeof Lookups>): Promise<void> {
      const response = await fetch(`${server.url}${reportLookups.path}`, {
        method: reportLookups.method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(place, index)}` },
        body: JSON.stringify(lookups),
      });
      if (!response.ok) throw new Error(`the look-ups were refused: ${await response.text()}`);
    },

    /** The real television of a demo home, switched on. */
    async television(place: string, index: number): Promise<Seat> {
      const taken = await seat();
      await taken.page.goto(`${server.url}/tv/#box=${tokenOf(place, index)}`);
      await taken.page.locator('html[data-screen=home]').waitFor();
      return taken;
    },

    async close(): Promise<void> {
      await browser.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function signIn(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('账号').fill(account);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
