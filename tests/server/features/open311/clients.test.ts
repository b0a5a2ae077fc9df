// Clients that were written for other cities: each asks in its own way, as its source has it, and nothing is done for it here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpen311Key } from '../../../../src/contract/open311-calls.ts';
import { FORM_TYPE } from '../../../support/open311/client.ts';
import { type Told, toldByXml } from '../../../support/open311/schemas.ts';
import { openTestServer, type TestServer } from '../../../support/server.ts';

const JURISDICTION = 'jurisdiction_id=370306';

describe('a client of other cities', () => {
  let server: TestServer;
  let key: string;
  let at: string;

  beforeAll(async () => {
    server = await openTestServer();
    const body = { name: '外地客户端', perDay: 100 };
    key = (await server.send(await server.staff('district'), createOpen311Key, { body })).body.secret;
    at = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  const get = async (path: string) => (await fetch(`${at}/open311/${path}`)).text();
  const post = async (path: string, body: string, type = 'application/x-www-form-urlencoded') => {
    const answer = await fetch(`${at}/open311/${path}`, { method: 'POST', body, headers: { 'content-type': type } });
    return { ok: answer.ok, text: await answer.text() };
  };
  const idIn = (told: Told): string => (told as { service_request_id: string }[])[0]?.service_request_id ?? '';

  it('like FixMyStreet (mysociety/fixmystreet, Open311.pm): XML, who reports and attributes in one form', async () => {
    expect(toldByXml(await get(`v2/services.xml?${JURISDICTION}`))).toContainEqual(
      expect.objectContaining({ service_code: 'street-lamp', metadata: 'true' }),
    );
    expect(toldByXml(await get(`v2/services/street-lamp.xml?${JURISDICTION}`))).toMatchObject({
      attributes: [{ code: 'what', datatype: 'singlevaluelist', required: 'true' }],
    });
    const form = new URLSearchParams({
      ...{ jurisdiction_id: '370306', api_key: key, lat: '36.80372', long: '117.86841', email: 'test@example.com' },
      description: 'title: 路灯\n\ndetail: 不亮\n\nurl: http://example.com/report/1\n\nSubmitted via FixMyStreet\n',
      ...{ service_code: 'street-lamp', first_name: 'Test', last_name: '', 'attribute[what]': 'dark' },
    });
    const sent = await post('v2/requests.xml', form.toString());
    expect(sent.ok).toBe(true);
    const id = idIn(toldByXml(sent.text));
    expect(toldByXml(await get(`v2/requests.xml?service_request_id=${id},17&${JURISDICTION}`))).toEqual([
      expect.objectContaining({ service_request_id: id, status: 'open', lat: '36.80372', long: '117.86841' }),
    ]);
    const refused = await post('v2/requests.xml', form.toString().replace(key, 'wrong'));
    expect([refused.ok, toldByXml(refused.text)]).toEqual([
      false,
      [{ code: '403', description: expect.stringContaining('api_key') }],
    ]);
  });

  it('like node-open311 (npm open311 0.0.12): discovered, JSON, the jurisdiction beside the form', async () => {
    const { endpoints } = JSON.parse(await get('discovery.json'));
    expect(endpoints[0].specification).toBe('http://wiki.open311.org/GeoReport_v2');
    expect(endpoints[0].url).toBe(`${at}/open311/v2`);
    const form = `service_code=street-lamp&lat=36.8&long=117.87&description=Get%20off&api_key=${key}&attribute%5Bwhat%5D=dark`;
    const sent = await post(`v2/requests.json?${JURISDICTION}`, form);
    const id = idIn(JSON.parse(sent.text));
    expect(idIn(JSON.parse(await get(`v2/tokens/${id}.json?${JURISDICTION}`)))).toBe(id);
    const [request] = JSON.parse(await get(`v2/requests/${id}.json?${JURISDICTION}`));
    expect(Number.isNaN(new Date(request.expected_datetime).getTime())).toBe(false);
  });

  it('like three (codeforamerica/three): an address, days from midnight to midnight, pages', async () => {
    const form = `service_code=street-lamp&address_string=${encodeURIComponent('车站社区小广场')}&first_name=Zach&last_name=Williams&phone=555-5555&description=灯坏了&attribute%5Bwhat%5D=dark&api_key=${key}&jurisdiction_id=370306`;
    const id = idIn(JSON.parse((await post('v2/requests.json', form)).text));
    const span = 'start_date=2026-11-01T00%3A00%3A00Z&end_date=2026-11-25T00%3A00%3A00Z';
    const listed = JSON.parse(await get(`v2/requests.json?page_size=1&${span}&service_code=street-lamp`));
    expect(listed).toEqual([expect.objectContaining({ service_request_id: id, address: '车站社区 小广场' })]);
    expect(JSON.parse(await get('v2/discovery.json'))).toHaveProperty('endpoints');
  });

  it('like the example of the specification: nothing escaped that need not be', async () => {
    const form = `api_key=${key}&jurisdiction_id=370306&service_code=street-lamp&lat=36.76524078&long=117.8212043&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456&first_name=john&last_name=smith&phone=111111111&description=A+large+sinkhole+is+destroying+the+street&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg&attribute[what]=flicker`;
    const sent = await post('v2/requests.xml', form, FORM_TYPE);
    expect(toldByXml(await get(`v2/requests/${idIn(toldByXml(sent.text))}.xml`))).toEqual([
      expect.objectContaining({
        address: '周村区 1234 5th street',
        description: expect.stringContaining('A large sinkhole is destroying the street'),
      }),
    ]);
  });
});
