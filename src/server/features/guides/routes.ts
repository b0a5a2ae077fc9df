// Guides over HTTP, for those who keep them.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  createGuide,
  GUIDES_WORKBOOK_PATH,
  guideStatistics,
  listGuides,
  moveGuide,
  readGuide,
  readGuideVersion,
  updateGuide,
} from '../../../contract/guide-calls.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { GuideService } from './service.ts';
import type { GuideStatistics } from './statistics.ts';
import type { GuideImports } from './workbook/import.ts';
import { guidesWorkbook } from './workbook/write.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const Applied = z.object({ apply: z.enum(['1']).optional() });

export function guideRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { guides: GuideService; statistics: GuideStatistics; imports: GuideImports; identifyStaff: IdentifyStaff },
): void {
  const { guides, statistics, imports, identifyStaff } = deps;
  serve(listGuides, ({ caller, query }) => guides.list(caller, query));
  serve(createGuide, ({ caller, body }) => guides.create(caller, body));
  serve(guideStatistics, ({ caller, query }) => statistics(caller, query));
  serve(readGuide, ({ caller, params }) => guides.read(caller, params.number));
  serve(updateGuide, ({ caller, params, body }) => guides.update(caller, params.number, body));
  serve(moveGuide, ({ caller, params, body }) => guides.move(caller, params.number, body));
  serve(readGuideVersion, ({ caller, params }) => guides.version(caller, params.number, params.revision));

  app.get(GUIDES_WORKBOOK_PATH, { schema: { hide: true } }, async (request, reply) => {
    const all = await guides.all(await identifyStaff(request, 'staff'));
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', 'attachment; filename="guides.xlsx"')
      .header('cache-control', 'no-store')
      .send(await guidesWorkbook(all.map(({ content }) => content)));
  });
  const schema = { hide: true, querystring: Applied };
  app.withTypeProvider<ZodTypeProvider>().post(GUIDES_WORKBOOK_PATH, { schema }, async (request) => {
    const caller = await identifyStaff(request, 'staff');
    const receive = async () => {
      const file = await request.file();
      if (!file) throw new ProblemError('import-unreadable');
      return file.toBuffer();
    };
    return imports.bringIn(caller, receive, request.query.apply === '1');
  });
}
