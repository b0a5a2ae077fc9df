// `linli serve`: builds what is missing, starts the server, prints its addresses and the demo log-ins.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from 'citty';
import { type Config, readConfig } from '../server/config.ts';
import { type Server, startServer } from '../server/main.ts';
import { complaining } from './complain.ts';
import { welcome } from './welcome.ts';

export const serve = defineCommand({
  meta: { name: 'serve', description: 'Start the server with the television app and the console' },
  run: () =>
    complaining(async () => {
      const config = readConfig(process.env);
      const [server] = await Promise.all([startServer(config), buildPages(config)]);
      process.stdout.write(welcome(server, config));
      stopOnSignal(server);
    }),
});

/** From a checkout the pages are built when missing or older than their sources; a package brings them along. */
async function buildPages(config: Config): Promise<void> {
  const script = path.resolve(import.meta.dirname, '../../scripts/build.ts');
  if (!existsSync(script)) return;
  const { buildMissing } = (await import(script)) as typeof import('../../scripts/build.ts');
  await buildMissing(config.dist);
}

function stopOnSignal(server: Server): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      server.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${error}\n`);
          process.exit(1);
        },
      );
    });
  }
}
