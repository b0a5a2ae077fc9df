// What the clock does: reminders before a deadline, 催办 at it, 督办 five days after, and limits that were left open.
import type { FastifyBaseLogger } from 'fastify';
import type { RequestId } from '../../../contract/ids.ts';
import { type Duty, dueOf, dutiesOf, type WorkingDays } from '../../../domain/requests/limits.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import type { Timers } from '../../timers.ts';
import { append, hold } from './held.ts';
import { columnsOf, type Deed } from './record.ts';
import { findDue, findUnlimited, type Trx, updateRequest } from './store.ts';

const TICK_MS = 60_000;
/** At once; what is left comes next, without a break. */
const BATCH = 200;

/** What the clock writes down. */
export const DEEDS: Readonly<Record<Duty, Deed>> = {
  note: { kind: 'note', internal: TEXTS.reminder },
  urge: { kind: 'urge', internal: TEXTS.urged },
  supervise: { kind: 'supervise', internal: TEXTS.supervised },
};

export function createTicker(deps: {
  store: Store;
  runtime: Pick<Runtime, 'clock'>;
  workingDays: { load(trx: Trx): Promise<WorkingDays> };
  log: Pick<FastifyBaseLogger, 'error'>;
}) {
  const { store, log } = deps;
  const now = () => instantOf(deps.runtime.clock());
  let [stopTimer, round, isStopped] = [() => {}, Promise.resolve(), false];

  /** Looked at again with the case held: another process, or somebody at a desk, may have been faster. */
  const remind = (id: RequestId) =>
    store.transaction(async (trx) => {
      let held = await hold(trx, id);
      if (!held) return;
      const works = await deps.workingDays.load(trx);
      const at = now();
      for (const duty of dutiesOf(held.case, held.row.due_at, at))
        held = await append(
          trx,
          held,
          { at, by: { kind: 'system', name: TEXTS.clock }, deed: DEEDS[duty], works },
          true,
        );
    });

  /** A year was entered: what ran into it has its limit from now on. */
  const limit = (id: RequestId) =>
    store.transaction(async (trx) => {
      const held = await hold(trx, id);
      if (!held || held.row.due_at !== null) return;
      const due = dueOf(held.case, held.row.rules, await deps.workingDays.load(trx));
      if (due && 'at' in due) await updateRequest(trx, id, columnsOf(held.case, due.at));
    });

  async function tick(): Promise<void> {
    for (const id of await findUnlimited(store.db, BATCH)) await limit(id);
    for (;;) {
      const due = await findDue(store.db, now(), BATCH);
      for (const id of due) await remind(id);
      if (due.length < BATCH || isStopped) return;
    }
  }

  return {
    tick,

    start(timers: Timers): void {
      stopTimer = timers.every(TICK_MS, () => {
        round = round.then(tick).catch((error: unknown) => log.error({ err: error }, 'deadlines were not looked at'));
      });
    },

    async stop(): Promise<void> {
      isStopped = true;
      stopTimer();
      await round;
    },
  };
}
