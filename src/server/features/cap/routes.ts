// Warnings over HTTP: XML in and out for other systems, the endpoints of the console.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  ALERT_CAP_PATH,
  ALERT_EBM_PATH,
  ALERT_RECEIPT_PATH,
  CAP_FEED_PATH,
  CAP_IMPORT_PATH,
  CAP_PATH,
  createCapSender,
  EBM_PATH,
  listCapMessages,
  listCapSenders,
  readCapDocument,
  renewCapToken,
  updateCapSender,
} from '../../../contract/cap-calls.ts';
import { AlertId } from '../../../contract/ids.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DOCUMENT_LIMIT } from '../../../domain/cap/xml-read.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { TOKEN_PREFIX } from './senders.ts';
import type { CapService } from './service.ts';

const XML_TYPES = ['application/cap+xml', 'application/xml', 'text/xml'];
const XML = 'application/xml; charset=utf-8';
const CAP_XML = 'application/cap+xml; charset=utf-8';
const ATOM_XML = 'application/atom+xml; charset=utf-8';
/** Documents a minute from one address. */
const RATE_LIMIT = { max: 120, timeWindow: 60_000 };
/** Asked for by many; seconds. */
const FEED_AGE = 15;

export async function capRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { cap: CapService; identifyStaff: IdentifyStaff; publicUrl: string | undefined },
): Promise<void> {
  const { cap, identifyStaff } = deps;
  serve(listCapSenders, ({ caller }) => cap.senders.list(caller));
  serve(createCapSender, ({ caller, body }) => cap.senders.create(caller, body));
  serve(updateCapSender, ({ caller, params, body }) => cap.senders.update(caller, params.id, body));
  serve(renewCapToken, ({ caller, params }) => cap.senders.renewToken(caller, params.id));
  serve(listCapMessages, ({ caller, query }) => cap.messages(caller, query));
  serve(readCapDocument, ({ caller, params }) => cap.document(caller, params.id));

  // XML is parsed by none but the routes that take it.
  await app.register(async (scope) => {
    scope.addContentTypeParser(XML_TYPES, { parseAs: 'buffer', bodyLimit: DOCUMENT_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    const options = { schema: { hide: true }, config: { rateLimit: RATE_LIMIT } };
    scope.post(CAP_PATH, options, (request) => cap.receive(bearerOf(request), bytesOf(request), 'cap'));
    scope.post(EBM_PATH, options, (request) => cap.receive(bearerOf(request), bytesOf(request), 'ebm'));
    scope.post(CAP_IMPORT_PATH, { schema: { hide: true } }, async (request) =>
      cap.receiveFile(await identifyStaff(request, 'staff'), bytesOf(request)),
    );
  });

  app.get(CAP_FEED_PATH, { schema: { hide: true } }, async (request, reply) => {
    const xml = await cap.outward.feed(baseUrlOf(request, deps.publicUrl));
    return send(reply.header('cache-control', `public, max-age=${FEED_AGE}`), ATOM_XML, xml);
  });
  const out = { cap: ALERT_CAP_PATH, ebm: ALERT_EBM_PATH, receipt: ALERT_RECEIPT_PATH } as const;
  for (const kind of ['cap', 'ebm', 'receipt'] as const)
    app.get<{ Params: { id: string } }>(out[kind], { schema: { hide: true } }, async (request, reply) => {
      const id = AlertId.safeParse(request.params.id);
      if (!id.success) throw new ProblemError('not-found');
      const xml = await cap.outward[kind](await staffAmong(request), id.data);
      return send(reply.header('cache-control', 'no-store'), kind === 'cap' ? CAP_XML : XML, xml);
    });

  /** What all screens show is read by anyone, offices with their token among them; staff read the rest as well. */
  async function staffAmong(request: FastifyRequest): Promise<Actor | null> {
    const isStaff = request.headers.cookie !== undefined || bearerOf(request)?.startsWith(TOKEN_PREFIX) === false;
    return isStaff ? identifyStaff(request, 'staff') : null;
  }
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
}

function bytesOf({ body }: FastifyRequest): Uint8Array {
  if (!(body instanceof Uint8Array)) throw new ProblemError('unsupported-type');
  return body;
}

const send = (reply: FastifyReply, type: string, xml: string) => reply.header('content-type', type).send(xml);
