// The server's table of contents: store, bus, push, features, HTTP; each is handed what it needs and nothing else.
import path from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Transaction } from 'kysely';
import pino from 'pino';
import { createBus } from './bus/postgres.ts';
import { composeRequests } from './composition/requests.ts';
import type { Config } from './config.ts';
import { activationRoutes } from './features/activation/routes.ts';
import { createActivationService } from './features/activation/service.ts';
import { createReleasedAlerts } from './features/alerts/released.ts';
import { restateAlerts } from './features/alerts/restate.ts';
import { alertRoutes } from './features/alerts/routes.ts';
import { createAlertService } from './features/alerts/service.ts';
import { createAlertTemplates } from './features/alerts/templates.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { createAuditService } from './features/audit/service.ts';
import { createAccounts } from './features/bills/accounts.ts';
import { billRoutes } from './features/bills/routes.ts';
import { createBillService } from './features/bills/service.ts';
import { boxSettingsRoutes } from './features/box-settings/routes.ts';
import { createBoxSettingsService } from './features/box-settings/service.ts';
import { createBindings } from './features/boxes/bindings.ts';
import { createCredentials } from './features/boxes/credentials.ts';
import { createPresenceStore } from './features/boxes/presence-store.ts';
import { boxRoutes } from './features/boxes/routes.ts';
import { createBoxService } from './features/boxes/service.ts';
import { createContactService } from './features/broadband/contacts.ts';
import { createOfferService } from './features/broadband/offers.ts';
import { broadbandRoutes } from './features/broadband/routes.ts';
import { createPoller } from './features/cap/poller.ts';
import { capRoutes } from './features/cap/routes.ts';
import { createCapService } from './features/cap/service.ts';
import { createDaily } from './features/catalogue/daily.ts';
import { createFavourites } from './features/catalogue/favourites.ts';
import { createLookups } from './features/catalogue/lookups.ts';
import { catalogueRoutes } from './features/catalogue/routes.ts';
import { createCatalogueService } from './features/catalogue/service.ts';
import { coverageRoutes } from './features/coverage/routes.ts';
import { createCoverageService } from './features/coverage/service.ts';
import { feedRoutes } from './features/feed/routes.ts';
import { createFeedService } from './features/feed/service.ts';
import { guidePages } from './features/guides/page-route.ts';
import { createPublishedGuides } from './features/guides/published.ts';
import { guideRoutes } from './features/guides/routes.ts';
import { createGuideService } from './features/guides/service.ts';
import { createGuideStatistics } from './features/guides/statistics.ts';
import { createGuideImport } from './features/guides/workbook/import.ts';
import { householdRoutes } from './features/households/routes.ts';
import { createHouseholdService } from './features/households/service.ts';
import { hsdsRoutes } from './features/hsds/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { createImportService } from './features/imports/service.ts';
import { restateNotices } from './features/notices/restate.ts';
import { noticeRoutes } from './features/notices/routes.ts';
import { createNoticeService } from './features/notices/service.ts';
import { open311Edge } from './features/open311/routes.ts';
import { createOutageDrafts } from './features/outages/drafts.ts';
import { createOutagePoller } from './features/outages/poller.ts';
import { outageRoutes } from './features/outages/routes.ts';
import { createOutageService } from './features/outages/service.ts';
import { pictureRoutes } from './features/pictures/routes.ts';
import { createPictureService } from './features/pictures/service.ts';
import { placeRoutes } from './features/places/routes.ts';
import { createPlaceService } from './features/places/service.ts';
import { proofRoutes } from './features/proof/routes.ts';
import { createProofService } from './features/proof/service.ts';
import { regionRoutes } from './features/regions/routes.ts';
import { createRegionService } from './features/regions/service.ts';
import { createDeputyService } from './features/reviews/deputies.ts';
import { createLinkCheck, publicLinks } from './features/reviews/links.ts';
import { reviewRoutes } from './features/reviews/routes.ts';
import { createReviewService } from './features/reviews/service.ts';
import { scheduleRoutes } from './features/schedule/routes.ts';
import { createScheduleService } from './features/schedule/service.ts';
import { signingRoutes } from './features/signing/routes.ts';
import { createSigningService } from './features/signing/service.ts';
import { createSigner } from './features/signing/signer.ts';
import { createCommandLine } from './features/staff/command-line.ts';
import { createProviderAuthors } from './features/staff/providers.ts';
import { staffRoutes } from './features/staff/routes.ts';
import { createStaffService } from './features/staff/service.ts';
import { createSessions } from './features/staff/sessions.ts';
import { createApp } from './http/app.ts';
import { createAuthenticate, createIdentifyStaff } from './http/authenticate.ts';
import { healthRoutes } from './http/health.ts';
import { servePages } from './http/pages.ts';
import { createServe } from './http/route.ts';
import { openKeys } from './keys.ts';
import { readProviders } from './providers/config.ts';
import { connectProviders } from './providers/connect.ts';
import type { GuardedProvider } from './providers/guarded.ts';
import { startPush } from './push/start.ts';
import { announce } from './running.ts';
import { type Runtime, systemRuntime } from './runtime.ts';
import { seedDemo } from './seed/demo.ts';
import { seedDistrict } from './seed/district.ts';
import { shippedGuides } from './seed/guides.ts';
import { seedOperator } from './seed/operator.ts';
import { openStore } from './store/open.ts';
import type { Database } from './store/schema.ts';
import type { Store } from './store/store.ts';
import { systemTimers } from './timers.ts';

