// A server in a process of its own, for tests that kill it or run beside it.

import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoSheet } from '../../src/server/seed/demo.ts';
import { leash } from './leash.ts';

const SCRIPT = path.join(import.meta.dirname, 'serve-child.ts');
/** None lives long enough to earn back what optimizing the database's code and collecting small garbage often cost. */
const SHORT_LIVED = ['--liftoff-only', '--max-semi-space-size=64'];

export interface ChildServer {
  readonly url: string;
  readonly sheet: DemoSheet;
  /** As a power cut does to a process: no farewell. */
  kill(): Promise<void>;
}

/** Resolves when it listens; rejects with what it printed when it ends instead. */
export async function startChildServer(env: Readonly<Record<string, string>>): Promise<ChildServer> {
  const { child, end } = leash([process.execPath, ...SHORT_LIVED, SCRIPT], {
    ...process.env,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...env,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (;;) {
    const line = await lines.next();
    if (line.done) {
      if (child.exitCode === null) await once(child, 'exit');
      throw new Error(`the server ended before it listened: ${errors}`);
    }
    // Log lines are JSON as well; the one that tells the address is ours.
    const told: unknown = line.value.startsWith('{') ? JSON.parse(line.value) : undefined;
    if (typeof told === 'object' && told !== null && 'url' in told)
      return { ...(told as Omit<ChildServer, 'kill'>), kill: end };
  }
}
