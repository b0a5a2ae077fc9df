// Everything a box does as itself, from the moment it has a credential until it has none: feed, receipts, reports, orders.
import type { AlertItem } from '../../contract/alerts.ts';
import type { FeedItem, Receipt } from '../../contract/feed.ts';
import type { Instant } from '../../contract/time.ts';
import type { Refused } from '../../domain/signing/check-entry.ts';
import { tellFavourites, withChange } from '../catalogue/favourites.ts';
import { type CatalogueKeeper, keepCatalogue } from '../catalogue/keep.ts';
import { countLookups } from '../catalogue/lookups.ts';
import type { Cache } from '../feed/cache.ts';
import type { Clock } from '../feed/clock.ts';
import { type StreamState, startFeed } from '../feed/feed.ts';
import { startReceipts } from '../feed/receipts.ts';
import type { ShelfRecord } from '../feed/record.ts';
import { type Reports, startReports } from '../feed/report.ts';
import type { Log } from '../log.ts';
import type { Intent } from '../navigation/context.ts';
import type { NavigationEvent } from '../navigation/events.ts';
import type { Device, Http, OpenStream, Random, Timers } from '../ports.ts';
import { lookUpCode } from '../requests/code.ts';
import { followHandovers } from '../requests/follow.ts';
import { newId } from '../requests/id.ts';
import { createOutbox } from '../requests/outbox.ts';
import { askWith } from './ask.ts';
import { takeCommands } from './commands.ts';
import { createCredential } from './credential.ts';
import { privateDoor } from './private.ts';

export interface BoxParts {
  readonly token: string;
  readonly session: ShelfRecord<string>;
  readonly instance: string;
  readonly http: Http;
  readonly eventSource: OpenStream;
  readonly timers: Timers;
  readonly random: Random;
  readonly device: Device;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  /** The operator's root key, where settings.json names it. */
  readonly root: string | null;
  readonly send: (event: NavigationEvent) => void;
  /** Staff look for this box. */
  readonly identify: () => void;
  /** The credential is void. */
  readonly onRefused: () => void;
}

/** As the contract takes it: one receipt that is not would take its whole batch with it. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const MOST_REVISION = 2_147_483_647;

export interface LiveBox {
  act(intent: Intent): void;
  /** The screen was drawn from content of this cursor, with these alerts on it. */
  drawn(cursor: string, alerts: readonly Pick<AlertItem, 'id' | 'revision'>[]): void;
  stream(): StreamState;
  stop(): void;
}

