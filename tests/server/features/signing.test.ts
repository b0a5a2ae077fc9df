import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cancelAlert, moveAlert, prepareAlert } from '../../../src/contract/alert-calls.ts';
import { listAlertTemplates } from '../../../src/contract/alert-templates.ts';
import { listAudit } from '../../../src/contract/audit.ts';
import { FeedEntry, readFeed } from '../../../src/contract/feed.ts';
import type { NoticeId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { KeyRing, listKeys, readTrust, revokeKey, rotateKey } from '../../../src/contract/signing.ts';
import { checkEntry } from '../../../src/domain/signing/check-entry.ts';
import { putOf } from '../../../src/domain/signing/statement.ts';
import { checkTrust, keysIn } from '../../../src/domain/signing/trust.ts';
import { keyPairOf, verifyNatively } from '../../../src/server/ed25519.ts';
import { seal, unseal } from '../../../src/server/features/signing/secrets.ts';
import { createSigner } from '../../../src/server/features/signing/signer.ts';
import { openKeys } from '../../../src/server/keys.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';
import { soon } from '../../support/soon.ts';
import { ITEMS } from '../../tv/examples.ts';
import { fakeShelf } from '../../tv/fakes.ts';
import { startTelevision, stopTelevisions } from '../../tv/real.ts';

describe.each(await storeEngines())('signing, on $kind', ({ open }) => {
  let server: TestServer;
  let url: string;
  let author: Caller;
  let operator: Caller;
  let box: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await open(), env: { LINLI_KEY: KEY.toString('base64') } });
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    [author, operator] = [await server.staff('chezhan'), await server.staff('operator')];
    box = server.box('车站社区');
  });
  afterEach(stopTelevisions);
  afterAll(() => server.stop());

  const ring = async () => KeyRing.parse((await server.send(operator, listKeys)).body);
  const trust = async () => (await server.send(box, readTrust)).body;
  const rotate = (caller = operator, reason = '每年更换') => server.send(caller, rotateKey, { body: { reason } });
  const revoke = (id: string, caller = operator) =>
    server.send(caller, revokeKey, { params: { id }, body: { reason: '密钥可能外泄' } });
  const currentKey = async () => (await ring()).keys.find(({ state }) => state === 'current')?.id ?? '';
  const feedOf = async (since?: string) => (await server.send(box, readFeed, since ? { query: { since } } : {})).body;
  /** Of all entries the box is sent from nothing, why it would refuse them. */
  async function refusals(): Promise<(string | null)[]> {
    const keyOf = keysIn(await trust());
    const { entries } = await feedOf();
    return entries.map((entry: unknown) => {
      const checked = checkEntry(entry, keyOf, verifyNatively);
      return 'reason' in checked ? checked.reason : null;
    });
  }

  it('signs everything in the feed, the demo’s notices included, by a key that the root vouches for', async () => {
    const list = await trust();
    const { root } = await ring();
    expect(checkTrust(list, { root: root.publicKey, version: 1 }, verifyNatively)).toEqual({ list });
    const all = await refusals();
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([null]));
  });

  it('signs withdrawals as well', async () => {
    const notice = await server.published(author, server.draft());
    const { cursor } = await feedOf();
    await server.moved(notice, [author, 'withdraw']);
    const [entry] = (await feedOf(cursor)).entries;
    expect(checkEntry(entry, keysIn(await trust()), verifyNatively)).toMatchObject({ action: 'drop', id: notice.id });
  });

  it('signs each region for itself', async () => {
    const district = await server.staff('district');
    const notice = await server.published(
      district,
      server.draft({ regions: ['370306001001', '370306102215'] as never }),
    );
    const rows = await server.store.db
      .selectFrom('feed_entry')
      .select(['region_code', 'signature'])
      .where('item_id', '=', notice.id)
      .execute();
    expect(new Set(rows.map(({ signature }) => signature)).size).toBe(2);
  });

  it('keeps secrets sealed: none is in the store as it is, and none opens under another id or key', async () => {
    const rows = await server.store.db.selectFrom('signing_key').selectAll().execute();
    const sealKey = (await openKeys(server.dataDir, KEY, randomBytes)).forPurpose('signing');
    expect(rows.length).toBeGreaterThan(1);
    for (const { id, purpose, secret, public_key } of rows) {
      const seed = unseal(sealKey, secret, purpose, id);
      expect(keyPairOf(seed)).toMatchObject({ id, publicKey: public_key });
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(JSON.stringify(rows)).not.toContain(seed.toString(form).replace(/=+$/, ''));
      expect(() => unseal(randomBytes(32), secret, purpose, id)).toThrow();
      expect(() => unseal(sealKey, secret, purpose === 'root' ? 'feed' : 'root', id)).toThrow();
      expect(() => unseal(sealKey, secret, purpose, '0123456789abcdef' as never)).toThrow();
    }
    const pulled = JSON.stringify([await ring(), await trust()]);
    expect(pulled).not.toContain('secret');
  });

  it('does not sign at all under another master key', async () => {
    const signer = createSigner({ store: server.store, sealKey: randomBytes(32) });
    await expect(server.store.transaction((trx) => signer.begin(trx))).rejects.toThrow();
  });

  it('shows the keys to the operator, and to nobody else', async () => {
    for (const account of ['district', 'sichoulu', 'chezhan', 'auditor']) {
      const other = await server.staff(account);
      for (const answer of [
        await server.send(other, listKeys),
        await rotate(other),
        await revoke('0123456789abcdef', other),
      ])
        expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it('rotates: the new key signs, the old one stays trusted, and both are on record', async () => {
    const before = await ring();
    const notice = await server.published(author, server.draft());
    const { cursor } = await feedOf();
    const after = await rotate();
    expect(after).toMatchObject({ status: 200, body: { version: before.version + 1 } });
    expect(after.body.keys.map(({ state }: { state: string }) => state)).toEqual([
      'current',
      ...before.keys.map(({ state }) => (state === 'current' ? 'retired' : state)),
    ]);
    const next = await server.published(author, server.draft());
    const entries = (await feedOf()).entries as FeedEntry[];
    const keyFor = (id: string) =>
      entries.find((entry) => entry.action === 'put' && entry.item.id === id)?.signature?.key;
    expect([keyFor(notice.id), keyFor(next.id)]).toEqual([before.keys[0]?.id, after.body.keys[0].id]);
    expect(new Set(await refusals())).toEqual(new Set([null]));
    expect((await feedOf(cursor)).trust).toBe(after.body.version);
    const auditor = await server.staff('auditor');
    const { items } = (await server.send(auditor, listAudit, { query: { action: 'signing.rotate' } })).body;
    expect(items[0]).toMatchObject({ subject: after.body.keys[0].id, detail: { reason: '每年更换' } });
  });

  it('revokes: what stands under the key is signed anew, in the same revision, at a new number', async () => {
    const notice = await server.published(author, server.draft({ title: '重新签' }));
    const id = await currentKey();
    const after = await revoke(id);
    expect(after.body.keys.find((key: { id: string }) => key.id === id)).toMatchObject({ state: 'revoked' });
    expect((await trust()).revoked).toContain(id);
    expect(await currentKey()).not.toBe(id);
    expect(new Set(await refusals())).toEqual(new Set([null]));
    const rows = await server.store.db
      .selectFrom('feed_entry')
      .select(['revision', 'key_id'])
      .where('item_id', '=', notice.id)
      .orderBy('seq')
      .execute();
    expect(rows).toMatchObject([
      { revision: 1, key_id: id },
      { revision: 1, key_id: await currentKey() },
    ]);
    expect(await revoke(id)).toMatchObject({ status: 409, body: { code: 'key-state' } });
    expect(await revoke('0123456789abcdef')).toMatchObject({ status: 404 });
  });

  it('signs anew from the notice, never from what stands in the feed', async () => {
    const notice = await server.published(author, server.draft({ title: '真的' }));
    const withdrawn = await server.published(author, server.draft({ title: '已撤' }));
    await server.moved(withdrawn, [author, 'withdraw']);
    await server.store.db
      .updateTable('feed_entry')
      .set({ item: JSON.stringify({ ...server.draft(), title: '假的' }) as never })
      .where('item_id', '=', notice.id)
      .execute();
    await server.store.db
      .deleteFrom('feed_entry')
      .where('item_id', '=', withdrawn.id)
      .where('action', '=', 'drop')
      .execute();
    await revoke(await currentKey());
    const rows = await server.store.db
      .selectFrom('feed_entry')
      .select(['item_id', 'item', 'key_id'])
      .where('key_id', '=', (await currentKey()) as never)
      .execute();
    expect(rows.find(({ item_id }) => item_id === notice.id)?.item).toMatchObject({ title: '真的' });
    expect(rows.map(({ item_id }) => item_id)).not.toContain(withdrawn.id);
    await server.store.db.deleteFrom('feed_entry').where('item_id', '=', withdrawn.id).execute();
  });

  it('signs alerts anew, and cancels that must still be seen, word for word', async () => {
    const [preparer, releaser] = [await server.staff('district'), await server.staff('review')];
    const { items } = (await server.send(preparer, listAlertTemplates)).body;
    const template = items.find(({ name }: { name: string }) => name === '暴雨橙色预警');
    const released = async () => {
      const made = await server.send(preparer, prepareAlert, {
        body: {
          template: template.id,
          version: template.version,
          fields: { 时间: '今晚', 范围: '全区', 雨量: '100' },
          source: '周村区气象台',
          authority: '370306',
          regions: ['370306001'],
          validMinutes: 120,
          rehearsal: false,
        },
      });
      const params = { id: made.body.id };
      const answer = await server.send(releaser, moveAlert, { params, body: { move: 'release', revision: 1 } });
      expect(answer.status).toBe(200);
      return params;
    };
    const [standing, over] = [await released(), await released()];
    await server.send(preparer, cancelAlert, { params: over, body: { revision: 1, reason: '雨停了' } });
    const gone = await server.send(releaser, moveAlert, { params: over, body: { move: 'release', revision: 2 } });
    expect(gone.status).toBe(200);
    server.pass(60_000);
    await revoke(await currentKey());
    for (const [{ id }, revisions] of [
      [standing, [1, 1]],
      [over, [1, 2, 2]],
    ] as const) {
      const rows = await server.store.db
        .selectFrom('feed_entry')
        .select(['revision', 'item', 'key_id'])
        .where('item_id', '=', id)
        .orderBy('seq')
        .execute();
      expect(rows.map(({ revision }) => revision)).toEqual(revisions);
      expect(rows.at(-1)?.item).toEqual(rows.at(-2)?.item);
      expect(rows.at(-1)?.key_id).toBe(await currentKey());
    }
  });

  it('does not sign for a notice that is not any more what was signed off', async () => {
    const notice = await server.published(author, server.draft({ title: '批准的' }));
    await server.store.db
      .updateTable('notice')
      .set({ title: '没批准的' })
      .where('id', '=', notice.id as NoticeId)
      .execute();
    await revoke(await currentKey());
    const rows = await server.store.db
      .selectFrom('feed_entry')
      .select('item')
      .where('item_id', '=', notice.id)
      .execute();
    expect(rows).toMatchObject([{ item: { title: '批准的' } }]);
  });

  it('trusts no key that somebody writes into the store, and takes none back', async () => {
    const list = await trust();
    const stranger = keyPairOf(randomBytes(32));
    await server.store.db
      .insertInto('signing_key')
      .values({
        id: stranger.id,
        purpose: 'feed',
        public_key: stranger.publicKey,
        secret: seal(randomBytes(32), randomBytes(32), 'feed', stranger.id, randomBytes),
        created_at: server.instant(),
        retired_at: null,
        revoked_at: null,
      })
      .execute();
    await server.store.db.updateTable('signing_key').set({ revoked_at: null }).execute();
    const after = (await rotate()).body;
    const next = await trust();
    expect(next.keys.map(({ id }: { id: string }) => id)).not.toContain(stranger.id);
    expect(next.revoked).toEqual(list.revoked);
    expect(after.keys.map(({ id }: { id: string }) => id)).not.toContain(stranger.id);
  });

  it('does not sign by a list that somebody has changed in the store', async () => {
    const { version } = await trust();
    const row = await server.store.db
      .selectFrom('trust_list')
      .select('list')
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    const signer = createSigner({
      store: server.store,
      sealKey: (await openKeys(server.dataDir, KEY, randomBytes)).forPurpose('signing'),
    });
    const put = (list: object) =>
      server.store.db
        .updateTable('trust_list')
        .set({ list: JSON.stringify(list) as never })
        .where('version', '=', version)
        .execute();
    const { publicKey } = generateKeyPairSync('ed25519');
    await put({ ...row.list, root: publicKey.export({ format: 'jwk' }).x });
    await expect(signer.newest(server.store.db)).rejects.toThrow('another-root');
    await put({ ...row.list, revoked: [] });
    await expect(signer.newest(server.store.db)).rejects.toThrow(/forged|malformed/);
    await put(row.list);
    expect(await signer.newest(server.store.db)).toEqual(row.list);
  });

  it('keeps on a screen what is signed anew when a key is revoked', async () => {
    const shelf = fakeShelf();
    const notice = await server.published(author, server.draft({ title: '换钥匙', pinned: true }));
    const screen = startTelevision(server, url, box, { shelf });
    await soon(() => expect(screen.shows('换钥匙')).toBe(true));
    const id = await currentKey();
    await revoke(id);
    const asked = () => screen.requests.filter(({ path }) => path === '/api/feed/trust').length;
    await soon(() => expect(asked()).toBeGreaterThan(1));
    await soon(() => expect(screen.shows('换钥匙')).toBe(true));
    await soon(() => {
      const kept = shelf.kept.get('linli.feed') ?? '';
      expect([kept.includes(notice.id), kept.includes(id)]).toEqual([true, false]);
    });
  });

  it('takes what a thief has signed off the screens as soon as the key is revoked, and hears of it', async () => {
    const signer = createSigner({
      store: server.store,
      sealKey: (await openKeys(server.dataDir, KEY, randomBytes)).forPurpose('signing'),
    });
    const region = '370306001001' as RegionCode;
    const [item] = ITEMS.map((each) => ({ ...each, id: randomUUID() as NoticeId, title: '偷来的钥匙', pinned: true }));
    if (!item) throw new Error('there are examples');
    await server.store.transaction(async (trx) => {
      const sign = await signer.begin(trx);
      const [head] = await trx
        .updateTable('feed_head')
        .set({ seq: sql`seq + 1` })
        .where('region_code', '=', region)
        .returning('seq')
        .execute();
      const seq = head?.seq ?? 0;
      const { key, value } = sign(putOf(item), { region, seq });
      const row = {
        region_code: region,
        seq,
        action: 'put',
        revision: 1,
        valid_to: null,
        at: server.instant(),
      } as const;
      await trx
        .insertInto('feed_entry')
        .values({ ...row, item_id: item.id, item: JSON.stringify(item), key_id: key, signature: value })
        .execute();
    });
    const screen = startTelevision(server, url, box);
    await soon(() => expect(screen.shows('偷来的钥匙')).toBe(true));
    await revoke(await currentKey());
    await soon(() => expect(screen.shows('偷来的钥匙')).toBe(false));
    await soon(async () => {
      const told = await server.store.db
        .selectFrom('receipt')
        .select('reason')
        .where('item_id', '=', item.id)
        .where('step', '=', 'refused')
        .execute();
      expect(told).toEqual([{ reason: 'key-revoked' }]);
    });
    const late = startTelevision(server, url, box);
    await soon(() => expect(late.requests.some(({ path }) => path === '/api/feed/tickets')).toBe(true));
    expect(late.showed('偷来的钥匙')).toBe(false);
  });

  it('goes on to the next key while a television is on, without a pause', async () => {
    const screen = startTelevision(server, url, box);
    await soon(() => expect(screen.requests.some(({ path }) => path === '/api/feed/tickets')).toBe(true));
    await rotate();
    await server.published(author, server.draft({ title: '新钥匙', pinned: true }));
    await soon(() => expect(screen.shows('新钥匙')).toBe(true));
    const refused = await server.store.db
      .selectFrom('receipt')
      .selectAll()
      .where('reason', '=', 'key-unknown')
      .execute();
    expect(refused).toEqual([]);
  });

  it('tells with its receipts that signatures were found good', async () => {
    const notice = await server.published(author, server.draft({ title: '回执', pinned: true }));
    startTelevision(server, url, box);
    await soon(async () => {
      const rows = await server.store.db
        .selectFrom('receipt')
        .select('step')
        .where('item_id', '=', notice.id)
        .execute();
      expect(rows.map(({ step }) => step).sort()).toEqual(['received', 'verified']);
    });
  });
});

const KEY = randomBytes(32);

describe.each(await storeEngines())('a store from before entries were signed, on $kind', ({ open }) => {
  it('is signed at the first start: what stands is put again, what is over is left', async () => {
    const store = await open();
    const env = { LINLI_KEY: KEY.toString('base64') };
    const first = await openTestServer({ store: { ...store, close: async () => {} }, env });
    const author = await first.staff('chezhan');
    const stands = await first.published(author, first.draft({ title: '还在' }));
    const gone = await first.published(author, first.draft({ title: '撤了' }));
    await first.moved(gone, [author, 'withdraw']);
    const { dataDir } = first;
    await first.stop();
    await store.db.updateTable('feed_entry').set({ key_id: null, signature: null }).execute();
    await store.db.deleteFrom('trust_list').execute();
    await store.db.deleteFrom('signing_key').execute();

    const second = await openTestServer({ store, env: { ...env, LINLI_DATA: dataDir } });
    try {
      const rows = await store.db
        .selectFrom('feed_entry')
        .selectAll()
        .where('signature', 'is not', null)
        .orderBy('seq')
        .execute();
      const list = (await store.db.selectFrom('trust_list').select('list').executeTakeFirstOrThrow()).list;
      expect(rows.map(({ item_id }) => item_id)).toContain(stands.id);
      expect(rows.map(({ item_id }) => item_id)).not.toContain(gone.id);
      for (const row of rows) {
        const signature = { key: row.key_id, value: row.signature };
        const entry = FeedEntry.parse({
          action: 'put',
          region: row.region_code,
          seq: row.seq,
          item: row.item,
          signature,
        });
        expect(checkEntry(entry, keysIn(list), verifyNatively)).toMatchObject({ id: row.item_id });
      }
    } finally {
      await second.stop();
    }
  });
});
