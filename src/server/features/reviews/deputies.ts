// Deputies: who may take the review steps of someone who is away.
import type { z } from 'zod';
import type { DeputyId, StaffId } from '../../../contract/ids.ts';
import type { Colleague, createDeputy, Deputy } from '../../../contract/reviews.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { isFit, meet } from '../../../domain/review/deputies.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays } from '../../../domain/time/days.ts';
import { scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import type { StaffService } from '../staff/service.ts';
import { type DeputyRow, endDeputy, findDeputies, findDeputy, insertDeputy } from './store.ts';

/** How long a deputy that is over is still listed. */
const LISTED_DAYS = 90;

export function createDeputyService(deps: {
  store: Store;
  runtime: Runtime;
  staff: StaffService;
  regions: RegionService;
}) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());
  const today = () => dayOf(runtime.clock());

  async function person(id: StaffId): Promise<Actor> {
    const [found] = await deps.staff.actors(store.db, [id]);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  /** The own deputy, or that of someone all of whose regions the actor manages. */
  const mayName = (actor: Actor, absent: Actor) =>
    actor.id === absent.id ||
    (absent.grants.length > 0 && absent.grants.every(({ region }) => can(actor, 'review.manage', region)));

  return {
    async list(actor: Actor): Promise<{ items: Deputy[] }> {
      scopesOrRefuse(actor, 'notice.write');
      const rows = await findDeputies(store.db, addDays(today(), -LISTED_DAYS));
      const people = await deps.staff.actors(
        store.db,
        rows.map((row) => row.for_id),
      );
      const managed = new Set(people.filter((each) => mayName(actor, each)).map(({ id }) => id));
      return { items: rows.filter((row) => row.by_id === actor.id || managed.has(row.for_id)).map(toDeputy) };
    },

    async colleagues(actor: Actor): Promise<{ items: Colleague[] }> {
      scopesOrRefuse(actor, 'notice.write');
      const people = (await deps.staff.actors(store.db)).filter((each) => meet(actor, each));
      const names = await deps.regions.names(people.flatMap(({ grants }) => grants.map(({ region }) => region)));
      return {
        items: people.map((each) => ({
          id: each.id,
          name: each.name,
          grants: each.grants.map(({ role, region }) => ({ role, regionName: names.get(region) ?? region })),
          mayBeStoodInFor: mayName(actor, each),
        })),
      };
    },

    async create(actor: Actor, input: z.output<(typeof createDeputy)['body']>): Promise<Deputy> {
      scopesOrRefuse(actor, 'notice.write');
      const absent = await person(input.for);
      const present = await person(input.by);
      if (!mayName(actor, absent)) throw new ProblemError('forbidden');
      if (!isFit(absent, present, input.from, input.to, today())) throw new ProblemError('deputy-unfit');
      const id = runtime.uuids() as DeputyId;
      const at = now();
      const { from, to, reason } = input;
      return store.transaction(async (trx) => {
        await insertDeputy(trx, {
          id,
          for_id: absent.id,
          by_id: present.id,
          from_day: from,
          to_day: to,
          reason,
          at,
        });
        await recordAudit(trx, {
          at,
          actor,
          action: 'review.deputy',
          subject: id,
          region: absent.grants[0]?.region ?? null,
          detail: { absent: absent.name, deputy: present.name, firstDay: from, lastDay: to, reason },
        });
        return deputyOf(await findDeputy(trx, id));
      });
    },

    async end(actor: Actor, id: DeputyId, reason: string): Promise<Deputy> {
      scopesOrRefuse(actor, 'notice.write');
      const row = await findDeputy(store.db, id);
      if (!row) throw new ProblemError('not-found');
      const absent = await person(row.for_id);
      if (!mayName(actor, absent) && row.by_id !== actor.id) throw new ProblemError('forbidden');
      if (row.ended_at) return toDeputy(row);
      const at = now();
      return store.transaction(async (trx) => {
        await endDeputy(trx, id, at);
        await recordAudit(trx, {
          at,
          actor,
          action: 'review.deputy-end',
          subject: id,
          region: absent.grants[0]?.region ?? null,
          detail: { absent: row.for_name, deputy: row.by_name, reason },
        });
        return deputyOf(await findDeputy(trx, id));
      });
    },
  };
}

export type DeputyService = ReturnType<typeof createDeputyService>;

function deputyOf(row: DeputyRow | undefined): Deputy {
  if (!row) throw new ProblemError('not-found');
  return toDeputy(row);
}

const toDeputy = (row: DeputyRow): Deputy => ({
  id: row.id,
  for: { id: row.for_id, name: row.for_name },
  by: { id: row.by_id, name: row.by_name },
  from: row.from_day,
  to: row.to_day,
  reason: row.reason,
  endedAt: row.ended_at,
});
