import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../src/contract/feed.ts';
import { createNotice, type Notice, readNotice } from '../../src/contract/notices.ts';
import { signIn } from '../../src/contract/staff.ts';
import { type ChildServer, startChildServer } from '../support/child-server.ts';
import { DEMO_PASSWORD } from '../support/demo-folder.ts';

const ROUNDS = 30;
const PER_ROUND = 6;

describe('a server killed in the middle of publishing', () => {
  let server: ChildServer | undefined;
  const folder = mkdtemp(path.join(os.tmpdir(), 'linli-crash-'));
  afterAll(async () => {
    await server?.kill();
    await rm(await folder, { recursive: true, force: true });
  });

  async function request(method: string, url: string, headers: Record<string, string>, body?: unknown) {
    return fetch(`${server?.url}${url}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
  async function cookieOf(account: string) {
    const response = await request('POST', signIn.path, {}, { account, password: DEMO_PASSWORD });
    return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  }
  const moves = (id: string) => `/api/notices/${id}/moves`;

  async function approvedNotices(
    round: number,
    author: { cookie: string },
    reviewers: readonly { cookie: string }[],
  ): Promise<string[]> {
    return Promise.all(
      Array.from({ length: PER_ROUND }, async (_, index) => {
        const input = {
          ...createNotice.example.body,
          title: `第 ${round} 轮 ${index}`,
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: null,
        };
        const { id } = (await (await request('POST', createNotice.path, author, input)).json()) as Notice;
        await request('POST', moves(id), author, { move: 'submit', revision: 1 });
        for (const [step, move] of ['review-first', 'review-second'].entries())
          await request('POST', moves(id), reviewers[step] ?? author, { move, revision: 1 });
        return id;
      }),
    );
  }

  it(`keeps every acknowledged notice and a feed without hole or repeat, ${ROUNDS} times`, async () => {
    const env = { LINLI_DATA: await folder, LINLI_DEMO_PASSWORD: DEMO_PASSWORD };
    server = await startChildServer(env);
    const token = server.sheet.boxes.find((box) => box.place === '车站社区')?.token ?? '';
    const box = { authorization: `Bearer ${token}` };
    const pull = async (since: string) =>
      (await (await request('GET', `/api/feed${since && `?since=${since}`}`, box)).json()) as Feed;
    let { cursor } = await pull('');
    let acknowledgedInAll = 0;
    // Signed in once: sessions outlive the kills.
    const author = await cookieOf('chezhan');
    const reviewers = [await cookieOf('sichoulu'), await cookieOf('fushen')];
    const signer = await cookieOf('qianfa');
    const auditor = await cookieOf('auditor');

    for (let round = 1; round <= ROUNDS; round++) {
      const ids = await approvedNotices(round, author, reviewers);
      const acknowledged = new Set<string>();
      const publishing = ids.map(async (id) => {
        // The kill breaks some of these off: nobody was told that they were published.
        const response = await request('POST', moves(id), signer, { move: 'sign-off', revision: 1 }).catch(() => null);
        if (response?.status === 200) acknowledged.add(id);
      });
      // Spread over the time publishing takes, so that kills meet every moment of it.
      await after(round * 2);
      await server.kill();
      await Promise.all(publishing);

      server = await startChildServer(env);
      const feed = await pull(cursor);
      expect(feed.mode).toBe('delta');
      const before = Number(/370306001001:(\d+)/.exec(cursor)?.[1]);
      expect(feed.entries.map((entry) => entry.seq)).toEqual(feed.entries.map((_, index) => before + 1 + index));
      const shown = feed.entries.map((entry) => (entry.action === 'put' ? entry.item.id : ''));
      expect(new Set(shown).size).toBe(shown.length);
      expect([...acknowledged].filter((id) => !shown.some((each) => each === id))).toEqual([]);
      for (const id of ids) {
        const notice = (await (await request('GET', readNotice.path.replace(':id', id), auditor)).json()) as Notice;
        expect(notice.state).toBe(shown.some((each) => each === id) ? 'published' : 'approved');
      }
      cursor = feed.cursor;
      acknowledgedInAll += acknowledged.size;
    }
    // The kills must have met publishing: some were acknowledged, some were not.
    expect(acknowledgedInAll).toBeGreaterThan(0);
    expect(acknowledgedInAll).toBeLessThan(ROUNDS * PER_ROUND);
  }, 600_000);
});
