// A household's requests over HTTP; all but sending and query codes behind its PIN.
import type { FastifyRequest } from 'fastify';
import {
  listOwnRequests,
  moveOwnRequest,
  readByQueryCode,
  readOwnRequest,
  sendRequest,
} from '../../../contract/box-requests.ts';
import { PRIVATE_HEADER } from '../../../contract/households.ts';
import type { BoxCaller, Serve } from '../../http/route.ts';
import type { HouseholdService } from '../households/service.ts';
import type { Own } from './own.ts';
import type { RequestService } from './service.ts';

export function ownRequestRoutes(
  serve: Serve,
  deps: { requests: RequestService; own: Own; households: Pick<HouseholdService, 'allowPrivate'> },
): void {
  const { requests, own } = deps;
  const allowed = (caller: BoxCaller, { headers }: FastifyRequest) =>
    deps.households.allowPrivate(caller, headers[PRIVATE_HEADER]);

  serve(sendRequest, ({ caller, params, body }) => requests.send(caller, params.id, body));
  serve(readByQueryCode, ({ caller, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return own.byCode(caller, params.code);
  });
  serve(listOwnRequests, async ({ caller, request, reply }) => {
    allowed(caller, request);
    reply.header('cache-control', 'no-store');
    return own.list(caller);
  });
  serve(readOwnRequest, async ({ caller, params, request, reply }) => {
    allowed(caller, request);
    reply.header('cache-control', 'no-store');
    return own.read(caller, params.id);
  });
  serve(moveOwnRequest, async ({ caller, params, body, request, reply }) => {
    allowed(caller, request);
    reply.header('cache-control', 'no-store');
    return own.move(caller, params.id, body);
  });
}
