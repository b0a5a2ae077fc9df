// The feed over HTTP: pull, ticket, stream, receipts.
import type { FastifyInstance } from 'fastify';
import { createTicket, readFeed, STREAM_PATH, sendReceipts } from '../../../contract/feed.ts';
import { NOT_MODIFIED, type Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { Push } from '../../push/start.ts';
import { admit, openStream } from '../../push/stream.ts';
import type { FeedService } from './service.ts';

export function feedRoutes(app: FastifyInstance, serve: Serve, deps: { feed: FeedService; push: Push }): void {
  const { feed, push } = deps;

  serve(readFeed, async ({ caller, query, request, reply }) => {
    const answer = await feed.read(caller, query.since, request.headers['if-none-match']);
    reply.header('etag', answer.etag).header('cache-control', 'private, no-cache');
    return answer.feed ?? NOT_MODIFIED;
  });
  serve(createTicket, async ({ caller, body }) => {
    if (!push.gate.admits()) throw new ProblemError('crowded');
    return feed.ticket(caller, body.since);
  });
  serve(sendReceipts, async ({ caller, body }) => {
    await feed.receive(caller, body.receipts);
    return undefined;
  });

  app.get<{ Querystring: { ticket?: unknown } }>(STREAM_PATH, { schema: { hide: true } }, async (request, reply) => {
    const { ticket } = request.query;
    const lastEventId = request.headers['last-event-id'];
    const admission = await admit(
      { ticket: String(ticket ?? ''), lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined },
      push,
    );
    if (typeof admission === 'string') throw new ProblemError(admission);
    reply.hijack();
    try {
      await openStream(request.raw, reply.raw, admission, push);
    } catch (err) {
      // The answer has begun: the box is disconnected already and comes back by itself.
      request.log.error({ err }, 'a stream could not be opened');
    }
  });
}
