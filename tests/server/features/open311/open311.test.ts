// Open311 GeoReport v2 as another system meets it: what is offered, what can be sent, what anybody may follow.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../../src/contract/audit.ts';
import { sendRequest } from '../../../../src/contract/box-requests.ts';
import { createOpen311Key, listOpen311Keys, revokeOpen311Key } from '../../../../src/contract/open311-calls.ts';
import { moveRequest, readRequest } from '../../../../src/contract/request-calls.ts';
import { saveCategory } from '../../../../src/contract/request-settings.ts';
import { RequestNumber } from '../../../../src/contract/requests.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Form, open311Client, xmlOf } from '../../../support/open311/client.ts';
import { jsonFaults, xmlFaults } from '../../../support/open311/schemas.ts';
import { type Caller, openTestServer, type TestServer } from '../../../support/server.ts';

const DAY_MS = 86_400_000;
const lamp = saveCategory.example.body?.category;
const FIELDS = [
  ...(lamp?.fields ?? []),
  {
    code: 'also',
    label: '还有什么',
    kind: 'choices',
    required: false,
    options: [
      { key: 'wet', name: '漏水' },
      { key: 'hot', name: '发烫' },
    ],
  },
  { code: 'since', label: '哪天坏的', kind: 'date', required: false, options: [] },
  { code: 'poles', label: '几根灯杆', kind: 'number', required: false, options: [] },
  { code: 'more', label: '还想说', kind: 'text', required: false, options: [] },
];
const CATEGORIES = [
  { ...lamp, code: 'o-lamp', where: ['home', 'stairwell', 'public'], fields: FIELDS },
  { ...lamp, code: 'o-plain', fields: [] },
  { ...lamp, code: 'o-home', where: ['home'] },
  { ...lamp, code: 'o-discreet', privacy: 'discreet', where: ['public'] },
  { ...lamp, code: 'o-anonymous', privacy: 'anonymous', where: ['public'] },
  { ...lamp, code: 'o-off', active: false },
];
/** By GPS; some 400 metres further east on a Chinese map. */
const HERE = { lat: '36.803700', long: '117.868400' };
const REPORT = { service_code: 'o-lamp', 'attribute[what]': 'dark', ...HERE };

