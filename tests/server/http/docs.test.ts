import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../support/endpoints.ts';
import { openTestServer, type TestServer } from '../../support/server.ts';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { summary: string; responses: Record<string, { content?: object }> }>>;
}

describe('the documentation of the API', () => {
  let server: TestServer;
  let document: OpenApi;
  beforeAll(async () => {
    server = await openTestServer();
    document = (await server.app.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(() => server.stop());

  it.each(ENDPOINTS)('tells what $name does, and that errors are problems', ({ endpoint }) => {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()];
    expect(operation?.summary).toBe(endpoint.summary);
    expect(Object.keys(operation?.responses.default?.content ?? {})).toEqual(['application/problem+json']);
  });

  it('is OpenAPI 3.1 with a page to read it', async () => {
    expect(document.openapi).toBe('3.1.0');
    const page = await server.app.inject({ url: '/api/docs/' });
    expect(page.body).toContain('/api/openapi.json');
  });

  it('has problems also for addresses that cannot be read', async () => {
    for (const url of ['/api/%zz', `/api/problems/${'a'.repeat(300)}`]) {
      const answer = await server.app.inject({ url });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ code: 'bad-input', status: 400 });
    }
  });

  it("leads from a problem's type to its explanation", async () => {
    const page = await server.app.inject({ url: '/api/problems/stale-revision' });
    expect(page.json()).toMatchObject({ code: 'stale-revision', status: 409 });
    expect((await server.app.inject({ url: '/api/problems/toString' })).statusCode).toBe(404);
  });
});
