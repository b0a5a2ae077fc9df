// The providers a server starts with: those of providers.json, or the demo's own.
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { createStaffService } from '../features/staff/service.ts';
import type { Runtime } from '../runtime.ts';
import { isDemo } from '../seed/demo.ts';
import { startDemoProviders } from '../seed/providers/demo.ts';
import type { Store } from '../store/store.ts';
import type { ProviderSettings } from './config.ts';
import { openProviders } from './open.ts';

/** `settings`: of providers.json, undefined where there is none. */
export async function connectProviders(
  settings: readonly ProviderSettings[] | undefined,
  deps: { config: Config; store: Store; runtime: Runtime; log: FastifyBaseLogger },
) {
  const { config, store, runtime, log } = deps;
  const open = { clock: runtime.clock, log };
  if (settings) return { providers: openProviders(settings, open), stop: async () => {} };
  const { dataDir } = config;
  if (!config.demo || !(await isDemo({ staff: createStaffService({ store, runtime }), dataDir })))
    return { providers: [], stop: async () => {} };
  const demo = await startDemoProviders(dataDir, runtime.clock);
  return { providers: openProviders(demo.settings, open), stop: demo.stop };
}
