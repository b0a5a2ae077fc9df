// Finds out who calls: staff by a cookie, boxes and the command line by a bearer credential. Refuses other sites' requests.
import type { FastifyRequest } from 'fastify';
import type { Access } from '../../contract/endpoint.ts';
import type { Credentials } from '../features/boxes/credentials.ts';
import type { CommandLine } from '../features/staff/command-line.ts';
import { SESSION_COOKIE } from '../features/staff/routes.ts';
import type { Sessions } from '../features/staff/sessions.ts';
import { ProblemError } from '../problem.ts';
import type { Authenticate } from './route.ts';

export function createAuthenticate(deps: {
  sessions: Sessions;
  credentials: Credentials;
  commandLine: CommandLine;
}): Authenticate {
  const authenticate = async (request: FastifyRequest, access: Access) => {
    if (access === 'box') return deps.credentials.authenticate(bearerOf(request));
    refuseOtherSites(request);
    if (access === 'public') return null;
    const bearer = bearerOf(request);
    if (access === 'staff' && bearer && deps.commandLine.claims(bearer)) return deps.commandLine.authenticate(bearer);
    const caller = await deps.sessions.authenticate(request.cookies[SESSION_COOKIE]);
    if (caller.mustChangePassword && access === 'staff') throw new ProblemError('password-change-required');
    return caller;
  };
  // Which caller belongs to which access TypeScript cannot follow through the branches.
  return authenticate as Authenticate;
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
