// Pictures over HTTP.
import type { FastifyInstance } from 'fastify';
import { PictureId } from '../../../contract/ids.ts';
import { createPicture, PICTURE_PATH } from '../../../contract/notices.ts';
import type { Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { PictureService } from './service.ts';

export function pictureRoutes(app: FastifyInstance, serve: Serve, pictures: PictureService): void {
  serve(createPicture, ({ caller, request }) =>
    pictures.add(caller, async () => {
      const file = await request.file();
      if (!file) throw new ProblemError('picture-invalid');
      return file.toBuffer();
    }),
  );

  app.get<{ Params: { id: string } }>(PICTURE_PATH, { schema: { hide: true } }, async (request, reply) => {
    const id = PictureId.safeParse(request.params.id);
    const bytes = id.success ? await pictures.read(id.data) : undefined;
    if (!bytes) throw new ProblemError('not-found');
    return reply
      .header('content-type', 'image/jpeg')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(bytes);
  });
}
