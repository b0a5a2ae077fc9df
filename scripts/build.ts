// Builds the pages the server hands out, each in a process of its own; what is up to date is left alone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { check, checkPhone, measure, measurePhone } from './size.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js');

/** Babel throws away objects faster than the collector's default keeps up with: a sixth of the time. */
const YOUNG = '--max-semi-space-size=128';

/** In a built page: the digest of the sources it was built from. */
const MARK = '.sources';

interface Page {
  readonly name: string;
  readonly title: string;
  readonly config: string;
  /** Files and folders whose content decides whether the page is up to date. */
  readonly sources: readonly string[];
  /** Looks at what was built; returns what to tell of it. */
  inspect?(dist: string): Promise<string>;
}

const SHARED = ['src/contract', 'src/domain', 'package-lock.json', 'scripts/build.ts'];
const PAGES: readonly Page[] = [
  {
    name: 'tv',
    title: 'television app',
    config: 'vite.config.ts',
    sources: [...SHARED, 'src/tv', 'static', 'settings.json', 'vite.config.ts', 'scripts/vite', 'scripts/size.ts'],
    inspect: async (dist) => check(await measure(dist)),
  },
  {
    name: 'console',
    title: 'staff console',
    config: 'src/console/vite.config.ts',
    sources: [...SHARED, 'src/console'],
  },
  {
    name: 'phone',
    title: "phone's page",
    config: 'src/phone/vite.config.ts',
    sources: [...SHARED, 'src/phone', 'scripts/size.ts'],
    inspect: async (dist) => checkPhone(await measurePhone(dist)),
  },
];

/**
 * Builds what is missing or older than its sources into the folders of `dist`, with a line at the beginning and the end
 * of each. @throws Error with the bundler's own words
 */
export async function buildMissing(dist: string = path.join(ROOT, 'dist')): Promise<void> {
  await mkdir(dist, { recursive: true });
  await Promise.all(PAGES.map((page) => buildPage(page, dist)));
}

async function buildPage(page: Page, dist: string): Promise<void> {
  const out = path.join(dist, page.name);
  const digest = await digestOf(page.sources);
  if ((await readFile(path.join(out, MARK), 'utf8').catch(() => null)) === digest) return;
  const begun = performance.now();
  console.log(`building the ${page.title} ...`);
  // Built beside and moved into place whole: two builds at once, or one cut off, leave nothing half-done behind.
  const fresh = path.join(dist, `.${page.name}-${process.pid}`);
  await mkdir(fresh, { recursive: true });
  try {
    await vite(page.config, fresh);
    const told = await page.inspect?.(fresh);
    await compress(fresh);
    await writeFile(path.join(fresh, MARK), digest);
    await swap(fresh, out);
    console.log(`built the ${page.title} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    if (told) console.log(`  ${told}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** `fresh` takes the place of `out`, whose files move to where `fresh` was. */
async function swap(fresh: string, out: string): Promise<void> {
  const old = `${fresh}-old`;
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, out);
  await rm(old, { recursive: true, force: true });
}

/** The server hands out the `.gz` beside a file to whoever takes it: a box on a thin line starts in a third of the time. */
async function compress(folder: string): Promise<void> {
  const texts = (await filesOf(folder)).filter((file) => /\.(js|css|html|json|svg)$/.test(file));
  for (const file of texts) await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
}

/** Of names and contents; folders with everything below them. */
async function digestOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(path.join(ROOT, source))) {
      hash.update(`${path.relative(ROOT, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(source: string): Promise<string[]> {
  if (!(await stat(source)).isDirectory()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A process of its own, so that the pages are built side by side and the server is not held up. */
function vite(config: string, out: string): Promise<void> {
  const args = ['build', '--config', config, '--outDir', out, '--emptyOutDir', '--logLevel', 'error'];
  // Under a test runner NODE_ENV is `test`, and React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [YOUNG, VITE, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${config} was not built:\n${said}`))));
  });
}

if (import.meta.main) await buildMissing();