/** A reconnect storm of ten thousand boxes fits; a backlog of a hundred refuses some of them. */
const BACKLOG = 4096;

/** What a server is started for: to be there for everyone, or for one command, without first people, pages and news. */
export type Purpose = 'service' | 'command';

export async function startServer(config: Config, runtime: Runtime = systemRuntime, purpose: Purpose = 'service') {
  // A command's own output is on standard output.
  const log = pino({ level: config.logLevel, base: null }, pino.destination(purpose === 'command' ? 2 : 1));
  const settings = purpose === 'service' ? await readProviders(config.dataDir, process.env) : undefined;
  const store = await openStore({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    allowEmbedded: config.allowEmbedded,
    clock: runtime.clock,
    log,
  });
  const connected =
    purpose === 'service' ? await connectProviders(settings, { config, store, runtime, log }) : undefined;
  const server = await composeServer({ store, config, runtime, log, purpose, providers: connected?.providers ?? [] });
  await server.app.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  const address = server.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const localUrl = localUrlOf(config.host, port);
  const token = server.commandLineToken;
  const withdraw =
    purpose === 'service' ? await announce(config.dataDir, { url: localUrl, token, pid: process.pid }) : undefined;

  return {
    url: config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    /** As this machine reaches it, and what the command line shows there. */
    commandLine: { url: localUrl, token },
    storeKind: store.kind,
    demo: server.demo,
    operator: server.operator,
    async stop(): Promise<void> {
      await withdraw?.();
      await server.stop();
      await connected?.stop();
      await store.close();
    },
  };
}

