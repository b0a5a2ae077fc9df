// `npm run e2e -- --engine wpe|chromium|qtwebkit [--journey NAME] [--keep]`: the journeys in one set-top-box engine, with
// screenshots.
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { artifactsOf } from '../tests/engines/artifacts.ts';
import { ENGINE_NAMES, type EngineName } from '../tests/engines/engine.ts';

const SUFFIX = '.journey.test.ts';
const JOURNEYS = readdirSync(new URL('../tests/journeys', import.meta.url))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));

const USAGE = `npm run e2e -- --engine ${ENGINE_NAMES.join('|')} [--journey ${JOURNEYS.join('|')}] [--keep]
  --journey  only this one
  --keep     leaves the server's data folder beside the screenshots, to start a server on it`;

function readArguments(): { engine: EngineName; journey: string; keep: boolean } | null {
  const { values } = parseArgs({
    options: { engine: { type: 'string' }, journey: { type: 'string' }, keep: { type: 'boolean', default: false } },
  });
  const engine = ENGINE_NAMES.find((name) => name === values.engine);
  const { journey = '', keep } = values;
  return engine && (journey === '' || JOURNEYS.includes(journey)) ? { engine, journey, keep } : null;
}

const wanted = readArguments();
if (wanted === null) {
  console.error(USAGE);
  process.exit(2);
}
const artifacts = artifactsOf(wanted.engine);
await rm(artifacts, { recursive: true, force: true });
process.env.LINLI_ENGINE = wanted.engine;
if (wanted.keep) process.env.LINLI_KEEP = 'on';
// An engine that was asked for and is missing is a failure, not something to leave out.
process.env.CI = 'true';
const vitest = await startVitest('test', [`tests/journeys/${wanted.journey}`], {
  project: ['journeys', 'timed'],
  // Side by side they would only be harder to read.
  fileParallelism: false,
  watch: false,
});
await vitest.close();
console.log(`Screenshots: ${artifacts}`);
