// Places over HTTP: the staff's table, and the page for phones.
import type { FastifyInstance } from 'fastify';
import { PlaceId } from '../../../contract/ids.ts';
import { createPlace, listPlaces, PLACE_PAGE_PATH, removePlace, updatePlace } from '../../../contract/places.ts';
import { sendPage } from '../../http/phone-page.ts';
import type { Serve } from '../../http/route.ts';
import type { Clock } from '../../runtime.ts';
import { gonePage, PAGE_POLICY, placePage } from './page.ts';
import type { PlaceService } from './service.ts';

export function placeRoutes(
  app: FastifyInstance,
  serve: Serve,
  { places, clock }: { places: PlaceService; clock: Clock },
): void {
  serve(listPlaces, ({ caller, query }) => places.list(caller, query));
  serve(createPlace, ({ caller, body }) => places.create(caller, body));
  serve(updatePlace, ({ caller, params, body: { revision, ...input } }) =>
    places.update(caller, params.id, input, revision),
  );
  serve(removePlace, async ({ caller, params }) => {
    await places.remove(caller, params.id);
    return undefined;
  });

  app.get<{ Params: { id: string } }>(PLACE_PAGE_PATH, { schema: { hide: true } }, async (request, reply) => {
    const id = PlaceId.safeParse(request.params.id);
    const row = id.success ? await places.find(id.data) : undefined;
    return row
      ? sendPage(reply, 200, placePage(row, clock()), PAGE_POLICY)
      : sendPage(reply, 404, gonePage(), PAGE_POLICY);
  });
}
