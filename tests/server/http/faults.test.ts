import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/contract/feed.ts';
import { createNotice } from '../../../src/contract/notices.ts';
import { StoreError } from '../../../src/server/store/errors.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { openTestServer, type TestServer } from '../../support/server.ts';
import { openTestStore } from '../../support/store.ts';

describe('a server whose store fails', () => {
  let store: Store;
  let server: TestServer;
  let fault: Error | undefined;
  beforeEach(async () => {
    store = await openTestStore('embedded');
    fault = undefined;
    const failing: Store = {
      ...store,
      get db() {
        if (fault) throw fault;
        return store.db;
      },
      transaction: (work) => (fault ? Promise.reject(fault) : store.transaction(work)),
      ping: () => (fault ? Promise.reject(fault) : store.ping()),
    };
    server = await openTestServer({ store: failing });
  });
  afterEach(async () => {
    fault = undefined;
    await server.stop();
  });

  it('says that nothing was saved, and goes on when the store is back', async () => {
    const author = await server.staff('chezhan');
    fault = new StoreError('unavailable', 'gone');
    const answer = await server.send(author, createNotice, { body: server.draft() });
    expect(answer).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    expect(await server.send(server.box('车站社区'), readFeed)).toMatchObject({ status: 503 });
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(503);
    expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    fault = undefined;
    expect(await server.send(author, createNotice, { body: server.draft() })).toMatchObject({ status: 201 });
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });

  it('tells nothing of its inside when it fails in a way nobody thought of', async () => {
    const author = await server.staff('chezhan');
    fault = new Error('password=hunter2 at store.ts:12');
    const answer = await server.send(author, createNotice, { body: server.draft() });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|store\.ts/);
  });
});
