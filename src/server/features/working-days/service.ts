// The district's calendar: years that are known come in by themselves, the district's office enters and corrects them.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { saveWorkingDays } from '../../../contract/working-days.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import type { WorkingDays } from '../../../domain/requests/limits.ts';
import { type CalendarYear, calendarFaults, createDistrictCalendar } from '../../../domain/time/district-calendar.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { findYear, findYears, insertYear, updateYear } from './store.ts';

type Trx = Transaction<Database>;

export function createWorkingDays({ store, runtime }: { store: Store; runtime: Runtime }) {
  const now = () => instantOf(runtime.clock());

  return {
    /** The calendar as the transaction sees it. For other services: checks no access. */
    load: async (trx: Trx): Promise<WorkingDays> => createDistrictCalendar(await findYears(trx)),

    /** Years that are there already are left as they are. */
    async bringIn(years: readonly CalendarYear[]): Promise<void> {
      const there = new Set((await findYears(store.db)).map(({ year }) => year));
      const missing = years.filter(({ year }) => !there.has(year));
      if (missing.length === 0) return;
      const at = now();
      await store.transaction(async (trx) => {
        for (const { year, changes } of missing) {
          // Another process may have been faster.
          if (!(await insertYear(trx, { year, changes }, at))) continue;
          const entry = { at, actor: null, action: 'working-days.seed', subject: String(year), region: DISTRICT };
          await recordAudit(trx, { ...entry, detail: { count: changes.length } });
        }
      });
    },

    async read(actor: Actor, year: number) {
      scopesOrRefuse(actor, 'request.read');
      const row = await findYear(store.db, year);
      return { year, loaded: row !== undefined, changes: row?.changes ?? [], revision: row?.revision ?? 0 };
    },

    /** @throws ProblemError bad-input (a day of another year, named twice, or as its weekday says), stale-revision */
    async save(actor: Actor, year: number, input: z.output<(typeof saveWorkingDays)['body']>) {
      allow(actor, 'request.manage', [DISTRICT]);
      const errors = calendarFaults({ year, changes: input.changes });
      if (errors.length > 0) throw new ProblemError('bad-input', { errors });
      const changes = [...input.changes].sort((one, other) => (one.day < other.day ? -1 : 1));
      const { revision } = input;
      const at = now();
      await store.transaction(async (trx) => {
        const isSaved = await (revision === 0
          ? insertYear(trx, { year, changes }, at)
          : updateYear(trx, { year, changes }, revision, at));
        if (!isSaved) throw new ProblemError('stale-revision');
        const entry = { at, actor, action: 'working-days.save', subject: String(year), region: DISTRICT };
        await recordAudit(trx, { ...entry, detail: { count: changes.length } });
      });
      return { year, loaded: true, changes, revision: revision + 1 };
    },
  };
}

export type WorkingDaysService = ReturnType<typeof createWorkingDays>;
