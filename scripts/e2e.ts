// `npm run e2e -- --engine wpe|chromium|qtwebkit [--keep]`: the journeys in one set-top-box engine, with screenshots.
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { artifactsOf } from '../tests/engines/artifacts.ts';
import { ENGINE_NAMES, type EngineName } from '../tests/engines/engine.ts';

const USAGE = `npm run e2e -- --engine ${ENGINE_NAMES.join('|')} [--keep]
  --keep  leaves the server's data folder beside the screenshots, to start a server on it`;

function readArguments(): { engine: EngineName; keep: boolean } | null {
  const { values } = parseArgs({ options: { engine: { type: 'string' }, keep: { type: 'boolean', default: false } } });
  const engine = ENGINE_NAMES.find((name) => name === values.engine);
  return engine ? { engine, keep: values.keep } : null;
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
const vitest = await startVitest('test', ['tests/journeys'], { project: ['journeys'], watch: false });
await vitest.close();
console.log(`Screenshots: ${artifacts}`);
