// Requests put together: cases, hand-overs to phones, Open311, and the district's working days.
import path from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Bus } from '../bus/port.ts';
import type { Config } from '../config.ts';
import { createRefusals } from '../features/audit/refusals.ts';
import type { CatalogueService } from '../features/catalogue/service.ts';
import { createHandoverClearing } from '../features/handovers/clearing.ts';
import { handoverRoutes } from '../features/handovers/routes.ts';
import { createHandoverService } from '../features/handovers/service.ts';
import type { HouseholdService } from '../features/households/service.ts';
import { createOpen311Keys } from '../features/open311/keys.ts';
import { createPublished } from '../features/open311/published.ts';
import { open311KeyRoutes, open311Routes } from '../features/open311/routes.ts';
import { createSubmission } from '../features/open311/submit.ts';
import { ownRequestRoutes } from '../features/requests/box-routes.ts';
import { createRequestCategories } from '../features/requests/categories.ts';
import { createDenied } from '../features/requests/denied.ts';
import { createRequestExport } from '../features/requests/export.ts';
import { requestFigureRoutes } from '../features/requests/figures-routes.ts';
import { createInbox } from '../features/requests/inbox.ts';
import { createMoves } from '../features/requests/moves.ts';
import { createOwn } from '../features/requests/own.ts';
import { createRequestPhotos } from '../features/requests/photos.ts';
import { createQueryCodes } from '../features/requests/query-code.ts';
import { createReceive } from '../features/requests/receive.ts';
import { requestRoutes } from '../features/requests/routes.ts';
import { createRequestRouting } from '../features/requests/routing.ts';
import { createRequestService } from '../features/requests/service.ts';
import { requestSettingsRoutes } from '../features/requests/settings-routes.ts';
import { createRequestStatistics } from '../features/requests/statistics.ts';
import { createAnswerTemplates } from '../features/requests/templates.ts';
import { createTicker } from '../features/requests/ticker.ts';
import { createView } from '../features/requests/view.ts';
import { workingDaysRoutes } from '../features/working-days/routes.ts';
import { createWorkingDays } from '../features/working-days/service.ts';
import type { IdentifyStaff, Serve } from '../http/route.ts';
import type { Keys } from '../keys.ts';
import type { Runtime } from '../runtime.ts';
import { REQUEST_CATEGORIES } from '../seed/request-categories.ts';
import { REQUEST_ROUTING } from '../seed/request-routing.ts';
import { shippedYears } from '../seed/working-years.ts';
import type { Store } from '../store/store.ts';
import { systemTimers } from '../timers.ts';

export function composeRequests(deps: {
  store: Store;
  runtime: Runtime;
  bus: Bus;
  keys: Keys;
  catalogue: CatalogueService;
  households: HouseholdService;
  config: Config;
  log: FastifyBaseLogger;
}) {
  const { store, runtime, bus, keys, catalogue, households, config, log } = deps;
  const workingDays = createWorkingDays({ store, runtime });
  const categories = createRequestCategories({ store, runtime, catalogue });
  const routing = createRequestRouting({ store, runtime });
  const queryCodes = createQueryCodes(keys.forPurpose('query-code'));
  const photos = createRequestPhotos({ folder: path.join(config.dataDir, 'request-photos') });
  const receive = createReceive({ runtime, categories, routing, workingDays, photos, queryCodes });
  const refusals = createRefusals({ store, runtime });
  const denied = createDenied({ store, refusals });
  const handovers = createHandoverService({
    ...{ store, runtime, bus, categories, photos, receive, refusals },
    timers: systemTimers,
    linkKey: keys.forPurpose('handover'),
  });
  const clearing = createHandoverClearing({ handovers, timers: systemTimers, log });
  const ticker = createTicker({ store, runtime, workingDays, log });

  return {
    workingDays,
    categories,
    routing,
    queryCodes,

    /** What the first start brings, and an ear on the bus. */
    async open(): Promise<void> {
      await workingDays.bringIn(shippedYears());
      await categories.bringIn(REQUEST_CATEGORIES, REQUEST_ROUTING);
      await handovers.listen();
    },

    async routes(app: FastifyInstance, serve: Serve, identifyStaff: IdentifyStaff): Promise<void> {
      const { publicUrl } = config;
      const requests = createRequestService({ store, runtime, receive, handovers });
      const open311Keys = createOpen311Keys({ store, runtime });
      requestSettingsRoutes(serve, { categories, routing, templates: createAnswerTemplates({ store, runtime }) });
      workingDaysRoutes(serve, workingDays);
      open311KeyRoutes(serve, open311Keys);
      await open311Routes(app, {
        store,
        submission: createSubmission({ store, runtime, keys: open311Keys, receive, refusals }),
        published: createPublished({ store, runtime }),
        publicUrl,
        isDemo: config.demo,
      });
      requestRoutes(app, serve, {
        requests,
        moves: createMoves({ store, runtime, categories, workingDays, photos, denied }),
        view: createView({ store, runtime, photos, denied, refusals }),
        identifyStaff,
      });
      requestFigureRoutes(app, serve, {
        inbox: createInbox({ store, runtime }),
        statistics: createRequestStatistics({ store, runtime }),
        exportRequests: createRequestExport({ store, runtime }),
        identifyStaff,
        clock: runtime.clock,
      });
      const own = createOwn({ store, runtime, workingDays, queryCodes });
      ownRequestRoutes(serve, { requests, own, households });
      handoverRoutes(app, serve, { handovers, publicUrl });
    },

    start(): void {
      ticker.start(systemTimers);
      clearing.start();
    },

    async stop(): Promise<void> {
      await ticker.stop();
      await clearing.stop();
    },
  };
}
