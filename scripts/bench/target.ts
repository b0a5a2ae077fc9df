// What the benchmarks of boxes measure: the whole server on an embedded store, with the district's communities.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { NoticeItem } from '../../src/contract/feed.ts';
import type { NoticeId } from '../../src/contract/ids.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import { ALWAYS } from '../../src/domain/schedule/airing.ts';
import { createBus } from '../../src/server/bus/postgres.ts';
import { readConfig } from '../../src/server/config.ts';
import { createFeedService, type FeedService } from '../../src/server/features/feed/service.ts';
import { createSigner } from '../../src/server/features/signing/signer.ts';
import { openKeys } from '../../src/server/keys.ts';
import { composeServer } from '../../src/server/main.ts';
import { instantOf, systemRuntime } from '../../src/server/runtime.ts';
import { openStore } from '../../src/server/store/open.ts';
import type { Store } from '../../src/server/store/store.ts';

export interface Target {
  readonly store: Store;
  readonly port: number;
  /** For `createClient` of the command line. */
  readonly token: string;
  readonly ticketKey: Buffer;
  readonly communities: readonly RegionCode[];
  /** Publishes as the server does, from outside of its HTTP. */
  readonly feed: FeedService;
  /** Publishes one notice of about 1 KB to the communities, from the transaction on. */
  announce(): Promise<void>;
}

const runtime = systemRuntime;
/** As the server's own start listens. */
const BACKLOG = 4096;
/** Six sentences of a hundred bytes; with its other fields the event has about 1 KB. */
const TEXT = '周六上午八点半到十一点,社区卫生服务站在居委会一楼为居民免费量血压。'.repeat(6);

export interface TargetOptions {
  /** Communities that boxes stand in and notices go to. */
  readonly regions: number;
  /** Without it the data are gone with the process. */
  readonly dataDir?: string;
  readonly masterKey: Buffer;
  /** 0: any that is free. */
  readonly port: number;
}

/** Listens on 127.0.0.1. Throws where the district has fewer communities. */
export async function startTarget(options: TargetOptions): Promise<Target> {
  const { masterKey } = options;
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'linli-bench-'));
  if (!options.dataDir) process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const config = readConfig({ LINLI_DATA: dataDir, LINLI_DEMO: 'off', LINLI_KEY: masterKey.toString('base64') });
  const log = pino({ level: 'error' });
  const store = await openStore({ dataDir, clock: runtime.clock, log });
  const { app, commandLineToken } = await composeServer({ store, config, runtime, log });
  await app.listen({ port: options.port, host: '127.0.0.1', backlog: BACKLOG });

  const keys = await openKeys(path.join(dataDir, 'keys'), masterKey, runtime.random);
  const ticketKey = keys.forPurpose('feed-ticket');
  const signer = createSigner({ store, sealKey: keys.forPurpose('signing') });
  const boxes = { count: async () => 0 };
  const feed = createFeedService({ store, runtime, bus: createBus(store), boxes, signer, ticketKey });
  const places = await store.db
    .selectFrom('region')
    .select('code')
    .where('kind', '=', 'community')
    .orderBy('code')
    .limit(options.regions)
    .execute();
  const communities = places.map(({ code }) => code);
  if (communities.length < options.regions) throw new RangeError(`the district has ${communities.length} communities`);

  return {
    store,
    token: commandLineToken,
    port: (app.server.address() as AddressInfo).port,
    ticketKey,
    communities,
    feed,
    async announce() {
      const item = notice();
      const entry = { action: 'put', itemId: item.id, revision: 1, item, at: item.publishedAt } as const;
      await store.transaction((trx) => feed.append(trx, { ...entry, regions: communities }));
    },
  };
}

function notice(): NoticeItem {
  const now = instantOf(runtime.clock());
  return {
    kind: 'notice',
    id: runtime.uuids() as NoticeId,
    revision: 1,
    title: '周六上午免费量血压',
    source: '车站社区居委会',
    category: 'activity',
    blocks: [{ type: 'paragraph', text: TEXT }],
    pinned: false,
    validFrom: now,
    validTo: null,
    airing: ALWAYS,
    placements: [],
    weight: 1,
    publishedAt: now,
  };
}
