// Signing in and staying signed in: lockout, session tokens, idle and absolute end.
import { createHash } from 'node:crypto';
import type { StaffId } from '../../../contract/ids.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import {
  clearFailures,
  countFailure,
  deleteExpiredSessions,
  deleteSession,
  findByAccount,
  findGrants,
  findSession,
  insertSession,
  touchSession,
} from './store.ts';

const MINUTE = 60_000;
export const FAILURE_LIMIT = 5;
export const LOCK_MS = 15 * MINUTE;
export const IDLE_MS = 30 * MINUTE;
export const SESSION_MS = 12 * 60 * MINUTE;
/** Being seen is written down at most this often. */
const TOUCH_MS = MINUTE;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

export function createSessions(deps: { store: Store; runtime: Runtime }) {
  const { store, runtime } = deps;
  const { clock, random } = runtime;
  // An unknown account costs the same time as a wrong password, so that names cannot be guessed by the clock.
  const decoy = hashPassword(random(16).toString('hex'), random);

  async function fail(id: StaffId, account: string): Promise<never> {
    const now = clock();
    const { locked_until } = await store.transaction(async (trx) => {
      const counted = await countFailure(trx, id, { limit: FAILURE_LIMIT, lockedUntil: instantOf(now + LOCK_MS) });
      await recordAudit(trx, {
        at: instantOf(now),
        actor: null,
        action: 'staff.signin-failed',
        subject: account,
        region: null,
        detail: { failures: counted.failures },
      });
      return counted;
    });
    throw new ProblemError(locked_until ? 'account-locked' : 'login-failed');
  }

  return {
    /** Token of a new session; the token goes into the cookie, only its hash is stored. */
    async signIn(account: string, password: string): Promise<string> {
      const row = await findByAccount(store.db, account);
      const right = await verifyPassword(row?.password_hash ?? (await decoy), password);
      if (!row) throw new ProblemError('login-failed');
      const now = clock();
      const lockedUntil = row.locked_until && Date.parse(row.locked_until);
      if (lockedUntil && lockedUntil > now) throw new ProblemError('account-locked');
      // The time of a lock is over: the next failure is the first again.
      if (lockedUntil) await clearFailures(store.db, row.id);
      if (!right) return fail(row.id, account);
      const token = random(32).toString('base64url');
      await store.transaction(async (trx) => {
        await clearFailures(trx, row.id);
        await deleteExpiredSessions(trx, { now: instantOf(now), idleSince: instantOf(now - IDLE_MS) });
        await insertSession(trx, {
          hash: hashToken(token),
          staff: row.id,
          at: instantOf(now),
          expiresAt: instantOf(now + SESSION_MS),
        });
        await recordAudit(trx, {
          at: instantOf(now),
          actor: row,
          action: 'staff.signin',
          subject: account,
          region: null,
        });
      });
      return token;
    },

    /** Who a token stands for; throws `not-signed-in` for unknown, idle and ended sessions. */
    async authenticate(token: string | undefined) {
      const hash = token && hashToken(token);
      const row = hash ? await findSession(store.db, hash) : undefined;
      const now = clock();
      if (!hash || !row || Date.parse(row.expires_at) <= now || Date.parse(row.seen_at) + IDLE_MS <= now)
        throw new ProblemError('not-signed-in');
      if (Date.parse(row.seen_at) + TOUCH_MS <= now) await touchSession(store.db, hash, instantOf(now));
      const grants = await findGrants(store.db, [row.id]);
      return {
        id: row.id,
        name: row.name,
        grants: grants.map(({ role, region_code, department }) => ({ role, region: region_code, department })),
        mustChangePassword: row.must_change_password,
        session: hash,
        expiresAt: row.expires_at,
      };
    },

    signOut: (hash: string) => deleteSession(store.db, hash),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
