// The district's calendar in the store: what comes in by itself, and what other services reckon with.
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import type { WorkingDayChange } from '../../../src/contract/working-days.ts';
import { knownYears } from '../../../src/domain/time/working-days.ts';
import { createWorkingDays } from '../../../src/server/features/working-days/service.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { storeEngines } from '../../support/engines.ts';

const runtime = { clock: () => Date.parse('2026-11-23T04:00:00.000Z'), uuids: () => v7(), random: randomBytes };
const day = (text: string) => text as Day;
const off = (text: string): WorkingDayChange => ({ day: day(text), working: false, name: '元旦' });

describe.each(await storeEngines())('the calendar, on $kind', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const calendar = () => createWorkingDays({ store, runtime });
  const works = (asked: string) => store.transaction(async (trx) => (await calendar().load(trx))(day(asked)));
  const seeded = () =>
    store.db.selectFrom('audit').select('subject').where('action', '=', 'working-days.seed').execute();

  it('knows no day before anybody has entered its year', async () => {
    expect(await works('2026-10-01')).toBeNull();
  });

  it('knows the days of years that were brought in, and no others', async () => {
    await calendar().bringIn(knownYears(2025, 2026));
    expect(await Promise.all(['2026-10-01', '2026-10-10', '2026-10-11', '2026-11-23'].map(works))).toEqual([
      ...[false, true, false, true],
    ]);
    expect(await works('2027-01-01')).toBeNull();
    expect((await seeded()).map(({ subject }) => subject)).toEqual(['2025', '2026']);
  });

  it('leaves a year that is there as it is, however often and from wherever it is brought in', async () => {
    await store.db
      .updateTable('working_year')
      .set({ changes: JSON.stringify([off('2026-11-23')]), revision: 2 })
      .where('year', '=', 2026)
      .execute();
    const next = { year: 2027, changes: [off('2027-01-01')] };
    const [one, other] = [calendar(), calendar()];
    await Promise.all(
      [...knownYears(2026, 2026), next].flatMap((each) => [one.bringIn([each]), other.bringIn([each])]),
    );
    expect(await Promise.all(['2026-11-23', '2026-10-01', '2027-01-01'].map(works))).toEqual([false, true, false]);
    expect((await seeded()).map(({ subject }) => subject)).toEqual(['2025', '2026', '2027']);
  });
});
