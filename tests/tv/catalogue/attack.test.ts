// Somebody writes to the catalogue in the store, or to the network before a box: nothing of it comes to a screen.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PartHash } from '../../../src/contract/catalogue.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';
import { soon } from '../../support/soon.ts';
import { fakeShelf } from '../fakes.ts';
import { type Between, startTelevision, stopTelevisions } from '../real.ts';
import { SHIPPED } from '../shipped.ts';
import { FORGER } from '../signer.ts';

const PART = 'guides/public-order';
/** Its first guide. */
const TRUTH = SHIPPED.find(({ department }) => department === 'public-order')?.name ?? '';
const LIE = '先交钱再办事';

describe.each(await storeEngines())('an attacker of the catalogue, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let url: string;
  let box: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
    box = server.box('车站社区');
  });
  afterEach(stopTelevisions);
  afterAll(() => server.stop());

  const television = (given: Parameters<typeof startTelevision>[3] = {}) => startTelevision(server, url, box, given);
  /** Opens the guides of 综治, or what there is in their place, as soon as the box has guides. */
  async function lookUp(screen: ReturnType<typeof television>): Promise<void> {
    await soon(() => expect(screen.shows(' 项')).toBe(true));
    screen.press('2', '1');
  }
  const bodyOf = async () => {
    const { hash } = await server.store.db
      .selectFrom('catalogue_part')
      .select('hash')
      .where('name', '=', PART)
      .executeTakeFirstOrThrow();
    const { gzip } = await server.store.db
      .selectFrom('catalogue_body')
      .select('gzip')
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    return { hash, gzip, text: gunzipSync(gzip).toString() };
  };
  const lieOf = (text: string) => gzipSync(text.replaceAll(TRUTH, LIE));

  it('meets a box that shows what departments wrote', async () => {
    const screen = television();
    await lookUp(screen);
    await soon(() => expect(screen.shows(TRUTH)).toBe(true));
  });

  it('changes the bytes of a part in the store: that part is not taken, and the box says so', async () => {
    const { hash, gzip, text } = await bodyOf();
    await server.store.db
      .updateTable('catalogue_body')
      .set({ gzip: lieOf(text) })
      .where('hash', '=', hash)
      .execute();
    const screen = television();
    await lookUp(screen);
    expect(screen.showed(LIE)).toBe(false);
    // The next report is due some seconds after something has changed.
    await server.published(await server.staff('chezhan'), server.draft({ title: '有新通知' }));
    const reported = () => screen.requests.filter(({ path }) => path === '/api/box/report').map(({ body }) => body);
    await soon(() => expect(reported().join()).toContain(`catalogue: refused, altered: ${PART}`));
    await server.store.db.updateTable('catalogue_body').set({ gzip }).where('hash', '=', hash).execute();
  });

  it('puts a part of his own in its place: it comes into no list', async () => {
    const { hash, text } = await bodyOf();
    const bytes = Buffer.from(text.replaceAll(TRUTH, LIE));
    const own = createHash('sha512').update(bytes).digest('hex') as PartHash;
    await server.store.db
      .insertInto('catalogue_body')
      .values({ hash: own, gzip: gzipSync(bytes), left_at: null })
      .execute();
    const point = (to: PartHash) =>
      server.store.db.updateTable('catalogue_part').set({ hash: to }).where('name', '=', PART).execute();
    await point(own);
    // The server signs a list once for each version.
    await server.store.db.updateTable('catalogue_head').set({ version: 900 }).execute();
    const screen = television();
    await lookUp(screen);
    expect(screen.showed(LIE)).toBe(false);
    await point(hash);
    await server.store.db.updateTable('catalogue_head').set({ version: 901 }).execute();
  });

  it('gives the box a list and parts of his own on the way: it keeps what it has', async () => {
    const shelf = fakeShelf();
    const first = television({ shelf });
    await lookUp(first);
    await soon(() => expect(first.shows(TRUTH)).toBe(true));
    stopTelevisions();
    const { text } = await bodyOf();
    const parts = [{ name: PART, text: text.replaceAll(TRUTH, LIE) }];
    const forged = FORGER.manifest(parts, { version: 9_999 });
    const between: Between = {
      answer(request, answer) {
        if (request.path === '/api/box/catalogue') return { ...answer, status: 200, body: JSON.stringify(forged) };
        if (request.path.startsWith('/api/catalogue/')) return { ...answer, status: 200, body: parts[0]?.text ?? '' };
        if (request.path !== '/api/box') return answer;
        return { ...answer, body: answer.body.replace(/"catalogue":\d+/, '"catalogue":9999') };
      },
    };
    const screen = television({ shelf, between });
    await soon(() => expect(screen.requests.some(({ path }) => path === '/api/box/catalogue')).toBe(true));
    await lookUp(screen);
    await soon(() => expect(screen.shows(TRUTH)).toBe(true));
    expect(screen.showed(LIE)).toBe(false);
  });
});
