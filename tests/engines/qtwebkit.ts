// QtWebKit by Debian's own PyQt5, without a display: stands for boxes of about 2016 (ES5, canvas 2D, no fetch).
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Engine, Tab } from './engine.ts';
import { characterOf, dispatchedKey } from './keys.ts';
import { createTab } from './tab.ts';

const SIZE = { width: 1280, height: 720 };

/** Qt::Key of the key codes a keyboard has, with the text the key types. */
const TYPED: Readonly<Record<number, readonly [qt: number, text: string]>> = {
  8: [0x01000003, '\b'],
  13: [0x01000004, '\r'],
  27: [0x01000000, ''],
  33: [0x01000016, ''],
  34: [0x01000017, ''],
  36: [0x01000010, ''],
  37: [0x01000012, ''],
  38: [0x01000013, ''],
  39: [0x01000014, ''],
  40: [0x01000015, ''],
};

/** @param python of Debian itself: the package python3-pyqt5.qtwebkit is built for that one */
export async function startQtWebKit(python: string): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-qtwebkit-'));
  const tabs = new Set<Tab>();
  return {
    name: 'qtwebkit',
    size: SIZE,
    async open(url) {
      const tab = await openTab(url, python, await mkdtemp(join(folder, 'tab-')));
      tabs.add(tab);
      return tab;
    },
    async close() {
      await Promise.all([...tabs].map((tab) => tab.close()));
      await rm(folder, { recursive: true });
    },
  };
}

/** All pages of one Qt process share a storage, so each tab has a process of its own. */
async function openTab(url: string, python: string, folder: string): Promise<Tab> {
  const script = fileURLToPath(new URL('qtwebkit.py', import.meta.url));
  const child = spawn(python, [script, String(SIZE.width), String(SIZE.height), folder], {
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', QT_FONT_DPI: '96', XDG_RUNTIME_DIR: folder },
  });
  const { send, lines } = converse(child);
  const tab = createTab({
    run: (js) => send<string>({ do: 'eval', js }),
    async key(code) {
      const character = characterOf(code);
      const [qt, text] = character ? [code, character] : (TYPED[code] ?? []);
      await send(qt ? { do: 'key', qt, text } : { do: 'eval', js: dispatchedKey(code) });
    },
    screenshot: async () => Buffer.from(await send<string>({ do: 'screenshot' }), 'base64'),
    console: async () => lines,
    reload: () => send({ do: 'reload' }),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  });
  await send({ do: 'open', url }).catch(async (error) => {
    await tab.close();
    throw error;
  });
  return tab;
}

interface Line {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly console?: string;
}

/** Numbers the commands and matches the answers to them; what the page says to its console gathers in `lines`. */
function converse(child: ChildProcessWithoutNullStreams) {
  const lines: string[] = [];
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let complaints = '';
  const ended = () => new Error(`QtWebKit ended: ${complaints.trim()}`);
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  child.on('close', () => {
    for (const { reject } of waiting.values()) reject(ended());
  });
  // Its end is told by `close`; a command written after that must not throw here as well.
  child.stdin.on('error', () => undefined);
  createInterface(child.stdout).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (line.console !== undefined) lines.push(line.console);
    if (line.id === undefined) return;
    const { resolve, reject } = waiting.get(line.id) ?? {};
    waiting.delete(line.id);
    if (line.error !== undefined) reject?.(new Error(line.error));
    else resolve?.(line.value);
  });
  return {
    lines,
    send<T>(command: object): Promise<T> {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.reject(ended());
      asked += 1;
      child.stdin.write(`${JSON.stringify({ id: asked, ...command })}\n`);
      return new Promise<T>((resolve, reject) => {
        waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
      });
    },
  };
}
