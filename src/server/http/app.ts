// The HTTP edge: plugins, access, problems. What it serves is registered by the features.
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import reference from '@scalar/fastify-api-reference';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Uuids } from '../runtime.ts';
import { answerProblems, answerUnrouted, type Edge } from './errors.ts';

/** A picture from a phone; notices themselves are far smaller. */
const BODY_LIMIT = 1_000_000;
const PICTURE_LIMIT = 12_000_000;

z.config(z.locales.zhCN());

export async function createApp(deps: {
  log: FastifyBaseLogger;
  uuids: Uuids;
  publicUrl: string | undefined;
  edges: readonly Edge[];
}): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => deps.uuids(),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnrouted(deps.edges),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fileSize: PICTURE_LIMIT, fields: 0 } });
  await app.register(rateLimit, { global: false });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Linli',
        version: '1',
        description: 'The smart-community system on the television: notices, their way to the boxes, receipts.',
      },
      ...(deps.publicUrl && { servers: [{ url: deps.publicUrl }] }),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'linli_session' },
          box: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: createJsonSchemaTransform({}),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(reference, {
    routePrefix: '/api/docs',
    configuration: {
      pageTitle: 'Linli API',
      url: '/api/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
    },
  });
  return app;
}
