// Households that asked to be called about an offer, and what became of it.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Contact, listContacts, moveContact } from '../../../contract/broadband.ts';
import type { ContactId, OfferId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { maskAddress } from '../../../domain/boxes/mask.ts';
import { contactAfter, contactMoves } from '../../../domain/broadband/contact.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { OfferService } from './offers.ts';
import {
  type ContactRow,
  findContact,
  findWaiting,
  insertContact,
  lockContact,
  pageOfContacts,
  updateContact,
} from './store.ts';

type Trx = Transaction<Database>;

export function createContactService(deps: {
  store: Store;
  runtime: Runtime;
  offers: Pick<OfferService, 'available'>;
}) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  /** Not there for whoever may not call the household. */
  async function found(trx: Trx, actor: Actor, id: ContactId): Promise<ContactRow> {
    const row = await findContact(trx, id);
    if (!row || !can(actor, 'offer.write', row.household)) throw new ProblemError('not-found');
    return row;
  }

  return {
    /** Call `households.allowPrivate` before: nobody asks for a call in somebody else's name. */
    async ask({ household }: BoxCaller, offerId: OfferId): Promise<{ askedAt: Instant }> {
      const id = runtime.uuids() as ContactId;
      const at = now();
      return store.transaction(async (trx) => {
        const offer = await deps.offers.available(trx, offerId, household);
        if (!offer) throw new ProblemError('not-found');
        if (await insertContact(trx, { id, offer, household, at })) {
          const detail = { name: `${offer.provider} ${offer.name}` };
          await recordAudit(trx, { at, actor: null, action: 'contact.ask', subject: id, region: household, detail });
          return { askedAt: at };
        }
        return { askedAt: (await findWaiting(trx, household, offerId))?.asked_at ?? at };
      });
    },

    async list(actor: Actor, query: z.output<(typeof listContacts)['query']>) {
      const own = scopesOrRefuse(actor, 'offer.write');
      const { region, done, page, pageSize } = query;
      if (region) allow(actor, 'offer.write', [region]);
      const { rows, total } = await pageOfContacts(store.db, {
        scopes: region ? [region] : own,
        done: done === '1',
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items: rows.map((row) => contactOf(row, maskAddress(row.home))), total, page, pageSize };
    },

    /** The address in full, and on record who has seen it. */
    async read(actor: Actor, id: ContactId): Promise<Contact> {
      scopesOrRefuse(actor, 'offer.write');
      return store.transaction(async (trx) => {
        const row = await found(trx, actor, id);
        const entry = { action: 'contact.read', subject: id, region: row.household };
        await recordAudit(trx, { at: now(), actor, ...entry });
        return contactOf(row, row.home);
      });
    },

    async move(actor: Actor, id: ContactId, given: z.output<(typeof moveContact)['body']>): Promise<Contact> {
      scopesOrRefuse(actor, 'offer.write');
      const { move, reason } = given;
      const at = now();
      return store.transaction(async (trx) => {
        const before = await lockContact(trx, id);
        if (!before || !can(actor, 'offer.write', before.household)) throw new ProblemError('not-found');
        const state = contactAfter(before.state, move);
        if (!state) throw new ProblemError('move-not-allowed');
        if (state === 'closed' && reason === undefined) throw new ProblemError('reason-missing');
        await updateContact(trx, id, { state, reason: reason ?? null, by_id: actor.id, updated_at: at });
        const entry = { action: `contact.${move}`, subject: id, region: before.household };
        await recordAudit(trx, { at, actor, ...entry, detail: { ...(reason !== undefined && { reason }) } });
        const row = await found(trx, actor, id);
        return contactOf(row, maskAddress(row.home));
      });
    },
  };
}

export type ContactService = ReturnType<typeof createContactService>;

const contactOf = (row: ContactRow, home: string): Contact => ({
  id: row.id,
  offer: row.offer,
  regionName: row.community,
  address: `${row.community} ${home}`,
  state: row.state,
  askedAt: row.asked_at,
  updatedAt: row.updated_at,
  by: row.by,
  reason: row.reason,
  moves: contactMoves(row.state),
});
