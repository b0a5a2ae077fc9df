// Proof of display over HTTP, as figures and as a workbook.
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { listProofBoxes, PROOF_XLSX_PATH, readProof } from '../../../contract/proof.ts';
import type { IdentifyStaff, Serve } from '../../http/route.ts';
import type { ProofService } from './service.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function proofRoutes(
  app: FastifyInstance,
  serve: Serve,
  deps: { proof: ProofService; identifyStaff: IdentifyStaff },
): void {
  const { proof, identifyStaff } = deps;
  serve(readProof, ({ caller, params, query }) => proof.read(caller, params.item, query));
  serve(listProofBoxes, ({ caller, params, query }) => proof.boxes(caller, params.item, query));

  const schema = { hide: true, params: readProof.params, querystring: readProof.query };
  app.withTypeProvider<ZodTypeProvider>().get(PROOF_XLSX_PATH, { schema }, async (request, reply) => {
    const { file, proof: figures } = await proof.workbook(
      await identifyStaff(request, 'staff'),
      request.params.item,
      request.query,
    );
    const name = `proof-${figures.item.id}-${figures.revision}.xlsx`;
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(file);
  });
}
