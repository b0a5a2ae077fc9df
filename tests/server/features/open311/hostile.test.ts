// Whatever is thrown at the Open311 interface: a well-formed answer in the format asked for, and all or nothing in the store.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpen311Key } from '../../../../src/contract/open311-calls.ts';
import { encoded, FORM_TYPE } from '../../../support/open311/client.ts';
import { jsonFaults, toldByXml, xmlFaults } from '../../../support/open311/schemas.ts';
import { openTestServer, type TestServer } from '../../../support/server.ts';

const NAME = '随手拍';
const CODES = [200, 400, 403, 404];
const PATHS = [
  'discovery',
  'v2/services',
  'v2/services/street-lamp',
  'v2/requests',
  'v2/requests/26112300001',
  'v2/tokens/1',
];
const NAMES = [
  ...['service_code', 'lat', 'long', 'address_string', 'address_id', 'description', 'media_url', 'email', 'status'],
  ...['jurisdiction_id', 'service_request_id', 'start_date', 'end_date', 'page', 'page_size', 'attribute[what]'],
  ...[
    'attribute[what][]',
    'attribute[]',
    'attribute[__proto__]',
    'attribute[a][b]',
    'lat[]',
    '__proto__',
    'constructor',
  ],
];
/** What XML cannot hold, what it has to escape, what looks like something else. */
const ODD = [
  ...[
    '\u0000',
    '\u0001',
    '\u001b',
    '\u007f',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\u2028',
    '\u202e',
    ']]>',
    '<!--',
    '&',
    '"',
  ],
  ...['<script>', '&#0;', '%00', '%zz', '%', '+', '..', '../../', '\r\n', '🔥', '电视', "' or 1=1 --"],
  ...['1e309', '-0', 'NaN', '0x10', '99999999999999999999', '36.8', '117.87', 'street-lamp', 'dark', 'open', '370306'],
  ...[
    '2026-11-23',
    '2026-11-23T00:00:00Z',
    '2026-02-30T25:00:00+99:99',
    '-000001-01-01T00:00:00Z',
    '3703060010010010010101',
  ],
];

/** A lone surrogate has no place in an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...ODD), { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(4000, 4001, 9000).map((length) => '长'.repeat(length)) },
);
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), text), { maxLength: 8 });
const path = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PATHS) },
      { weight: 1, arbitrary: text.map((name) => `v2/services/${encodeURIComponent(wellFormed(name))}`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('v2/requests/%zz', 'v2/%', `v2/tokens/${'a'.repeat(300)}`, '', 'v2', 'v2/..;/x'),
      },
    ),
    fc.constantFrom('', '.xml', '.json', '.html', '.json.xml', '/'),
  )
  .map(([name, end]) => name + end);
const query = fc.oneof(
  pairs.map((given) => new URLSearchParams(given).toString()),
  text.map(wellFormed),
);
const type = fc.oneof(
  { weight: 4, arbitrary: fc.constant(FORM_TYPE) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        'application/x-www-form-urlencoded',
        'application/json',
        'multipart/form-data; boundary=x',
        'text/xml',
        'x',
        '',
      ],
    ),
  },
);

/** A form that would be taken, with something else beside or instead. */
const good = { service_code: 'street-lamp', 'attribute[what]': 'dark', lat: '36.8', long: '117.87' };
const form = fc.record({
  base: fc.constantFrom(good, good, {}),
  others: fc.oneof(
    pairs,
    fc.array(fc.tuple(fc.constantFrom('description', 'address_string', 'email', 'unknown'), text), { maxLength: 2 }),
  ),
  isKeyed: fc.boolean(),
  raw: fc.option(fc.uint8Array({ minLength: 1, maxLength: 60 }), { freq: 1 }),
});

