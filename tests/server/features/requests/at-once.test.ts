// Two hundred moves on one case at the same time: a legal history, each accepted action in it once, also across kills.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { sendRequest } from '../../../../src/contract/box-requests.ts';
import { moveRequest, type RequestDetail, readRequest } from '../../../../src/contract/request-calls.ts';
import type { Move, RequestState } from '../../../../src/contract/requests.ts';
import { signIn } from '../../../../src/contract/staff.ts';
import { nextState } from '../../../../src/domain/requests/state.ts';
import { REQUEST_CATEGORIES } from '../../../../src/server/seed/request-categories.ts';
import { type ChildServer, startChildServer } from '../../../support/child-server.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, openTestServer } from '../../../support/server.ts';

const MOVES = 200;
/** In each at least one is accepted, as long as any is left. */
const ROUNDS = 30;
const ID = '019ab000-0000-4000-8000-00000000a501';
/** The first of the moves; all others are notes. None gives the case away. Each has words of its own, to be found by. */
const TURNS = ['start', 'suspend', 'resume', 'suspend', 'resume', 'answer', 'suspend', 'resume', 'start'] as const;
const lamp = REQUEST_CATEGORIES.find(({ code }) => code === 'stair-light');
const REPORT = {
  category: lamp?.code,
  where: { kind: 'stairwell', place: null, position: null },
  answers: { what: lamp?.fields[0]?.options[0]?.key },
  when: 'any',
  text: '',
  photos: [],
};

type Given = Extract<Move, { kind: 'note' | (typeof TURNS)[number] }>;
const wordOf = (index: number) => `第${index}件事`;
const moveOf = (index: number): Given => ({ kind: TURNS[index] ?? 'note', public: wordOf(index) });

interface Answer {
  readonly status: number;
  readonly code?: string;
}
interface Desk {
  read(): Promise<RequestDetail>;
  /** Undefined: nobody answered. */
  move(revision: number, move: Given): Promise<Answer | undefined>;
}

/**
 * All at once: notes one revision after the other, what changes the state all on the same; and those again that came
 * too late. The accepted ones; `between` goes on beside each round.
 */
async function moveAll(desk: Desk, between: () => Promise<void>): Promise<ReadonlySet<number>> {
  const accepted = new Set<number>();
  let open = Array.from({ length: MOVES }, (_, index) => index);
  for (let round = 0; open.length > 0 && round < ROUNDS; round += 1) {
    const { revision } = await desk.read();
    const late = open.filter((index) => index >= TURNS.length);
    const answers = Promise.all(
      open.map((index) => desk.move(revision + Math.max(0, late.indexOf(index)), moveOf(index))),
    );
    await between();
    const told = await answers;
    for (const [turn, index] of open.entries()) if (told[turn]?.status === 200) accepted.add(index);
    // Refused for good is what the table does not allow, or who may not; a broken connection tells nothing.
    open = open.filter((_, turn) => told[turn] === undefined || told[turn]?.code === 'stale-revision');
    const { actions } = await desk.read();
    open = open.filter(
      (index) => !actions.some(({ public: said, internal }) => [said, internal].includes(wordOf(index))),
    );
  }
  return accepted;
}

function checkHistory({ actions, revision, state }: RequestDetail, accepted: ReadonlySet<number>): void {
  let now: RequestState = 'received';
  for (const { kind } of actions.slice(1)) {
    const next = nextState(now, kind);
    expect(next, `${kind} in ${now}`).toBeDefined();
    now = next ?? now;
  }
  expect([now, actions.length]).toEqual([state, revision]);
  const words = actions.map(({ public: said, internal }) => said ?? internal);
  for (const index of accepted) expect(words.filter((word) => word === wordOf(index))).toHaveLength(1);
  expect(new Set(words.filter((word) => word?.startsWith('第'))).size).toBeGreaterThanOrEqual(accepted.size);
}

describe.each(await storeEngines())('two hundred moves at once, on $kind', ({ openDemo }) => {
  it('end in a legal history', async () => {
    const server = await openTestServer({ store: await openDemo() });
    try {
      const community: Caller = await server.staff('chezhan');
      const params = { id: ID };
      const sent = await server.send(server.box('车站社区'), sendRequest, { params, body: REPORT });
      expect(sent.status).toBe(200);
      const desk: Desk = {
        read: async () => (await server.send(community, readRequest, { params })).body,
        async move(revision, move) {
          const { status, body } = await server.send(community, moveRequest, { params, body: { revision, move } });
          return { status, code: body.code };
        },
      };
      const accepted = await moveAll(desk, async () => {});
      expect(accepted.size).toBeGreaterThanOrEqual(ROUNDS);
      checkHistory(await desk.read(), accepted);
    } finally {
      await server.stop();
    }
  });
});

describe('a server killed while they come in', () => {
  let server: ChildServer | undefined;
  const folder = mkdtemp(path.join(os.tmpdir(), 'linli-moves-'));
  afterAll(async () => {
    await server?.kill();
    await rm(await folder, { recursive: true, force: true });
  });

  it('keeps every action that was acknowledged, once', async () => {
    const env = { LINLI_DATA: await folder, LINLI_DEMO_PASSWORD: 'test-password-1' };
    server = await startChildServer(env);
    const call = (method: string, url: string, headers: Record<string, string>, body?: unknown) =>
      fetch(`${server?.url}${url}`, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const signed = await call('POST', signIn.path, {}, { account: 'chezhan', password: env.LINLI_DEMO_PASSWORD });
    const cookie = { cookie: signed.headers.get('set-cookie')?.split(';')[0] ?? '' };
    const token = server.sheet.boxes.find(({ place }) => place === '车站社区')?.token;
    const pathOf = (endpoint: { path: string }) => endpoint.path.replace(':id', ID);
    expect((await call('PUT', pathOf(sendRequest), { authorization: `Bearer ${token}` }, REPORT)).status).toBe(200);
    const desk: Desk = {
      read: async () => (await (await call('GET', pathOf(readRequest), cookie)).json()) as RequestDetail,
      async move(revision, move) {
        const response = await call('POST', pathOf(moveRequest), cookie, { revision, move }).catch(() => undefined);
        const body = (await response?.json().catch(() => undefined)) as { code?: string } | undefined;
        return response && body && { status: response.status, ...(body.code && { code: body.code }) };
      },
    };
    let kills = 0;
    const accepted = await moveAll(desk, async () => {
      if (kills === 4) return;
      kills += 1;
      await after(40 * kills);
      await server?.kill();
      server = await startChildServer(env);
    });
    expect(accepted.size).toBeGreaterThanOrEqual(ROUNDS);
    checkHistory(await desk.read(), accepted);
  }, 120_000);
});
