// A box's credential: shown once to the box, kept as a hash, rotated without a gap, void at a word.
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { BoxId } from '../../../contract/ids.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/** 24 random bytes in base64url. */
const TOKEN_BYTES = 24;
/** A credential older than this is rotated when the box asks for its home. */
export const ROTATE_AFTER_MS = 30 * 86_400_000;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export function createCredentials(deps: { store: Store; runtime: Runtime }) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  /** The new credential becomes `next` and waits to be used; one that waited before it is void. */
  async function put(trx: Transaction<Database>, box: BoxId, token: string, state: 'next' | 'current'): Promise<void> {
    await trx.deleteFrom('box_credential').where('box_id', '=', box).where('state', '=', state).execute();
    await trx
      .insertInto('box_credential')
      .values({ token_hash: hashToken(token), box_id: box, state, issued_at: now() })
      .execute();
  }

  /** `next` was used: it is the current one from now on, and the use of the one before is a sign of a second box. */
  async function promote(box: BoxId, hash: string): Promise<void> {
    await store.transaction(async (trx) => {
      const mine = () => trx.updateTable('box_credential').where('box_id', '=', box);
      const waiting = await trx
        .selectFrom('box_credential')
        .select('state')
        .where('token_hash', '=', hash)
        .forUpdate()
        .executeTakeFirst();
      if (waiting?.state !== 'next') return;
      await trx.deleteFrom('box_credential').where('box_id', '=', box).where('state', '=', 'old').execute();
      await mine().where('state', '=', 'current').set({ state: 'old' }).execute();
      await mine().where('token_hash', '=', hash).set({ state: 'current' }).execute();
    });
  }

  return {
    /** The box that holds a credential; throws `not-signed-in` for an unknown, revoked or superseded one. */
    async authenticate(token: string | undefined): Promise<BoxCaller> {
      const hash = token && hashToken(token);
      const row = hash
        ? await store.db
            .selectFrom('box_credential')
            .innerJoin('box', 'box.id', 'box_credential.box_id')
            .select(['box.id', 'box.household', 'box.state', 'box_credential.state as credential', 'issued_at'])
            .where('token_hash', '=', hash)
            .executeTakeFirst()
        : undefined;
      if (!hash || !row || row.state === 'revoked' || row.state === 'listed') throw new ProblemError('not-signed-in');
      if (row.credential === 'old') {
        await suspect(row.id);
        throw new ProblemError('not-signed-in');
      }
      if (row.credential === 'next') await promote(row.id, hash);
      return { id: row.id, household: row.household, state: row.state, credentialAt: row.issued_at };
    },

    /** A first credential, in the transaction that binds the box; whatever it had before is void. */
    async issue(trx: Transaction<Database>, box: BoxId): Promise<string> {
      const token = runtime.random(TOKEN_BYTES).toString('base64url');
      await voidAll(trx, box);
      await put(trx, box, token, 'current');
      return token;
    },

    /** For the demo's boxes, whose credentials are written down before. */
    adopt: (trx: Transaction<Database>, box: BoxId, token: string) => put(trx, box, token, 'current'),

    /** A credential to follow the present one. */
    async rotate(box: BoxId): Promise<string> {
      const token = runtime.random(TOKEN_BYTES).toString('base64url');
      await store.transaction((trx) => put(trx, box, token, 'next'));
      return token;
    },

    /** True where the credential is known, in whatever state. */
    async knows(token: string): Promise<boolean> {
      const hash = hashToken(token);
      const found = await store.db
        .selectFrom('box_credential')
        .select('box_id')
        .where('token_hash', '=', hash)
        .executeTakeFirst();
      return found !== undefined;
    },

    voidAll,
    suspect,
  };

  async function voidAll(trx: Transaction<Database>, box: BoxId): Promise<void> {
    await trx.deleteFrom('box_credential').where('box_id', '=', box).execute();
  }

  /** Two boxes seem to share a credential: noted with the first sign, for a person to look into. */
  async function suspect(box: BoxId): Promise<void> {
    await store.db
      .updateTable('box')
      .set({ suspect_since: now() })
      .where('id', '=', box)
      .where('suspect_since', 'is', null)
      .execute();
  }
}

export type Credentials = ReturnType<typeof createCredentials>;
