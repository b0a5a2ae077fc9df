// Released revisions in SQL, for systems outside: without anyone's sight.
import type { Kysely } from 'kysely';
import type { AlertId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

const released = (db: Kysely<Database>) =>
  db
    .selectFrom('alert_revision')
    .innerJoin('alert', 'alert.id', 'alert_revision.alert_id')
    .select([
      'alert.id',
      'alert.rehearsal',
      'alert.authority',
      'revision',
      'act',
      'content',
      'reason',
      'released_at',
      'alert_revision.valid_to',
    ])
    .where('alert_revision.state', '=', 'released');

/** Oldest first. */
export const findReleased = (db: Kysely<Database>, id: AlertId) =>
  released(db).where('alert.id', '=', id).orderBy('revision').execute();

/** The newest released revision of each alert that stands; the newest alert first. */
export const findStanding = (db: Kysely<Database>, now: Instant) =>
  released(db)
    .where('alert.state', '=', 'released')
    .where('alert.valid_to', '>', now)
    .distinctOn('alert.id')
    .orderBy('alert.id', 'desc')
    .orderBy('revision', 'desc')
    .execute();

export type ReleasedRow = Awaited<ReturnType<typeof findReleased>>[number];
