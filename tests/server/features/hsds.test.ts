// What the open data promises, held against the specification's own schemas.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../src/contract/departments.ts';
import { moveGuide } from '../../../src/contract/guide-calls.ts';
import { LIFE_EVENTS } from '../../../src/contract/guides.ts';
import { fullServiceOf, serviceOf } from '../../../src/server/features/hsds/shapes.ts';
import { readShipped } from '../../../src/server/seed/guides.ts';
import { openTestServer, type TestServer } from '../../support/server.ts';

const FOLDER = path.join(import.meta.dirname, '../../support/hsds');

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
}

async function schemaOf(name: string): Promise<Schema> {
  const file = await readFile(path.join(FOLDER, name));
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(file) : file).toString());
}

/** The schema of what stands inside another one: there is no file of these for themselves. */
const inside = (schema: Schema, ...names: readonly string[]): Schema =>
  names.reduce((at, name) => {
    const found = at.properties[name] as Schema & { readonly items?: Schema };
    return found.items ?? found;
  }, schema);

/** Says what is wrong with a value; a field the specification does not know is wrong as well. */
function checkerOf(schema: Schema) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (value: object): string[] => {
    validate(value);
    const unknown = Object.keys(value).filter((key) => !(key in schema.properties));
    return [...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`), ...unknown];
  };
}

describe('the open data of guides', () => {
  let server: TestServer;
  let check: Record<
    'services' | 'service' | 'organizations' | 'organization' | 'attribute' | 'term' | 'taxonomy',
    (value: object) => string[]
  >;

  beforeAll(async () => {
    server = await openTestServer();
    const service = await schemaOf('service.json.gz');
    check = {
      services: checkerOf(await schemaOf('service_list.json')),
      service: checkerOf(service),
      organizations: checkerOf(await schemaOf('organization_list.json')),
      organization: checkerOf(await schemaOf('organization.json.gz')),
      attribute: checkerOf(inside(service, 'attributes')),
      term: checkerOf(inside(service, 'attributes', 'taxonomy_term')),
      taxonomy: checkerOf(inside(service, 'attributes', 'taxonomy_term', 'taxonomy_detail')),
    };
  });
  afterAll(() => server.stop());

  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it expects; a wrong one fails the test
  const get = async (url: string): Promise<any> => (await server.app.inject({ url: `/hsds${url}` })).json();

  it('says which specification it follows', async () => {
    for (const url of ['', '/']) expect(await get(url)).toMatchObject({ version: '3.0' });
    const { openapi_url } = await get('/');
    const { paths } = (await server.app.inject({ url: new URL(openapi_url).pathname })).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/hsds/', '/hsds/services', '/hsds/services/{id}', '/hsds/taxonomy_terms/{id}']),
    );
  });

  it('lists every published guide as a service, page by page', async () => {
    const first = await get('/services?per_page=200');
    const second = await get('/services?per_page=200&page=2');
    expect(first).toMatchObject({ page_number: 1, size: 200, first_page: true, last_page: false, empty: false });
    expect(second).toMatchObject({ page_number: 2, total_pages: 2, first_page: false, last_page: true });
    expect(first.size + second.size).toBe(first.total_items);
    const ids = [...first.contents, ...second.contents].map(({ id }) => id);
    expect(new Set(ids).size).toBe(first.total_items);
    for (const service of [...first.contents, ...second.contents]) expect(check.services(service)).toEqual([]);
    expect(await get('/services?page=99')).toMatchObject({ empty: true, contents: [], last_page: true });
  });

  it('tells everything of one', async () => {
    const { contents } = await get('/services?per_page=200');
    for (const { id } of contents.slice(0, 20)) {
      const service = await get(`/services/${id}`);
      expect(check.service(service)).toEqual([]);
      expect(service.required_documents.length + service.phones.length).toBeGreaterThan(1);
    }
  });

  it('can tell each of those that come with the system, in a list and in full', async () => {
    const items = (await readShipped()).flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
    expect(items.length).toBeGreaterThan(300);
    const charged = items.filter(({ fee }) => fee.kind === 'charged').length;
    expect(charged).toBeGreaterThan(0);
    for (const content of items)
      for (const verified of [true, false]) {
        const published = { content: { ...content, verified }, at: server.instant() };
        expect(check.services(serviceOf(published, 'https://linli.example.com'))).toEqual([]);
        expect(check.service(fullServiceOf(published, 'https://linli.example.com'))).toEqual([]);
      }
  });

  it('has the twelve departments as organizations', async () => {
    const page = await get('/organizations');
    expect(page.total_items).toBe(DEPARTMENTS.length);
    for (const each of page.contents) {
      expect(check.organizations(each)).toEqual([]);
      const organization = await get(`/organizations/${each.id}`);
      expect(check.organization(organization)).toEqual([]);
      const { total_items } = await get(`/services?organization_id=${each.id}`);
      expect(organization.services).toHaveLength(total_items);
    }
  });

  it('finds services by words, and those that are new since', async () => {
    const all = (await get('/services')).total_items;
    const found = await get(`/services?search=${encodeURIComponent('身份证')}`);
    expect(found.total_items).toBeGreaterThan(0);
    expect(found.total_items).toBeLessThan(all);
    expect((await get('/services?modified_after=2026-11-23')).total_items).toBe(all);
    server.pass(60_000);
    // HSDS: modified on or after that.
    const since = server.instant();
    await server.send(await server.staff('gongan'), moveGuide, {
      params: { number: '0202' },
      body: { move: 'confirm', revision: 1 },
    });
    const { contents } = await get(`/services?modified_after=${since}`);
    expect(contents).toEqual([
      expect.objectContaining({ assured_date: '2026-11-23', last_modified: server.instant() }),
    ]);
    expect(contents[0]).not.toHaveProperty('alert');
  });

  it('classifies them by what happens in a life', async () => {
    const { contents: taxonomies, total_items } = await get('/taxonomies');
    expect(total_items).toBe(1);
    const taxonomy = await get(`/taxonomies/${taxonomies[0].id}`);
    expect([taxonomy, check.taxonomy(taxonomy)]).toEqual([taxonomies[0], []]);
    const terms = await get(`/taxonomy_terms?taxonomy_id=${taxonomy.id}`);
    expect(terms.total_items).toBe(LIFE_EVENTS.length);
    const classified = (await get(`/services?taxonomy_id=${taxonomy.id}&per_page=1`)).total_items;
    let most = 0;
    for (const each of terms.contents) {
      expect(check.term(each)).toEqual([]);
      const term = await get(`/taxonomy_terms/${each.id}`);
      expect([term.taxonomy_detail, check.term(term)]).toEqual([taxonomy, []]);
      const { contents } = await get(`/services?taxonomy_term_id=${each.id}&per_page=200`);
      most = Math.max(most, contents.length);
      expect(contents).not.toEqual([]);
      const { id, attributes } = await get(`/services/${contents[0].id}`);
      for (const attribute of attributes) expect(check.attribute(attribute)).toEqual([]);
      expect(attributes).toContainEqual(expect.objectContaining({ link_id: id, taxonomy_term_id: each.id }));
    }
    expect(classified).toBeGreaterThanOrEqual(most);
    // Of what nobody knows there is nothing, rather than everything.
    const nobodys = '00000000-0000-4000-8000-000000000000';
    for (const url of [
      `/services?taxonomy_id=${nobodys}`,
      `/services?taxonomy_term_id=${nobodys}`,
      `/services?organization_id=${nobodys}`,
      `/taxonomy_terms?taxonomy_id=${nobodys}`,
    ])
      expect(await get(url)).toMatchObject({ total_items: 0, empty: true });
  });

  it('would be found out by the schemas', async () => {
    const { contents } = await get('/services?per_page=1');
    const { id, ...nameless } = contents[0];
    expect(check.services(nameless)).not.toEqual([]);
    const service = await get(`/services/${id}`);
    expect(check.service({ ...service, status: 'open' })).not.toEqual([]);
    expect(check.service({ ...service, phones: [{ id }] })).not.toEqual([]);
    expect(check.service({ ...service, number: '0101' })).toEqual(['number']);
  });

  it('answers in problems where there is nothing', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000';
    for (const kind of ['services', 'organizations', 'taxonomies', 'taxonomy_terms'])
      expect(await get(`/${kind}/${nothing}`)).toMatchObject({ code: 'not-found' });
    for (const url of ['/services/1', '/services?page=0', '/services?modified_after=gestern'])
      expect(await get(url)).toMatchObject({ code: 'bad-input' });
  });
});
