// Puts an endpoint of the contract on the server: schema, access and handler in one call.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access, Endpoint } from '../../contract/endpoint.ts';
import type { BoxId } from '../../contract/ids.ts';
import { Problem } from '../../contract/problem.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Instant } from '../../contract/time.ts';
import type { Actor } from '../../domain/access/can.ts';

/** A signed-in staff member. */
interface StaffCaller extends Actor {
  readonly mustChangePassword: boolean;
  /** SHA-256 of the session's token; names this session among the account's. */
  readonly session: string;
}

/** A set-top box that showed its credential. */
export interface BoxCaller {
  readonly id: BoxId;
  readonly household: RegionCode;
  readonly state: 'bound' | 'authorised';
  /** When its credential was issued. */
  readonly credentialAt: Instant;
}

/** Who calls, as the endpoint's access says: a handler cannot reach a caller that was not checked. */
type CallerOf<A extends Access> = A extends 'box' ? BoxCaller : A extends 'public' ? null : StaffCaller;

interface Call<E extends Endpoint> {
  readonly caller: CallerOf<E['access']>;
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Finds out who calls; throws a ProblemError where the endpoint's access forbids them. */
export type Authenticate = (request: FastifyRequest, access: Access) => Promise<StaffCaller | BoxCaller | null>;

/** For what stands beside the endpoints: staff, or a ProblemError. */
export type IdentifyStaff = (request: FastifyRequest, access: 'staff' | 'session') => Promise<StaffCaller>;

/** What a handler answers instead of a reply when the caller's copy is still good (304). */
export const NOT_MODIFIED = Symbol('not modified');

/** Calls in so many ms, of each address unless `keyGenerator` names something else. */
export interface RateLimit {
  readonly max: number;
  readonly timeWindow: number;
  readonly keyGenerator?: (request: FastifyRequest) => string;
}

export type Serve = <E extends Endpoint>(
  endpoint: E,
  handle: (call: Call<E>) => Promise<z.input<E['reply']> | typeof NOT_MODIFIED>,
  options?: { readonly rateLimit: RateLimit },
) => void;

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

export function createServe(app: FastifyInstance, authenticate: Authenticate): Serve {
  return (endpoint, handle, options) => {
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      config: { endpoint, ...options },
      schema: schemaOf(endpoint),
      handler: async (request, reply) => {
        const caller = await authenticate(request, endpoint.access);
        const { params, query, body } = request;
        // The schema above has parsed the three and the access has chosen the caller: this is where the types say so.
        const call = { caller, params, query, body, request, reply } as unknown as Call<typeof endpoint>;
        const answer = await handle(call);
        if (answer === NOT_MODIFIED) return reply.code(304).send();
        return reply.code(endpoint.status).send(answer);
      },
    });
  };
}

const PROBLEM = {
  description: 'A problem (RFC 9457) with a stable code',
  content: { 'application/problem+json': { schema: Problem } },
};

function schemaOf(endpoint: Endpoint) {
  const given = <K extends 'params' | 'query' | 'body'>(key: K) => endpoint[key].type !== 'undefined';
  return {
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...(given('params') && { params: endpoint.params }),
    ...(given('query') && { querystring: endpoint.query }),
    ...(given('body') && { body: endpoint.body }),
    response: { ...(endpoint.status !== 204 && { [endpoint.status]: endpoint.reply }), default: PROBLEM },
    ...(endpoint.access !== 'public' && { security: [{ [endpoint.access === 'box' ? 'box' : 'session']: [] }] }),
  };
}
