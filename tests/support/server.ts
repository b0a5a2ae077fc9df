// A whole server in the test's process: real store, real routes, a clock and ids the test decides.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { createNotice, moveNotice, type NoticeInput, type NoticeMove } from '../../src/contract/notices.ts';
import { signIn } from '../../src/contract/staff.ts';
import type { Instant } from '../../src/contract/time.ts';
import { composeServer } from '../../src/server/main.ts';
import type { GuardedProvider } from '../../src/server/providers/guarded.ts';
import type { Store } from '../../src/server/store/store.ts';
import { DEMO_PASSWORD } from './demo-folder.ts';
import { demoFolderOf, openDemoStore, START, testConfig, testRuntime } from './demo-store.ts';
import { copyFolder } from './once.ts';
import { openTestStore } from './store.ts';

export { DEMO_PASSWORD };

const REVIEWERS_FRESH_MS = 600_000;

export interface Answer<Reply> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Reply;
}

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The caller's IP; 127.0.0.1 unless told. */
  readonly address?: string;
}

/** Someone who calls: staff with a cookie, a box with its credential, or nobody. */
export type Caller = { readonly headers: Readonly<Record<string, string>> };
export const nobody: Caller = { headers: {} };

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;

/** Closes the store it was given, or an embedded one of its own, when it stops. */
export async function openTestServer(
  given: {
    store?: Store;
    env?: Readonly<Record<string, string>>;
    prepare?: (dist: string) => Promise<void>;
    /** None unless told. */
    providers?: (given: { dataDir: string; clock: () => number }) => Promise<readonly GuardedProvider[]>;
  } = {},
) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'linli-test-'));
  const store = given.store ?? (await (given.env ? openTestStore('embedded') : openDemoStore()));
  const demoFolder = demoFolderOf(store);
  if (demoFolder !== undefined) await copyFolder(demoFolder, dataDir);
  let now = START;
  let signedIn = 0;
  const runtime = testRuntime(() => now);
  const config = testConfig(dataDir, given.env);
  await given.prepare?.(config.dist);
  const providers = await given.providers?.({ dataDir, clock: runtime.clock });
  const log = pino({ level: 'silent' });
  const server = await composeServer({ store, config, runtime, log, ...(providers && { providers }) });
  const { app } = server;
  await app.ready();

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  async function send(caller: Caller, endpoint: Endpoint, input: Input = {}): Promise<Answer<any>> {
    const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
    const query = Object.fromEntries(Object.entries(input.query ?? {}).map(([key, value]) => [key, String(value)]));
    const response = await app.inject({
      method: endpoint.method,
      url,
      query,
      headers: { ...caller.headers, ...input.headers },
      remoteAddress: input.address ?? '127.0.0.1',
      ...(input.body !== undefined && { payload: input.body as object }),
    });
    const body = response.body === '' ? undefined : JSON.parse(response.body);
    return { status: response.statusCode, headers: response.headers, body };
  }

  async function staff(account: string, password = DEMO_PASSWORD): Promise<Caller> {
    // From an address of its own: the limit per address has its own test.
    signedIn += 1;
    const answer = await send(nobody, signIn, { body: { account, password }, address: `10.0.0.${signedIn}` });
    if (answer.status !== 200) throw new Error(`${account} cannot sign in: ${JSON.stringify(answer.body)}`);
    return { headers: { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' } };
  }

  /** A notice written by `author` and moved by whom each step names. */
  async function notice(author: Caller, input: object, ...moves: [Caller, NoticeMove][]) {
    const made = await send(author, createNotice, { body: input });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return moved(made.body, ...moves);
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  async function moved(notice: { id: string; revision: number }, ...moves: [Caller, NoticeMove][]): Promise<any> {
    let now = notice;
    for (const [caller, move] of moves) {
      const answer = await send(caller, moveNotice, {
        params: { id: now.id },
        body: { move, revision: now.revision, reason: '因为' },
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      now = answer.body;
    }
    return now;
  }

  /** The district's three reviewers; signed in again when their sessions may have gone idle. */
  const reviewers = { at: Number.NEGATIVE_INFINITY, seats: Promise.resolve<Caller[]>([]) };
  async function reviewer(step: number): Promise<Caller> {
    if (now - reviewers.at > REVIEWERS_FRESH_MS) {
      reviewers.at = now;
      reviewers.seats = Promise.all(['review', 'fushen', 'qianfa'].map((account) => staff(account)));
    }
    return (await reviewers.seats)[step] ?? nobody;
  }

  /** Written by `author`, approved by two of the district's, ready to be signed off. */
  async function approved(author: Caller, input: object) {
    const [first, second] = [await reviewer(0), await reviewer(1)];
    return notice(author, input, [author, 'submit'], [first, 'review-first'], [second, 'review-second']);
  }

  /** Written by `author` and through all three steps of the review. */
  async function published(author: Caller, input: object) {
    return moved(await approved(author, input), [await reviewer(2), 'sign-off']);
  }

  const sheet = server.demo?.sheet;
  return {
    app,
    commandLineToken: server.commandLineToken,
    store,
    dataDir,
    send,
    staff,
    now: () => now,
    instant: (afterMs = 0) => new Date(now + afterMs).toISOString() as Instant,
    pass(ms: number): void {
      now += ms;
    },
    /** The n-th demo box of a community. */
    box(place: string, index = 0): Caller {
      const token = sheet?.boxes.filter((box) => box.place === place)[index]?.token;
      if (!token) throw new Error(`no demo box ${index} in ${place}`);
      return { headers: { authorization: `Bearer ${token}` } };
    },
    /** What an author fills in, for 车站社区 unless told. */
    draft(change: Partial<NoticeInput> = {}) {
      return {
        title: '明天停水',
        source: '车站社区居委会',
        category: 'outage',
        text: '明天上午停水。',
        regions: ['370306001001'],
        pinned: false,
        validFrom: new Date(now).toISOString(),
        validTo: null,
        ...change,
      };
    },
    notice,
    moved,
    approved,
    published,
    async stop(): Promise<void> {
      await server.stop();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
