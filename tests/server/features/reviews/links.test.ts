// The link check against a real server of its own; only which addresses may be asked is the test's.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLinkCheck, isPublic, type LinkCheckDeps } from '../../../../src/server/features/reviews/links.ts';

describe('a link', () => {
  let server: Server;
  let base: string;
  let asked: string[];
  /** Answers for each path: a status, a place to go to, or silence. */
  const answers: Record<string, { status: number; location?: string } | 'silence' | 'no-head'> = {
    '/fine': { status: 200 },
    '/gone': { status: 404 },
    '/moved': { status: 302, location: '/fine' },
    '/round': { status: 302, location: '/round' },
    '/inside': { status: 301, location: 'http://inner.example/secret' },
    '/metadata': { status: 302, location: 'http://169.254.169.254/latest' },
    '/file': { status: 302, location: 'file:///etc/passwd' },
    '/no-head': 'no-head',
    '/silent': 'silence',
  };

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`);
      const answer = answers[request.url ?? ''];
      if (answer === 'silence') return;
      if (answer === 'no-head') return void response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
      response.writeHead(answer?.status ?? 500, answer?.location ? { location: answer.location } : {}).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://site.example:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** `site.example` is the test's server and counts as public; `inner.example` is on the inner network. */
  const check = (change: Partial<LinkCheckDeps> = {}) =>
    createLinkCheck({
      resolve: async (host) => {
        if (host === 'site.example') return ['127.0.0.1'];
        if (host === 'inner.example') return ['10.0.0.7'];
        throw new Error('no such host');
      },
      permits: (address) => address === '127.0.0.1',
      limitMs: 5_000,
      ...change,
    });

  it.each([
    ['/fine', 'answers'],
    ['/gone', 'dead'],
    ['/moved', 'answers'],
    ['/round', 'dead'],
    ['/no-head', 'answers'],
  ])('to %s %s', async (path, expected) => {
    expect(await check()(base + path)).toBe(expected);
  });

  it('is dead where nothing is said in time, or there is no such host', async () => {
    expect(await check({ limitMs: 20 })(`${base}/silent`)).toBe('dead');
    expect(await check()('http://nowhere.example/')).toBe('dead');
    const never = check({ limitMs: 20, resolve: () => new Promise(() => {}) });
    expect(await never('http://slow.example/')).toBe('dead');
  });

  it('that leads inside is not followed', async () => {
    for (const path of ['/inside', '/metadata', '/file']) expect(await check()(base + path)).toBe('refused');
    expect(asked).toEqual(['HEAD site.example/inside', 'HEAD site.example/metadata', 'HEAD site.example/file']);
  });

  it('to the inner network is not asked at all', async () => {
    const port = new URL(base).port;
    const real = check({ permits: isPublic });
    for (const url of [
      `${base}/fine`,
      `http://127.0.0.1:${port}/fine`,
      `http://[::1]:${port}/fine`,
      `http://[::ffff:127.0.0.1]:${port}/fine`,
      `http://2130706433:${port}/fine`,
      'http://inner.example/',
      `http://user@site.example:${port}/fine`,
    ])
      expect([url, await real(url)]).toEqual([url, 'refused']);
    expect(asked).toEqual([]);
  });

  it('is not asked when one of several addresses is inside', async () => {
    const both = check({ resolve: async () => ['127.0.0.1', '10.0.0.7'] });
    expect(await both(`${base}/fine`)).toBe('refused');
  });
});

describe('an address of the public network', () => {
  it.each(['8.8.8.8', '123.129.200.1', '240e::1', '2400:3200::1'])('is %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    '2001:db8::1',
    'not an address',
  ])('is not %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
