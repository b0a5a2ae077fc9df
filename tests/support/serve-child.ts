// A server process of its own for tests that kill it: prints one JSON line when it listens.
import { flushCompileCache } from 'node:module';
import { readConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/main.ts';

// Killed ones leave no time for it.
flushCompileCache();
const server = await startServer(readConfig(process.env));
process.stdout.write(`${JSON.stringify({ url: server.url, sheet: server.demo?.sheet })}\n`);
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
