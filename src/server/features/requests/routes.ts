// Cases over HTTP, as staff work on them.
import type { FastifyInstance } from 'fastify';
import { RequestId } from '../../../contract/ids.ts';
import {
  createRequest,
  createRequestPhoto,
  moveRequest,
  moveRequests,
  REQUEST_PHOTO_PATH,
  readRequest,
} from '../../../contract/request-calls.ts';
import { RequestPhotoId } from '../../../contract/requests.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { Moves } from './moves.ts';
import type { RequestService } from './service.ts';
import type { View } from './view.ts';

export function requestRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { requests: RequestService; moves: Moves; view: View; identifyStaff: IdentifyStaff },
): void {
  const { requests, moves, view } = deps;
  serve(readRequest, ({ caller, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return view.read(caller, params.id);
  });
  serve(createRequest, ({ caller, body }) => requests.enter(caller, body));
  serve(moveRequest, async ({ caller, params, body }) => {
    await moves.move(caller, params.id, body);
    return view.after(caller, params.id);
  });
  serve(moveRequests, ({ caller, body }) => moves.moveMany(caller, body.items, body.move));

  serve(createRequestPhoto, ({ caller, params, request }) =>
    view.addPhoto(caller, params.id, async () => {
      const file = await request.file();
      if (!file) throw new ProblemError('picture-invalid');
      return file.toBuffer();
    }),
  );
  app.get<{ Params: { id: string; photo: string } }>(
    REQUEST_PHOTO_PATH,
    { schema: { hide: true } },
    async (request, reply) => {
      const caller = await deps.identifyStaff(request, 'staff');
      const [id, photo] = [RequestId.safeParse(request.params.id), RequestPhotoId.safeParse(request.params.photo)];
      if (!id.success || !photo.success) throw new ProblemError('not-found');
      return reply
        .header('content-type', 'image/jpeg')
        .header('cache-control', 'no-store')
        .send(await view.photo(caller, id.data, photo.data));
    },
  );
}
