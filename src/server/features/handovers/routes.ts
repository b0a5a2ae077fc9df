// Handovers over HTTP: the television's side by its credential, the phone's by the link alone.
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  DRAFT_PAGE_PATH,
  DRAFT_PHOTO_PATH,
  followHandover,
  openDraft,
  openHandover,
  READ_DRAFT_PHOTO_PATH,
  removeDraftPhoto,
  saveDraft,
  sendDraft,
} from '../../../contract/box-requests.ts';
import { REQUEST_LIMITS, RequestPhotoId } from '../../../contract/requests.ts';
import { baseUrlOf } from '../../http/base-url.ts';
import type { RateLimit, Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { handoverTexts as TEXTS } from '../../texts/handovers.zh-CN.ts';
import type { HandoverService } from './service.ts';

/** Of one link: each photo costs a second of work, and a phone saves what is written at most every 0.8 s. */
const perLink = (max: number): RateLimit => ({
  max,
  timeWindow: 60_000,
  keyGenerator: ({ params }) => (params as { token: string }).token,
});
const PHOTOS = perLink(20);
const SAVES = perLink(120);

export function handoverRoutes(
  app: FastifyInstance,
  serve: Serve,
  { handovers, publicUrl }: { handovers: HandoverService; publicUrl: string | undefined },
): void {
  serve(openHandover, async ({ caller, params, body, request, reply }) => {
    const { token, draft } = await handovers.open(caller, params.id, body);
    unkept(reply);
    return { url: baseUrlOf(request, publicUrl) + DRAFT_PAGE_PATH.replace(':token', token), draft };
  });
  serve(followHandover, ({ caller, params, query, reply }) => {
    unkept(reply);
    return handovers.follow(caller, params.id, query.after);
  });
  serve(openDraft, ({ params, reply }) => {
    unkept(reply);
    return handovers.openDraft(params.token);
  });
  serve(saveDraft, ({ params, body }) => handovers.saveDraft(params.token, body), { rateLimit: SAVES });
  serve(removeDraftPhoto, ({ params }) => handovers.removePhoto(params.token, params.photo));
  serve(sendDraft, ({ params, reply }) => {
    unkept(reply);
    return handovers.send(params.token);
  });

  app.post<{ Params: { token: string } }>(
    DRAFT_PHOTO_PATH,
    { schema: { hide: true }, config: { rateLimit: PHOTOS } },
    (request) =>
      handovers.addPhoto(request.params.token, async () => {
        const file = await request.file({ limits: { fileSize: REQUEST_LIMITS.photoBytes } });
        if (!file) throw new ProblemError('bad-input', { detail: TEXTS.noPhoto });
        return file.toBuffer();
      }),
  );
  app.get<{ Params: { token: string; photo: string } }>(
    READ_DRAFT_PHOTO_PATH,
    { schema: { hide: true } },
    async (request, reply) => {
      const photo = RequestPhotoId.safeParse(request.params.photo);
      if (!photo.success) throw new ProblemError('not-found');
      const bytes = await handovers.readPhoto(request.params.token, photo.data);
      return unkept(reply).header('content-type', 'image/jpeg').header('x-content-type-options', 'nosniff').send(bytes);
    },
  );
}

/** What only those in the home may see stays in no cache. */
const unkept = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');
