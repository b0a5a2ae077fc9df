// The data folder of a server that was started once with the demo: a copy takes a tenth of the time of a first start.
import { readConfig } from '../../src/server/config.ts';
import { copyFolder, once } from './once.ts';

/** Of all accounts of the demo. */
export const DEMO_PASSWORD = 'test-password-1';

/**
 * Puts the data of a first start into an empty folder. What a server starts with otherwise (another clock, providers of
 * its own, no demo) begins with an empty one instead; so does what is about first starts.
 */
export async function fillDemoFolder(folder: string): Promise<void> {
  await copyFolder(await once('demo-folder', firstStart), folder);
}

async function firstStart(folder: string): Promise<void> {
  // Dear to load, and most test files never get here.
  const { startServer } = await import('../../src/server/main.ts');
  const env = { PORT: '0', LINLI_DATA: folder, LINLI_DEMO_PASSWORD: DEMO_PASSWORD, LOG_LEVEL: 'silent' };
  const server = await startServer(readConfig(env));
  await server.stop();
}
