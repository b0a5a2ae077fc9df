// A second process for embedded.test.ts: opens the store in a folder and prints what came of it.
import { openStore } from '../../../src/server/store/open.ts';

const [dataDir = ''] = process.argv.slice(2);
const outcome = await openStore({ dataDir, clock: Date.now }).then(
  () => 'opened',
  (error: { code?: string }) => error.code,
);
process.stdout.write(`${outcome}\n`);
