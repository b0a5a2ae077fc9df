// Presence in SQL: leases of processes, which boxes are online in them, and the days on which boxes were seen.
import { sql } from 'kysely';
import { PAUSE_DAYS } from '../../../domain/coverage/runs.ts';
import type { PresenceStore } from '../../push/presence.ts';
import type { Store } from '../../store/store.ts';

/** @param node a new id for each start of a process */
export function createPresenceStore(store: Store, node: string): PresenceStore {
  return {
    async renew(until, now) {
      await sql`
        insert into node (id, started_at, lease_until) values (${node}, ${now}, ${until})
        on conflict (id) do update set lease_until = excluded.lease_until`.execute(store.db);
      // A process that was killed left its boxes online; they were, until about the end of its lease.
      await sql`
        with dead as (delete from node where lease_until < ${now} returning id, lease_until)
        update box_state set node_id = null, online_since = null,
          last_seen_at = greatest(last_seen_at, dead.lease_until)
        from dead where box_state.node_id = dead.id`.execute(store.db);
    },

    async changed(came, went, now) {
      if (came.length > 0)
        await sql`
          update box_state set node_id = ${node}, online_since = ${now}, last_seen_at = ${now}
          where box_id = any(${came}::uuid[])`.execute(store.db);
      if (went.length > 0)
        await sql`
          update box_state set node_id = null, online_since = null, last_seen_at = ${now}
          where box_id = any(${went}::uuid[]) and node_id = ${node}`.execute(store.db);
    },

    /** The rule of `sight` in domain/coverage/runs.ts, for many boxes at once. Only what counts for coverage is kept. */
    async seen(boxes, day) {
      await sql`
        with seen as (
          select id, household from box
          where id = any(${boxes}::uuid[]) and two_way and hd and state in ('bound', 'authorised')
        ), gone_on as (
          update box_activity set last_day = ${day}::date from seen
          where box_activity.box_id = seen.id and box_activity.household = seen.household and ended_day is null
            and last_day >= ${day}::date - ${PAUSE_DAYS}::int
          returning box_activity.box_id
        )
        insert into box_activity (box_id, household, first_day, last_day)
        select id, household, ${day}::date, ${day}::date from seen where id not in (select box_id from gone_on)
        on conflict (box_id, household, first_day)
          do update set ended_day = null, last_day = greatest(box_activity.last_day, excluded.last_day)`.execute(
        store.db,
      );
    },

    async end(now) {
      await sql`
        update box_state set node_id = null, online_since = null, last_seen_at = ${now} where node_id = ${node}`.execute(
        store.db,
      );
      await sql`delete from node where id = ${node}`.execute(store.db);
    },
  };
}
