// Finds out who calls: staff by a cookie, boxes and the command line by a bearer credential. Refuses other sites' requests.
import type { FastifyRequest } from 'fastify';
import type { Credentials } from '../features/boxes/credentials.ts';
import type { CommandLine } from '../features/staff/command-line.ts';
import { SESSION_COOKIE } from '../features/staff/routes.ts';
import type { Sessions } from '../features/staff/sessions.ts';
import { ProblemError } from '../problem.ts';
import type { Authenticate, IdentifyStaff } from './route.ts';

export function createAuthenticate(deps: { identifyStaff: IdentifyStaff; credentials: Credentials }): Authenticate {
  return async (request, access) => {
    if (access === 'box') return deps.credentials.authenticate(bearerOf(request));
    if (access !== 'public') return deps.identifyStaff(request, access);
    refuseOtherSites(request);
    return null;
  };
}

/** Staff alone, also for what stands beside the endpoints. */
export function createIdentifyStaff(deps: { sessions: Sessions; commandLine: CommandLine }): IdentifyStaff {
  return async (request, access) => {
    refuseOtherSites(request);
    const bearer = bearerOf(request);
    if (access === 'staff' && bearer && deps.commandLine.claims(bearer)) return deps.commandLine.authenticate(bearer);
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
