// Clears old drafts and lost photos away, now and then.
import type { FastifyBaseLogger } from 'fastify';
import type { Timers } from '../../timers.ts';
import type { HandoverService } from './service.ts';

const EVERY_MS = 600_000;

export function createHandoverClearing(deps: {
  handovers: Pick<HandoverService, 'clear'>;
  timers: Timers;
  log: Pick<FastifyBaseLogger, 'warn'>;
}) {
  let [stopTimer, running] = [() => {}, Promise.resolve()];
  return {
    start(): void {
      stopTimer = deps.timers.every(EVERY_MS, () => {
        running = deps.handovers
          .clear()
          .catch((error: unknown) => deps.log.warn({ err: error }, 'drafts of phones could not be cleared away'));
      });
    },
    async stop(): Promise<void> {
      stopTimer();
      await running;
    },
  };
}
