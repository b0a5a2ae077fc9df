// What residents look up of the guides an actor may read, and what they look for in vain.
import type { z } from 'zod';
import type { guideStatistics } from '../../../contract/guide-calls.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays } from '../../../domain/time/days.ts';
import { departmentsOrRefuse } from '../../access.ts';
import type { Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { findLookupsByDay, findLookupsByGuide, findMissed } from './store.ts';

const MISSED_SHOWN = 50;

export function createGuideStatistics({ store, runtime }: { store: Store; runtime: Runtime }) {
  /** Digits that found nothing are nobody's own: everyone who may read guides sees all of them. */
  return async (actor: Actor, query: z.output<(typeof guideStatistics)['query']>) => {
    const own = departmentsOrRefuse(actor, 'guide.read');
    const departments = query.department ? own.filter((each) => each === query.department) : own;
    const to = dayOf(runtime.clock());
    const span = { from: addDays(to, 1 - query.days), to, departments };
    const [byDay, byGuide, missed] = await Promise.all([
      findLookupsByDay(store.db, span),
      findLookupsByGuide(store.db, span),
      findMissed(store.db, { ...span, most: MISSED_SHOWN }),
    ]);
    return { from: span.from, to, total: byDay.reduce((sum, { times }) => sum + times, 0), byDay, byGuide, missed };
  };
}

export type GuideStatistics = ReturnType<typeof createGuideStatistics>;
