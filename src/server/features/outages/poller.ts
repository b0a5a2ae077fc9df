// Providers are asked for their outages now and then, each by one process at a time.
import type { GuardedProvider } from '../../providers/guarded.ts';
import { ProviderError } from '../../providers/port.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { Timers } from '../../timers.ts';
import type { OutageService } from './service.ts';
import { claimPoll } from './store.ts';

/** How often it is looked whose time has come. */
const TICK_MS = 30_000;
export const EVERY_MS = 5 * 60_000;

export function createOutagePoller(deps: {
  store: Store;
  runtime: Runtime;
  outages: Pick<OutageService, 'take'>;
  providers: readonly GuardedProvider[];
  timers: Timers;
  log: { error(given: object, text: string): void };
}) {
  const { store, runtime, outages, log } = deps;
  let stop = () => {};
  let round: Promise<void> = Promise.resolve();

  /** A provider that fails holds up no other; what came of it stands in its state. */
  async function poll(): Promise<void> {
    for (const provider of deps.providers) {
      if (!provider.outages) continue;
      const now = runtime.clock();
      if (!(await claimPoll(store.db, provider.utility, instantOf(now), instantOf(now - EVERY_MS)))) continue;
      try {
        await outages.take(provider);
      } catch (error) {
        if (!(error instanceof ProviderError)) log.error({ err: error }, 'outages were not taken in');
      }
    }
  }

  const next = () => {
    round = round.then(poll).catch((error: unknown) => log.error({ err: error }, 'asking for outages'));
  };

  return {
    poll,

    start(): void {
      next();
      stop = deps.timers.every(TICK_MS, next);
    },

    async stop(): Promise<void> {
      stop();
      await round;
    },
  };
}
