// The pages of guides over HTTP: open to everyone, as the boxes' copies are.
import type { FastifyInstance } from 'fastify';
import { GUIDE_PAGE_PATH } from '../../../contract/guide-calls.ts';
import { GuideNumber } from '../../../contract/guides.ts';
import { sendPage } from '../../http/phone-page.ts';
import { gonePage, guidePage, PAGE_POLICY } from './page.ts';
import type { PublishedGuides } from './published.ts';

export function guidePages(app: FastifyInstance, guides: Pick<PublishedGuides, 'find'>): void {
  app.get<{ Params: { number: string } }>(GUIDE_PAGE_PATH, { schema: { hide: true } }, async (request, reply) => {
    const number = GuideNumber.safeParse(request.params.number);
    const found = number.success ? await guides.find(number.data) : undefined;
    return found
      ? sendPage(reply, 200, guidePage(found.content), PAGE_POLICY)
      : sendPage(reply, 404, gonePage(), PAGE_POLICY);
  });
}
