// The calendar of a region: what was, is and will be on its boxes, and what gets into its own way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewSchedule, readCalendar, readOnAir } from '../../../src/contract/calendar.ts';
import { readFeed } from '../../../src/contract/feed.ts';
import { createNotice, moveNotice, updateNotice } from '../../../src/contract/notices.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const REGION = '370306001001';
/** The test's clock stands at noon of Monday, 23 November 2026, in Shanghai. */
const WEEK = { region: REGION, from: '2026-11-23', to: '2026-11-29' };
const at = (time: string) => new Date(`${time}:00+08:00`).toISOString();

describe.each(await storeEngines())('a schedule, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let author: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    author = await server.staff('chezhan');
  });
  afterAll(() => server.stop());

  const draft = (change: object) => server.draft({ validTo: at('2026-12-20T00:00') as never, ...change });
  const morning = (recurrence: string) => ({ recurrence, days: 'every', dayparts: [{ from: 480, to: 600 }] });
  const calendar = async () => (await server.send(author, readCalendar, { query: WEEK })).body;
  const inCalendar = async (id: string) => (await calendar()).items.find((item: { id: string }) => item.id === id);
  const onAir = async (time: string) =>
    (await server.send(author, readOnAir, { query: { region: REGION, at: at(time) } })).body;
  const isOnAir = async (id: string, time: string) =>
    (await onAir(time)).items.some((item: { id: string }) => item.id === id);
  const conflictsOf = async (id: string) =>
    (await calendar()).conflicts.filter(({ items }: { items: string[] }) => items.includes(id));

  it('is told to boxes as days, and answers for any moment', async () => {
    const notice = await server.published(
      author,
      draft({ schedule: morning('FREQ=WEEKLY;BYDAY=TU,TH'), placements: ['banner'] }),
    );
    const { entries } = (await server.send(server.box('车站社区'), readFeed)).body;
    const { item } = entries.find((entry: { item?: { id: string } }) => entry.item?.id === notice.id);
    expect(item).toMatchObject({ placements: ['banner'], airing: { dayparts: [{ from: 480, to: 600 }] } });
    expect(item.airing.days.slice(0, 3).map(({ from }: { from: string }) => from)).toEqual([
      '2026-11-24',
      '2026-11-26',
      '2026-12-01',
    ]);
    expect((await inCalendar(notice.id)).spans).toEqual([
      { from: at('2026-11-24T08:00'), to: at('2026-11-24T10:00') },
      { from: at('2026-11-26T08:00'), to: at('2026-11-26T10:00') },
    ]);
    const times = ['2026-11-24T07:59', '2026-11-24T08:00', '2026-11-24T10:00', '2026-12-17T09:00', '2026-12-22T09:00'];
    expect(await Promise.all(times.map((time) => isOnAir(notice.id, time)))).toEqual([false, true, false, true, false]);
    expect(await onAir('2026-11-26T09:00')).toMatchObject({ banner: { items: [notice.id], shown: notice.id } });
  });

  it('answers for what was, up to when it was withdrawn', async () => {
    const notice = await server.published(author, draft({}));
    const published = server.instant();
    server.pass(600_000);
    await server.send(author, moveNotice, {
      params: { id: notice.id },
      body: { move: 'withdraw', revision: 1, reason: '写错了' },
    });
    const ask = async (time: string) =>
      (await server.send(author, readOnAir, { query: { region: REGION, at: time } })).body.items.some(
        (item: { id: string }) => item.id === notice.id,
      );
    const before = new Date(Date.parse(published) - 1).toISOString();
    expect([
      await ask(before),
      await ask(published),
      await ask(server.instant(-1)),
      await ask(server.instant()),
    ]).toEqual([false, true, true, false]);
    expect((await inCalendar(notice.id)).spans).toEqual([{ from: published, to: server.instant() }]);
  });

  it('shows what waits for review as planned, from now on', async () => {
    const notice = await server.notice(author, draft({}), [author, 'submit']);
    expect(await inCalendar(notice.id)).toMatchObject({
      planned: true,
      spans: [{ from: server.instant(), to: at('2026-11-30T00:00') }],
    });
    expect(await isOnAir(notice.id, '2026-11-25T12:00')).toBe(false);
  });

  it('names two notices that want the whole screen at once, and no two that do not', async () => {
    const full = (from: string, to: string) => draft({ placements: ['full'], validFrom: at(from), validTo: at(to) });
    const one = await server.notice(author, full('2026-11-27T08:00', '2026-11-27T12:00'), [author, 'submit']);
    const other = await server.notice(author, full('2026-11-27T11:00', '2026-11-27T18:00'), [author, 'submit']);
    const later = await server.notice(author, full('2026-11-27T18:00', '2026-11-27T20:00'), [author, 'submit']);
    expect(await conflictsOf(one.id)).toEqual([
      {
        kind: 'full-together',
        items: expect.arrayContaining([one.id, other.id]),
        span: { from: at('2026-11-27T11:00'), to: at('2026-11-27T12:00') },
        share: null,
      },
    ]);
    expect(await conflictsOf(later.id)).toEqual([]);
  });

  it('names a notice that is never on', async () => {
    const schedule = { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=31', days: 'every', dayparts: null };
    const notice = await server.notice(author, draft({ schedule }), [author, 'submit']);
    expect(await conflictsOf(notice.id)).toEqual([{ kind: 'never-on', items: [notice.id], span: null, share: null }]);
  });

  it('names what shares the card with so many that it is hardly seen', async () => {
    const card = (weight: number) =>
      draft({ placements: ['card'], weight, validFrom: at('2026-11-28T00:00'), validTo: at('2026-11-29T00:00') });
    const small = await server.notice(author, card(1), [author, 'submit']);
    await server.notice(author, card(10), [author, 'submit']);
    expect(await conflictsOf(small.id)).toMatchObject([{ kind: 'thin-share', items: [small.id] }]);
  });

  it.each([
    [{ schedule: { recurrence: 'FREQ=HOURLY', days: 'every', dayparts: null } }, 'schedule.recurrence'],
    [{ schedule: { recurrence: null, days: 'working', dayparts: null }, validTo: null }, 'validTo'],
    [
      { schedule: { recurrence: null, days: 'rest', dayparts: null }, validTo: at('2027-02-01T00:00') },
      'schedule.days',
    ],
    [{ schedule: { recurrence: null, days: 'every', dayparts: [{ from: 5, to: 5 }] } }, 'schedule.dayparts'],
  ])('refuses what cannot be said: %j', async (change, path) => {
    expect(await server.send(author, createNotice, { body: draft(change) })).toMatchObject({
      status: 422,
      body: { code: 'notice-schedule', errors: [{ path }] },
    });
  });

  it.each([{ schedule: morning('FREQ=DAILY') }, { placements: ['full'] }, { weight: 2 }])(
    'is part of what was approved: %j voids it',
    async (change) => {
      const reviewer = await server.staff('review');
      const notice = await server.notice(author, draft({}), [author, 'submit'], [reviewer, 'review-first']);
      const edited = await server.send(author, updateNotice, {
        params: { id: notice.id },
        body: { ...draft(change), revision: notice.revision },
      });
      expect(edited.body).toMatchObject({ state: 'draft', approvals: [], ...change });
    },
  );

  it('is told in days before it is written', async () => {
    const ask = (schedule: object, validTo: string | null) =>
      server.send(author, previewSchedule, { body: { schedule, validFrom: at('2026-11-23T00:00'), validTo } });
    const working = { recurrence: null, days: 'working', dayparts: null };
    const { body } = await ask(working, at('2026-11-30T09:00'));
    expect(body.days.map(({ day }: { day: string }) => day).slice(-2)).toEqual(['2026-11-27', '2026-11-30']);
    expect(body).toMatchObject({ more: false });
    const always = (await ask({ ...working, days: 'every' }, null)).body;
    expect([always.days.length, always.more]).toEqual([10, true]);
    expect(await ask(working, null)).toMatchObject({ status: 422, body: { code: 'notice-schedule' } });
  });

  it('is not told of regions that are none of the asker’s', async () => {
    for (const [endpoint, query] of [
      [readCalendar, { ...WEEK, region: '370306102215' }],
      [readOnAir, { region: '370306102215', at: server.instant() }],
    ] as const)
      expect(await server.send(author, endpoint, { query })).toMatchObject({
        status: 403,
        body: { code: 'region-outside' },
      });
  });

  it('is asked for no more than five weeks', async () => {
    for (const to of ['2026-11-22', '2026-12-28'])
      expect(await server.send(author, readCalendar, { query: { ...WEEK, to } })).toMatchObject({ status: 400 });
  });
});
