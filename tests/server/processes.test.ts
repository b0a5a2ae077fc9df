import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followHandover, openDraft, openHandover } from '../../src/contract/box-requests.ts';
import { createTicket, readFeed, STREAM_PATH } from '../../src/contract/feed.ts';
import { readNotice } from '../../src/contract/notices.ts';
import { openStore } from '../../src/server/store/open.ts';
import { needs } from '../support/needs.ts';
import { postgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { nobody, openTestServer, type TestServer } from '../support/server.ts';
import { openStream } from '../support/stream.ts';

const programs = await needs(postgres);

describe.skipIf(programs === null)('two processes on one PostgreSQL', () => {
  let database: TestPostgres;
  let one: TestServer;
  let other: TestServer;

  beforeAll(async () => {
    if (!programs) return;
    database = await startPostgres(programs);
    const databaseUrl = await database.createDatabase();
    const env = { LINLI_KEY: randomBytes(32).toString('base64') };
    const open = () => openStore({ dataDir: '', databaseUrl, clock: Date.now });
    one = await openTestServer({ store: await open(), env });
    other = await openTestServer({ store: await open(), env });
  });
  afterAll(async () => {
    await one.stop();
    await other.stop();
    await database.stop();
  });

  it('are one: what is published in one is on the screens of the other, with a ticket of either', async () => {
    const box = one.box('车站社区');
    const { cursor } = (await other.send(box, readFeed)).body;
    const { ticket } = (await one.send(box, createTicket, { body: { since: cursor } })).body;
    const url = await other.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await openStream(`${url}${STREAM_PATH}?ticket=${ticket}`);
    expect(await stream.next()).toMatchObject({ event: 'beat' });

    const notice = await one.published(await one.staff('chezhan'), one.draft());
    expect(await stream.next()).toMatchObject({ event: 'entry', data: { item: { id: notice.id } } });
    stream.close();
  });

  it('let a television that waits at one hear what a phone writes at the other', async () => {
    const [id, box] = [randomUUID(), one.box('车站社区')];
    const opened = await one.send(box, openHandover, { params: { id }, body: openHandover.example.body });
    const waiting = one.send(box, followHandover, { params: { id }, query: { after: 1 } });
    const token = String(opened.body.url).split('/').at(-1) ?? '';
    expect((await other.send(nobody, openDraft, { params: { token } })).status).toBe(200);
    expect((await waiting).body).toMatchObject({ state: 'writing', revision: 2 });
  });

  it('share their sessions', async () => {
    const author = await one.staff('chezhan');
    const notice = await one.notice(author, one.draft());
    expect(await other.send(author, readNotice, { params: { id: notice.id } })).toMatchObject({ status: 200 });
  });
});
