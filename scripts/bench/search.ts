// `npm run bench -- search`: how long a key press of the pinyin search takes, in each set-top-box engine.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GuideInput } from '../../src/contract/guides.ts';
import { digitsOf } from '../../src/domain/guides/search.ts';
import { readingsOf } from '../../src/server/features/guides/readings.ts';
import { ENGINE_NAMES } from '../../tests/engines/engine.ts';
import { installedEngine } from '../../tests/engines/installed.ts';
import { timesOf } from './engine-page.ts';
import type { Bench } from './main.ts';
import type { SearchTask, SearchTimes } from './search/protocol.ts';
import { ascending, quantile, rounded } from './statistics.ts';

const PAGE = path.join(import.meta.dirname, 'search');
const SEED = path.resolve(import.meta.dirname, '../../src/server/seed/guides');
const DEPARTMENTS = ['police', 'labour', 'health', 'housing', 'civil-affairs', 'justice', 'market', 'public-order'];
const LONGEST = 6;
const ROUNDS = 5;

/**
 * `--items` guides, those that are shipped and then again under other numbers; every name is typed by its first letters,
 * and every third by its whole pinyin, up to six digits, each digit a key press. Prints p50, p99 and the slowest of them
 * for each engine, and how long the index takes the first time (`Cold`) and in the middle of five.
 */
export const search: Bench = async (args, say) => {
  const { values } = parseArgs({ args, options: { items: { type: 'string', default: '500' } } });
  const task = await taskOf(Number(values.items));
  const figures: Record<string, number> = { items: task.guides.length };
  for (const name of ENGINE_NAMES) {
    const start = await installedEngine(name);
    if (start === null) continue;
    const times = await timesOf<SearchTimes>(name, start, PAGE, task);
    const keys = ascending(times.keyMs);
    figures.keys = keys.length;
    figures[`${name}P50Ms`] = rounded(quantile(keys, 0.5));
    figures[`${name}P99Ms`] = rounded(quantile(keys, 0.99));
    figures[`${name}MaxMs`] = rounded(quantile(keys, 1));
    figures[`${name}IndexColdMs`] = rounded(times.indexMs[0] ?? 0);
    figures[`${name}IndexMs`] = rounded(quantile(ascending(times.indexMs), 0.5));
    say(`${name}: ${keys.length} keys, p50 ${figures[`${name}P50Ms`]} ms, p99 ${figures[`${name}P99Ms`]} ms`);
  }
  return figures;
};

async function taskOf(items: number): Promise<SearchTask> {
  const shipped: GuideInput[] = [];
  for (const department of DEPARTMENTS) {
    const text = await readFile(path.join(SEED, `${department}.json`), 'utf8');
    shipped.push(...(JSON.parse(text) as unknown[]).map((item) => GuideInput.parse(item)));
  }
  const guides = Array.from({ length: items }, (_, index) => {
    const guide = shipped[index % shipped.length];
    if (!guide) throw new Error('nothing is shipped');
    const { name, aliases } = guide;
    const number = String(index).padStart(4, '0') as GuideInput['number'];
    return { number, name, aliases, readings: readingsOf(guide).map(({ text }) => text) };
  });
  const queries = guides.flatMap(({ readings }, index) => {
    const syllables = (readings[0] ?? '').split(' ').map(digitsOf);
    const letters = syllables.map((digits) => digits.charAt(0)).join('');
    return [letters, ...(index % 3 === 0 ? [syllables.join('')] : [])].map((query) => query.slice(0, LONGEST));
  });
  return { guides, queries, rounds: ROUNDS };
}
