// The audit log: written inside the transaction of what it tells, read and verified by auditors, sealed now and then.
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { type listAudit, Verification, type VerificationState } from '../../../contract/audit.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { BEGINNING, type Position } from '../../../domain/audit/chain.ts';
import { scopesOrRefuse } from '../../access.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { Timers } from '../../timers.ts';
import { createSealer, readKept } from './seals.ts';
import { findAudit, findBySubject, findEnds, findLatest } from './store.ts';
import { verifyAudit } from './verify.ts';

export interface AuditEntry {
  readonly at: Instant;
  /** Null: the system itself, or someone who is not signed in. */
  readonly actor: Pick<Actor, 'id' | 'name'> | null;
  /** `capability.verb` */
  readonly action: string;
  readonly subject: string;
  readonly region: RegionCode | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const SYSTEM = '系统';

/** Takes the transaction, so that nothing happens that is not on record. */
export async function recordAudit(trx: Transaction<Database>, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      at: entry.at,
      staff_id: entry.actor?.id ?? null,
      who: entry.actor?.name ?? SYSTEM,
      action: entry.action,
      subject: entry.subject,
      region_code: entry.region,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/**
 * What was done to one subject, oldest first; whoever took a proof of it did nothing to it. For the services that show
 * it: checks no access of its own.
 */
export async function findHistory(db: Kysely<Database>, subject: string) {
  const rows = await findBySubject(db, subject);
  const done = rows.filter(({ action }) => !action.startsWith('proof.'));
  return done.map(({ at, who, action, detail }) => ({
    at,
    who,
    action: action.slice(action.indexOf('.') + 1),
    reason: typeof detail.reason === 'string' ? detail.reason : null,
    inPlaceOf: typeof detail.inPlaceOf === 'string' ? detail.inPlaceOf : null,
  }));
}

/** What verifications are on record under. */
const SUBJECT = 'audit';
const SEAL_EVERY_MS = 10 * 60_000;

export function createAuditService(deps: {
  store: Store;
  runtime: Runtime;
  log: Pick<FastifyBaseLogger, 'error'>;
  sealKey: Buffer;
  /** Where the last seal is kept, outside the store. */
  folder: string;
}) {
  const { store, runtime, log, sealKey: key, folder } = deps;
  const seal = createSealer({ store, key, folder, clock: runtime.clock });
  let running: { done: number; total: number } | null = null;
  let failed = false;
  let last: Verification | null = null;
  let work = Promise.resolve();
  let stopSealing: (() => Promise<void>) | undefined;
  const stopping = new AbortController();

  async function verify(actor: Actor): Promise<void> {
    const tell = (done: number, total: number) => {
      running = { done, total };
    };
    const kept = await readKept(folder);
    const found = await verifyAudit({ store, key, kept, tell, signal: stopping.signal });
    const at = instantOf(runtime.clock());
    last = { ...found, at, by: actor.name };
    const detail = { rows: last.rows, outcome: last.fault?.kind ?? 'sound', verification: last };
    await store.transaction((trx) =>
      recordAudit(trx, { at, actor, action: 'audit.verify', subject: SUBJECT, region: null, detail }),
    );
  }

  /** What this process found last, else what is on record. */
  async function state(): Promise<VerificationState> {
    if (last) return { running, failed, last };
    const recorded = await findLatest(store.db, SUBJECT);
    return { running, failed, last: Verification.safeParse(recorded?.detail.verification).data ?? null };
  }

  return {
    async list(actor: Actor, query: z.output<(typeof listAudit)['query']>) {
      const scopes = scopesOrRefuse(actor, 'audit.read');
      const { page, pageSize, action, subject } = query;
      const { rows, total } = await findAudit(deps.store.db, {
        scopes,
        action,
        subject,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      const items = rows.map(({ id, link, at, who, action, subject, region_code, detail }) => ({
        id,
        link,
        at,
        who,
        action,
        subject,
        region: region_code,
        detail: detail as Record<string, never>,
      }));
      return { items, total, page, pageSize };
    },

    /** The chain's present end. For other services: checks no access of its own. */
    async head(): Promise<Position> {
      return (await findEnds(store.db)).head ?? BEGINNING;
    },

    async verification(actor: Actor): Promise<VerificationState> {
      scopesOrRefuse(actor, 'audit.read');
      return state();
    },

    /** Goes on by itself; the verification is on record when it has come to its end. */
    async startVerification(actor: Actor): Promise<VerificationState> {
      scopesOrRefuse(actor, 'audit.read');
      if (running === null) {
        running = { done: 0, total: 0 };
        failed = false;
        work = verify(actor)
          .catch((err: unknown) => {
            failed = true;
            if (!stopping.signal.aborted) log.error({ err }, 'the audit log could not be verified');
          })
          .finally(() => {
            running = null;
          });
      }
      return state();
    },

    async seal(actor: Actor) {
      scopesOrRefuse(actor, 'audit.read');
      return seal();
    },

    /** Seals now, every ten minutes, and at the end. A chain that does not fit to its last seal is left as it is. */
    async keepSealed(timers: Timers): Promise<void> {
      const trySeal = () =>
        seal().then(
          () => {},
          (err: unknown) => log.error({ err }, 'the audit log was not sealed'),
        );
      await trySeal();
      const stopTimer = timers.every(SEAL_EVERY_MS, () => void trySeal());
      stopSealing = () => {
        stopTimer();
        return trySeal();
      };
    },

    async stop(): Promise<void> {
      stopping.abort();
      await work;
      await stopSealing?.();
    },
  };
}

export type AuditService = ReturnType<typeof createAuditService>;
