// What the boxes of a region show, in SQL: notices of its chain that are, were or may be on between two moments.
import { type Kysely, sql } from 'kysely';
import type { NoticeId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database>;

const PLANNED = ['submitted', 'reviewed', 'approved'] as const;

const within = (db: Db, chain: readonly RegionCode[], from: Instant, to: Instant) =>
  db
    .selectFrom('notice')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('notice_region as target')
          .select('target.region_code')
          .where('target.notice_id', '=', sql.ref<NoticeId>('notice.id'))
          .where('target.region_code', 'in', chain),
      ),
    )
    .where('valid_from', '<', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .where((eb) => eb.or([eb('withdrawn_at', 'is', null), eb('withdrawn_at', '>', from)]))
    .selectAll('notice')
    .orderBy('valid_from')
    .orderBy('notice.id');

/** Newest first. */
export const findShown = (db: Db, chain: readonly RegionCode[], from: Instant, to: Instant) =>
  within(db, chain, from, to).where('published_at', 'is not', null).where('published_at', '<', to).execute();

export const findPlanned = (db: Db, chain: readonly RegionCode[], from: Instant, to: Instant) =>
  within(db, chain, from, to).where('state', 'in', PLANNED).execute();

export type ScheduledRow = Awaited<ReturnType<typeof findShown>>[number];

export const findTargets = (db: Db, ids: readonly NoticeId[]) =>
  db
    .selectFrom('notice_region')
    .innerJoin('region', 'region.code', 'notice_region.region_code')
    .select(['notice_id', 'code', 'short_name as name'])
    .where(sql<boolean>`notice_id = any(${ids}::uuid[])`)
    .orderBy('code')
    .execute();

export const findRegion = (db: Db, code: RegionCode) =>
  db.selectFrom('region').select(['code', 'short_name as name']).where('code', '=', code).executeTakeFirst();
