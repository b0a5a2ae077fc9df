import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecurrence, parseRecurrence } from '../../../src/domain/schedule/recurrence.ts';
import { recurrence } from './written.ts';

describe('a rule of RFC 5545', () => {
  it('is read in all its parts', () => {
    expect(parseRecurrence('FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;COUNT=6')).toEqual({
      frequency: 'MONTHLY',
      interval: 2,
      byDay: [
        { nth: 1, weekday: 'MO' },
        { nth: -1, weekday: 'FR' },
      ],
      byMonthDay: [],
      bySetPos: [],
      count: 6,
      until: null,
    });
  });

  it('comes out as it went in', () => {
    const inOrder = (rule: string) => rule.split(';').sort().join(';');
    fc.assert(
      fc.property(recurrence, (text) => {
        const rule = parseRecurrence(text);
        expect(rule && inOrder(formatRecurrence(rule))).toBe(inOrder(text));
      }),
    );
  });

  it.each([
    '',
    'FREQ=HOURLY',
    'FREQ=DAILY;BYHOUR=8',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=WEEKLY;BYMONTHDAY=1',
    'FREQ=WEEKLY;BYDAY=MO,MO',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5',
    'FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=2',
    'FREQ=YEARLY;BYMONTH=2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=3;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20260231',
    'FREQ=DAILY;UNTIL=20261231T000000Z',
    'RRULE:FREQ=DAILY',
    'FREQ=DAILY;',
  ])('is none: %s', (text) => {
    expect(parseRecurrence(text)).toBeNull();
  });
});
