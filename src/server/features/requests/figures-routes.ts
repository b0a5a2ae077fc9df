// The inbox and the figures of requests over HTTP, and the rows of a list as CSV.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { listRequests, REQUESTS_EXPORT_PATH, RequestQuery } from '../../../contract/request-calls.ts';
import { readRequestStatistics } from '../../../contract/request-figures.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import type { Clock } from '../../runtime.ts';
import type { RequestExport } from './export.ts';
import type { Inbox } from './inbox.ts';
import type { RequestStatistics } from './statistics.ts';

export function requestFigureRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: {
    inbox: Inbox;
    statistics: RequestStatistics;
    exportRequests: RequestExport;
    identifyStaff: IdentifyStaff;
    clock: Clock;
  },
): void {
  const { inbox, statistics, exportRequests, identifyStaff, clock } = deps;
  serve(listRequests, ({ caller, query }) => inbox.list(caller, query));
  serve(readRequestStatistics, ({ caller, query }) => statistics.read(caller, query));

  const schema = { hide: true, querystring: RequestQuery };
  app.withTypeProvider<ZodTypeProvider>().get(REQUESTS_EXPORT_PATH, { schema }, async (request, reply) => {
    const lines = await exportRequests(await identifyStaff(request, 'staff'), request.query);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="requests-${dayOf(clock())}.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines));
  });
}
