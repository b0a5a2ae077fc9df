// The catalogue over HTTP: manifest, parts, look-ups, favourites.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import {
  dropFavourite,
  PART_PATH,
  PartHash,
  readManifest,
  reportLookups,
  saveFavourite,
} from '../../../contract/catalogue.ts';
import { NOT_MODIFIED, type Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { Favourites } from './favourites.ts';
import type { LookupService } from './lookups.ts';
import type { CatalogueService } from './service.ts';

const expand = promisify(gunzip);

export function catalogueRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { catalogue: CatalogueService; lookups: LookupService; favourites: Favourites },
): void {
  const { catalogue, lookups, favourites } = deps;

  serve(readManifest, async ({ caller, request, reply }) => {
    const { etag, manifest } = await catalogue.manifest(caller, request.headers['if-none-match']);
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    return manifest ?? NOT_MODIFIED;
  });
  serve(reportLookups, async ({ body }) => {
    await lookups.record(body);
    return undefined;
  });
  serve(saveFavourite, async ({ caller, params }) => {
    await favourites.save(caller, params.number);
    return undefined;
  });
  serve(dropFavourite, async ({ caller, params }) => {
    await favourites.drop(caller, params.number);
    return undefined;
  });

  app.get<{ Params: { hash: string } }>(PART_PATH, { schema: { hide: true } }, async (request, reply) => {
    const hash = PartHash.safeParse(request.params.hash);
    const etag = `"${request.params.hash}"`;
    const known = hash.success && request.headers['if-none-match'] === etag;
    const body = hash.success && !known ? await catalogue.part(hash.data) : undefined;
    if (!body && !known) throw new ProblemError('not-found');
    reply
      .header('etag', etag)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    if (!body) return reply.code(304).send();
    reply.header('content-type', 'application/json; charset=utf-8');
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
      return reply.header('content-encoding', 'gzip').send(body);
    return reply.send(await expand(body));
  });
}
