import { describe, expect, it } from 'vitest';
import { almanacFrom, dayOf } from '../../../src/domain/time/almanac.ts';

describe('the almanac', () => {
  it('begins the day at midnight in Shanghai', () => {
    expect(dayOf(Date.parse('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
    expect(dayOf(Date.parse('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
  });

  it('names weekday and lunar date in Chinese', () => {
    const [day] = almanacFrom(Date.parse('2026-11-23T04:00:00Z'), 1);
    expect(day).toEqual({ day: '2026-11-23', date: '11月23日', weekday: '星期一', lunar: '十月十五' });
  });

  it('names the festivals of a Chinese wall calendar and no western ones', () => {
    const lunarOn = (instant: string) => almanacFrom(Date.parse(instant), 1)[0]?.lunar;
    expect(lunarOn('2026-02-17T04:00:00Z')).toBe('春节');
    expect(lunarOn('2026-10-01T04:00:00Z')).toBe('国庆节');
    expect(lunarOn('2026-11-26T04:00:00Z')).toBe('十月十八');
  });
});
