import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAFT_PHOTO_PATH } from '../../../src/contract/box-requests.ts';
import {
  ALERT_CAP_PATH,
  ALERT_EBM_PATH,
  ALERT_RECEIPT_PATH,
  CAP_FEED_PATH,
  CAP_IMPORT_PATH,
  CAP_PATH,
  EBM_PATH,
} from '../../../src/contract/cap-calls.ts';
import { PART_PATH } from '../../../src/contract/catalogue.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { GUIDES_WORKBOOK_PATH } from '../../../src/contract/guide-calls.ts';
import { createStaff } from '../../../src/contract/staff.ts';
import { ENDPOINTS } from '../../support/endpoints.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../support/server.ts';

const OF = (access: Endpoint['access']) => ENDPOINTS.filter(({ endpoint }) => endpoint.access === access);

/** The endpoint's own example, so that only access can be the reason of a refusal. */
const example = ({ example }: Endpoint) => ({
  ...(example.params ? { params: example.params as Record<string, string> } : {}),
  ...(example.query ? { query: example.query as Record<string, string> } : {}),
  ...(example.body ? { body: example.body } : {}),
});

describe('access to the API', () => {
  let server: TestServer;
  let powerless: Caller;

  beforeAll(async () => {
    server = await openTestServer();
    powerless = await server.staff('auditor');
    // Someone who is signed in and holds no role anywhere.
    await server.store.db.deleteFrom('staff_grant').where('role', '=', 'auditor').execute();
  });
  afterAll(() => server.stop());

  it.each(OF('staff'))('$name refuses someone without a role', async ({ endpoint }) => {
    const answer = await server.send(powerless, endpoint, example(endpoint));
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it.each([...OF('staff'), ...OF('session')])('$name refuses someone who is not signed in', async ({ endpoint }) => {
    const answer = await server.send(nobody, endpoint, example(endpoint));
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it.each(OF('staff'))("$name refuses a box's credential", async ({ endpoint }) => {
    const answer = await server.send(server.box('车站社区'), endpoint, example(endpoint));
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it.each(OF('box'))('$name refuses everyone but boxes', async ({ endpoint }) => {
    const input = example(endpoint);
    const forged = { headers: { authorization: `Bearer ${'x'.repeat(32)}` } };
    for (const caller of [nobody, forged, await server.staff('district')])
      expect(await server.send(caller, endpoint, input)).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
  });

  it.each(OF('staff').filter(({ endpoint }) => endpoint.method !== 'GET'))(
    '$name refuses what comes from another site',
    async ({ endpoint }) => {
      const input = { ...example(endpoint), headers: { 'sec-fetch-site': 'cross-site' } };
      expect(await server.send(await server.staff('district'), endpoint, input)).toMatchObject({
        status: 403,
        body: { code: 'cross-site' },
      });
    },
  );

  it.each(OF('staff'))('$name waits until a temporary password is changed', async ({ name, endpoint }) => {
    const operator = await server.staff('operator');
    const account = `new.${name.toLowerCase()}`;
    const made = await server.send(operator, createStaff, {
      body: { account, name: '新人', role: 'community', region: '370306001001' },
    });
    const caller = await server.staff(account, made.body.temporaryPassword);
    expect(await server.send(caller, endpoint, example(endpoint))).toMatchObject({
      status: 403,
      body: { code: 'password-change-required' },
    });
  });

  it('has every API route in the contract, or among the few that stand beside it', async () => {
    const known = new Set([
      ...ENDPOINTS.map(({ endpoint }) => endpoint.path),
      '/api/feed/stream',
      '/api/pictures/:id',
      '/api/openapi.json',
      '/api/problems/:code',
      CAP_PATH,
      EBM_PATH,
      CAP_IMPORT_PATH,
      CAP_FEED_PATH,
      ALERT_CAP_PATH,
      ALERT_EBM_PATH,
      ALERT_RECEIPT_PATH,
      PART_PATH,
      GUIDES_WORKBOOK_PATH,
      DRAFT_PHOTO_PATH,
    ]);
    const routes = [...server.app.printRoutes({ commonPrefix: false }).matchAll(/(\/api\/[^\s()]*)/g)].map(
      (match) => match[1],
    );
    expect(routes.filter((route) => route && !known.has(route) && !route.startsWith('/api/docs'))).toEqual([]);
  });
});
