// Guides as open data over HTTP: the reading part of the HSDS API 3.0.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DEPARTMENTS } from '../../../contract/departments.ts';
import { ProblemError } from '../../problem.ts';
import type { PublishedGuides } from '../guides/published.ts';
import { departmentBy, fullServiceOf, organizationOf, pageOf, serviceId, serviceOf } from './shapes.ts';

const PROFILE = 'https://docs.openreferral.org/en/3.0/';
const OPENAPI = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json';
/** Each call reads all guides. */
const RATE_LIMIT = { max: 120, timeWindow: 60_000 };

/** Whoever lists, in pages. HSDS names more; those that are left out do nothing. */
const Paging = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().trim().max(40).default(''),
});
const ServiceQuery = Paging.extend({
  organization_id: z.uuid().optional(),
  modified_after: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
});
const Params = z.object({ id: z.uuid() });

export function hsdsRoutes(
  fastify: FastifyInstance,
  { guides, publicUrl }: { guides: Pick<PublishedGuides, 'all'>; publicUrl: string | undefined },
): void {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: RATE_LIMIT };
  const pagesFor = (request: FastifyRequest) =>
    publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;

  const meta = async () => ({ version: '3.0', profile: PROFILE, openapi_url: OPENAPI });
  app.get('/hsds', { schema: { hide: true } }, meta);
  app.get('/hsds/', { schema: { hide: true } }, meta);

  app.get('/hsds/services', { config, schema: { hide: true, querystring: ServiceQuery } }, async (request) => {
    const { page, per_page, search, organization_id, modified_after } = request.query;
    const department = organization_id === undefined ? undefined : departmentBy(organization_id);
    const since = modified_after === undefined ? Number.NEGATIVE_INFINITY : Date.parse(modified_after);
    const found = (await guides.all()).filter(
      ({ content, at }) =>
        (organization_id === undefined || content.department === department) &&
        Date.parse(at) > since &&
        [content.name, content.officialName, content.summary, ...content.aliases].some((text) => text.includes(search)),
    );
    const pages = pagesFor(request);
    return pageOf(
      found.map((each) => serviceOf(each, pages)),
      page,
      per_page,
    );
  });

  app.get('/hsds/services/:id', { config, schema: { hide: true, params: Params } }, async (request) => {
    const found = (await guides.all()).find(({ content }) => serviceId(content.number) === request.params.id);
    if (!found) throw new ProblemError('not-found');
    return fullServiceOf(found, pagesFor(request));
  });

  app.get('/hsds/organizations', { config, schema: { hide: true, querystring: Paging } }, async (request) => {
    const { page, per_page, search } = request.query;
    const found = DEPARTMENTS.map(organizationOf).filter(({ name }) => name.includes(search));
    return pageOf(found, page, per_page);
  });

  app.get('/hsds/organizations/:id', { config, schema: { hide: true, params: Params } }, async (request) => {
    const department = departmentBy(request.params.id);
    if (!department) throw new ProblemError('not-found');
    const own = (await guides.all()).filter(({ content }) => content.department === department);
    const pages = pagesFor(request);
    return { ...organizationOf(department), services: own.map((each) => serviceOf(each, pages)) };
  });
}
