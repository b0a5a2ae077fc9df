// The audit log: written inside the transaction of what it tells, read by auditors.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { listAudit } from '../../../contract/audit.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { scopesOrRefuse } from '../../access.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { findAudit, findBySubject } from './store.ts';

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

/** What happened to one subject, oldest first. For the services that show it; checks no access of its own. */
export async function findHistory(db: Kysely<Database>, subject: string) {
  const rows = await findBySubject(db, subject);
  return rows.map(({ at, who, action, detail }) => ({
    at,
    who,
    action: action.slice(action.indexOf('.') + 1),
    reason: typeof detail.reason === 'string' ? detail.reason : null,
  }));
}

export function createAuditService(deps: { store: Store }) {
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
      const items = rows.map(({ id, at, who, action, subject, region_code, detail }) => ({
        id,
        at,
        who,
        action,
        subject,
        region: region_code,
        detail: detail as Record<string, never>,
      }));
      return { items, total, page, pageSize };
    },
  };
}

export type AuditService = ReturnType<typeof createAuditService>;
