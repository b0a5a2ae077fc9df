// The folder of one test run, for everything temporary: in memory where there is room, gone with all in it after the run.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ONCE } from './once.ts';

const MEMORY = '/dev/shm';
/** What runs at the same time keeps well below half a gigabyte there. */
const ROOM = 4 * 1024 ** 3;
/** statfs(2) */
const TMPFS = 0x01021994;

/** Vitest calls it before the first test and what it returns after the last; its workers inherit the environment. */
export default function setup(project: TestProject): () => void {
  const close = openRunFolder();
  // While one watches, what was made once may be another's by now.
  project.onTestsRerun(() => rmSync(join(tmpdir(), ONCE), { recursive: true, force: true }));
  return close;
}

/** For this process and those it starts from here on; benchmarks have one as well. Returns what removes it. */
export function openRunFolder(): () => void {
  const folder = mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), 'linli-run-'));
  // PostgreSQL runs as a user of its own and looks for its folder in here.
  chmodSync(folder, 0o711);
  // Workers, servers and commands are many processes that load the same modules: compiled by the first of them.
  const mine = { TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const before = Object.fromEntries(Object.keys(mine).map((name) => [name, process.env[name]]));
  Object.assign(process.env, mine);
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

/** What tests write is thrown away, so none needs a disk; a process that is killed loses nothing in memory either. */
function hasRoom(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && Math.min(bavail * bsize, process.availableMemory()) >= ROOM;
  } catch {
    return false;
  }
}
