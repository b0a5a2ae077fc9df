import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../support/server.ts';

describe('the built pages', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({
      async prepare(dist) {
        for (const page of ['tv', 'console', 'phone']) {
          await mkdir(path.join(dist, page, 'assets'), { recursive: true });
          await writeFile(path.join(dist, page, 'index.html'), `<title>${page}</title>`);
          await writeFile(path.join(dist, page, 'assets', 'index-abc.js'), 'run()');
          await writeFile(path.join(dist, page, 'assets', 'index-abc.js.gz'), gzipSync('run()'));
          await writeFile(path.join(dist, page, '.sources'), 'digest');
        }
      },
    });
  });
  afterAll(() => server.stop());
  const get = (url: string, headers = {}) => server.app.inject({ url, headers });

  it('are handed out with and without the closing slash', async () => {
    for (const page of ['tv', 'console']) {
      expect((await get(`/${page}/`)).body).toBe(`<title>${page}</title>`);
      expect([200, 302, 301]).toContain((await get(`/${page}`)).statusCode);
    }
    expect((await get('/')).headers.location).toBe('/console/');
  });

  it('show the console for every address of its own, and a problem for a file that is not there', async () => {
    expect((await get('/console/notices/new/edit')).body).toBe('<title>console</title>');
    expect((await get('/console/assets/gone.js')).json()).toMatchObject({ code: 'not-found' });
  });

  it("show the phone's page for every link, and let it load nothing from elsewhere", async () => {
    const page = await get('/m/r/eyJpZCI6IjAxOWFiIn0.c2lnbmF0dXJl?from=wechat');
    expect(page.body).toBe('<title>phone</title>');
    expect(page.headers['content-security-policy']).toMatch("default-src 'none'; script-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch('unsafe');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect((await get('/m/r/assets/index-abc.js')).body).toBe('run()');
    expect((await get('/m/r/assets/gone.js')).json()).toMatchObject({ code: 'not-found' });
  });

  it('travel compressed to whoever takes it', async () => {
    const packed = await get('/tv/assets/index-abc.js', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers['content-type']).toMatch('javascript');
    expect(gunzipSync(packed.rawPayload).toString()).toBe('run()');
    expect((await get('/tv/assets/index-abc.js')).body).toBe('run()');
  });

  it('may be kept for ever where the name carries the digest, and are asked for anew otherwise', async () => {
    expect((await get('/tv/assets/index-abc.js')).headers['cache-control']).toMatch('immutable');
    expect((await get('/tv/')).headers['cache-control']).toBe('no-cache');
  });

  it('trust no other origin, and only the television may evaluate', async () => {
    const [tv, console] = await Promise.all([get('/tv/'), get('/console/')]);
    for (const page of [tv, console]) expect(page.headers['content-security-policy']).toMatch("default-src 'self'");
    expect(tv.headers['content-security-policy']).toMatch("'unsafe-eval'");
    expect(console.headers['content-security-policy']).not.toMatch('unsafe-eval');
    expect(console.headers['content-security-policy']).toMatch("frame-ancestors 'none'");
  });

  it('hand out nothing beside themselves', async () => {
    for (const url of ['/tv/.sources', '/tv/..%2f..%2fkeys%2fmaster.key', '/console/%2e%2e/demo-accounts.json'])
      expect([403, 404]).toContain((await get(url)).statusCode);
  });
});
