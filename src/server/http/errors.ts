// Every error leaves as a problem (RFC 9457); nothing internal is told.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { PROBLEM_STATUS, type ProblemCode } from '../../contract/problem.ts';
import { ProblemError, problemBody } from '../problem.ts';
import { StoreError } from '../store/errors.ts';

/** A part of the addresses whose errors look otherwise, as a standard wants them. */
export interface Edge {
  readonly prefix: string;
  send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply;
}

/** For addresses that cannot even be read: they reach no route, and no route's own way with errors. */
export const answerUnrouted =
  (edges: readonly Edge[]) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const edge = edges.find(({ prefix }) => request.url.startsWith(prefix));
    const problem = toProblem(error);
    if (edge) edge.send(request, reply, problem);
    else sendProblem(reply, problem);
  };

export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (isFault(problem.code)) request.log.error({ err: error, url: request.routeOptions.url }, 'failed');
    return sendProblem(reply, problem);
  });
  // Where a problem's `type` leads.
  app.get<{ Params: { code: string } }>('/api/problems/:code', { schema: { hide: true } }, async (request) => {
    const { code } = request.params;
    if (!Object.hasOwn(PROBLEM_STATUS, code)) throw new ProblemError('not-found');
    return problemBody(new ProblemError(code as ProblemCode));
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not-found')));
}

/** Those who are asked to come back are no fault: in a storm there are thousands. */
export const isFault = (code: ProblemCode): boolean =>
  PROBLEM_STATUS[code] >= 500 && code !== 'crowded' && code !== 'draining';

export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  return reply
    .code(PROBLEM_STATUS[problem.code])
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem));
}

/** What Fastify and its plugins throw, by their own codes. */
const FOREIGN: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-input',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-input',
  FST_FILES_LIMIT: 'bad-input',
};

export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((each) => ({
      path: each.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: each.message ?? '',
    }));
    return new ProblemError('bad-input', { errors });
  }
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code && code in FOREIGN) return new ProblemError(FOREIGN[code] ?? 'internal');
  if (statusCode === 429) return new ProblemError('too-many-requests');
  if (statusCode !== undefined && statusCode < 500) return new ProblemError('bad-input');
  if (error instanceof StoreError && error.code === 'unavailable') return new ProblemError('store-unavailable');
  // PostgreSQL's classes for a lost connection, missing resources and a shutdown.
  if (code && /^(ECONN|57P|53|08)/.test(code)) return new ProblemError('store-unavailable');
  return new ProblemError('internal');
}
