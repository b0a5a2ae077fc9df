// The whole of CAP and of the alerts over HTTP on a real store; only the feed to the boxes is left out.
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { v7 } from 'uuid';
import {
  CAP_IMPORT_PATH,
  CAP_PATH,
  type CapSenderInput,
  createCapSender,
  EBM_PATH,
} from '../../../../src/contract/cap-calls.ts';
import type { Endpoint } from '../../../../src/contract/endpoint.ts';
import type { AlertId, StaffId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import type { Instant } from '../../../../src/contract/time.ts';
import { toCap } from '../../../../src/domain/cap/cap.ts';
import { capNode } from '../../../../src/domain/cap/cap-document.ts';
import { ebmNumber, packetNumber, toEbm } from '../../../../src/domain/cap/ebm.ts';
import { packetNode } from '../../../../src/domain/cap/ebm-document.ts';
import type { Warning, WarningContent } from '../../../../src/domain/cap/warning.ts';
import { toSecond } from '../../../../src/domain/cap/wire-time.ts';
import { writeXml } from '../../../../src/domain/cap/xml-write.ts';
import { createReleasedAlerts } from '../../../../src/server/features/alerts/released.ts';
import { createAlertService } from '../../../../src/server/features/alerts/service.ts';
import { capRoutes } from '../../../../src/server/features/cap/routes.ts';
import { createCapService } from '../../../../src/server/features/cap/service.ts';
import { createRegionService } from '../../../../src/server/features/regions/service.ts';
import { createApp } from '../../../../src/server/http/app.ts';
import { createServe } from '../../../../src/server/http/route.ts';
import { seedDistrict } from '../../../../src/server/seed/district.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { rainstorm } from '../../../support/warnings.ts';

const START = Date.parse('2026-11-23T04:00:00.000Z');
const PLATFORM = '43703060000000103010101';
const HOUR_MS = 3_600_000;

export async function openCap(store: Store) {
  await seedDistrict(store);
  let now = START;
  let made = 0;
  const runtime = { clock: () => now, uuids: () => v7(), random: randomBytes };
  const instant = (afterMs = 0) => new Date(now + afterMs).toISOString() as Instant;
  const id = v7() as StaffId;
  await store.db
    .insertInto('staff')
    .values({
      id,
      account: 'someone',
      name: '某人',
      password_hash: 'none',
      must_change_password: false,
      locked_until: null,
      created_at: instant(),
    })
    .execute();
  const caller = {
    id,
    name: '某人',
    grants: [{ role: 'district' as const, region: '370306' as RegionCode }],
    mustChangePassword: false,
    session: '',
  };
  const regions = createRegionService({ store });
  const notices = { read: () => Promise.reject(new Error('no notice is asked for')) };
  const feed = { append: async () => {} };
  const { prepareFromOutside } = createAlertService({ store, runtime, regions, feed, notices });
  const alerts = { prepareFromOutside, ...createReleasedAlerts({ store, runtime, regions }) };
  const cap = createCapService({ store, runtime, regions, alerts, platform: PLATFORM });
  const app = await createApp({
    log: pino({ level: 'silent' }),
    uuids: runtime.uuids,
    publicUrl: undefined,
    edges: [],
  });
  await capRoutes(
    app,
    createServe(app, async () => caller),
    {
      cap,
      identifyStaff: async () => caller,
      publicUrl: 'https://linli.example',
    },
  );
  await app.ready();

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  type Answer = { status: number; headers: Readonly<Record<string, unknown>>; body: any; text: string };

  async function inject(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    headers: object,
    payload?: Buffer | object,
  ): Promise<Answer> {
    const response = await app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = isJson ? JSON.parse(response.body) : undefined;
    return { status: response.statusCode, headers: response.headers, body, text: response.body };
  }

  /** A warning as it is sent now; its sender is named by `of`. */
  const warning = (of: { identity: string }, change: Partial<Warning> = {}, content: Partial<WarningContent> = {}) => {
    made += 1;
    return {
      ...rainstorm,
      identifier: `ZB-${made}`,
      sender: of.identity,
      sentAt: toSecond(instant()),
      ...change,
      content: {
        ...rainstorm.content,
        validFrom: toSecond(instant()),
        validTo: toSecond(instant(6 * HOUR_MS)),
        ...content,
      },
    };
  };

  /** The newest revision of an alert, with what is the same for all of them. */
  const revisionOf = (alert: AlertId) =>
    store.db
      .selectFrom('alert_revision')
      .innerJoin('alert', 'alert.id', 'alert_revision.alert_id')
      .select([
        'act',
        'alert_revision.state',
        'content',
        'reason',
        'cap',
        'rehearsal',
        'origin',
        'authority',
        'revision',
      ])
      .where('alert_id', '=', alert)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();

  return {
    store,
    runtime,
    cap,
    revisionOf,
    warning,
    instant,
    async revisions(): Promise<number> {
      const { n } = await store.db
        .selectFrom('alert_revision')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return n;
    },
    pass(ms: number): void {
      now += ms;
    },
    async sender(change: Partial<CapSenderInput> = {}) {
      made += 1;
      const input = {
        name: `第 ${made} 气象台`,
        identity: `qxt-${made}@zibo.example.cn`,
        authority: '370306' as RegionCode,
        key: null,
        direct: true,
        poll: null,
        ...change,
      };
      const { sender, token } = await cap.senders.create(caller, input);
      return { ...sender, headers: { authorization: `Bearer ${token}` } };
    },
    xml: (given: Warning) => writeXml(capNode(toCap(given, (code) => `地区${code}`))),
    ebm(given: Warning & { content: WarningContent }) {
      made += 1;
      const numbers = {
        platform: PLATFORM,
        packet: packetNumber(PLATFORM, made),
        message: ebmNumber(PLATFORM, given.sentAt, made),
        related: null,
      };
      return writeXml(packetNode(toEbm(given, numbers)));
    },
    post: (of: { headers: object }, document: string | Buffer, path: string = CAP_PATH, type = 'application/cap+xml') =>
      inject('POST', path, { ...of.headers, 'content-type': type }, Buffer.from(document)),
    postEbm: (of: { headers: object }, document: string | Buffer) =>
      inject('POST', EBM_PATH, { ...of.headers, 'content-type': 'text/xml' }, Buffer.from(document)),
    importFile: (document: string | Buffer) =>
      inject('POST', CAP_IMPORT_PATH, { 'content-type': 'application/xml' }, Buffer.from(document)),
    get: (url: string, headers: object = {}) => inject('GET', url, headers),
    send: (endpoint: Endpoint, url: string, body?: object) =>
      inject(endpoint.method as 'GET' | 'POST' | 'PUT', url, {}, body),
    admit: (body: object) => inject('POST', createCapSender.path, {}, body),
    async stop(): Promise<void> {
      await app.close();
      await store.close();
    },
  };
}

export type TestCap = Awaited<ReturnType<typeof openCap>>;
