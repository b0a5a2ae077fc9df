// Broadband offers and households that ask to be called, over HTTP.
import {
  askForContact,
  createOffer,
  listContacts,
  listOffers,
  moveContact,
  readContact,
  removeOffer,
  updateOffer,
} from '../../../contract/broadband.ts';
import { PRIVATE_HEADER } from '../../../contract/households.ts';
import type { Serve } from '../../http/route.ts';
import type { HouseholdService } from '../households/service.ts';
import type { ContactService } from './contacts.ts';
import type { OfferService } from './offers.ts';

export function broadbandRoutes(
  serve: Serve,
  deps: { offers: OfferService; contacts: ContactService; households: Pick<HouseholdService, 'allowPrivate'> },
): void {
  const { offers, contacts, households } = deps;
  serve(askForContact, ({ caller, params, request, reply }) => {
    households.allowPrivate(caller, request.headers[PRIVATE_HEADER]);
    reply.header('cache-control', 'no-store');
    return contacts.ask(caller, params.id);
  });
  serve(listOffers, ({ caller, query }) => offers.list(caller, query));
  serve(createOffer, ({ caller, body }) => offers.create(caller, body));
  serve(updateOffer, ({ caller, params, body: { revision, ...input } }) =>
    offers.update(caller, params.id, input, revision),
  );
  serve(removeOffer, async ({ caller, params }) => {
    await offers.remove(caller, params.id);
    return undefined;
  });
  serve(listContacts, ({ caller, query }) => contacts.list(caller, query));
  serve(readContact, ({ caller, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return contacts.read(caller, params.id);
  });
  serve(moveContact, ({ caller, params, body }) => contacts.move(caller, params.id, body));
}
