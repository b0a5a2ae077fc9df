// Parts that depend on the day (holidays to come, offers that are over) are told anew with each new one.
import type { FastifyBaseLogger } from 'fastify';
import type { Transaction } from 'kysely';
import { dayOf } from '../../../domain/time/almanac.ts';
import type { Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { Timers } from '../../timers.ts';

const LOOK_EVERY_MS = 600_000;

/** @param restate puts such parts; one that is as it was costs boxes nothing */
export function createDaily(deps: {
  store: Store;
  runtime: Pick<Runtime, 'clock'>;
  log: Pick<FastifyBaseLogger, 'warn'>;
  restate: readonly ((trx: Transaction<Database>) => Promise<void>)[];
}) {
  const { store, log, restate } = deps;
  const today = () => dayOf(deps.runtime.clock());
  let told = today();
  let [stopTimer, running] = [() => {}, Promise.resolve()];

  async function tell(): Promise<void> {
    const day = today();
    for (const each of restate) await store.transaction(each);
    told = day;
  }

  return {
    /** Now, and then with each new day; a try that failed is made again soon. */
    async keep(timers: Timers): Promise<void> {
      await tell();
      stopTimer = timers.every(LOOK_EVERY_MS, () => {
        if (told === today()) return;
        running = tell().catch((error: unknown) => log.warn({ err: error }, 'the day could not be told to boxes'));
      });
    },

    async stop(): Promise<void> {
      stopTimer();
      await running;
    },
  };
}
