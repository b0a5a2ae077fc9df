// How often a notice is on: picked in plain words, kept as a rule, said in a sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formOfRule,
  REPEATS,
  type RecurrenceForm,
  ruleOf,
} from '../../../../src/console/pages/notices/recurrence-form.ts';
import { scheduleInWords } from '../../../../src/console/pages/notices/schedule-words.ts';
import { ANY_TIME } from '../../../../src/contract/schedule.ts';
import { parseRecurrence, WEEKDAYS } from '../../../../src/domain/schedule/recurrence.ts';
import { recurrence } from '../../../domain/schedule/written.ts';

const say = (rule: string | null, more = {}) => scheduleInWords({ ...ANY_TIME, recurrence: rule, ...more });

describe('a rule in the form', () => {
  it('comes out as it went in, whatever it is', () => {
    fc.assert(
      fc.property(recurrence, (rule) => {
        expect(parseRecurrence(ruleOf(formOfRule(rule)) ?? '')).toEqual(parseRecurrence(rule));
      }),
    );
    expect(ruleOf(formOfRule(null))).toBeNull();
  });

  it('is a rule the server takes, whatever is picked', () => {
    const form: fc.Arbitrary<RecurrenceForm> = fc.record({
      repeat: fc.constantFrom(...REPEATS.filter((each) => each !== 'none' && each !== 'other')),
      interval: fc.integer({ min: 1, max: 99 }),
      weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
      monthDays: fc.uniqueArray(fc.constantFrom(-1, ...Array.from({ length: 31 }, (_, day) => day + 1)), {
        minLength: 1,
      }),
      nth: fc.constantFrom(1, 2, 3, 4, -1),
      nthWeekday: fc.constantFrom(...WEEKDAYS),
      rule: fc.constant(null),
    });
    fc.assert(
      fc.property(form, (picked) => {
        const rule = ruleOf(picked);
        expect(parseRecurrence(rule ?? '')).not.toBeNull();
        expect(formOfRule(rule).repeat).toBe(picked.repeat);
      }),
    );
  });

  it('that the fields cannot show is left as it is', () => {
    expect(formOfRule('FREQ=DAILY;COUNT=3')).toMatchObject({ repeat: 'other', rule: 'FREQ=DAILY;COUNT=3' });
    expect(formOfRule('FREQ=MONTHLY;BYDAY=1MO,2TU').repeat).toBe('other');
  });
});

describe('a schedule in words', () => {
  it.each([
    [null, '有效期内一直播'],
    ['FREQ=DAILY', '每天'],
    ['FREQ=DAILY;INTERVAL=3', '每 3 天'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '每周一、三'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '每 2 周的周一'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15,-1', '每月 1 日、15 日、最后一天'],
    ['FREQ=MONTHLY;BYDAY=2TU', '每月 第二个周二'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=4', '每月 最后一个周五，共 4 次'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', '每月 第一个周一、二'],
    ['FREQ=YEARLY;UNTIL=20301231', '每年这一天，到 2030-12-31 为止'],
  ])('%s: %s', (rule, sentence) => {
    expect(say(rule)).toBe(sentence);
  });

  it('tells of kinds of days and of hours', () => {
    expect(say(null, { days: 'working', dayparts: [{ from: 480, to: 660 }] })).toBe('工作日，08:00 到 11:00');
    expect(say('FREQ=WEEKLY;BYDAY=SA', { days: 'working' })).toBe('每周六，只在工作日');
    expect(say(null, { dayparts: [{ from: 1320, to: 360 }] })).toBe('22:00 到第二天 06:00');
  });
});
