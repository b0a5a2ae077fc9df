// The mocks cannot drift from the contract: every example parses, and what the handlers answer parses, too.
import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import * as activation from '../../../src/contract/activation.ts';
import * as audit from '../../../src/contract/audit.ts';
import * as boxSettings from '../../../src/contract/box-settings.ts';
import * as boxes from '../../../src/contract/boxes.ts';
import * as catalogue from '../../../src/contract/catalogue.ts';
import * as coverage from '../../../src/contract/coverage.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import * as feed from '../../../src/contract/feed.ts';
import * as fleet from '../../../src/contract/fleet.ts';
import { CarriedGuide } from '../../../src/contract/guides.ts';
import * as households from '../../../src/contract/households.ts';
import * as imports from '../../../src/contract/imports.ts';
import * as notices from '../../../src/contract/notices.ts';
import { Problem } from '../../../src/contract/problem.ts';
import * as regions from '../../../src/contract/regions.ts';
import * as signing from '../../../src/contract/signing.ts';
import * as staff from '../../../src/contract/staff.ts';
import { checkEntry } from '../../../src/domain/signing/check-entry.ts';
import { checkManifest } from '../../../src/domain/signing/check-manifest.ts';
import { checkTrust, keysIn, verifyInScript } from '../../../src/domain/signing/trust.ts';
import { PAGE_LAYOUT, paginate } from '../../../src/domain/text/paginate.ts';
import { PATHS } from '../../../src/tv/feed/paths.ts';
import {
  EXAMPLE_ARRIVAL_ENTRY,
  EXAMPLE_AUTHORIZATION,
  EXAMPLE_HOME,
  EXAMPLE_NOW,
  EXAMPLE_PIN,
} from '../../../src/tv/mocks/examples.ts';
import { boxHandlers, exampleTime } from '../../../src/tv/mocks/handlers.ts';
import { mock } from '../../../src/tv/mocks/mock.ts';
import { mockWorker } from '../../../src/tv/mocks/worker-plugin.ts';
import { ITEMS } from '../examples.ts';
import { SIGNER } from '../signer.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'example' in value && 'reply' in value && 'path' in value;
const ENDPOINTS = [
  activation,
  audit,
  boxes,
  boxSettings,
  catalogue,
  coverage,
  feed,
  fleet,
  households,
  imports,
  notices,
  regions,
  signing,
  staff,
].flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) => (isEndpoint(value) ? [[name, value] as const] : [])),
);

const ORIGIN = 'http://tv.example';
const ask = (method: string, path: string, handlers = boxHandlers(() => 5_000, SIGNER), body: string | null = null) =>
  getResponse(handlers, new Request(ORIGIN + path, { method, body }), { baseUrl: ORIGIN });

describe("the contract's examples", () => {
  it('are all found', () => {
    expect(ENDPOINTS.length).toBeGreaterThan(15);
  });

  it.each(ENDPOINTS)('%s parses with its own schemas', (_, { params, query, body, reply, example }) => {
    for (const [schema, value] of [
      [params, example.params],
      [query, example.query],
      [body, example.body],
      [reply, example.reply],
    ] as const) {
      expect(schema.safeParse(value).error).toBeUndefined();
    }
  });

  it.each(ENDPOINTS)('%s answers as its mock', async (_, endpoint) => {
    const path = endpoint.path.replace(/:(\w+)/g, (__, name) => String(Object(endpoint.example.params)[name]));
    const answer = await ask(endpoint.method, path, [mock(endpoint)]);
    expect(answer?.status).toBe(endpoint.status);
    if (endpoint.status !== 204) expect(await answer?.json()).toEqual(endpoint.example.reply);
  });
});

