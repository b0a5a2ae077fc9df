// What operators' monitors ask: alive, ready, and the figures.
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Hub } from '../push/hub.ts';
import type { Store } from '../store/store.ts';

export function healthRoutes(app: FastifyInstance, deps: { store: Store; hub: Hub }): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'linli_stream_connections',
    help: 'Boxes with an open stream',
    registers: [registry],
    collect() {
      this.set(deps.hub.stats().connections);
    },
  });

  const hide = { schema: { hide: true } };
  app.get('/healthz', hide, async () => ({ status: 'ok' }));
  app.get('/readyz', hide, async (_request, reply) => {
    await deps.store.ping();
    return reply.send({ status: 'ok' });
  });
  app.get('/metrics', hide, async (_request, reply) =>
    reply.header('content-type', registry.contentType).send(await registry.metrics()),
  );
}
