// Households: the PIN that opens private content, and that content.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type HouseholdView, PIN_LOCK_MS, PIN_TRIES } from '../../../contract/households.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { type Actor, scopesOf } from '../../../domain/access/can.ts';
import { maskSmartCard } from '../../../domain/boxes/mask.ts';
import { chainOf, coverOf, kindOf } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { signClaims, verifyClaims } from '../../claims.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Random, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { countTry, findBoxesOf, findByWords, findHousehold, findNames, findPin, putPin, settleTry } from './store.ts';

/** Long enough to look at a bill; the television closes it far sooner when nobody presses a key. */
const PASS_MS = 10 * 60_000;
const FOUND = 20;
const FINDERS = ['box.activate', 'request.handle', 'request.assign'] as const;

interface Pass {
  readonly box: BoxId;
  readonly household: RegionCode;
  readonly credentialAt: Instant;
  readonly exp: number;
}

export function createHouseholdService(deps: { store: Store; runtime: Runtime; passKey: Buffer; pinKey: Buffer }) {
  const { store, runtime, passKey, pinKey } = deps;
  const at = (ms = 0) => instantOf(runtime.clock() + ms);

  /** @throws ProblemError pin-missing, pin-locked, pin-wrong */
  async function checkPin(household: RegionCode, pin: string): Promise<void> {
    const tried = await countTry(store.db, household, at());
    if (!tried) throw new ProblemError((await findPin(store.db, household)) ? 'pin-locked' : 'pin-missing');
    // Of many tries at once those past the limit are not even looked at.
    const right = tried.failures <= PIN_TRIES && isSame(tried.pin_hash, hashOf(household, pin));
    if (right) return void (await settleTry(store.db, household, null));
    if (tried.failures < PIN_TRIES) throw new ProblemError('pin-wrong');
    await settleTry(store.db, household, at(PIN_LOCK_MS));
    throw new ProblemError('pin-locked');
  }

  /** A million PINs are soon tried whatever the hash costs: what keeps them is that the key is not in the store. */
  const hashOf = (household: RegionCode, pin: string): string =>
    createHmac('sha256', pinKey).update(`${household}:${pin}`).digest('base64url');

  async function setPin(trx: Transaction<Database>, household: RegionCode): Promise<string> {
    const pin = makePin(runtime.random);
    await putPin(trx, household, hashOf(household, pin), at());
    return pin;
  }

  return {
    checkPin,

    /** A household that gets its first box gets a PIN, told once; null where it has one. For binding: checks no access. */
    async firstPin(trx: Transaction<Database>, household: RegionCode): Promise<string | null> {
      if (await findPin(trx, household)) return null;
      return setPin(trx, household);
    },

    /** Until when the PIN is locked; null: there is none. For other services: checks no access. */
    async pinState(household: RegionCode): Promise<{ lockedUntil: Instant | null } | null> {
      const row = await findPin(store.db, household);
      return row ? { lockedUntil: row.locked_until && row.locked_until > at() ? row.locked_until : null } : null;
    },

    async openPrivate(box: BoxCaller, pin: string) {
      if (box.state !== 'authorised') throw new ProblemError('box-not-authorised');
      await checkPin(box.household, pin);
      const exp = runtime.clock() + PASS_MS;
      const pass: Pass = { box: box.id, household: box.household, credentialAt: box.credentialAt, exp };
      return { pass: signClaims(passKey, pass), expiresAt: instantOf(exp) };
    },

    /** What private content begins with: the pass must be this box's, in this household, by this credential. */
    allowPrivate(box: BoxCaller, pass: unknown): void {
      if (box.state !== 'authorised') throw new ProblemError('box-not-authorised');
      const claims = typeof pass === 'string' ? verifyClaims<Pass>(passKey, pass, runtime.clock()) : null;
      const own =
        claims?.box === box.id && claims.household === box.household && claims.credentialAt === box.credentialAt;
      if (!own) throw new ProblemError('private-closed');
    },

    /** Call `allowPrivate` before. */
    async view(box: BoxCaller): Promise<HouseholdView> {
      const [names, boxes] = await Promise.all([
        findNames(
          store.db,
          chainOf(box.household).filter((code) => !['grid', 'building'].includes(kindOf(code))),
        ),
        findBoxesOf(store.db, box.household),
      ]);
      return {
        address: names.map((each) => each.short_name).join(' '),
        boxes: boxes.map((each) => ({
          smartCard: each.smart_card && maskSmartCard(each.smart_card),
          model: each.model,
          state: each.state,
          since: each.created_at,
          own: each.id === box.id,
        })),
      };
    },

    async resetPin(actor: Actor, household: RegionCode, reason: string): Promise<{ pin: string }> {
      scopesOrRefuse(actor, 'household.pin');
      allow(actor, 'household.pin', [household]);
      if (!(await findHousehold(store.db, household))) throw new ProblemError('household-unknown');
      return store.transaction(async (trx) => {
        const pin = await setPin(trx, household);
        const detail = { reason };
        await recordAudit(trx, {
          at: at(),
          actor,
          action: 'household.pin',
          subject: household,
          region: household,
          detail,
        });
        return { pin };
      });
    },

    /** For whoever binds a box to it, or enters what it asked for. */
    async find(actor: Actor, text: string) {
      const scopes = coverOf(FINDERS.flatMap((each) => scopesOf(actor, each)));
      if (scopes.length === 0) throw new ProblemError('forbidden');
      return { items: await findByWords(store.db, scopes, text.split(/\s+/), FOUND) };
    },
  };
}

export type HouseholdService = ReturnType<typeof createHouseholdService>;

/** Six digits, each as likely as the next. */
function makePin(random: Random): string {
  let number = random(4).readUInt32LE();
  // The largest multiple of a million that four bytes hold: above it small numbers would be likelier.
  while (number >= 4_294_000_000) number = random(4).readUInt32LE();
  return String(number % 1_000_000).padStart(6, '0');
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
