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
  let after: RequestId | null = null;

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

  /** One that cannot be looked at holds up no other. */
  const tried = (id: RequestId, look: (id: RequestId) => Promise<void>): Promise<boolean> =>
    look(id).then(
      () => true,
      (error: unknown) => {
        log.error({ err: error, request: id }, 'a deadline was not looked at');
        return false;
      },
    );

  async function tick(): Promise<void> {
    const [unlimited, failed] = [await findUnlimited(store.db, after, BATCH), new Set<RequestId>()];
    // From the beginning again, once all were looked at.
    after = unlimited.length < BATCH ? null : (unlimited.at(-1) ?? null);
    for (const id of unlimited) await tried(id, limit);
    for (;;) {
      const due = (await findDue(store.db, now(), BATCH + failed.size)).filter((id) => !failed.has(id));
      for (const id of due) if (!(await tried(id, remind))) failed.add(id);
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
