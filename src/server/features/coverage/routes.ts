// Coverage over HTTP, as tables and as a workbook.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  COVERAGE_XLSX_PATH,
  listCoverageHouseholds,
  readCoverage,
  readCoverageTrend,
} from '../../../contract/coverage.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import type { CoverageService } from './service.ts';
import { coverageWorkbook } from './workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function coverageRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { coverage: CoverageService; identifyStaff: IdentifyStaff },
): void {
  const { coverage, identifyStaff } = deps;
  serve(readCoverage, ({ caller, query }) => coverage.read(caller, query));
  serve(readCoverageTrend, ({ caller, query }) => coverage.trend(caller, query));
  serve(listCoverageHouseholds, ({ caller, query }) => coverage.households(caller, query));

  const schema = { hide: true, querystring: readCoverage.query };
  app.withTypeProvider<ZodTypeProvider>().get(COVERAGE_XLSX_PATH, { schema }, async (request, reply) => {
    const sheet = await coverage.sheet(await identifyStaff(request, 'staff'), request.query);
    const file = `coverage-${sheet.rows[0].region}-${sheet.asOf}.xlsx`;
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store')
      .send(await coverageWorkbook(sheet));
  });
}
