// Times in the console are Shanghai's, in whatever zone the browser is.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  endOfDays,
  formatAgo,
  formatInstant,
  formatReading,
  fromPicker,
  toPicker,
} from '../../../src/console/shared/time.ts';

const MINUTE_MS = 60_000;
const NOON = '2026-11-23T04:00:00.000Z';

describe.each(['Asia/Shanghai', 'UTC', 'America/New_York'])('in a browser set to %s', (zone) => {
  const before = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('shows an instant in Shanghai', () => {
    expect(formatInstant('2026-11-23T16:30:00.000Z')).toBe('2026-11-24 00:30');
  });

  it('hands the picker the figures of Shanghai', () => {
    expect(toPicker('2026-11-23T16:30:00.000Z').format('YYYY-MM-DD HH:mm')).toBe('2026-11-24 00:30');
  });

  it('reads back from the picker the instant it gave', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / MINUTE_MS, max: Date.UTC(2040, 0) / MINUTE_MS });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * MINUTE_MS).toISOString();
        expect(fromPicker(toPicker(instant))).toBe(instant);
      }),
      { numRuns: 50 },
    );
  });

  it('ends one day at the next midnight in Shanghai', () => {
    expect(fromPicker(endOfDays(toPicker('2026-11-23T16:30:00.000Z'), 1))).toBe('2026-11-24T16:00:00.000Z');
  });

  it('ends a week seven midnights later', () => {
    expect(fromPicker(endOfDays(toPicker(NOON), 7))).toBe('2026-11-29T16:00:00.000Z');
  });
});

describe('how long ago', () => {
  const ago = (minutes: number) => formatAgo(NOON, Date.parse(NOON) + minutes * MINUTE_MS);

  it('is told in the largest unit that is whole', () => {
    expect([0.5, 1, 59, 60, 1439, 1440].map(ago)).toEqual([
      '刚刚',
      '1 分钟前',
      '59 分钟前',
      '1 小时前',
      '23 小时前',
      '1 天前',
    ]);
  });

  it('takes a box whose clock runs ahead for just now', () => {
    expect(ago(-3)).toBe('刚刚');
  });
});

it('tells the reading time in seconds under a minute, then in minutes', () => {
  expect([24, 59, 60, 100].map(formatReading)).toEqual(['24 秒', '59 秒', '1 分钟', '2 分钟']);
});
