import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoller, type Fetch } from '../../../../src/server/features/cap/poller.ts';
import { storeEngines } from '../../../support/engines.ts';
import { openCap, type TestCap } from './open-cap.ts';

const HOME = 'https://qx.example.cn';
const MINUTE_MS = 60_000;

type Page = string | { status?: number; body?: string | ReadableStream<Uint8Array>; etag?: string };

describe.each(await storeEngines())('a source that is polled, on $kind', ({ open }) => {
  let cap: TestCap;
  beforeAll(async () => {
    cap = await openCap(await open());
  });
  afterAll(() => cap.stop());

  /** A web of pages; what was asked for is kept. */
  async function source(pages: Record<string, Page>) {
    const asked: { url: string; etag: string | null }[] = [];
    const fetch: Fetch = async (url, init) => {
      const etag = new Headers(init.headers).get('if-none-match');
      asked.push({ url, etag });
      const found = pages[url];
      if (found === undefined) throw new TypeError('fetch failed');
      const page = typeof found === 'string' ? { body: found } : found;
      if (page.etag && page.etag === etag) return new Response(null, { status: 304 });
      return new Response(page.body ?? null, {
        status: page.status ?? 200,
        headers: page.etag ? { etag: page.etag } : {},
      });
    };
    await cap.store.db.updateTable('cap_sender').set({ active: false }).execute();
    const sender = await cap.sender({ direct: false, poll: { url: `${HOME}/feed.xml`, everySeconds: 60 } });
    const poller = createPoller({
      store: cap.store,
      runtime: cap.runtime,
      intake: cap.cap.intake,
      fetch,
      timers: { after: () => () => {}, every: () => () => {} },
      log: { error: () => {} },
    });
    const failure = async () =>
      (
        await cap.store.db
          .selectFrom('cap_sender')
          .select('poll_failure')
          .where('id', '=', sender.id)
          .executeTakeFirstOrThrow()
      ).poll_failure;
    return { asked, sender, poller, pages, failure };
  }

  const feedOf = (...links: (string | { href: string; updated: string })[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${links
      .map((link) => (typeof link === 'string' ? { href: link, updated: '2026-11-23T04:00:00Z' } : link))
      .map(({ href, updated }) => `<entry><updated>${updated}</updated><link href="${href}"/></entry>`)
      .join('')}</feed>`;

  it('is followed from its feed to its documents, each fetched once', async () => {
    const web = await source({ [`${HOME}/feed.xml`]: feedOf('/1.xml', `${HOME}/2.xml`) });
    web.pages[`${HOME}/1.xml`] = cap.xml(cap.warning(web.sender));
    web.pages[`${HOME}/2.xml`] = cap.xml(cap.warning(web.sender));
    const before = await cap.revisions();
    await web.poller.poll();
    expect(await cap.revisions()).toBe(before + 2);
    cap.pass(MINUTE_MS);
    await web.poller.poll();
    expect(await cap.revisions()).toBe(before + 2);
    expect(web.asked.map(({ url }) => url)).toEqual([
      `${HOME}/feed.xml`,
      `${HOME}/1.xml`,
      `${HOME}/2.xml`,
      `${HOME}/feed.xml`,
    ]);
  });

  it('is asked no more often than agreed, and told what is known already', async () => {
    const web = await source({ [`${HOME}/feed.xml`]: { body: feedOf(), etag: '"one"' } });
    await web.poller.poll();
    await web.poller.poll();
    cap.pass(MINUTE_MS);
    await web.poller.poll();
    expect(web.asked.map(({ etag }) => etag)).toEqual([null, '"one"']);
  });

  it('leads nowhere but to its own host', async () => {
    const elsewhere = 'https://evil.example/x.xml';
    const web = await source({
      [`${HOME}/feed.xml`]: feedOf(
        elsewhere,
        'http://qx.example.cn/x.xml',
        'file:///etc/passwd',
        '//evil.example/y',
        'javascript:0',
      ),
    });
    await web.poller.poll();
    expect(web.asked).toHaveLength(1);
  });

  it('may be one document', async () => {
    const web = await source({});
    web.pages[`${HOME}/feed.xml`] = cap.xml(cap.warning(web.sender));
    const before = await cap.revisions();
    await web.poller.poll();
    expect(await cap.revisions()).toBe(before + 1);
  });

  it('is fetched again for an entry that was changed', async () => {
    const web = await source({});
    web.pages[`${HOME}/feed.xml`] = feedOf('/1.xml');
    web.pages[`${HOME}/1.xml`] = cap.xml(cap.warning(web.sender));
    const before = await cap.revisions();
    await web.poller.poll();
    web.pages[`${HOME}/feed.xml`] = feedOf({ href: '/1.xml', updated: '2026-11-23T05:00:00Z' });
    web.pages[`${HOME}/1.xml`] = cap.xml(cap.warning(web.sender));
    cap.pass(MINUTE_MS);
    await web.poller.poll();
    expect(await cap.revisions()).toBe(before + 2);
  });

  it.each([
    ['nothing', undefined, '连不上'],
    ['an error', { status: 500 }, '500'],
    ['a redirect', { status: 302 }, '302'],
    ['a page for people', '<html><body>欢迎</body></html>', '不是 CAP'],
    ['words', 'hello', '不是 CAP'],
    ['an entity', '<!DOCTYPE feed [<!ENTITY x "y">]><feed xmlns="http://www.w3.org/2005/Atom"/>', '不是 CAP'],
    ['too much', { body: 'x'.repeat(600 * 1024) }, '超过限制'],
  ] as const)('that answers with %s is said to have failed, until it is well again', async (_what, page, sentence) => {
    const web = await source(page === undefined ? {} : { [`${HOME}/feed.xml`]: page });
    await web.poller.poll();
    expect(await web.failure()).toContain(sentence);
    web.pages[`${HOME}/feed.xml`] = feedOf();
    cap.pass(MINUTE_MS);
    await web.poller.poll();
    expect(await web.failure()).toBeNull();
  });

  it('is given up where it goes on and on', async () => {
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const web = await source({ [`${HOME}/feed.xml`]: { body: endless } });
    await web.poller.poll();
    expect(await web.failure()).toContain('超过限制');
    expect(pieces).toBeLessThan(20);
  });

  it('is polled by one of two processes', async () => {
    const web = await source({ [`${HOME}/feed.xml`]: feedOf() });
    await Promise.all([web.poller.poll(), web.poller.poll(), web.poller.poll()]);
    expect(web.asked).toHaveLength(1);
  });
});
