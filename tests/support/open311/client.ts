// Asks a server by Open311 in both formats, and holds every answer against the schemas; those in XML all at once.
import { expect } from 'vitest';
import type { TestServer } from '../server.ts';
import { jsonFaults, type Kind, toldByJson, toldByXml, xmlFaults } from './schemas.ts';

export type Form = Readonly<Record<string, string | readonly string[]>>;
export const FORM_TYPE = 'application/x-www-form-urlencoded; charset=utf-8';

export const encoded = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([key, value]) => [value].flat().map((each): [string, string] => [key, each])),
  ).toString();

export function open311Client(server: TestServer) {
  let calls = 0;
  const documents: string[] = [];
  /** From an address of its own: the limit per address has its own test. */
  const inject = (method: 'GET' | 'POST', url: string, form?: Form) => {
    calls += 1;
    return server.app.inject({
      method,
      url: `/open311${url}`,
      remoteAddress: `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`,
      ...(form && { headers: { 'content-type': FORM_TYPE }, payload: encoded(form) }),
    });
  };

  /** The answer in JSON, and that in XML is the same. `path` without its format. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  async function get(kind: Kind, path: string, query = '', status = 200): Promise<any> {
    const [xml, json] = [await inject('GET', `${path}.xml${query}`), await inject('GET', `${path}.json${query}`)];
    expect([xml.statusCode, json.statusCode]).toEqual([status, status]);
    documents.push(xmlOf(xml));
    expect(toldByXml(xml.body)).toEqual(toldByJson(checkJson(kind, json)));
    return json.json();
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  async function post(kind: Kind, form: Form, status = 200): Promise<any> {
    const json = await inject('POST', '/v2/requests.json', form);
    expect([json.statusCode, json.statusCode === status ? '' : json.body]).toEqual([status, '']);
    return checkJson(kind, json);
  }

  return {
    inject,
    get,
    post,
    /** What is wrong with the answers in XML so far. */
    xmlFaults: () => xmlFaults(...documents),
  };
}

interface Answer {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function checkJson(kind: Kind, { headers, body }: Answer): unknown {
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const value: unknown = JSON.parse(body);
  expect(jsonFaults(kind, value)).toEqual([]);
  return value;
}

/** An answer that says it is XML, to be held against the schema. */
export function xmlOf({ headers, body }: Answer): string {
  expect(headers['content-type']).toBe('text/xml; charset=utf-8');
  expect(body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  return body;
}
