// A page of a benchmark in one set-top-box engine: built as that engine is given it, handed its task, asked for its times.
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import legacy from '@vitejs/plugin-legacy';
import { build } from 'vite';
import type { EngineName } from '../../tests/engines/engine.ts';
import type { installedEngine } from '../../tests/engines/installed.ts';

const PATIENCE_MS = 120_000;

type Start = NonNullable<Awaited<ReturnType<typeof installedEngine>>>;

/** @param page folder with index.html and page.ts, which reads /task.json and leaves its times as `window.times` */
export async function timesOf<Times>(name: EngineName, start: Start, page: string, task: unknown): Promise<Times> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-bench-'));
  // The engine of 2016 takes what a box of its age is given.
  const plugins = name === 'qtwebkit' ? [legacy({ targets: ['ie 11'], renderModernChunks: false })] : [];
  await build({ root: page, base: '/', configFile: false, logLevel: 'error', plugins, build: { outDir: folder } });
  const server = await serve(folder, task);
  const engine = await start();
  try {
    const { port } = server.address() as AddressInfo;
    const tab = await engine.open(`http://127.0.0.1:${port}/index.html`);
    return await tab.waitFor<Times>('window.times', { what: 'the page', timeoutMs: PATIENCE_MS });
  } finally {
    await engine.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

async function serve(folder: string, task: unknown): Promise<Server> {
  const server = createServer((request, response) => {
    const file = new URL(request.url ?? '/', 'http://box').pathname;
    if (file === '/task.json') return void response.end(JSON.stringify(task));
    readFile(path.join(folder, file)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