export function startBox(parts: BoxParts): LiveBox {
  const { timers, random, device, cache, clock, log, send } = parts;
  const credential = createCredential(parts.token, parts.session, log);
  const ask = askWith(parts.http, credential.token);
  const told = { ask, timers, random, log };
  const door = privateDoor(ask);
  let rendered = '';
  /** Alerts that were on the screen since the start, in which revision. */
  const shown: Record<string, number> = {};

  const receipts = startReceipts({ ask, timers, random, kept: cache.receipts });
  const lookups = countLookups({ ask, timers, random, kept: cache.lookups });
  const favourites = tellFavourites({
    ...{ ask, timers, random, kept: cache.favouriteChanges },
    told(change) {
      const home = cache.home.read();
      if (home) cache.home.write({ ...home, favourites: [...withChange(home.favourites, change)] });
    },
  });
  const makeId = () => newId(random, clock.now());
  const outbox = createOutbox({
    ...{ ask, timers, random, kept: cache.outbox, newId: makeId },
    emit: (report, waiting) => send({ type: 'SENT', report, waiting }),
  });
  const handovers = followHandovers({
    ...{ ask, timers, newId: makeId },
    emit: (handover) => send({ type: 'HANDOVER', handover }),
  });
  let catalogue: CatalogueKeeper | null = null;
  let reports: Reports | null = null;
  const feed = startFeed({
    ...told,
    eventSource: parts.eventSource,
    cache,
    clock,
    root: parts.root,
    emit(news) {
      send(news.type === 'HOME' ? withFavourites(news) : news);
      if (news.type === 'HOME') {
        if (news.home.rotate) void credential.rotate(ask);
        catalogue?.heard(news.home);
      }
      reports?.changed();
    },
    onTurnedDown: turnDown,
    onReceived(items) {
      report(items, 'received');
      report(items, 'verified');
    },
    onOnline() {
      receipts.hurry();
      catalogue?.hurry();
      favourites.hurry();
      lookups.hurry();
      outbox.hurry();
      reports?.online();
    },
    onKeys: () => catalogue?.keysChanged(),
    onKept: () => reports?.changed(),
    onCommand: (command) => commands.take(command),
    onRefused: parts.onRefused,
  });
  catalogue = keepCatalogue({
    ...{ ...told, clock, kept: cache.catalogue, keyOf: feed.keyOf, readKeys: feed.readKeys },
    emit: (held) => send({ type: 'CATALOGUE', catalogue: held }),
  });
  reports = startReports({
    ...told,
    device,
    instance: parts.instance,
    cursors: () => ({ ...feed.reached(), rendered }),
  });
  const commands = takeCommands({
    ...told,
    done: cache.commands,
    identify: parts.identify,
    resync: feed.resync,
    restart: device.restart,
  });

  /** What the server does not know yet stays as the household wants it. */
  function withFavourites({ home }: Extract<NavigationEvent, { type: 'HOME' }>): NavigationEvent {
    return { type: 'HOME', home: { ...home, favourites: [...favourites.over(home.favourites)] } };
  }

  function report(items: readonly Pick<FeedItem, 'id' | 'revision'>[], step: Receipt['step'], urgent = false): void {
    const at = new Date(clock.now()).toISOString() as Instant;
    receipts.add(
      items.map(({ id, revision }) => ({ item: id, revision, step, at })),
      urgent,
    );
  }

  /** What cannot be named in a receipt is in the log alone. */
  function turnDown(refused: readonly Refused[]): void {
    const at = new Date(clock.now()).toISOString() as Instant;
    for (const { reason, id, revision } of refused) {
      log.warn(`feed: refused, ${reason}: ${id === null ? '?' : id.slice(-4)}`);
      if (id === null || revision === null || !UUID.test(id) || revision > MOST_REVISION) continue;
      receipts.add([{ item: id as Receipt['item'], revision, step: 'refused', reason, at }]);
    }
  }

  async function unbind(pin: string): Promise<void> {
    const trouble = await door.unbind(pin);
    if (trouble === null) parts.onRefused();
    else send({ type: 'PIN', trouble });
  }

  return {
    act(intent) {
      switch (intent.type) {
        case 'receipt':
          return report([intent], intent.step);
        case 'guide-opened':
          cache.openings.write(intent.openings);
          return lookups.opened(intent.number);
        case 'guide-missed':
          return lookups.missed(intent.digits);
        case 'favourite':
          return favourites.change({ number: intent.number, keep: intent.keep });
        case 'retry':
          return feed.retry();
        case 'open-private':
          return void door.open(intent.pin).then((trouble) => send({ type: 'PIN', trouble }));
        case 'read-household':
          return void door.household().then((answer) => send({ type: 'HOUSEHOLD', answer }));
        case 'read-bills':
          return void door.bills().then((answer) => send({ type: 'BILLS', answer }));
        case 'ask-contact':
          return void door.contact(intent.offer).then((answer) => send({ type: 'CONTACT', answer }));
        case 'send-request':
          return outbox.send(intent.id, { input: intent.input, category: intent.category, privacy: intent.privacy });
        case 'resend-request':
          return outbox.again(intent.key);
        case 'drop-request':
          return outbox.drop(intent.key);
        case 'read-requests':
          return void door.requests().then((answer) => send({ type: 'REQUESTS', answer }));
        case 'read-request':
          return void door.request(intent.id).then((answer) => send({ type: 'REQUEST', answer }));
        case 'move-request':
          return void door.moveRequest(intent.id, intent.move).then((answer) => send({ type: 'REQUEST', answer }));
        case 'ask-code':
          return void lookUpCode(ask, intent.code).then((found) => send({ type: 'CODE', code: intent.code, found }));
        case 'open-handover':
          return handovers.open(intent.input);
        case 'close-handover':
          return handovers.close();
        case 'close-private':
          return door.forget();
        case 'unbind':
          return void unbind(intent.pin);
      }
    },
    drawn(cursor, alerts) {
      const fresh = alerts.filter(({ id, revision }) => shown[id] !== revision);
      for (const { id, revision } of fresh) shown[id] = revision;
      report(fresh, 'rendered', true);
      if (cursor === rendered) return;
      rendered = cursor;
      reports?.changed();
    },
    stream: feed.stream,
    stop() {
      feed.stop();
      receipts.stop();
      catalogue?.stop();
      favourites.stop();
      lookups.stop();
      outbox.stop();
      handovers.close();
      reports?.stop();
      commands.stop();
      door.forget();
    },
  };
}
