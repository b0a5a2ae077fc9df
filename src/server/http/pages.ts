// The built pages: the TV app, the console and the phone's, with the headers a browser needs to distrust everything else.
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ProblemError } from '../problem.ts';
import { sendProblem } from './errors.ts';

/** Lightning's core compiles functions at run time; nothing else on the page may. See docs/adr. */
const TV_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'self'; base-uri 'none'; object-src 'none'";
const CONSOLE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'";

const PHONE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Addresses below a page that cannot be files (no dot) are the page's own: it shows them itself. */
const NO_FILE = /^[\w/-]*$/;
/** A link with its token, which has a dot. */
const LINK = /^\/m\/r\/[\w.-]*$/;

export async function servePages(app: FastifyInstance, dist: string): Promise<void> {
  await servePage(app, '/tv', path.join(dist, 'tv'), TV_POLICY);
  await servePage(app, '/console', path.join(dist, 'console'), CONSOLE_POLICY);
  await servePage(app, '/m/r', path.join(dist, 'phone'), PHONE_POLICY, LINK);
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'));
}

async function servePage(
  app: FastifyInstance,
  prefix: string,
  root: string,
  policy: string,
  own: RegExp = NO_FILE,
): Promise<void> {
  await app.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root,
        redirect: true,
        preCompressed: true,
        dotfiles: 'ignore',
        ...headers(policy),
      });
      scope.setNotFoundHandler((request, reply) => {
        if (request.method === 'GET' && own.test(request.url.split('?')[0] ?? '')) return reply.sendFile('index.html');
        return sendProblem(reply, new ProblemError('not-found'));
      });
    },
    { prefix },
  );
}

const headers = (policy: string) => ({
  cacheControl: false,
  setHeaders: (reply: FastifyReply, file: string) => {
    // Built files carry their digest in the name; the pages that name them do not.
    reply.header('cache-control', /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    reply.header('content-security-policy', policy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  },
});
