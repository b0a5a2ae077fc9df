// Guides as open data over HTTP: the reading part of the HSDS API 3.0.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DEPARTMENTS } from '../../../contract/departments.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import { ProblemError } from '../../problem.ts';
import type { PublishedGuides } from '../guides/published.ts';
import { departmentBy, serviceId } from './ids.ts';
import { fullServiceOf, organizationOf, pageOf, serviceOf } from './shapes.ts';
import { isClassified, TAXONOMY, TERMS } from './taxonomy.ts';

const PROFILE = 'https://docs.openreferral.org/en/3.0/';
/** Each call reads all guides. */
const RATE_LIMIT = { max: 120, timeWindow: 60_000 };

/** Whoever lists, in pages. HSDS names more; those that are left out do nothing. */
const Paging = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().trim().max(40).default(''),
});
const TermQuery = Paging.extend({ taxonomy_id: z.uuid().optional() });
const ServiceQuery = TermQuery.extend({
  taxonomy_term_id: z.uuid().optional(),
  organization_id: z.uuid().optional(),
  /** On or after that, says the API reference. */
  modified_after: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
});
const Params = z.object({ id: z.uuid() });

export function hsdsRoutes(
  fastify: FastifyInstance,
  { guides, publicUrl }: { guides: Pick<PublishedGuides, 'all'>; publicUrl: string | undefined },
): void {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: RATE_LIMIT };
  const pagesFor = (request: FastifyRequest) => baseUrlOf(request, publicUrl);

  const meta = async (request: FastifyRequest) => ({
    version: '3.0',
    profile: PROFILE,
    openapi_url: `${pagesFor(request)}/api/openapi.json`,
  });
  app.get('/hsds', { schema: { hide: true } }, meta);
  app.get('/hsds/', { schema: told('What this open data is (Open Referral HSDS 3.0)') }, meta);

  const services = { ...told('Published guides as services, page by page'), querystring: ServiceQuery };
  app.get('/hsds/services', { config, schema: services }, async (request) => {
    const { page, per_page, search, organization_id, modified_after } = request.query;
    const department = organization_id === undefined ? undefined : departmentBy(organization_id);
    const since = modified_after === undefined ? Number.NEGATIVE_INFINITY : Date.parse(modified_after);
    const found = (await guides.all()).filter(
      ({ content, at }) =>
        (organization_id === undefined || content.department === department) &&
        isClassified(content, request.query) &&
        Date.parse(at) >= since &&
        [content.name, content.officialName, content.summary, ...content.aliases].some((text) => text.includes(search)),
    );
    const pages = pagesFor(request);
    return pageOf(
      found.map((each) => serviceOf(each, pages)),
      page,
      per_page,
    );
  });

  const service = { ...told('One service with everything that hangs on it'), params: Params };
  app.get('/hsds/services/:id', { config, schema: service }, async (request) => {
    const { id } = request.params;
    const found = (await guides.all()).find(({ content }) => serviceId(content.number) === id);
    return fullServiceOf(orNotFound(found), pagesFor(request));
  });

  const organizations = { ...told('Departments as organizations, page by page'), querystring: Paging };
  app.get('/hsds/organizations', { config, schema: organizations }, async (request) => {
    const { page, per_page, search } = request.query;
    const found = DEPARTMENTS.map(organizationOf).filter(({ name }) => name.includes(search));
    return pageOf(found, page, per_page);
  });

  const organization = { ...told('One organization with its services'), params: Params };
  app.get('/hsds/organizations/:id', { config, schema: organization }, async (request) => {
    const department = orNotFound(departmentBy(request.params.id));
    const own = (await guides.all()).filter(({ content }) => content.department === department);
    const pages = pagesFor(request);
    return { ...organizationOf(department), services: own.map((each) => serviceOf(each, pages)) };
  });

  const taxonomies = { ...told('How services are classified, page by page'), querystring: Paging };
  app.get('/hsds/taxonomies', { schema: taxonomies }, async (request) => {
    const { page, per_page, search } = request.query;
    return pageOf(TAXONOMY.name.includes(search) ? [TAXONOMY] : [], page, per_page);
  });

  const taxonomy = { ...told('One taxonomy'), params: Params };
  app.get('/hsds/taxonomies/:id', { schema: taxonomy }, async (request) =>
    orNotFound(request.params.id === TAXONOMY.id ? TAXONOMY : undefined),
  );

  const terms = { ...told('The terms that services are classified by, page by page'), querystring: TermQuery };
  app.get('/hsds/taxonomy_terms', { schema: terms }, async (request) => {
    const { page, per_page, search, taxonomy_id } = request.query;
    const found = TERMS.filter(
      (each) => (taxonomy_id === undefined || each.taxonomy_id === taxonomy_id) && each.name.includes(search),
    );
    return pageOf(found, page, per_page);
  });

  const term = { ...told('One term with its taxonomy'), params: Params };
  app.get('/hsds/taxonomy_terms/:id', { schema: term }, async (request) => ({
    ...orNotFound(TERMS.find(({ id }) => id === request.params.id)),
    taxonomy_detail: TAXONOMY,
  }));
}

const told = (summary: string) => ({ summary, tags: ['hsds'] });

function orNotFound<T>(found: T | undefined): T {
  if (found === undefined) throw new ProblemError('not-found');
  return found;
}
