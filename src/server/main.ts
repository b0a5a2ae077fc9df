// The server's table of contents: store, bus, push, features, HTTP; each is handed what it needs and nothing else.
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import pino from 'pino';
import { createBus } from './bus/postgres.ts';
import type { Config } from './config.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { createAuditService } from './features/audit/service.ts';
import { boxRoutes } from './features/boxes/routes.ts';
import { createBoxService } from './features/boxes/service.ts';
import { feedRoutes } from './features/feed/routes.ts';
import { createFeedService } from './features/feed/service.ts';
import { noticeRoutes } from './features/notices/routes.ts';
import { createNoticeService } from './features/notices/service.ts';
import { pictureRoutes } from './features/pictures/routes.ts';
import { createPictureService } from './features/pictures/service.ts';
import { regionRoutes } from './features/regions/routes.ts';
import { createRegionService } from './features/regions/service.ts';
import { staffRoutes } from './features/staff/routes.ts';
import { createStaffService } from './features/staff/service.ts';
import { createSessions } from './features/staff/sessions.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { healthRoutes } from './http/health.ts';
import { servePages } from './http/pages.ts';
import { createServe } from './http/route.ts';
import { openKeys } from './keys.ts';
import { startPush } from './push/start.ts';
import { type Runtime, systemRuntime } from './runtime.ts';
import { seedDemo } from './seed/demo.ts';
import { seedDistrict } from './seed/district.ts';
import { seedOperator } from './seed/operator.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

/** A reconnect storm of ten thousand boxes fits; a backlog of a hundred refuses some of them. */
const BACKLOG = 4096;

export async function startServer(config: Config, runtime: Runtime = systemRuntime) {
  const log = pino({ level: config.logLevel, base: null });
  const store = await openStore({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    allowEmbedded: config.allowEmbedded,
    clock: runtime.clock,
    log,
  });
  const server = await composeServer({ store, config, runtime, log });
  await server.app.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  const address = server.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;

  return {
    url: config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    storeKind: store.kind,
    demo: server.demo,
    operator: server.operator,
    async stop(): Promise<void> {
      await server.stop();
      await store.close();
    },
  };
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Everything between an open store and a listening socket; tests put requests into `app` directly. */
export async function composeServer(deps: { store: Store; config: Config; runtime: Runtime; log: FastifyBaseLogger }) {
  const { store, config, runtime, log } = deps;
  const keys = await openKeys(path.join(config.dataDir, 'keys'), config.masterKey, runtime.random);
  const ticketKey = keys.forPurpose('feed-ticket');
  const bus = createBus(store);

  const sessions = createSessions({ store, runtime });
  const staff = createStaffService({ store, runtime });
  const audit = createAuditService({ store });
  const regions = createRegionService({ store });
  const boxes = createBoxService({ store, runtime, regions });
  const pictures = createPictureService({ store, runtime, folder: path.join(config.dataDir, 'pictures') });
  const feed = createFeedService({ store, runtime, bus, boxes, ticketKey });
  const notices = createNoticeService({ store, runtime, regions, pictures, feed });

  await seedDistrict(store);
  const demo = config.demo
    ? await seedDemo({ store, runtime, staff, boxes, notices, dataDir: config.dataDir, password: config.demoPassword })
    : undefined;
  const operator = config.demo ? undefined : await seedOperator({ staff, runtime });

  const push = await startPush({ bus, runtime, ticketKey, reader: feed.reader, log });
  const app = await createApp({ log, uuids: runtime.uuids, publicUrl: config.publicUrl });
  const serve = createServe(app, createAuthenticate({ sessions, boxes }));
  staffRoutes(serve, { staff, sessions, secureCookie: config.publicUrl?.startsWith('https:') ?? false });
  auditRoutes(serve, audit);
  regionRoutes(serve, regions);
  boxRoutes(serve, boxes);
  pictureRoutes(app, serve, pictures);
  noticeRoutes(serve, notices);
  feedRoutes(app, serve, { feed, push });
  healthRoutes(app, { store, hub: push.hub });
  await servePages(app, config.dist);

  return {
    app,
    demo,
    operator,
    /** Boxes are sent away with a jittered `retry:`, what is under way is answered. */
    async stop(): Promise<void> {
      await push.stop();
      await app.close();
      await bus.close();
    },
  };
}
