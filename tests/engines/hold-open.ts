// A program for orphans.test.ts: starts the engine it is told, opens the page it is told, says so, and stays.
import type { EngineName } from './engine.ts';
import { installedEngine } from './installed.ts';

const [name, url] = process.argv.slice(2) as [EngineName, string];
const start = await installedEngine(name);
const engine = await start?.();
await engine?.open(url);
process.stdout.write('open\n');
setInterval(() => undefined, 60_000);
