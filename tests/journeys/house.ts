// The whole product as an operator starts it: `linli serve` in a process of its own, with the demo.
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DEMO_SHEET, type DemoSheet } from '../../src/server/seed/demo.ts';
import { DEMO_PASSWORD, fillDemoFolder } from '../support/demo-folder.ts';
import { freePort } from '../support/free-port.ts';
import { leash } from '../support/leash.ts';
import { type Call, signedIn } from './staff.ts';

export interface House {
  readonly url: string;
  /** Signs a demo account in. */
  staff(account: string): Promise<Call>;
  /** The token of the first demo box of a community. */
  box(place: string): string;
  /** Ends the server as a power cut does; the data stay until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Resolves when the server has printed its addresses: it listens, and the pages are built.
 * @param keepIn a data folder that stays, for a first start; without it a temporary one is used and removed, with the
 * demo in it already
 */
export async function openHouse(keepIn?: string): Promise<House> {
  const data = keepIn ?? (await mkdtemp(join(tmpdir(), 'linli-journey-')));
  if (keepIn === undefined) await fillDemoFolder(data);
  const port = await freePort();
  const server = leash([process.execPath, resolve(import.meta.dirname, '../../src/cli/main.ts'), 'serve'], {
    ...process.env,
    PORT: String(port),
    LINLI_DATA: data,
    LINLI_DEMO_PASSWORD: DEMO_PASSWORD,
    LINLI_DEMO: 'on',
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
  });
  const output: string[] = [];
  server.child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const ready = new Promise<void>((done) => {
    createInterface(server.child.stdout).on('line', (line) => {
      output.push(line);
      if (line.includes(DEMO_SHEET)) done();
    });
  });
  const ended = once(server.child, 'exit').then(() =>
    Promise.reject(new Error(`linli serve ended:\n${output.join('\n')}`)),
  );
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);

  const url = `http://127.0.0.1:${port}`;
  const sheet = JSON.parse(await readFile(join(data, DEMO_SHEET), 'utf8')) as DemoSheet;
  return {
    url,
    staff: (account) => signedIn(url, account, DEMO_PASSWORD),
    box(place) {
      const box = sheet.boxes.find((each) => each.place === place);
      if (!box) throw new Error(`no demo box in ${place}: ${sheet.boxes.map((each) => each.place)}`);
      return box.token;
    },
    stop: server.end,
    async close() {
      await server.end();
      if (keepIn === undefined) await rm(data, { recursive: true });
    },
  };
}
