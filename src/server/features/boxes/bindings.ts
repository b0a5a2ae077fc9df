// Where a box stands and what it may: bound to a household, authorised, moved, revoked, unbound.
import type { Transaction } from 'kysely';
import type { Bound, BoxFacts, SmartCard } from '../../../contract/activation.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { Bus } from '../../bus/port.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { HouseholdService } from '../households/service.ts';
import type { Credentials } from './credentials.ts';
import {
  endActivity,
  findByCard,
  findPlace,
  findState,
  forgetReports,
  insertBox,
  lockBox,
  updateBox,
} from './store.ts';

type Trx = Transaction<Database>;

export function createBindings(deps: {
  store: Store;
  runtime: Runtime;
  bus: Bus;
  credentials: Credentials;
  households: HouseholdService;
}) {
  const { store, runtime, bus, credentials, households } = deps;
  const at = () => instantOf(runtime.clock());
  const today = () => dayOf(runtime.clock());

  /** The box leaves where it stood: counts there no longer, hears nothing more, and its reports are history. */
  async function leave(trx: Trx, box: BoxId): Promise<void> {
    await endActivity(trx, box, today());
    await forgetReports(trx, box);
    await bus.tell(trx, { to: { box }, what: 'disconnect' });
  }

  async function placeOf(trx: Trx, household: RegionCode) {
    const place = await findPlace(trx, household);
    if (!place) throw new ProblemError('household-unknown');
    return place;
  }

  /** The box, locked, where the actor may manage it; with a second region that must be theirs too. */
  async function managed(trx: Trx, actor: Actor, id: BoxId, also: readonly RegionCode[] = []) {
    const box = await lockBox(trx, id);
    if (!box || !can(actor, 'box.manage', box.household)) throw new ProblemError('not-found');
    allow(actor, 'box.manage', also);
    return box;
  }

  return {
    /** The box of a smart card in the operator's list, where the actor may activate it. */
    async findListed(actor: Actor, card: SmartCard) {
      const row = await findByCard(store.db, card);
      if (!row || !can(actor, 'box.activate', row.household)) return null;
      return { id: row.id, household: row.household, place: row.short_name, name: row.name, state: row.state };
    },

    /** True where the box has used its credential since then. */
    async wasSeenSince(trx: Trx, id: BoxId, since: Instant): Promise<boolean> {
      const seen = (await findState(trx, id))?.last_seen_at;
      return seen != null && seen >= since;
    },

    /** Part of an activation, which has checked access. A box activated again loses what it had. */
    async bind(
      trx: Trx,
      actor: Actor,
      input: { household: RegionCode; listed: BoxId | null; facts: BoxFacts },
    ): Promise<Bound> {
      const { household, listed, facts } = input;
      const { name, place } = await placeOf(trx, household);
      const box = listed ?? (runtime.uuids() as BoxId);
      const model = facts.model ?? null;
      if (listed) {
        const known = await lockBox(trx, listed);
        await leave(trx, box);
        await credentials.voidAll(trx, box);
        await updateBox(trx, box, {
          household,
          name,
          state: 'bound',
          model: model ?? known?.model ?? null,
          suspect_since: null,
        });
      } else await insertBox(trx, { id: box, household, name, model, state: 'bound', created_at: at() });
      const pin = await households.firstPin(trx, household);
      const detail = { household, smartCard: facts.smart_card ?? null };
      await recordAudit(trx, { at: at(), actor, action: 'box.activate', subject: box, region: household, detail });
      return { box, place, name, pin };
    },

    async authorise(actor: Actor, ids: readonly BoxId[]): Promise<{ authorised: number }> {
      scopesOrRefuse(actor, 'box.authorise');
      return store.transaction(async (trx) => {
        let authorised = 0;
        // In one order, so that two who do the same never wait in a ring.
        for (const id of [...new Set(ids)].sort()) {
          const box = await lockBox(trx, id);
          if (box?.state !== 'bound') continue;
          allow(actor, 'box.authorise', [box.household]);
          await updateBox(trx, id, { state: 'authorised' });
          await recordAudit(trx, { at: at(), actor, action: 'box.authorise', subject: id, region: box.household });
          await bus.tell(trx, { to: { box: id }, what: 'refresh' });
          authorised += 1;
        }
        return { authorised };
      });
    },

    async move(actor: Actor, id: BoxId, { household, reason }: { household: RegionCode; reason: string }) {
      scopesOrRefuse(actor, 'box.manage');
      await store.transaction(async (trx) => {
        const box = await managed(trx, actor, id, [household]);
        const { name } = await placeOf(trx, household);
        const installed = box.state === 'bound' || box.state === 'authorised';
        if (!installed || box.household === household) throw new ProblemError('box-state');
        await leave(trx, id);
        await updateBox(trx, id, { household, name, state: 'bound' });
        const detail = { from: box.household, to: household, reason };
        await recordAudit(trx, { at: at(), actor, action: 'box.move', subject: id, region: household, detail });
      });
    },

    async revoke(actor: Actor, id: BoxId, reason: string) {
      scopesOrRefuse(actor, 'box.manage');
      await store.transaction(async (trx) => {
        const box = await managed(trx, actor, id);
        if (box.state === 'revoked') throw new ProblemError('box-state');
        await leave(trx, id);
        await credentials.voidAll(trx, id);
        await updateBox(trx, id, { state: 'revoked' });
        const detail = { reason };
        await recordAudit(trx, { at: at(), actor, action: 'box.revoke', subject: id, region: box.household, detail });
      });
    },

    /** Somebody looked into it: the suspicion of a second box is taken back. */
    async trust(actor: Actor, id: BoxId, reason: string) {
      scopesOrRefuse(actor, 'box.manage');
      await store.transaction(async (trx) => {
        const box = await managed(trx, actor, id);
        if (box.suspect_since === null) throw new ProblemError('box-state');
        await updateBox(trx, id, { suspect_since: null });
        const detail = { reason };
        await recordAudit(trx, { at: at(), actor, action: 'box.trust', subject: id, region: box.household, detail });
      });
    },

    /** By the installer at the box: back into the operator's list where it has a smart card, else revoked. */
    async unbind(caller: BoxCaller, pin: string): Promise<void> {
      await households.checkPin(caller.household, pin);
      await store.transaction(async (trx) => {
        const box = await lockBox(trx, caller.id);
        if (!box || box.household !== caller.household) throw new ProblemError('box-state');
        await leave(trx, box.id);
        await credentials.voidAll(trx, box.id);
        await updateBox(trx, box.id, { state: box.smart_card === null ? 'revoked' : 'listed' });
        const detail = { by: 'box' };
        await recordAudit(trx, {
          at: at(),
          actor: null,
          action: 'box.unbind',
          subject: box.id,
          region: box.household,
          detail,
        });
      });
    },

    /** A box of the demo with a credential that was written down before, unless it is there already. */
    async ensure(box: { household: RegionCode; name: string; token: string }): Promise<void> {
      if (await credentials.knows(box.token)) return;
      await store.transaction(async (trx) => {
        const id = runtime.uuids() as BoxId;
        const { household, name } = box;
        await insertBox(trx, { id, household, name, model: null, state: 'authorised', created_at: at() });
        await credentials.adopt(trx, id, box.token);
      });
    },
  };
}

export type Bindings = ReturnType<typeof createBindings>;
