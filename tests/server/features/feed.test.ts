import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTicket, type FeedEntry, readFeed, STREAM_PATH, sendReceipts } from '../../../src/contract/feed.ts';
import { moveNotice, readDelivery } from '../../../src/contract/notices.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';
import { openStream } from '../../support/stream.ts';

describe.each(await storeEngines())('the feed, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let author: Caller;
  let box: Caller;
  let url: string;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    author = await server.staff('chezhan');
    box = server.box('车站社区');
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  const published = (change = {}) => server.published(author, server.draft(change));
  const pull = (caller: Caller, since?: string, headers = {}) =>
    server.send(caller, readFeed, { ...(since !== undefined && { query: { since } }), headers });
  const titles = (entries: FeedEntry[]) => entries.map((entry) => (entry.action === 'put' ? entry.item.title : 'drop'));

  it('begins with everything current, then tells only what is new', async () => {
    const first = (await pull(box)).body;
    expect(first.mode).toBe('snapshot');
    const notice = await published({ title: '新的' });
    const next = (await pull(box, first.cursor)).body;
    expect(next).toMatchObject({
      mode: 'delta',
      entries: [{ action: 'put', region: '370306001001', item: { id: notice.id, title: '新的' } }],
    });
    expect((await pull(box, next.cursor)).body.entries).toEqual([]);
  });

  it('answers 304 while nothing is new', async () => {
    const first = await pull(box);
    const etag = String(first.headers.etag);
    expect(await pull(box, undefined, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    await published();
    expect(await pull(box, undefined, { 'if-none-match': etag })).toMatchObject({ status: 200 });
  });

  it('tells a withdrawal to those who hold the notice and leaves it out for those who begin', async () => {
    const notice = await published({ title: '要撤的' });
    const { cursor } = (await pull(box)).body;
    await server.send(author, moveNotice, {
      params: { id: notice.id },
      body: { move: 'withdraw', revision: 1, reason: '错了' },
    });
    expect((await pull(box, cursor)).body.entries).toMatchObject([{ action: 'drop', id: notice.id, revision: 1 }]);
    expect(titles((await pull(box)).body.entries)).not.toContain('要撤的');
  });

  it('gives a box that moved, or knows more than the store, everything anew', async () => {
    expect((await pull(box, '370306:0')).body.mode).toBe('snapshot');
    const { cursor } = (await pull(box)).body;
    const ahead = cursor.replace(/370306001001:(\d+)/, '370306001001:999');
    expect((await pull(box, ahead)).body.mode).toBe('snapshot');
  });

  it('refuses a cursor that is none', async () => {
    expect(await pull(box, 'x; drop table')).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(await pull(box, '370306:1,370306:2')).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });

  it('leaves out what is over for a box that begins', async () => {
    await published({ title: '只到一小时后', validTo: server.instant(3_600_000) as never });
    expect(titles((await pull(box)).body.entries)).toContain('只到一小时后');
    server.pass(3_600_001);
    expect(titles((await pull(box)).body.entries)).not.toContain('只到一小时后');
    // Its session went idle meanwhile.
    author = await server.staff('chezhan');
  });

  it('numbers each region from one, without holes, however many publish to overlapping regions at once', async () => {
    const district = await server.staff('district');
    const wide = (regions: string[]) => server.published(district, server.draft({ regions: regions as never }));
    await Promise.all([
      ...Array.from({ length: 6 }, (_, index) => published({ title: `同时 ${index}` })),
      ...Array.from({ length: 3 }, () => wide(['370306102', '370306001001'])),
      ...Array.from({ length: 3 }, () => wide(['370306001001', '370306002', '370306102'])),
    ]);
    const rows = await server.store.db
      .selectFrom('feed_entry')
      .select(['region_code', 'seq'])
      .orderBy('region_code')
      .orderBy('seq')
      .execute();
    for (const region of new Set(rows.map((row) => row.region_code))) {
      const seqs = rows.filter((row) => row.region_code === region).map((row) => row.seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    }
  });

  describe('as a stream', () => {
    const ticket = async (caller: Caller, since?: string) =>
      (await server.send(caller, createTicket, { body: { since: since ?? (await pull(caller)).body.cursor } })).body
        .ticket;

    it('begins with a beat and brings what is published, to the boxes of the region only', async () => {
      const here = await openStream(`${url}${STREAM_PATH}?ticket=${await ticket(box)}`);
      const there = await openStream(`${url}${STREAM_PATH}?ticket=${await ticket(server.box('李家疃村'))}`);
      expect(await here.next()).toMatchObject({ event: 'beat', data: { everyMs: expect.any(Number) } });
      expect(await there.next()).toMatchObject({ event: 'beat' });
      const notice = await published({ title: '推送的' });
      const arrived = await here.next();
      expect(arrived).toMatchObject({ event: 'entry', data: { action: 'put', item: { id: notice.id } } });
      expect(arrived.id).toBe(`370306001001:${arrived.data.seq}`);
      expect(there.pending()).toBe(0);
      here.close();
      there.close();
    });

    it('first brings what was missed since the cursor, and resumes at Last-Event-ID', async () => {
      const { cursor } = (await pull(box)).body;
      await published({ title: '错过一' });
      await published({ title: '错过二' });
      const missed = await openStream(`${url}${STREAM_PATH}?ticket=${await ticket(box, cursor)}`);
      await missed.next();
      const one = await missed.next();
      expect(one.data.item.title).toBe('错过一');
      expect((await missed.next()).data.item.title).toBe('错过二');
      missed.close();
      const resumed = await openStream(`${url}${STREAM_PATH}?ticket=${await ticket(box, cursor)}`, {
        'last-event-id': one.id,
      });
      await resumed.next();
      expect((await resumed.next()).data.item.title).toBe('错过二');
      resumed.close();
    });

    it('refuses a ticket that is forged, altered or a minute old', async () => {
      const good = await ticket(box);
      const refused = async (text: string) => {
        const response = await fetch(`${url}${STREAM_PATH}?ticket=${encodeURIComponent(text)}`);
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject({ code: 'ticket-invalid' });
      };
      await refused('');
      await refused(`${good.slice(0, -2)}xx`);
      const [claims = '', mac = ''] = good.split('.');
      const forged = Buffer.from(claims, 'base64url').toString().replace('370306001001', '370306102215');
      await refused(`${Buffer.from(forged).toString('base64url')}.${mac}`);
      server.pass(60_000);
      await refused(good);
    });
  });

  describe('takes receipts', () => {
    const receipt = (item: string, step: string, revision = 1) => ({ item, revision, step, at: server.instant() });
    const report = (caller: Caller, receipts: object[]) => server.send(caller, sendReceipts, { body: { receipts } });
    const delivery = async (id: string) => (await server.send(author, readDelivery, { params: { id } })).body.items;

    it('and counts them per region: addressed, received, rendered, read', async () => {
      const notice = await published();
      expect(await delivery(notice.id)).toMatchObject([
        { region: { name: '车站社区' }, addressed: 8, received: 0, rendered: 0, read: 0 },
      ]);
      await report(box, [receipt(notice.id, 'received'), receipt(notice.id, 'rendered')]);
      await report(server.box('车站社区', 1), [receipt(notice.id, 'received')]);
      expect(await delivery(notice.id)).toMatchObject([{ addressed: 8, received: 2, rendered: 1, read: 0 }]);
    });

    it('and takes one who read it as one who received and rendered it, whatever was lost on the way', async () => {
      const notice = await published();
      await report(box, [receipt(notice.id, 'read')]);
      expect(await delivery(notice.id)).toMatchObject([{ received: 1, rendered: 1, read: 1 }]);
    });

    it('once, however often they are sent', async () => {
      const notice = await published();
      const batch = [receipt(notice.id, 'received'), receipt(notice.id, 'received')];
      expect(await report(box, batch)).toMatchObject({ status: 204 });
      expect(await report(box, batch)).toMatchObject({ status: 204 });
      expect(await delivery(notice.id)).toMatchObject([{ received: 1 }]);
    });

    it('and refuses a batch with a forged one whole, naming it', async () => {
      const notice = await published();
      const elsewhere = server.box('李家疃村');
      const forged = await report(elsewhere, [receipt(notice.id, 'read')]);
      expect(forged).toMatchObject({ status: 403, body: { code: 'receipt-not-addressed' } });
      const mixed = await report(box, [receipt(notice.id, 'received'), receipt(notice.id, 'read', 7)]);
      expect(mixed).toMatchObject({ status: 403, body: { errors: [{ path: 'receipts.1' }] } });
      expect(await delivery(notice.id)).toMatchObject([{ received: 0, rendered: 0, read: 0 }]);
    });

    it('but never from the future', async () => {
      const notice = await published();
      await report(box, [{ ...receipt(notice.id, 'received'), at: '2036-01-01T00:00:00.000Z' }]);
      const row = await server.store.db
        .selectFrom('receipt')
        .select('at')
        .where('item_id', '=', notice.id)
        .executeTakeFirstOrThrow();
      expect(row.at).toBe(server.instant());
    });

    it.each([
      ['no receipts', []],
      [
        'an unknown step',
        [{ item: '019ab000-0000-7000-8000-0000000000a1', revision: 1, step: 'liked', at: '2026-11-23T04:00:00.000Z' }],
      ],
      [
        'more than a hundred',
        Array.from({ length: 101 }, () => ({
          item: '019ab000-0000-7000-8000-0000000000a1',
          revision: 1,
          step: 'read',
          at: '2026-11-23T04:00:00.000Z',
        })),
      ],
    ])('and refuses %s', async (_what, receipts) => {
      expect(await report(box, receipts)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    });
  });
});
