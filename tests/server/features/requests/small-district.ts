// A district of two towns with two communities each, and random cases in it.
import { v7 } from 'uuid';
import type { StaffId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import type { CategoryCode, Privacy, TimeClass, WhereKind } from '../../../../src/contract/requests.ts';
import type { Actor } from '../../../../src/domain/access/can.ts';
import { isReadable, readingOf } from '../../../../src/domain/requests/reading.ts';
import type { Case } from '../../../../src/domain/requests/state.ts';
import { caseOf, type RequestRow } from '../../../../src/server/features/requests/record.ts';
import { readableOf } from '../../../../src/server/features/requests/view.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { casesOf, insertCases, insertWorld, type World } from '../../../support/cases.ts';

const DAY_MS = 86_400_000;
export const NOW_MS = Date.parse('2026-11-26T04:00:00.000Z');

const category = (code: string, timeClass: TimeClass, privacy: Privacy, where: WhereKind) => ({
  code: code as CategoryCode,
  timeClass,
  privacy,
  where,
});

/** One of every kind of place and privacy there is. */
export const WORLD: World = {
  categories: [
    category('lamp', 'ordinary', 'open', 'public'),
    category('pipe', 'utility', 'open', 'home'),
    category('quarrel', 'complex', 'discreet', 'home'),
    category('whistle', 'emergency', 'anonymous', 'stairwell'),
    category('question', 'consultation', 'open', 'public'),
  ],
  regions: [
    '370306',
    '370306001',
    '370306001001',
    '370306001002',
    '370306002',
    '370306002001',
    '370306002002',
  ] as RegionCode[],
  staff: v7() as StaffId,
  fromMs: NOW_MS - 200 * DAY_MS,
  nowMs: NOW_MS,
};

export interface Known {
  readonly row: RequestRow;
  readonly case: Case;
  readonly enteredBy: StaffId | null;
}

/** All that was put in, as the store tells it. */
export async function fillSmallDistrict(store: Store, count: number): Promise<Known[]> {
  await insertWorld(store.db, WORLD);
  await insertCases(store.db, casesOf(WORLD, count, 1));
  const rows = await store.db.selectFrom('request').selectAll().execute();
  const actions = await store.db.selectFrom('request_action').selectAll().orderBy('seq').execute();
  const reports = await store.db.selectFrom('request_reporter').select(['request_id', 'entered_by']).execute();
  return rows.map((row) => ({
    row,
    case: caseOf(actions.filter((each) => each.request_id === row.id)),
    enteredBy: reports.find((each) => each.request_id === row.id)?.entered_by ?? null,
  }));
}

export const isSeen = (who: Actor, { row }: Known): boolean => isReadable(readingOf(who), readableOf(row));