describe('the mocked server', () => {
  it.each([
    [PATHS.home, boxes.readBoxHome],
    [PATHS.feed, feed.readFeed],
  ] as const)('answers %s with what the schema accepts', async (path, { reply }) => {
    const answer: unknown = await (await ask('GET', path))?.json();
    expect(reply.safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({ serverTime: exampleTime(5_000) });
  });

  it('signs what it answers, and tells with which keys', async () => {
    const keys = checkTrust(
      await (await ask('GET', PATHS.trust))?.json(),
      { root: SIGNER.root, version: 1 },
      verifyInScript,
    );
    if ('fault' in keys) throw new Error(keys.fault);
    const { entries } = feed.Feed.parse(await (await ask('GET', PATHS.feed))?.json());
    expect(entries.length).toBeGreaterThan(5);
    for (const entry of entries)
      expect(checkEntry(entry, keysIn(keys.list), verifyInScript)).toMatchObject({ action: 'put', seq: entry.seq });
  });

  it('sells tickets and takes receipts', async () => {
    expect((await ask('POST', PATHS.ticket))?.status).toBe(201);
    expect((await ask('POST', PATHS.receipts))?.status).toBe(204);
  });

  it('takes reports and acknowledgements, gives new credentials, and tells that it is well', async () => {
    const acknowledged = PATHS.commandDone.replace(':id', boxes.acknowledgeCommand.example.params?.id ?? '');
    expect((await ask('POST', PATHS.report))?.status).toBe(204);
    expect((await ask('POST', acknowledged))?.status).toBe(204);
    expect((await ask('POST', PATHS.credential))?.status).toBe(201);
    expect((await ask('GET', '/healthz'))?.status).toBe(200);
  });

  it('opens what is private by the PIN of the examples, and by no other', async () => {
    const pin = (path: string, typed: string) => ask('POST', path, undefined, JSON.stringify({ pin: typed }));
    const opened: unknown = await (await pin(PATHS.private, EXAMPLE_PIN))?.json();
    expect(households.openPrivate.reply.safeParse(opened).error).toBeUndefined();
    expect((await pin(PATHS.unbind, EXAMPLE_PIN))?.status).toBe(204);
    const wrong = await pin(PATHS.private, '000000');
    expect([wrong?.status, Problem.parse(await wrong?.json()).code]).toEqual([403, 'pin-wrong']);
    const view: unknown = await (await ask('GET', PATHS.household))?.json();
    expect(households.HouseholdView.safeParse(view).error).toBeUndefined();
  });

  it('gives a box a code, and its credential after somebody had time to type it', async () => {
    const handlers = boxHandlers(() => 0, SIGNER);
    const code: unknown = await (await ask('POST', PATHS.authorize, handlers))?.json();
    expect(activation.DeviceAuthorization.parse(code)).toEqual(EXAMPLE_AUTHORIZATION);
    expect(activation.UserCode.safeParse(EXAMPLE_AUTHORIZATION.user_code).success).toBe(true);
    for (const _ of [1, 2]) {
      const pending: unknown = await (await ask('POST', PATHS.token, handlers))?.json();
      expect(activation.OauthError.parse(pending).error).toBe('authorization_pending');
    }
    const token: unknown = await (await ask('POST', PATHS.token, handlers))?.json();
    expect(activation.TokenReply.safeParse(token).error).toBeUndefined();
  });

  it('lets its worker be served in development, never built', () => {
    expect(mockWorker().apply).toBe('serve');
  });
});

describe('the example day', () => {
  it('parses, the notice that arrives included', () => {
    expect(boxes.BoxHome.safeParse(EXAMPLE_HOME).success).toBe(true);
    expect(feed.FeedEntry.safeParse(SIGNER.sign(EXAMPLE_ARRIVAL_ENTRY)).success).toBe(true);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  it('has something for every tile, a long notice, and nothing from the future', () => {
    for (const category of ['outage', 'service', 'safety', 'activity', 'policy']) {
      expect(ITEMS.map((item) => item.category)).toContain(category);
    }
    expect(Math.max(...ITEMS.map(({ blocks }) => paginate(blocks, PAGE_LAYOUT.elder).length))).toBeGreaterThan(2);
    for (const item of ITEMS) expect(item.publishedAt < EXAMPLE_NOW).toBe(true);
  });

  it('is written in Chinese marks', () => {
    for (const item of ITEMS) {
      expect(JSON.stringify(item)).not.toMatch(/[\u4e00-\u9fff][,!?:;()]|[,!?:;()][\u4e00-\u9fff]/);
    }
  });
});

it('a catalogue comes from the mocks that a box believes, with parts that are what their names say', async () => {
  const manifest = await (await ask('GET', PATHS.manifest))?.json();
  const known = { community: EXAMPLE_HOME.community.code, version: 0 };
  const checked = checkManifest(manifest, known, keysIn(SIGNER.trustList()), verifyInScript);
  expect(checked).toHaveProperty('manifest');
  for (const { name, hash } of catalogue.Manifest.parse(manifest).parts) {
    const answer = await ask('GET', PATHS.part.replace(':hash', hash));
    const content: unknown[] = await answer?.json();
    expect(content.length).toBeGreaterThan(0);
    if (name.startsWith('guides/')) for (const guide of content) CarriedGuide.parse(guide);
  }
  expect((await ask('GET', PATHS.part.replace(':hash', '0'.repeat(128))))?.status).toBe(404);
});
