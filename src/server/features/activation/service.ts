// Activation: codes for boxes that ask, the decision of the staff, the credential for the box (RFC 8628).

import type { z } from 'zod';
import type {
  Activation,
  approveActivation,
  Bound,
  BoxFacts,
  DeviceAuthorization,
  TokenReply,
  UserCode,
} from '../../../contract/activation.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { CARD_GUESSES, GUESS_WAIT_MS, GUESSES, makeUserCode, showUserCode } from '../../../domain/boxes/user-code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import { countGuess, takeBackGuess } from '../../store/guesses.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { Bindings } from '../boxes/bindings.ts';
import { type Credentials, hashToken } from '../boxes/credentials.ts';
import { OauthProblem } from './oauth-problem.ts';
import {
  countPending,
  deleteEnded,
  findPending,
  insertActivation,
  lockByDevice,
  lockByUser,
  updateActivation,
} from './store.ts';

const CODE_MS = 15 * 60_000;
const INTERVAL_S = 5;
/** RFC 8628 section 3.5. */
const SLOWER_S = 5;
/** Ended ones are kept so long, for a box that asks late. */
const KEEP_MS = 3_600_000;
/** More codes at once than any operator's installers need; past it a flood is turned away. */
const MOST_PENDING = 50_000;

/** Who decides, and from where. */
export interface Desk {
  readonly actor: Actor;
  readonly address: string;
}

export function createActivationService(deps: {
  store: Store;
  runtime: Runtime;
  credentials: Credentials;
  bindings: Bindings;
}) {
  const { store, runtime, credentials, bindings } = deps;
  const at = (ms = 0) => instantOf(runtime.clock() + ms);

  /** The activation a code stands for; a wrong guess counts against the address and the account. */
  async function guess({ actor, address }: Desk, userCode: UserCode) {
    const sources = [`address:${address}`, `staff:${actor.id}`];
    const counts = await Promise.all(sources.map((source) => countGuess(store.db, source, at(), at(-GUESS_WAIT_MS))));
    if (counts.some((count) => count > GUESSES)) throw new ProblemError('code-guesses');
    const row = await findPending(store.db, userCode, at());
    if (!row) throw new ProblemError('code-unknown');
    await takeBackGuess(store.db, sources);
    return row;
  }

  return {
    /** Section 3.1 and 3.2. `verificationUri` is the console's page for codes. */
    async begin(facts: BoxFacts, verificationUri: string): Promise<DeviceAuthorization> {
      await deleteEnded(store.db, at(-KEEP_MS));
      const { count } = await countPending(store.db, at());
      if (count >= MOST_PENDING) throw new OauthProblem('temporarily_unavailable');
      const deviceCode = runtime.random(32).toString('base64url');
      const row = { deviceHash: hashToken(deviceCode), facts, interval: INTERVAL_S, at: at(), expiresAt: at(CODE_MS) };
      let userCode = makeUserCode(runtime.random);
      while (!(await insertActivation(store.db, { ...row, userCode }))) userCode = makeUserCode(runtime.random);
      return {
        device_code: deviceCode,
        user_code: showUserCode(userCode),
        verification_uri: verificationUri,
        verification_uri_complete: `${verificationUri}?code=${userCode}`,
        expires_in: CODE_MS / 1000,
        interval: INTERVAL_S,
      };
    },

    /** Section 3.4 and 3.5. @throws OauthProblem with the error codes of section 3.5 and RFC 6749 section 5.2 */
    async token(deviceCode: string): Promise<TokenReply> {
      const deviceHash = hashToken(deviceCode);
      // The refusals note when the box asked: they are thrown after the commit.
      const answer = await store.transaction(async (trx) => {
        const row = await lockByDevice(trx, deviceHash);
        if (!row) return new OauthProblem('invalid_grant');
        if (row.state === 'denied' || row.state === 'cancelled') return new OauthProblem('access_denied');
        if (row.expires_at <= at()) return new OauthProblem('expired_token');
        if (row.state === 'pending') {
          const soon = row.polled_at !== null && at() < instantOf(Date.parse(row.polled_at) + row.interval_s * 1000);
          const interval_s = row.interval_s + (soon ? SLOWER_S : 0);
          await updateActivation(trx, deviceHash, { polled_at: at(), interval_s });
          return new OauthProblem(soon ? 'slow_down' : 'authorization_pending');
        }
        if (row.box_id === null) throw new Error('an approved activation without a box');
        // The answer may have been lost on its way: as long as the credential was not used it is handed out anew.
        if (row.issued_at !== null && (await bindings.wasSeenSince(trx, row.box_id, row.issued_at)))
          return new OauthProblem('invalid_grant');
        await updateActivation(trx, deviceHash, { issued_at: at() });
        return credentials.issue(trx, row.box_id);
      });
      if (answer instanceof OauthProblem) throw answer;
      return { access_token: answer, token_type: 'Bearer', scope: 'box' };
    },

    async read(desk: Desk, userCode: UserCode): Promise<Activation> {
      scopesOrRefuse(desk.actor, 'box.activate');
      const row = await guess(desk, userCode);
      const card = row.facts.smart_card;
      return {
        userCode: showUserCode(row.user_code),
        expiresAt: row.expires_at,
        facts: row.facts,
        listed: (card && (await bindings.findListed(desk.actor, card))) || null,
      };
    },

    /** Binds the box; its credential is made when it asks next. */
    async approve(desk: Desk, userCode: UserCode, input: z.output<(typeof approveActivation)['body']>): Promise<Bound> {
      const { actor } = desk;
      scopesOrRefuse(actor, 'box.activate');
      const row = await guess(desk, userCode);
      const told = row.facts.smart_card;
      const card = input.smartCard ?? told ?? null;
      const listed = card === null ? null : await bindings.findListed(actor, card);
      if (input.smartCard !== null && (!listed || (told !== undefined && told !== input.smartCard)))
        return refuseCard(row.device_code_hash, userCode);
      const household = input.household ?? listed?.household;
      if (!household) throw new ProblemError('household-missing');
      allow(actor, 'box.activate', [household]);
      return store.transaction(async (trx) => {
        const locked = await lockByUser(trx, userCode);
        if (locked?.state !== 'pending') throw new ProblemError('code-unknown');
        const { facts } = locked;
        const bound = await bindings.bind(trx, actor, { household, listed: listed?.id ?? null, facts });
        await updateActivation(trx, locked.device_code_hash, { state: 'approved', box_id: bound.box });
        return bound;
      });
    },

    async deny(desk: Desk, userCode: UserCode): Promise<void> {
      scopesOrRefuse(desk.actor, 'box.activate');
      const row = await guess(desk, userCode);
      await store.transaction(async (trx) => {
        await updateActivation(trx, row.device_code_hash, { state: 'denied' });
        await recordAudit(trx, { at: at(), actor: desk.actor, action: 'box.deny', subject: userCode, region: null });
      });
    },
  };

  /** A code whose card is guessed at is void after the fifth wrong one, whoever guesses. */
  async function refuseCard(deviceHash: string, userCode: UserCode): Promise<never> {
    const wrong = await store.transaction(async (trx) => {
      const count = ((await lockByUser(trx, userCode))?.wrong_cards ?? 0) + 1;
      const end = count >= CARD_GUESSES ? { state: 'cancelled' as const } : {};
      await updateActivation(trx, deviceHash, { wrong_cards: count, ...end });
      return count;
    });
    throw new ProblemError(wrong >= CARD_GUESSES ? 'code-cancelled' : 'smart-card-unknown');
  }
}

export type ActivationService = ReturnType<typeof createActivationService>;
