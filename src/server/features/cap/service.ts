// Warnings from and to other systems: senders, what comes in, what goes out.
import type { z } from 'zod';
import type { CapOutcome, listCapMessages } from '../../../contract/cap-calls.ts';
import type { CapMessageId } from '../../../contract/ids.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import type { Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { RegionService } from '../regions/service.ts';
import type { Alerts } from './alerts-port.ts';
import { createIntake } from './intake.ts';
import { toMessage } from './outcome.ts';
import { createOutward } from './outward.ts';
import type { Format } from './read-document.ts';
import { createSenders } from './senders.ts';
import { findMessage, pageOfMessages } from './store.ts';

export function createCapService(deps: {
  store: Store;
  runtime: Runtime;
  regions: Pick<RegionService, 'names'>;
  alerts: Alerts;
  /** Resource code of this platform, 23 digits. */
  platform: string;
}) {
  const { store } = deps;
  const intake = createIntake(deps);
  const senders = createSenders(deps);

  return {
    senders,
    intake,
    outward: createOutward(deps),

    /** By the sender's own token. @throws ProblemError `not-signed-in` or `cap-refused` with the reason */
    async receive(token: string | undefined, bytes: Uint8Array, format: Format): Promise<CapOutcome> {
      const sender = await senders.authenticate(token);
      return refuseOrTell(await intake.receive(sender, bytes, format));
    },

    /** A file that staff hand in: it counts as its sender's own and is checked as such. */
    async receiveFile(actor: Actor, bytes: Uint8Array): Promise<CapOutcome> {
      scopesOrRefuse(actor, 'cap.manage');
      return refuseOrTell(await intake.receiveFile(bytes));
    },

    async messages(actor: Actor, query: z.output<(typeof listCapMessages)['query']>) {
      const scopes = scopesOrRefuse(actor, 'cap.manage');
      const { page, pageSize, state } = query;
      const window = { offset: (page - 1) * pageSize, limit: pageSize };
      const { rows, total } = await pageOfMessages(store.db, { scopes, state, ...window });
      return { items: rows.map(toMessage), total, page, pageSize };
    },

    async document(actor: Actor, id: CapMessageId) {
      const row = await findMessage(store.db, id, scopesOrRefuse(actor, 'cap.manage'));
      if (!row) throw new ProblemError('not-found');
      const { document, ...message } = row;
      return { message: toMessage(message), document: new TextDecoder().decode(document) };
    },
  };
}

export type CapService = ReturnType<typeof createCapService>;

function refuseOrTell(outcome: CapOutcome): CapOutcome {
  const { state, reason, detail } = outcome.message;
  if (state !== 'refused') return outcome;
  throw new ProblemError('cap-refused', {
    ...(detail && { detail }),
    errors: [{ path: 'reason', message: reason ?? '' }],
  });
}
