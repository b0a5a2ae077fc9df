// The inbox: what waits for an office, what it is done with, what somebody entered, whom to call back.
import type { z } from 'zod';
import type { listRequests, RequestQuery } from '../../../contract/request-calls.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { excludedIn } from '../../../domain/requests/exclude.ts';
import { readingOf } from '../../../domain/requests/reading.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { type InboxFilter, pageOfRequests } from './inbox-store.ts';
import { findNames } from './names.ts';
import { readScopes } from './scope.ts';
import { summaryOf } from './summary.ts';

export function createInbox({ store, runtime }: { store: Store; runtime: Runtime }) {
  return {
    async list(actor: Actor, { page, pageSize, ...query }: z.output<(typeof listRequests)['query']>) {
      const filter = filterFor(actor, query, runtime);
      const span = { offset: (page - 1) * pageSize, limit: pageSize };
      const { rows, total } = await pageOfRequests(store.db, filter, span);
      const names = await findNames(store.db, rows);
      return { items: rows.map((row) => summaryOf(row, names, filter.now)), total, page, pageSize };
    },
  };
}

export type Inbox = ReturnType<typeof createInbox>;

/** @throws ProblemError forbidden, region-outside: see `readScopes` */
export function filterFor(
  actor: Actor,
  query: z.output<typeof RequestQuery>,
  { clock }: Pick<Runtime, 'clock'>,
): InboxFilter {
  readScopes(actor, query.region);
  const [reading, exclude] = [readingOf(actor), excludedIn(query.exclude)];
  return { reading, me: actor.id, now: instantOf(clock()), query, exclude };
}
