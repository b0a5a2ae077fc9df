import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALERT_LIMITS } from '../../../src/contract/alerts.ts';
import { fitWording } from '../../../src/domain/cap/fit.ts';
import { Refusal } from '../../../src/domain/cap/refusal.ts';

const wording = { title: '暴雨预警', event: '暴雨', text: ['将有暴雨。'], instructions: ['不要外出。'] };

describe('a foreign warning', () => {
  it('stays as it is where it fits', () => {
    expect(fitWording(wording)).toEqual(wording);
  });

  it('is parted at its sentences where a paragraph is long, and loses no sign', () => {
    const sentence = fc.stringMatching(/^[a-z暴雨]{1,120}。$/);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const { text } = fitWording({ ...wording, text: [sentences.join('')] });
        expect(text.join('')).toBe(sentences.join(''));
        for (const part of text) expect(part.length).toBeLessThanOrEqual(ALERT_LIMITS.paragraph);
      }),
    );
  });

  it('says a long title in full in its text', () => {
    const title = '周村区气象台发布暴雨红色预警信号'.repeat(5);
    const fitted = fitWording({ ...wording, title });
    expect(fitted.title).toHaveLength(ALERT_LIMITS.title);
    expect(fitted.text[0]).toBe(title);
  });

  it('is refused where it is a book', () => {
    const text = Array.from({ length: ALERT_LIMITS.paragraphs + 1 }, () => '一段。');
    expect(() => fitWording({ ...wording, text })).toThrow(Refusal);
  });

  it('says its title where it says nothing else', () => {
    expect(fitWording({ ...wording, text: [] }).text).toEqual([wording.title]);
  });
});