describe('the Open311 interface under fire', () => {
  let server: TestServer;
  let key: string;
  let calls = 0;
  let taken = 0;
  /** The demo's own. */
  let before = 0;
  const documents: string[] = [];

  beforeAll(async () => {
    server = await openTestServer();
    const body = { name: NAME, perDay: 100_000 };
    key = (await server.send(await server.staff('district'), createOpen311Key, { body })).body.secret;
    before = (await server.store.db.selectFrom('request').select('id').execute()).length;
  });
  afterAll(() => server.stop());

  async function answered(method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD', url: string, given: object = {}) {
    calls += 1;
    const remoteAddress = `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
    const answer = await server.app.inject({ method, url: `/open311/${url}`, remoteAddress, ...given });
    expect(CODES).toContain(answer.statusCode);
    const isJson = new URL(url, 'http://x/').pathname.endsWith('.json');
    expect(answer.headers['content-type']).toBe(isJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8');
    if (method === 'HEAD') return answer;
    if (!isJson) {
      toldByXml(answer.body);
      documents.push(answer.body);
    }
    if (isJson && answer.statusCode >= 400) expect(jsonFaults('errors', answer.json())).toEqual([]);
    if (isJson) expect(answer.body).not.toMatch(/:null/);
    return answer;
  }

  it('answers every address and every question', async () => {
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'PUT', 'DELETE');
    await fc.assert(
      fc.asyncProperty(method, path, query, async (method, path, query) => {
        const { statusCode } = await answered(method, `${path}?${query.replaceAll('#', '')}`);
        if (method === 'PUT' || method === 'DELETE') expect([400, 404]).toContain(statusCode);
      }),
      { numRuns: 400 },
    );
  });

  it('takes every form whole or not at all', async () => {
    await fc.assert(
      fc.asyncProperty(form, type, fc.constantFrom('.xml', '.json', ''), async (form, type, end) => {
        const { base, others, isKeyed, raw } = form;
        const text = encoded({ ...base, ...(isKeyed && { api_key: key }) });
        const more = new URLSearchParams(others).toString();
        const payload = Buffer.concat([Buffer.from(`${text}&${more}&`), Buffer.from(raw ?? [])]);
        const headers = type === '' ? {} : { 'content-type': type };
        const { statusCode } = await answered('POST', `v2/requests${end}`, { headers, payload });
        if (statusCode === 200) taken += 1;
        if (!isKeyed) expect(statusCode).not.toBe(200);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it('has kept exactly what it said it took', async () => {
    const { db } = server.store;
    const [requests, reporters, audits, uses] = await Promise.all([
      db.selectFrom('request').select('id').execute(),
      db.selectFrom('request_reporter').select('id').where('via', '=', NAME).execute(),
      db.selectFrom('audit').select('id').where('action', '=', 'open311.request').execute(),
      db.selectFrom('open311_use').select('sent').execute(),
    ]);
    const sent = uses.reduce((sum, use) => sum + use.sent, 0);
    expect([requests.length - before, reporters.length, audits.length, sent]).toEqual([taken, taken, taken, taken]);
  });

  it('tells all of it again in both formats', async () => {
    for (let page = 1; page <= Math.ceil(taken / 100); page += 1) {
      const url = (end: string) => `v2/requests${end}?page_size=100&page=${page}`;
      const [, json] = [await answered('GET', url('.xml')), await answered('GET', url('.json'))];
      expect(jsonFaults('requests', json.json())).toEqual([]);
    }
  });

  it('refuses what is too large, and what is no UTF-8', async () => {
    server.pass(3_600_000);
    const since = server.instant();
    const headers = { 'content-type': FORM_TYPE };
    const gbk = Buffer.from('description=%C2%B7%B5%C6%B2%BB%C1%C1');
    const raw = Buffer.concat([Buffer.from('description='), Buffer.from([0xc2, 0xb7, 0xb5, 0xc6])]);
    for (const payload of [`description=${'x'.repeat(200_000)}`, gbk, raw])
      expect((await answered('POST', 'v2/requests.json', { headers, payload })).statusCode).toBe(400);
    expect((await answered('GET', 'v2/requests.xml?service_code=%C2%B7%B5%C6')).statusCode).toBe(400);
    const refusals = server.store.db
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'open311.refused')
      .orderBy('id');
    expect(await refusals.where('at', '>=', since).execute()).toEqual([
      { subject: 'open311', detail: { reason: 'too-large' } },
      { subject: 'open311', detail: { reason: 'bad-input' } },
    ]);
  });

  it('has written valid XML all the while', async () => expect(await xmlFaults(...new Set(documents))).toEqual([]));
});
