// `npm run bench -- keyboard`: how long a key press of the Chinese keyboard takes, in each set-top-box engine.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { unpack } from '../../src/tv/keyboard/dictionary.ts';
import { ENGINE_NAMES } from '../../tests/engines/engine.ts';
import { installedEngine } from '../../tests/engines/installed.ts';
import { timesOf } from './engine-page.ts';
import type { KeyboardTask, KeyboardTimes } from './keyboard/protocol.ts';
import type { Bench } from './main.ts';
import { ascending, quantile, rounded } from './statistics.ts';

const PAGE = path.join(import.meta.dirname, 'keyboard');
const DICTIONARY = path.resolve(import.meta.dirname, '../../static/keyboard/zh-CN.json');

/**
 * `--entries` characters and words from the whole dictionary, each typed by the digits of its reading and taken by OK;
 * what the frame shows is worked out after every key, the frame is not drawn. Prints p50, p99 and the slowest key press of each
 * engine, how long the dictionary takes to be read (`Read`), and the longest piece of that (`Piece`).
 */
export const keyboard: Bench = async (args, say) => {
  const { values } = parseArgs({ args, options: { entries: { type: 'string', default: '400' } } });
  const dictionary = await readFile(DICTIONARY, 'utf8');
  const all = Object.keys((await unpack(JSON.parse(dictionary), () => null)).entries);
  const wanted = Number(values.entries);
  const rows = Array.from({ length: wanted }, (_, index) => all[Math.floor((index * all.length) / wanted)] ?? '');
  const task: KeyboardTask = { dictionary, rows };
  const figures: Record<string, number> = { entries: rows.length };
  for (const name of ENGINE_NAMES) {
    const start = await installedEngine(name);
    if (start === null) continue;
    const times = await timesOf<KeyboardTimes>(name, start, PAGE, task);
    if (times.written === 0) throw new Error(`${name} wrote nothing`);
    const keys = ascending(times.keyMs);
    figures.keys = keys.length;
    figures[`${name}P50Ms`] = rounded(quantile(keys, 0.5));
    figures[`${name}P99Ms`] = rounded(quantile(keys, 0.99));
    figures[`${name}MaxMs`] = rounded(quantile(keys, 1));
    figures[`${name}ReadMs`] = rounded(times.readMs);
    figures[`${name}PieceMs`] = rounded(times.pieceMs);
    say(`${name}: ${keys.length} keys, p50 ${figures[`${name}P50Ms`]} ms, p99 ${figures[`${name}P99Ms`]} ms`);
  }
  return figures;
};
