// Refused tries on record: the first of each kind in an hour, so that whoever tries again and again fills no log.
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from './service.ts';

const HOUR_MS = 3_600_000;
/** Of one process; the oldest is forgotten first. */
const MOST = 10_000;

export interface Refusal {
  /** Null: a resident, a box or another system. */
  readonly actor: Actor | null;
  readonly action: string;
  readonly subject: string;
  readonly region: RegionCode | null;
  readonly detail?: { readonly name?: string; readonly reason?: string };
}

export function createRefusals({ store, runtime }: { store: Store; runtime: Pick<Runtime, 'clock'> }) {
  const noted = new Map<string, number>();

  return {
    /** Opens a transaction of its own: call it outside of one. */
    async note(refusal: Refusal): Promise<void> {
      const { actor, action, subject, region, detail } = refusal;
      const now = runtime.clock();
      const key = [actor?.id, action, subject, region, detail?.reason].join(' ');
      const before = noted.get(key);
      if (before !== undefined && now - before < HOUR_MS) return;
      noted.delete(key);
      noted.set(key, now);
      const [oldest] = noted.keys();
      if (noted.size > MOST && oldest !== undefined) noted.delete(oldest);
      try {
        await store.transaction((trx) => recordAudit(trx, { ...refusal, at: instantOf(now) }));
      } catch (error) {
        noted.delete(key);
        throw error;
      }
    },
  };
}

export type Refusals = ReturnType<typeof createRefusals>;
