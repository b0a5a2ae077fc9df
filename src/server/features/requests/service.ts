// Requests as boxes and counters bring them in.
import type { z } from 'zod';
import type { SentRequest } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { createRequest } from '../../../contract/request-calls.ts';
import type { RequestInput } from '../../../contract/requests.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { kindOf } from '../../../domain/regions/code.ts';
import { isReadable, readingOf } from '../../../domain/requests/reading.ts';
import { scopesOrRefuse } from '../../access.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import type { Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { Receive } from './reports.ts';
import { findReport, findRequest, regionExists } from './store.ts';
import { readableOf } from './view.ts';

export interface RequestDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly receive: Receive;
  /** A phone may go on with the same request. */
  readonly handovers: {
    sendFromBox(household: RegionCode, id: RequestId, input: RequestInput): Promise<SentRequest>;
  };
}

export function createRequestService(deps: RequestDeps) {
  const { store, runtime } = deps;

  return {
    /** @throws ProblemError box-not-authorised, and what `Receive` throws */
    async send({ household, state }: BoxCaller, id: RequestId, input: RequestInput): Promise<SentRequest> {
      if (state !== 'authorised') throw new ProblemError('box-not-authorised');
      return deps.handovers.sendFromBox(household, id, input);
    },

    /**
     * At a counter, or by telephone; the case it is in now, which may be another office's.
     * @throws ProblemError forbidden, region-outside, household-unknown, and what `Receive` throws
     */
    async enter(
      actor: Actor,
      { household, ...input }: z.output<(typeof createRequest)['body']>,
    ): Promise<z.output<(typeof createRequest)['reply']>> {
      scopesOrRefuse(actor, 'request.read');
      if (!can(actor, 'request.handle', household) && !can(actor, 'request.assign', household))
        throw new ProblemError('region-outside');
      const id = runtime.uuids() as RequestId;
      return store.transaction(async (trx) => {
        if (kindOf(household) !== 'household' || !(await regionExists(trx, household)))
          throw new ProblemError('household-unknown');
        const given = { ...input, photos: [] };
        const { followed } = await deps.receive(trx, { id, input: given, from: { kind: 'staff', actor, household } });
        const row = await findRequest(trx, (await findReport(trx, id))?.request_id ?? id);
        if (!row) throw new Error('a request that was just entered is gone');
        const mayRead = isReadable(readingOf(actor), readableOf(row));
        return { id: row.id, number: row.number, mayRead, followed };
      });
    },
  };
}

export type RequestService = ReturnType<typeof createRequestService>;
