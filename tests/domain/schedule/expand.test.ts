import { describe, expect, it } from 'vitest';
import { ANY_TIME, type Schedule } from '../../../src/contract/schedule.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { ALWAYS } from '../../../src/domain/schedule/airing.ts';
import { airingOf } from '../../../src/domain/schedule/expand.ts';
import { isWorkingDay } from '../../../src/domain/time/working-days.ts';

const at = (time: string) => new Date(`${time}+08:00`).toISOString() as Instant;
const told = (schedule: Partial<Schedule>, from: string, to: string | null) =>
  airingOf(
    { schedule: { ...ANY_TIME, ...schedule }, validFrom: at(from), validTo: to === null ? null : at(to) },
    isWorkingDay,
  );
const run = (from: string, to = from) => ({ from, to });

describe('what boxes are told', () => {
  it('names no days for a notice that is on every day, with or without an end', () => {
    expect(told({}, '2026-10-01T08:00', null)).toEqual(ALWAYS);
    const dayparts = [{ from: 480, to: 600 }];
    expect(told({ dayparts }, '2026-10-01T08:00', '2099-10-01T08:00')).toEqual({ days: null, dayparts });
  });

  it('has runs of days, the last one that of the last moment', () => {
    expect(told({ recurrence: 'FREQ=DAILY' }, '2026-10-01T08:00', '2026-10-04T00:00')).toEqual({
      days: [run('2026-10-01', '2026-10-03')],
      dayparts: null,
    });
    expect(told({ recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE' }, '2026-10-01T08:00', '2026-10-14T00:01')).toMatchObject({
      days: [run('2026-10-05'), run('2026-10-07'), run('2026-10-12'), run('2026-10-14')],
    });
  });

  it('counts holidays and the days that make up for them', () => {
    // National Day of 2026: 1 to 7 October, made up for on 20 September and 10 October.
    const autumn = ['2026-09-30T00:00', '2026-10-12T00:00'] as const;
    expect(told({ days: 'working' }, ...autumn)).toMatchObject({
      days: [run('2026-09-29', '2026-09-30'), run('2026-10-08', '2026-10-10')],
    });
    expect(told({ days: 'rest' }, ...autumn)).toMatchObject({
      days: [run('2026-10-01', '2026-10-07'), run('2026-10-11')],
    });
    expect(told({ recurrence: 'FREQ=WEEKLY;BYDAY=SA', days: 'working' }, ...autumn)).toMatchObject({
      days: [run('2026-10-10')],
    });
  });

  it('may be no day at all', () => {
    expect(told({ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=31' }, '2026-09-01T00:00', '2026-10-01T00:00')).toMatchObject({
      days: [],
    });
  });
});

describe('is not told, but refused', () => {
  it('a rule that is none, or has no end, or an end too far', () => {
    expect(told({ recurrence: 'FREQ=HOURLY' }, '2026-10-01T00:00', '2026-10-02T00:00')).toEqual({
      fault: 'recurrence',
    });
    expect(told({ recurrence: 'FREQ=DAILY' }, '2026-10-01T00:00', null)).toEqual({ fault: 'end-missing' });
    expect(told({ days: 'working' }, '2026-10-01T00:00', null)).toEqual({ fault: 'end-missing' });
    expect(told({ recurrence: 'FREQ=DAILY' }, '2025-01-01T00:00', '2026-02-05T00:00')).toMatchObject({
      dayparts: null,
    });
    expect(told({ recurrence: 'FREQ=DAILY' }, '2025-01-01T00:00', '2026-02-05T00:01')).toEqual({ fault: 'too-long' });
  });

  it('a year whose holidays nobody knows', () => {
    expect(told({ days: 'working' }, '2026-12-30T00:00', '2027-01-02T00:00')).toEqual({
      fault: 'year-unknown',
      year: '2027',
    });
    expect(told({ days: 'rest' }, '2004-01-01T00:00', '2004-01-02T00:00')).toMatchObject({ fault: 'year-unknown' });
    expect(told({ recurrence: 'FREQ=DAILY' }, '2026-12-30T00:00', '2027-01-02T00:00')).toHaveProperty('days');
  });

  it('a daypart that begins when it ends', () => {
    expect(told({ dayparts: [{ from: 60, to: 60 }] }, '2026-10-01T00:00', null)).toEqual({ fault: 'dayparts' });
  });
});
