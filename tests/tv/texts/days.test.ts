// Days and spans as one says them, seen from Monday evening.
import { describe, expect, it } from 'vitest';
import { dayText, spanText } from '../../../src/tv/texts/days.ts';

const NOW = Date.parse('2026-11-23T20:00:00+08:00');
const at = (local: string) => Date.parse(`${local}:00+08:00`);

describe('a day', () => {
  it.each([
    ['2026-11-23T00:00', '今天'],
    ['2026-11-24T23:59', '明天'],
    ['2026-11-25T00:00', '后天'],
    ['2026-11-26T12:00', '11月26日周四'],
    ['2026-11-22T23:59', '11月22日周日'],
    ['2027-01-01T00:00', '2027年1月1日周五'],
  ])('%s is %s', (local, text) => {
    expect(dayText(at(local), NOW)).toBe(text);
  });
});

describe('a span', () => {
  it.each([
    ['2026-11-24T08:00', '2026-11-24T12:00', '明天 8:00 到 12:00'],
    ['2026-11-28T00:30', '2026-11-28T06:05', '11月28日周六 0:30 到 6:05'],
    ['2026-11-23T22:00', '2026-11-24T06:00', '今天 22:00 到 明天 6:00'],
    ['2026-12-25T20:00', '2026-12-26T06:00', '12月25日 20:00 到 12月26日 6:00'],
  ])('from %s to %s is %s', (from, to, text) => {
    expect(spanText(at(from), at(to), NOW)).toBe(text);
  });
});