describe.each(await storeEngines())('the Open311 interface, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let client: ReturnType<typeof open311Client>;
  let district: Caller;
  let key: string;

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  async function done(answer: Promise<{ status: number; body: any }>): Promise<any> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  }
  const newKey = (name: string, perDay = 1000) =>
    done(server.send(district, createOpen311Key, { body: { name, perDay } }));
  const send = (form: Form = {}, status = 200) =>
    client.post(status === 200 ? 'submitted' : 'errors', { api_key: key, ...REPORT, ...form }, status);
  const refused = async (form: Form, status = 400) =>
    (await send(form, status)).map(({ description }: { description: string }) => description.split(':')[0]);
  const read = async (id: string) => (await client.get('request', `/v2/requests/${id}`))[0];
  const rowOf = (number: string) =>
    server.store.db
      .selectFrom('request')
      .selectAll()
      .where('number', '=', RequestNumber.parse(number))
      .executeTakeFirstOrThrow();
  /** From the television of a home in 车站社区. */
  const report = (change: object) =>
    done(
      server.send(server.box('车站社区'), sendRequest, {
        params: { id: randomUUID() },
        body: {
          ...{ category: 'o-lamp', where: { kind: 'public', place: '小广场', position: null } },
          ...{ answers: { what: 'dark' }, when: 'any', text: '', photos: [] },
          ...change,
        },
      }),
    );
  const move = async (number: string, ...moves: object[]) => {
    const { id } = await rowOf(number);
    for (const each of moves) {
      const { revision } = await done(server.send(district, readRequest, { params: { id } }));
      await done(server.send(district, moveRequest, { params: { id }, body: { revision, move: each } }));
    }
  };

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    client = open311Client(server);
    district = await server.staff('district');
    for (const category of CATEGORIES)
      await done(
        server.send(district, saveCategory, { params: { code: category.code }, body: { category, revision: 0 } }),
      );
    key = (await newKey('随手拍')).secret;
  });
  afterAll(() => server.stop());

  it('is discovered, in both formats', async () => {
    const { endpoints } = await client.get('discovery', '/discovery');
    expect(endpoints[0]).toMatchObject({ type: 'test', formats: ['text/xml', 'application/json'] });
    expect(endpoints[0].url).toMatch(/\/open311\/v2$/);
    expect((await client.get('discovery', '/v2/discovery')).endpoints).toEqual(endpoints);
  });

  it("offers what can be somewhere in public and is nobody's secret", async () => {
    const services = await client.get('services', '/v2/services');
    const codes = services.map(({ service_code }: { service_code: string }) => service_code);
    expect(codes.filter((code: string) => code.startsWith('o-'))).toEqual(['o-lamp', 'o-plain']);
    expect(codes).toContain('street-lamp');
    expect(codes).not.toContain('dish');
    const [own, plain] = services.filter(({ service_code }: { service_code: string }) => service_code.startsWith('o-'));
    expect(own).toMatchObject({ metadata: true, type: 'realtime', group: '报修', keywords: '路灯, 报修, 不亮了' });
    expect(plain.metadata).toBe(false);
  });

  it('tells the form of a service', async () => {
    const { attributes } = await client.get('definition', '/v2/services/o-lamp');
    expect(attributes.map(({ datatype, order }: { datatype: string; order: number }) => [order, datatype])).toEqual([
      [1, 'singlevaluelist'],
      [2, 'multivaluelist'],
      [3, 'datetime'],
      [4, 'number'],
      [5, 'text'],
    ]);
    expect(attributes[0]).toMatchObject({ required: true, values: [{ key: 'dark', name: '不亮了' }] });
    expect((await client.get('definition', '/v2/services/o-plain')).attributes).toEqual([]);
    for (const code of ['o-home', 'o-discreet', 'o-anonymous', 'o-off', 'nothing', '路灯', '%00'])
      await client.get('errors', `/v2/services/${encodeURIComponent(code)}`, '', 404);
  });

  it('answers in XML where no format is asked for', async () => {
    for (const url of ['/discovery', '/v2/services', '/v2/services/o-lamp', '/v2/requests'])
      expect(await xmlFaults(xmlOf(await client.inject('GET', url)))).toEqual([]);
  });

  it('takes a request in, and gives it a number at once', async () => {
    const form = {
      'attribute[also][]': ['wet', 'hot'],
      'attribute[since]': '2026-11-20T20:00:00Z',
      'attribute[poles]': '2',
      description: '第一行\r\n第二行 <b>&amp;</b> 🔥',
      email: 'a@example.com',
      phone: '13812345678',
      first_name: '三',
    };
    const [{ service_request_id, service_notice }] = await send({ ...form, address_string: '车站社区小广场北侧' });
    expect(service_request_id).toMatch(/^\d{11}$/);
    expect(service_notice).toContain('没有保存 email、first_name、phone');
    const row = await rowOf(service_request_id);
    expect(row).toMatchObject({
      ...{ region_code: '370306001001', place: '小广场北侧', where_kind: 'public', state: 'assigned' },
      answers: { what: 'dark', also: 'wet,hot', since: '2026-11-21', poles: '2' },
      text: '第一行\n第二行 <b>&amp;</b> 🔥',
    });
    expect(Number(row.lon) - Number(HERE.long)).toBeGreaterThan(0.003);
    const stored = JSON.stringify([row, await server.store.db.selectFrom('request_action').selectAll().execute()]);
    expect(stored).not.toMatch(/13812345678|a@example/);
    const { body } = await server.send(district, readRequest, { params: { id: row.id } });
    expect(body.actions[0].by).toEqual({ kind: 'system', name: '随手拍' });
    expect(await read(service_request_id)).toMatchObject({
      ...{ status: 'open', status_notes: '已派单', service_code: 'o-lamp', address: '车站社区 小广场北侧' },
      ...{ lat: 36.8037, long: 117.8684, address_id: '370306001001' },
      requested_datetime: expect.stringMatching(/\+08:00$/),
      expected_datetime: expect.stringMatching(/\+08:00$/),
      description: expect.stringContaining('第二行 <b>&amp;</b> 🔥'),
    });
  });

  it('keeps who sent it on record, without what they said', async () => {
    const [{ service_request_id }] = await send();
    const { items } = await done(
      server.send(await server.staff('auditor'), listAudit, { query: { action: 'open311.request' } }),
    );
    expect(items[0].detail).toEqual({ name: '随手拍', number: service_request_id, service: 'o-lamp' });
  });

  it("finds the place by coordinates, an address or the code of a region; a home's is refused", async () => {
    const where = async (form: Form) => {
      const base = { service_code: 'o-plain', 'attribute[what]': '', lat: '', long: '' };
      const [{ service_request_id }] = await send({ ...base, ...form });
      const { region_code, place, lat } = await rowOf(service_request_id);
      return [region_code, place, lat !== null];
    };
    expect(await where(HERE)).toEqual(['370306', '地图上标出的位置', true]);
    expect(await where({ address_string: '正阳路口' })).toEqual(['370306', '正阳路口', false]);
    expect(await where({ address_id: '370306001001001001' })).toEqual(['370306001001', '1号楼', false]);
    expect(await where({ address_id: '370306001001', address_string: '北门' })).toEqual([
      '370306001001',
      '北门',
      false,
    ]);
    const long = `车站社区${'很'.repeat(40)}长的地址`;
    expect(await where({ address_string: long })).toEqual(['370306001001', '很'.repeat(30), false]);
    const nowhere = { lat: '', long: '' };
    expect(await refused({ ...nowhere })).toEqual(['lat']);
    expect(await refused({ ...nowhere, lat: '36.8' })).toEqual(['long']);
    expect(await refused({ lat: '0', long: '0' })).toEqual(['lat']);
    expect(await refused({ lat: 'NaN' })).toEqual(['lat']);
    for (const code of ['3703060010010010010101', '370306999', '110101', '0x1', '370306%'])
      expect(await refused({ ...nowhere, address_id: code })).toEqual(['address_id']);
  });

  it('refuses a form that is not as the service wants it, every place by its name', async () => {
    expect(await refused({ 'attribute[what]': '' })).toEqual(['attribute[what]']);
    const wrong = { 'attribute[what]': 'burning', 'attribute[since]': '2026-02-31', 'attribute[poles]': '1e9' };
    expect(await refused({ ...wrong, 'attribute[__proto__]': 'x' })).toEqual([
      'attribute[__proto__]',
      ...['attribute[what]', 'attribute[since]', 'attribute[poles]'],
    ]);
    expect(await refused({ 'attribute[what]': ['dark', 'dark'] })).toEqual(['attribute[what]']);
    expect(await refused({ 'attribute[more]': '长'.repeat(501) })).toEqual(['attribute[more]']);
    expect(await refused({ description: '长'.repeat(4001) })).toEqual(['description']);
    expect(await refused({ media_url: 'javascript:alert(1)' })).toEqual(['media_url']);
    expect(await refused({ service_code: '' })).toEqual(['service_code']);
    const before = (await server.store.db.selectFrom('request').select('id').execute()).length;
    expect(await refused({ email: ['a@example.com', 'b@example.com'] })).toEqual(['email']);
    expect(await server.store.db.selectFrom('request').select('id').execute()).toHaveLength(before);
    for (const code of ['o-home', 'o-discreet', 'o-anonymous', 'o-off', 'nothing'])
      expect(await refused({ service_code: code }, 404)).toEqual(['service_code']);
    expect(await refused({ jurisdiction_id: 'sfgov.org' }, 404)).toEqual(['jurisdiction_id']);
    await send({ jurisdiction_id: '370306' });
  });

  it('takes four thousand characters whole, and opens no address', async () => {
    const description = '长'.repeat(4000);
    const [{ service_request_id, service_notice }] = await send({ description, media_url: 'http://127.0.0.1:1/a.jpg' });
    expect(service_notice).toContain('不会打开 media_url');
    expect((await rowOf(service_request_id)).text).toContain(
      `${description}\n图片网址（系统没有打开过）：http://127.0.0.1:1/a.jpg`,
    );
    expect((await read(service_request_id)).description).toHaveLength(4000);
  });

  it('refuses whoever has no good key, and a key whose day is used up, which is on record', async () => {
    const count = async () => (await server.store.db.selectFrom('request').select('id').execute()).length;
    const { key: made, secret } = await newKey('一天两件', 2);
    const before = await count();
    for (const bad of ['', 'o311-x', secret.slice(0, -1)])
      expect(await refused({ api_key: bad }, 403)).toEqual(['api_key']);
    expect(await count()).toBe(before);
    // What is refused for another reason costs nothing.
    await send({ api_key: secret, 'attribute[what]': 'burning' }, 400);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.inject('POST', '/v2/requests.json', { api_key: secret, ...REPORT })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 403, 403, 403]);
    expect(await count()).toBe(before + 2);
    server.pass(DAY_MS);
    district = await server.staff('district');
    await send({ api_key: secret });
    const listed = await done(server.send(district, listOpen311Keys));
    expect(listed.items.find(({ id }: { id: string }) => id === made.id)).toMatchObject({ sentToday: 1, perDay: 2 });
    expect(JSON.stringify(listed)).not.toContain(secret);
    await done(server.send(district, revokeOpen311Key, { params: { id: made.id } }));
    await send({ api_key: secret }, 403);
    const { items } = await done(
      server.send(await server.staff('auditor'), listAudit, { query: { action: 'open311.refused' } }),
    );
    const told = items.map(({ subject, detail }: { subject: string; detail: object }) => ({ subject, ...detail }));
    // However often within the hour; a revoked key is nobody's.
    expect(told).toEqual(
      expect.arrayContaining([
        { subject: 'open311', reason: 'forbidden' },
        { subject: made.id, name: '一天两件', reason: 'forbidden' },
        { subject: made.id, name: '一天两件', reason: 'bad-input' },
      ]),
    );
    expect(told.filter(({ subject }: { subject: string }) => subject === made.id)).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('keeps keys as their digests, one of a name at a time', async () => {
    const { key: made, secret } = await newKey('热线');
    const rows = JSON.stringify(await server.store.db.selectFrom('open311_key').selectAll().execute());
    expect(rows).not.toContain(secret);
    const again = await server.send(district, createOpen311Key, { body: { name: '热线', perDay: 1 } });
    expect([again.status, again.body.code]).toEqual([400, 'bad-input']);
    await done(server.send(district, revokeOpen311Key, { params: { id: made.id } }));
    expect((await newKey('热线')).secret).not.toBe(secret);
  });

  it('tells the number of a number asked as a token, and knows no others', async () => {
    const [{ service_request_id: id }] = await send();
    expect(await client.get('token', `/v2/tokens/${id}`)).toEqual([{ service_request_id: id, token: id }]);
    for (const token of ['1', randomUUID(), '99999999999']) await client.get('errors', `/v2/tokens/${token}`, '', 404);
  });

  it('shows of a home neither door, position nor words', async () => {
    const words = { text: '我住101，电话13812345678', answers: { what: 'dark', more: '在厨房', since: '2026-11-20' } };
    const position = { lat: 36.8, lon: 117.87 };
    const { number } = await report({ where: { kind: 'home', place: null, position }, ...words });
    await move(number, { kind: 'note', public: '101张大爷，明天上门' });
    const shown = await read(number);
    expect(shown).toMatchObject({ description: '不亮了', address: '车站社区', address_id: '370306001001' });
    expect(shown).not.toHaveProperty('lat');
    const { service_request_id: _, ...rest } = shown;
    expect(JSON.stringify(rest)).not.toMatch(/101|张大爷|厨房|138|号楼/);
  });

  it('shows a stairwell by its building, and of a public place what was written, without numbers of people', async () => {
    const position = { lat: 36.8, lon: 117.87 };
    const stairwell = await report({ where: { kind: 'stairwell', place: null, position }, text: '我住101' });
    await move(stairwell.number, { kind: 'note', public: '请101的张大爷开门' });
    const one = await read(stairwell.number);
    expect(one).toMatchObject({
      address: '车站社区 1号楼 楼道',
      address_id: '370306001001001001',
      description: '不亮了',
    });
    expect(one.status_notes).toBe('已派单');
    expect(one.lat).toBeCloseTo(36.8, 1);
    const place = { kind: 'public', place: '东门', position };
    const two = await read((await report({ where: place, text: '找13812345678' })).number);
    expect(two.description).toBe('怎么了 不亮了\n找138****5678');
  });

  it('does not know what is discreet or anonymous, also where it became so later', async () => {
    const hidden = await report({ category: 'o-anonymous', where: { kind: 'public', place: '西门', position: null } });
    await client.get('errors', `/v2/requests/${hidden.number}`, '', 404);
    const [{ service_request_id: id }] = await send();
    await read(id);
    await move(id, { kind: 'classify', category: 'o-discreet', timeClass: 'ordinary', internal: '是调解' });
    await client.get('errors', `/v2/requests/${id}`, '', 404);
    await client.get('errors', `/v2/tokens/${id}`, '', 404);
    expect(await client.get('requests', '/v2/requests', `?service_request_id=${id},${hidden.number}`)).toEqual([]);
  });

  it('says how far a request is, who works on it, and what staff said last', async () => {
    const [{ service_request_id: id }] = await send({ address_id: '370306001001' });
    expect((await read(id)).agency_responsible).toBe('车站社区');
    const [{ service_request_id: other }] = await send({ address_id: '370306001001' });
    await move(id, { kind: 'note', internal: '内部的话' }, { kind: 'note', public: '配件在路上' });
    expect((await read(id)).status_notes).toBe('已派单：配件在路上');
    const { id: into } = await rowOf(other);
    server.pass(60_000);
    await move(id, { kind: 'merge', into });
    const merged = await read(id);
    expect(merged).toMatchObject({ status: 'closed', status_notes: `已合并，并入 ${other}：配件在路上` });
    expect(Date.parse(merged.updated_datetime)).toBe(Math.floor(server.now() / 1000) * 1000);
  });

  it('lists by number, service, state and time, page by page', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await client.get('requests', '/v2/requests', query)).map(
        ({ service_request_id }: { service_request_id: string }) => service_request_id,
      );
    server.pass(200 * DAY_MS);
    district = await server.staff('district');
    expect(await ids('')).toEqual([]);
    const start = server.instant();
    const sent: string[] = [];
    for (const service of ['o-plain', 'o-lamp', 'o-plain']) {
      server.pass(1_000);
      const attributes = { 'attribute[what]': service === 'o-lamp' ? 'dark' : '' };
      sent.unshift((await send({ service_code: service, ...attributes }))[0].service_request_id);
    }
    const [third = '', second = '', first = ''] = sent;
    await move(first, { kind: 'withdraw', public: '不用了' });
    expect(await ids('')).toEqual(sent);
    expect(await ids('?service_code=&status=&start_date=&page=')).toEqual(sent);
    expect(await ids('?service_code=o-lamp')).toEqual([second]);
    expect(await ids('?service_code=o-lamp,o-plain&service_code=nothing')).toEqual(sent);
    expect(await ids('?service_code=nothing')).toEqual([]);
    expect(await ids('?status=closed')).toEqual([first]);
    expect(await ids('?status=open&status=closed')).toEqual(sent);
    expect(await ids(`?service_request_id=${first},${second},99999999999,x&status=open`)).toEqual([second, first]);
    expect(await ids('?page_size=2')).toEqual([third, second]);
    expect(await ids('?page_size=2&page=2')).toEqual([first]);
    expect(await ids(`?end_date=${start}`)).toEqual([]);
    expect(await ids(`?start_date=${start}`)).toEqual(sent);
    const shanghai = new Date(Date.parse(start) + 8 * 3_600_000).toISOString();
    expect(await ids(`?start_date=${shanghai.slice(0, 19)}+08:00`)).toEqual(sent);
    expect(await ids(`?start_date=${shanghai.slice(0, 10)}&end_date=${shanghai.slice(0, 10)}`)).toEqual(sent);
    for (const query of [
      `?start_date=${new Date(server.now() - 91 * DAY_MS).toISOString()}&end_date=${server.instant()}`,
      `?start_date=${server.instant()}&end_date=${start}`,
      '?start_date=yesterday',
      '?start_date=0000-01-01T00:00:00Z',
      '?start_date=2026-13-01T00:00:00Z',
      '?status=unknown',
      '?page=0',
      '?page_size=1001',
      '?page=1.5',
    ])
      await client.get('errors', '/v2/requests', query, 400);
    await client.get('errors', '/v2/requests', '?jurisdiction_id=sfgov.org', 404);
  });

  it('lets nobody ask or send without end', async () => {
    const address = '10.9.9.9';
    const flood = async (method: 'GET' | 'POST', times: number) => {
      const answers = await Promise.all(
        Array.from({ length: times }, () =>
          server.app.inject({ method, url: '/open311/v2/requests.json', remoteAddress: address }),
        ),
      );
      return answers.find(({ statusCode }) => statusCode === 429)?.json() as unknown;
    };
    expect(jsonFaults('errors', await flood('GET', 121))).toEqual([]);
    expect(jsonFaults('errors', await flood('POST', 61))).toEqual([]);
  });

  it('has answered in valid XML all the while', async () => expect(await client.xmlFaults()).toEqual([]));

  it('would be found out by the schemas', async () => {
    const [service] = await client.get('services', '/v2/services');
    expect(jsonFaults('services', [{ ...service, group: null }])).not.toEqual([]);
    expect(jsonFaults('services', { services: [service] })).not.toEqual([]);
    const { body } = await client.inject('GET', '/v2/services.xml');
    expect(await xmlFaults(body.replace('<type>realtime', '<type>later'))).not.toEqual([]);
    expect(await xmlFaults(body.replace('<service_code>', '<service_key/><service_code>'))).not.toEqual([]);
  });
});
