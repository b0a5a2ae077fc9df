// Finds out who calls: a session's cookie for staff, a bearer credential for boxes. Refuses what comes from another site.
import type { FastifyRequest } from 'fastify';
import type { BoxService } from '../features/boxes/service.ts';
import { SESSION_COOKIE } from '../features/staff/routes.ts';
import type { Sessions } from '../features/staff/sessions.ts';
import { ProblemError } from '../problem.ts';
import type { Authenticate } from './route.ts';

export function createAuthenticate(deps: { sessions: Sessions; boxes: BoxService }): Authenticate {
  return async (request, access) => {
    if (access === 'box') return deps.boxes.authenticate(bearerOf(request));
    refuseOtherSites(request);
    if (access === 'public') return null;
    const caller = await deps.sessions.authenticate(request.cookies[SESSION_COOKIE]);
    if (caller.mustChangePassword && access === 'staff') throw new ProblemError('password-change-required');
    return caller;
  };
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
}

/** Browsers tell where a request comes from; the cookie is SameSite=Strict besides. */
function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new ProblemError('cross-site');
  const { origin } = request.headers;
  if (origin && URL.parse(origin)?.host !== request.headers.host) throw new ProblemError('cross-site');
}
