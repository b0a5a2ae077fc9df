// Households over HTTP.
import { findHouseholds, openPrivate, PRIVATE_HEADER, readHousehold, resetPin } from '../../../contract/households.ts';
import type { Serve } from '../../http/route.ts';
import type { HouseholdService } from './service.ts';

export function householdRoutes(serve: Serve, households: HouseholdService): void {
  serve(openPrivate, ({ caller, body }) => households.openPrivate(caller, body.pin));
  serve(readHousehold, ({ caller, request, reply }) => {
    households.allowPrivate(caller, request.headers[PRIVATE_HEADER]);
    reply.header('cache-control', 'no-store');
    return households.view(caller);
  });
  serve(resetPin, ({ caller, params, body }) => households.resetPin(caller, params.code, body.reason));
  serve(findHouseholds, ({ caller, query }) => households.find(caller, query.text));
}
