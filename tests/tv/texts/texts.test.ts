// The words on the television: plain Chinese, full-width marks, no Latin letters that nobody can read aloud.
import { describe, expect, it } from 'vitest';
import { clockText, dateText, dayKey, momentText } from '../../../src/tv/texts/dates.ts';
import { TEXTS } from '../../../src/tv/texts/zh-CN.ts';

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('某事', '某事'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

describe('the dictionary of the television', () => {
  it.each(sentences(TEXTS))('%s', (sentence) => {
    expect(sentence).not.toMatch(/[A-Za-z]/);
    expect(sentence).not.toMatch(/[\u4e00-\u9fff][,!?:;()]/);
    expect(sentence.length).toBeLessThanOrEqual(26);
  });
});

describe('times', () => {
  const evening = Date.parse('2026-11-23T12:05:00.000Z');

  it('are those of Zhoucun, whatever the box thinks of time zones', () => {
    expect(clockText(evening)).toBe('20:05');
    expect(dayKey(Date.parse('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
    expect(dateText(evening, evening)).toBe('11月23日');
  });

  it('name the year when it is another', () => {
    expect(dateText(Date.parse('2025-05-20T00:00:00.000Z'), evening)).toBe('2025年5月20日');
  });

  it('name the day when it is another', () => {
    expect(momentText(evening, evening)).toBe('20:05');
    expect(momentText(evening - 86_400_000, evening)).toBe('11月22日 20:05');
  });
});
