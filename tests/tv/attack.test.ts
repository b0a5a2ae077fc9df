// Somebody writes to the bus, to the store or to the network: nothing of it comes to a screen, and the boxes say why.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../src/contract/feed.ts';
import type { NoticeId } from '../../src/contract/ids.ts';
import { moveNotice } from '../../src/contract/notices.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import type { Signature } from '../../src/contract/signing.ts';
import { storeEngines } from '../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../support/server.ts';
import { soon } from '../support/soon.ts';
import { ITEMS } from './examples.ts';
import { fakeShelf } from './fakes.ts';
import { type Between, startTelevision, stopTelevisions } from './real.ts';
import { FORGER } from './signer.ts';

const COMMUNITY = '370306001001' as RegionCode;
const TOWN = '370306001' as RegionCode;
/** Stands in everything the attacker would have on a screen. */
const LIE = '请到村口领钱';

describe.each(await storeEngines())('an attacker, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let url: string;
  let author: Caller;
  let box: Caller;
  let mark: string;
  let number = 0;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    author = await server.staff('chezhan');
    box = server.box('车站社区');
  });
  // Each test has a true notice of its own, pinned, so that it is the first thing on the screen.
  beforeEach(async () => {
    number += 1;
    mark = `真通知第${number}号`;
    await server.store.db.deleteFrom('receipt').execute();
  });
  afterEach(stopTelevisions);
  afterAll(() => server.stop());

  const publish = (title = mark) =>
    server.published(author, server.draft({ title, pinned: true, category: 'general' }));
  const television = (given: Parameters<typeof startTelevision>[3] = {}) => startTelevision(server, url, box, given);
  /** Comes to the screen after all that the attacker did: until then nothing of it may have come. */
  async function truth(screen: ReturnType<typeof television>): Promise<void> {
    const title = `${mark}之后`;
    await publish(title);
    await soon(() => expect(screen.shows(title)).toBe(true));
    expect(screen.showed(LIE)).toBe(false);
  }
  const reasons = async (item?: string) => {
    let query = server.store.db.selectFrom('receipt').select('reason').distinct().where('step', '=', 'refused');
    if (item) query = query.where('item_id', '=', item as NoticeId);
    return (await query.execute()).map(({ reason }) => reason);
  };
  const told = (reason: string, item?: string) => soon(async () => expect(await reasons(item)).toContain(reason));

  const entriesOf = (item: string) =>
    server.store.db
      .selectFrom('feed_entry')
      .selectAll()
      .where('item_id', '=', item as NoticeId)
      .orderBy('seq')
      .execute();
  const notify = (payload: string) => sql`select pg_notify('linli', ${payload})`.execute(server.store.db);

  /** Puts a row at the end of a region's feed and rings the bell, as the server does. */
  async function insert(
    region: RegionCode,
    entry: { id: string; revision: number; item: object | null; signature: Signature | null },
  ) {
    const seq = await server.store.transaction(async (trx) => {
      const [head] = await trx
        .insertInto('feed_head')
        .values({ region_code: region, seq: 1, at: server.instant() })
        .onConflict((conflict) => conflict.column('region_code').doUpdateSet({ seq: sql`feed_head.seq + 1` }))
        .returning('seq')
        .execute();
      await trx
        .insertInto('feed_entry')
        .values({
          region_code: region,
          seq: head?.seq ?? 0,
          action: entry.item ? 'put' : 'drop',
          item_id: entry.id as NoticeId,
          revision: entry.revision,
          valid_to: null,
          item: entry.item && JSON.stringify(entry.item),
          at: server.instant(),
          key_id: entry.signature?.key ?? null,
          signature: entry.signature?.value ?? null,
        })
        .execute();
      return head?.seq ?? 0;
    });
    await notify(`${region} ${seq}`);
    return seq;
  }
  const lie = (id = crypto.randomUUID() as string): NoticeItem => ({
    ...(ITEMS[0] as NoticeItem),
    id: id as NoticeId,
    title: LIE,
    pinned: true,
    validTo: null,
    publishedAt: server.instant(),
  });

  describe('who can write to the bus', () => {
    it('puts nothing on a screen', async () => {
      const notice = await publish();
      const screen = television();
      await soon(() => expect(screen.shows(mark)).toBe(true));
      const [row] = await entriesOf(notice.id);
      const words = [
        `${COMMUNITY} ${(row?.seq ?? 0) + 50}`,
        `${COMMUNITY} 1`,
        JSON.stringify({ action: 'put', region: COMMUNITY, seq: (row?.seq ?? 0) + 1, item: lie() }),
        JSON.stringify({ to: { region: COMMUNITY }, what: 'refresh', item: lie() }),
        JSON.stringify({ to: { region: COMMUNITY }, what: 'trust', list: FORGER.trustList({ version: 9 }) }),
        JSON.stringify({ to: { region: COMMUNITY }, what: { put: lie() } }),
        LIE,
      ];
      for (const word of words) await notify(word);
      await truth(screen);
    });
  });

  describe('who can write to the feed in the store', () => {
    it('puts no notice of his own there: not unsigned, not signed by himself, not under a signature of ours', async () => {
      const notice = await publish();
      const screen = television();
      await soon(() => expect(screen.shows(mark)).toBe(true));
      const [row] = await entriesOf(notice.id);
      const ours = row?.key_id && row.signature ? { key: row.key_id, value: row.signature } : null;
      expect(ours).not.toBeNull();
      const [unsigned, own, copied] = [lie(), lie(), lie()];
      await insert(COMMUNITY, { id: unsigned.id, revision: 1, item: unsigned, signature: null });
      const { signature } = FORGER.sign({ action: 'put', region: COMMUNITY, seq: (row?.seq ?? 0) + 2, item: own });
      await insert(COMMUNITY, { id: own.id, revision: 1, item: own, signature });
      await insert(COMMUNITY, { id: copied.id, revision: 1, item: copied, signature: ours });
      await truth(screen);
      await told('unsigned', unsigned.id);
      await told('key-unknown', own.id);
      await told('forged', copied.id);
      expect(screen.shows(mark)).toBe(true);
      const late = television();
      await truth(late);
    });

    it('changes nothing in what is there', async () => {
      const notice = await publish();
      await server.store.db
        .updateTable('feed_entry')
        .set({ item: sql`jsonb_set(item, '{title}', ${JSON.stringify(LIE)}::jsonb)` })
        .where('item_id', '=', notice.id)
        .execute();
      const screen = television();
      await truth(screen);
      await told('forged', notice.id);
      expect(screen.showed(mark.concat('"'))).toBe(false);
    });

    it('moves nothing to another region, nor back in time', async () => {
      const elsewhere = await server.published(await server.staff('lijiatuan'), {
        ...server.draft({ title: LIE, pinned: true }),
        regions: ['370306102215'],
      });
      const [row] = await entriesOf(elsewhere.id);
      const signature = row?.key_id && row.signature ? { key: row.key_id, value: row.signature } : null;
      const screen = television();
      await insert(TOWN, { id: elsewhere.id, revision: 1, item: row?.item ?? null, signature });
      await truth(screen);
      await told('forged', elsewhere.id);
    });

    it('brings back no older revision', async () => {
      const shelf = fakeShelf();
      const first = await publish(LIE);
      const [old] = await entriesOf(first.id);
      const input = server.draft({ title: mark, pinned: true, category: 'general' });
      await server.send(author, moveNotice, {
        params: { id: first.id },
        body: { move: 'withdraw', revision: 1, reason: '写错了' },
      });
      const second = await server.published(author, input);
      const screen = startTelevision(server, url, box, { shelf });
      await soon(() => expect(screen.shows(mark)).toBe(true));
      const signature = old?.key_id && old.signature ? { key: old.key_id, value: old.signature } : null;
      await insert(COMMUNITY, { id: first.id, revision: 1, item: old?.item ?? null, signature });
      await truth(screen);
      await told('forged', first.id);
      expect(second.id).not.toBe(first.id);
    });

    it('takes nothing off a screen by a withdrawal that is not signed', async () => {
      const notice = await publish();
      const screen = television();
      await soon(() => expect(screen.shows(mark)).toBe(true));
      await insert(COMMUNITY, { id: notice.id, revision: 9, item: null, signature: null });
      await truth(screen);
      await told('unsigned', notice.id);
      expect(screen.shows(mark)).toBe(true);
    });

    it('brings back nothing that a box has seen withdrawn, by taking the withdrawal out of the feed', async () => {
      const shelf = fakeShelf();
      const old = `${mark}旧的`;
      const notice = await publish(old);
      const screen = startTelevision(server, url, box, { shelf });
      await soon(() => expect(screen.shows(old)).toBe(true));
      await server.send(author, moveNotice, {
        params: { id: notice.id },
        body: { move: 'withdraw', revision: 1, reason: '写错了' },
      });
      await soon(() => expect(screen.shows(old)).toBe(false));
      // It is written down two seconds later, or at the end.
      stopTelevisions();
      await server.store.db
        .deleteFrom('feed_entry')
        .where('item_id', '=', notice.id)
        .where('action', '=', 'drop')
        .execute();
      const between: Between = {
        answer: (request, answer) =>
          request.path.startsWith('/api/feed?')
            ? { ...answer, status: 400, body: '{"code":"cursor-invalid"}' }
            : answer,
      };
      const again = startTelevision(server, url, box, { shelf, between });
      await truth(again);
      await told('replayed', notice.id);
      expect(again.showed(old)).toBe(false);
    });
  });

  describe('who can write to the network', () => {
    const withEntries = (change: (entry: Record<string, unknown>) => unknown): Between => ({
      answer(request, answer) {
        if (!request.path.startsWith('/api/feed?') && request.path !== '/api/feed') return answer;
        if (answer.status !== 200) return answer;
        const feed = JSON.parse(answer.body);
        return { ...answer, body: JSON.stringify({ ...feed, entries: feed.entries.map(change) }) };
      },
    });

    it.each<[string, string, (entry: Record<string, unknown>) => unknown]>([
      ['changes a word', 'forged', (entry) => ({ ...entry, item: { ...Object(entry.item), title: LIE } })],
      [
        'takes the signatures away',
        'unsigned',
        ({ signature: _, ...entry }) => ({ ...entry, item: { ...Object(entry.item), title: LIE } }),
      ],
      [
        'puts his own signatures there',
        'key-unknown',
        (entry) => FORGER.sign({ ...entry, item: { ...Object(entry.item), title: LIE } } as never),
      ],
    ])('%s in what is pulled, and nothing of it shows', async (_, reason, change) => {
      await publish();
      const screen = television({ between: withEntries(change) });
      await truth(screen);
      await told(reason);
    });

    it('swaps the list of keys and signs with his own, on a box that has met ours', async () => {
      const shelf = fakeShelf();
      await publish();
      const first = startTelevision(server, url, box, { shelf });
      await soon(() => expect(first.shows(mark)).toBe(true));
      stopTelevisions();
      const list = FORGER.trustList({ version: 99 });
      const forge = withEntries((entry) =>
        FORGER.sign({ ...entry, item: { ...Object(entry.item), title: LIE } } as never),
      );
      const between: Between = {
        answer(request, answer) {
          if (request.path === '/api/feed/trust') return { ...answer, status: 200, body: JSON.stringify(list) };
          const bent = forge.answer?.(request, answer) ?? answer;
          if (!request.path.startsWith('/api/feed') || bent.status !== 200) return bent;
          return { ...bent, body: bent.body.replace(/"trust":\d+/, '"trust":99') };
        },
      };
      await publish(`${mark}新的`);
      const screen = startTelevision(server, url, box, { shelf, between });
      await soon(() => expect(screen.requests.some(({ path }) => path === '/api/feed/trust')).toBe(true));
      await truth(screen);
      await told('key-unknown');
    });

    it('swaps it before the first contact, where the operator has named the root', async () => {
      await publish();
      const root = await rootOf(server, box);
      const between: Between = {
        answer: (request, answer) =>
          request.path === '/api/feed/trust'
            ? { ...answer, body: JSON.stringify(FORGER.trustList({ version: 99 })) }
            : answer,
      };
      const screen = television({ between, root });
      await soon(() => expect(screen.requests.some(({ path }) => path === '/api/feed/tickets')).toBe(true));
      await told('key-unknown');
      expect(screen.showed(LIE)).toBe(false);
      expect(screen.showed(mark)).toBe(false);
    });

    it('puts entries into the stream, made up or heard before', async () => {
      await publish();
      const heard: string[] = [];
      const between: Between = {
        event(type, data) {
          if (type === 'entry') heard.push(data);
          return data;
        },
      };
      const screen = television({ between });
      await soon(() => expect(screen.shows(mark)).toBe(true));
      const notice = await publish(`${mark}推送`);
      await soon(() => expect(heard).toHaveLength(1));
      const entry = JSON.parse(heard[0] ?? '');
      await server.send(author, moveNotice, {
        params: { id: notice.id },
        body: { move: 'withdraw', revision: 1, reason: '写错了' },
      });
      await soon(() => expect(screen.shows(`${mark}推送`)).toBe(false));
      const made = lie();
      for (const seq of [entry.seq, entry.seq + 2]) {
        screen.inject('entry', { ...entry, seq });
        screen.inject('entry', { ...entry, seq, item: made });
        screen.inject('entry', { ...entry, seq, item: made, signature: null });
      }
      await told('forged');
      expect([screen.shows(`${mark}推送`), screen.showed(LIE)]).toEqual([false, false]);
    });
  });
});

async function rootOf(server: TestServer, box: Caller): Promise<string> {
  const answer = await server.app.inject({ method: 'GET', url: '/api/feed/trust', headers: box.headers });
  return answer.json().root;
}
