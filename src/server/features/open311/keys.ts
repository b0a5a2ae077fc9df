// Who may send requests: systems known by a key that is told once, each with so many a day.
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Open311KeyId } from '../../../contract/ids.ts';
import type { createOpen311Key, Open311Key } from '../../../contract/open311-calls.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { allow } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import { wrong } from './given.ts';
import { findKey, findKeys, insertKey, type KeyRow, revokeKey, spend } from './store.ts';

const KEY_BYTES = 32;
const PREFIX = 'o311-';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface Sender {
  readonly id: Open311KeyId;
  readonly name: string;
  readonly per_day: number;
}

export function createOpen311Keys({ store, runtime }: { store: Store; runtime: Runtime }) {
  const now = () => instantOf(runtime.clock());
  const today = () => dayOf(runtime.clock());

  async function find(id: Open311KeyId): Promise<Open311Key> {
    const row = (await findKeys(store.db, today())).find((each) => each.id === id);
    if (!row) throw new ProblemError('not-found');
    return toKey(row);
  }

  return {
    /** @throws ProblemError forbidden for every key but one that is good */
    async authenticate(secret: string | undefined): Promise<Sender> {
      if (secret === undefined) throw new ProblemError('forbidden', { detail: TEXTS.noKey });
      const sender = await findKey(store.db, hashOf(secret));
      if (!sender) throw new ProblemError('forbidden', { detail: TEXTS.badKey });
      return sender;
    },

    /**
     * One request of the day's. The key is what is refused, hence 403: whoever sends knows not to try again today.
     * @throws ProblemError forbidden
     */
    async spend(trx: Transaction<Database>, { id, per_day }: Sender): Promise<void> {
      if (!(await spend(trx, id, today(), per_day)))
        throw new ProblemError('forbidden', { detail: TEXTS.overQuota(per_day) });
    },

    async list(actor: Actor): Promise<{ items: Open311Key[] }> {
      allow(actor, 'request.manage', [DISTRICT]);
      return { items: (await findKeys(store.db, today())).map(toKey) };
    },

    /** @throws ProblemError bad-input (a system of that name has one) */
    async create(actor: Actor, { name, perDay }: z.output<(typeof createOpen311Key)['body']>) {
      allow(actor, 'request.manage', [DISTRICT]);
      const id = runtime.uuids() as Open311KeyId;
      const secret = `${PREFIX}${runtime.random(KEY_BYTES).toString('base64url')}`;
      const at = now();
      const row = { id, name, key_hash: hashOf(secret), per_day: perDay, created_at: at, revoked_at: null };
      await store.transaction(async (trx) => {
        if (!(await insertKey(trx, row))) throw wrong('name', TEXTS.keyTaken);
        const entry = { action: 'open311.admit', subject: id, region: DISTRICT, detail: { name, perDay } };
        await recordAudit(trx, { at, actor, ...entry });
      });
      return { key: await find(id), secret };
    },

    /** @throws ProblemError not-found */
    async revoke(actor: Actor, id: Open311KeyId): Promise<Open311Key> {
      allow(actor, 'request.manage', [DISTRICT]);
      const { name, revokedAt } = await find(id);
      if (revokedAt === null)
        await store.transaction(async (trx) => {
          await revokeKey(trx, id, now());
          const entry = { action: 'open311.revoke', subject: id, region: DISTRICT, detail: { name } };
          await recordAudit(trx, { at: now(), actor, ...entry });
        });
      return find(id);
    },
  };
}

export type Open311Keys = ReturnType<typeof createOpen311Keys>;

const toKey = (row: KeyRow): Open311Key => ({
  id: row.id,
  name: row.name,
  perDay: row.per_day,
  sentToday: row.sent ?? 0,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
});
