// Activation over HTTP: the two endpoints of OAuth for boxes, and the console's page behind a code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  approveActivation,
  BoxFacts,
  DEVICE_AUTHORIZATION_PATH,
  DEVICE_GRANT,
  denyActivation,
  OAUTH_METADATA_PATH,
  type OauthError,
  readActivation,
  TOKEN_PATH,
  TV_CLIENT_ID,
} from '../../../contract/activation.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { Serve } from '../../http/route.ts';
import { OauthProblem } from './oauth-problem.ts';
import type { ActivationService } from './service.ts';

/** Where staff type a code. */
const VERIFICATION_PATH = '/console/activate';

type Form = Readonly<Record<string, string>>;

export async function activationRoutes(
  app: FastifyInstance,
  serve: Serve,
  { activation, publicUrl }: { activation: ActivationService; publicUrl: string | undefined },
): Promise<void> {
  serve(readActivation, ({ caller, params, request }) =>
    activation.read({ actor: caller, address: request.ip }, params.userCode),
  );
  serve(approveActivation, ({ caller, params, body, request }) =>
    activation.approve({ actor: caller, address: request.ip }, params.userCode, body),
  );
  serve(denyActivation, async ({ caller, params, request }) => {
    await activation.deny({ actor: caller, address: request.ip }, params.userCode);
    return undefined;
  });

  const baseOf = (request: FastifyRequest) => baseUrlOf(request, publicUrl);

  app.get(OAUTH_METADATA_PATH, { schema: { hide: true } }, async (request) => {
    const base = baseOf(request);
    return {
      issuer: base,
      device_authorization_endpoint: base + DEVICE_AUTHORIZATION_PATH,
      token_endpoint: base + TOKEN_PATH,
      grant_types_supported: [DEVICE_GRANT],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['none'],
      scopes_supported: ['box'],
    };
  });

  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(text)))),
    );

    scope.post<{ Body: unknown }>(DEVICE_AUTHORIZATION_PATH, { schema: { hide: true } }, (request, reply) =>
      answer(reply, async () => {
        const form = formOf(request);
        const facts = BoxFacts.safeParse(form);
        if (!facts.success) throw new OauthProblem('invalid_request');
        return activation.begin(facts.data, baseOf(request) + VERIFICATION_PATH);
      }),
    );
    scope.post<{ Body: unknown }>(TOKEN_PATH, { schema: { hide: true } }, (request, reply) =>
      answer(reply, async () => {
        const { grant_type, device_code } = formOf(request);
        if (grant_type === undefined) throw new OauthProblem('invalid_request');
        if (grant_type !== DEVICE_GRANT) throw new OauthProblem('unsupported_grant_type');
        if (device_code === undefined || device_code === '') throw new OauthProblem('invalid_request');
        return activation.token(device_code);
      }),
    );
  });
}

/** The client must be the television app; it is a public one and has no secret. */
function formOf({ body }: FastifyRequest): Form {
  const form = typeof body === 'object' && body !== null ? (body as Form) : {};
  if (form.client_id === undefined) throw new OauthProblem('invalid_request');
  if (form.client_id !== TV_CLIENT_ID) throw new OauthProblem('invalid_client');
  return form;
}

/** RFC 6749 section 5.1: credentials are never kept on the way. */
async function answer(reply: FastifyReply, work: () => Promise<object>): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
  try {
    return await reply.send(await work());
  } catch (error) {
    if (!(error instanceof OauthProblem)) throw error;
    const body: OauthError = { error: error.error };
    return await reply.code(error.status).send(body);
  }
}