/** An address that means every one of this machine's is reached by the loopback's. */
function localUrlOf(host: string, port: number): string {
  const local = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Everything between an open store and a listening socket; tests put requests into `app` directly. */
export async function composeServer(deps: {
  store: Store;
  config: Config;
  runtime: Runtime;
  log: FastifyBaseLogger;
  purpose?: Purpose;
  /** Of water, power, gas and television; none unless told. */
  providers?: readonly GuardedProvider[];
}) {
  const { store, config, runtime, log, purpose = 'service', providers = [] } = deps;
  const keys = await openKeys(path.join(config.dataDir, 'keys'), config.masterKey, runtime.random);
  const ticketKey = keys.forPurpose('feed-ticket');
  const sealKey = keys.forPurpose('signing');
  const bus = createBus(store);

  const sessions = createSessions({ store, runtime });
  const staff = createStaffService({ store, runtime });
  const commandLine = createCommandLine({ store, runtime });
  const audit = createAuditService({
    store,
    runtime,
    log,
    sealKey: keys.forPurpose('audit-seal'),
    folder: path.join(config.dataDir, 'keys'),
  });
  const regions = createRegionService({ store });
  const credentials = createCredentials({ store, runtime });
  const households = createHouseholdService({
    store,
    runtime,
    passKey: keys.forPurpose('private-pass'),
    pinKey: keys.forPurpose('household-pin'),
  });
  const settings = createBoxSettingsService({ store, runtime, bus });
  const bindings = createBindings({ store, runtime, bus, credentials, households });
  const signer = createSigner({ store, sealKey });
  const catalogue = createCatalogueService({
    store,
    runtime,
    bus,
    signer,
    phone: config.publicUrl?.replace(/\/$/, '') ?? null,
  });
  const lookups = createLookups({ store, runtime, catalogue });
  const favourites = createFavourites({ store, runtime, bus });
  const boxes = createBoxService({
    store,
    runtime,
    bus,
    regions,
    credentials,
    households,
    settings,
    catalogue,
    favourites,
  });
  const activation = createActivationService({ store, runtime, credentials, bindings });
  const pictures = createPictureService({ store, runtime, folder: path.join(config.dataDir, 'pictures') });
  const imports = createImportService({ store, runtime, log, folder: path.join(config.dataDir, 'imports') });
  const feed = createFeedService({ store, runtime, bus, boxes, signer, ticketKey });
  const coverage = createCoverageService({ store, clock: runtime.clock });
  const proof = createProofService({ store, runtime, regions, audit });
  const reviews = createReviewService({ store, runtime, regions, staff, checkLink: createLinkCheck(publicLinks) });
  const deputies = createDeputyService({ store, runtime, staff, regions });
  const schedule = createScheduleService({ store, runtime });
  const notices = createNoticeService({ store, runtime, regions, pictures, feed, reviews });
  const alerts = createAlertService({ store, runtime, regions, feed, notices });
  const alertTemplates = createAlertTemplates({ store, runtime, regions });
  const released = createReleasedAlerts({ store, runtime, regions });
  const cap = createCapService({
    store,
    runtime,
    regions,
    alerts: { prepareFromOutside: alerts.prepareFromOutside, ...released },
    platform: config.ebrId,
  });
  const poller = createPoller({ store, runtime, intake: cap.intake, fetch, timers: systemTimers, log });
  const publishedGuides = createPublishedGuides({ store, runtime, catalogue });
  const guides = createGuideService({ store, runtime, restate: publishedGuides.restate });
  const places = createPlaceService({ store, runtime, catalogue });
  const offers = createOfferService({ store, runtime, catalogue });
  const contacts = createContactService({ store, runtime, offers });
  const accounts = createAccounts({
    store,
    runtime,
    regions,
    providers,
    sealKey: keys.forPurpose('household-account'),
    digestKey: keys.forPurpose('account-digest'),
    log,
  });
  const authors = createProviderAuthors({ store, runtime });
  const drafts = createOutageDrafts({ store, runtime, notices, authors, log });
  const outages = createOutageService({ store, runtime, catalogue, drafts });
  const bills = createBillService({ store, runtime, providers, accounts, outages });
  const outagePoller = createOutagePoller({ store, runtime, outages, providers, timers: systemTimers, log });
  const requests = composeRequests({ store, runtime, bus, keys, catalogue, households, config, log });
  const daily = createDaily({ store, runtime, log, restate: [lookups.restate, places.restate, offers.restate] });
  const restate = [restateNotices({ runtime, feed }), restateAlerts({ runtime, feed })];
  const restateCatalogue = async (trx: Transaction<Database>) => {
    if (await catalogue.isSound(trx)) return;
    await publishedGuides.restate(trx);
    await lookups.restate(trx);
    await places.restate(trx);
    await offers.restate(trx);
    await outages.restate(trx);
    await requests.categories.restate(trx);
  };
  const signing = createSigningService({ store, runtime, bus, signer, sealKey, feed, restate, restateCatalogue });

  await seedDistrict(store);
  await signing.open();
  await catalogue.open();
  await publishedGuides.bringIn(() => shippedGuides(log));
  await requests.open();
  const demo =
    purpose === 'service' && config.demo
      ? await seedDemo({
          store,
          runtime,
          staff,
          bindings,
          notices,
          reviews,
          alertTemplates,
          senders: cap.senders,
          accounts,
          places,
          offers,
          routing: requests.routing,
          workingDays: requests.workingDays,
          queryCodes: requests.queryCodes,
          dataDir: config.dataDir,
          password: config.demoPassword,
        })
      : undefined;
  const operator = purpose === 'service' && !config.demo ? await seedOperator({ staff, runtime }) : undefined;

  // Another process may have changed the keys.
  await bus.subscribe((event) => {
    if (event.kind === 'gap' || (event.kind === 'told' && event.word.what === 'trust')) signer.forget();
  });
  const presence = createPresenceStore(store, runtime.uuids());
  const push = await startPush({ bus, runtime, ticketKey, reader: feed.reader, door: feed.door, presence, log });
  const app = await createApp({ log, uuids: runtime.uuids, publicUrl: config.publicUrl, edges: [open311Edge] });
  const identifyStaff = createIdentifyStaff({ sessions, commandLine });
  const serve = createServe(app, createAuthenticate({ identifyStaff, credentials }));
  staffRoutes(serve, { staff, sessions, secureCookie: config.publicUrl?.startsWith('https:') ?? false });
  auditRoutes(serve, audit);
  regionRoutes(serve, regions);
  await activationRoutes(app, serve, { activation, publicUrl: config.publicUrl });
  boxRoutes(serve, { boxes, bindings, presence: push.presence });
  boxSettingsRoutes(serve, settings);
  householdRoutes(serve, households);
  billRoutes(serve, { bills, accounts, households });
  outageRoutes(serve, outages);
  importRoutes(serve, imports);
  coverageRoutes(app, serve, { coverage, identifyStaff });
  proofRoutes(app, serve, { proof, identifyStaff });
  pictureRoutes(app, serve, pictures);
  noticeRoutes(serve, notices);
  scheduleRoutes(serve, schedule);
  reviewRoutes(serve, { reviews, deputies });
  alertRoutes(serve, { alerts, templates: alertTemplates });
  await capRoutes(app, serve, { cap, identifyStaff, publicUrl: config.publicUrl });
  feedRoutes(app, serve, { feed, push });
  signingRoutes(serve, signing);
  guidePages(app, publishedGuides);
  hsdsRoutes(app, { guides: publishedGuides, publicUrl: config.publicUrl });
  guideRoutes(app, serve, {
    guides,
    statistics: createGuideStatistics({ store, runtime }),
    imports: createGuideImport({ store, guides }),
    identifyStaff,
  });
  placeRoutes(app, serve, { places, clock: runtime.clock });
  broadbandRoutes(serve, { offers, contacts, households });
  await requests.routes(app, serve, identifyStaff);
  catalogueRoutes(app, serve, { catalogue, lookups, favourites });
  healthRoutes(app, { store, hub: push.hub });
  if (purpose === 'service') {
    await servePages(app, config.dist);
    await imports.resume();
    await audit.keepSealed(systemTimers);
    await daily.keep(systemTimers);
    poller.start();
    outagePoller.start();
    requests.start();
  }

  return {
    app,
    demo,
    operator,
    commandLineToken: commandLine.token,
    /** Boxes are sent away with a jittered `retry:`, what is under way is answered. */
    async stop(): Promise<void> {
      await push.stop();
      await poller.stop();
      await outagePoller.stop();
      await requests.stop();
      await imports.stop();
      await daily.stop();
      await app.close();
      await audit.stop();
      await bus.close();
    },
  };
}
