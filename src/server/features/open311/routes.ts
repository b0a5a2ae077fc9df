// Open311 GeoReport v2 over HTTP, in XML and JSON, with errors of its own; and the keys, as endpoints of the console.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createOpen311Key, listOpen311Keys, revokeOpen311Key } from '../../../contract/open311-calls.ts';
import { CategoryCode } from '../../../contract/requests.ts';
import { Instant } from '../../../contract/time.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { type Edge, isFault, toProblem } from '../../http/errors.ts';
import type { Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import { type Answer, sendAnswer, sendErrors, withoutFormat } from './answers.ts';
import { type Given, givenOf } from './given.ts';
import type { Open311Keys } from './keys.ts';
import { type createPublished, inShanghai } from './published.ts';
import { definitionOf, isOffered, serviceOf } from './services.ts';
import { findCategories, findCategory, findChange } from './store.ts';
import type { createSubmission } from './submit.ts';

const PREFIX = '/open311';
/** Also what is no address at all is answered as Open311 has it. */
export const open311Edge: Edge = { prefix: `${PREFIX}/`, send: sendErrors };
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
/** Four thousand characters, escaped, with all that goes with them. */
const FORM_LIMIT = 128_000;
const READ_LIMIT = { max: 120, timeWindow: 60_000 };
const SEND_LIMIT = { max: 60, timeWindow: 60_000 };

export function open311KeyRoutes(serve: Serve, keys: Open311Keys): void {
  serve(listOpen311Keys, ({ caller }) => keys.list(caller));
  serve(createOpen311Key, ({ caller, body }) => keys.create(caller, body));
  serve(revokeOpen311Key, ({ caller, params }) => keys.revoke(caller, params.id));
}

export async function open311Routes(
  app: FastifyInstance,
  deps: {
    store: Store;
    submission: ReturnType<typeof createSubmission>;
    published: ReturnType<typeof createPublished>;
    publicUrl: string | undefined;
    isDemo: boolean;
  },
): Promise<void> {
  const { store, submission, published } = deps;

  async function services(): Promise<Answer> {
    return (await findCategories(store.db)).filter(isOffered).map(serviceOf);
  }

  async function definition(name: string): Promise<Answer> {
    const code = CategoryCode.safeParse(name);
    const category = code.success ? await findCategory(store.db, code.data) : undefined;
    if (!category || !isOffered(category)) throw new ProblemError('not-found', { detail: TEXTS.noService });
    return definitionOf(category);
  }

  async function discovery(request: FastifyRequest): Promise<Answer> {
    const changeset = inShanghai((await findChange(store.db)) ?? Instant.parse(instantOf(0)));
    return {
      changeset,
      contact: TEXTS.contact,
      key_service: TEXTS.keyService,
      endpoints: [
        {
          specification: SPECIFICATION,
          url: `${baseUrlOf(request, deps.publicUrl)}${PREFIX}/v2`,
          changeset,
          type: deps.isDemo ? 'test' : 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    };
  }

  await app.register(
    async (scope) => {
      scope.setErrorHandler(async (error, request, reply) => {
        const problem = toProblem(error);
        if (isFault(problem.code)) request.log.error({ err: error, url: request.routeOptions.url }, 'failed');
        else if (request.method === 'POST') await submission.refused(() => givenIn(request), problem.code);
        return sendErrors(request, reply, problem);
      });
      scope.setNotFoundHandler((request, reply) =>
        sendErrors(request, reply, new ProblemError('not-found', { detail: TEXTS.noCall })),
      );
      takeForms(scope);

      type Call = (given: Given, name: string, request: FastifyRequest) => Promise<Answer>;
      const on = (call: Call, root: string) => async (request: FastifyRequest, reply: FastifyReply) => {
        const given = givenIn(request);
        refuseOthers(given);
        const { name = '' } = request.params as { name?: string };
        return sendAnswer(request, reply, root, await call(given, withoutFormat(name), request));
      };
      const get = (path: string, summary: string, call: Call, root: string) => {
        for (const end of path.endsWith(':name') ? [''] : ['', '.xml', '.json'])
          scope.get(`${path}${end}`, { schema: told(summary), config: { rateLimit: READ_LIMIT } }, on(call, root));
      };
      // Some clients look for it below the endpoint.
      for (const path of ['/discovery', '/v2/discovery'])
        get(path, 'Where Open311 is served, in what formats', (_given, _name, r) => discovery(r), 'discovery');
      get('/v2/services', 'What can be asked for', services, 'services');
      get('/v2/services/:name', 'The form of one service', (_given, code) => definition(code), 'service_definition');
      get('/v2/requests', 'Public requests, newest first', published.list, 'service_requests');
      get('/v2/requests/:name', 'One request', (_given, id) => published.read(id), 'service_requests');
      get(
        '/v2/tokens/:name',
        'The request of a token',
        (_given, token) => published.byToken(token),
        'service_requests',
      );
      for (const end of ['', '.xml', '.json'])
        scope.post(
          `/v2/requests${end}`,
          { schema: told('Send a request, with a key'), config: { rateLimit: SEND_LIMIT } },
          on(submission.submit, 'service_requests'),
        );
    },
    { prefix: PREFIX },
  );
}

const told = (summary: string) => ({ summary: `${summary} (Open311 GeoReport v2; .xml or .json)`, tags: ['open311'] });

/** Bodies are taken as they come, and read here alone. */
function takeForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const whole = { parseAs: 'buffer', bodyLimit: FORM_LIMIT } as const;
  scope.addContentTypeParser('application/x-www-form-urlencoded', whole, (_request, body, done) => done(null, body));
  scope.addContentTypeParser<Buffer>('*', whole, (_request, body, done) =>
    done(body.length > 0 ? new ProblemError('bad-input', { detail: TEXTS.notForm }) : null),
  );
}

function givenIn({ raw, body }: FastifyRequest): Given {
  const [, query = ''] = /\?(.*)$/s.exec(raw.url ?? '') ?? [];
  return givenOf(query, body instanceof Uint8Array ? body : undefined);
}

/** There is one jurisdiction, and nobody has to name it. */
function refuseOthers(given: Given): void {
  const asked = given.one('jurisdiction_id');
  if (asked !== undefined && asked !== DISTRICT)
    throw new ProblemError('not-found', { detail: TEXTS.jurisdiction(DISTRICT) });
}
