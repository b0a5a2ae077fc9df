// Widths must never be less than the font draws: a line that is too wide runs out of its column.
import { describe, expect, it } from 'vitest';
import { charsOf, kindOf, widthOf, widthOfText } from '../../../src/domain/text/characters.ts';

/** Measured on a canvas in Noto Sans CJK SC, the widest of regular and bold, in cells. */
const MEASURED: readonly (readonly [number, string])[] = [
  [0.23, ' '],
  [0.32, "ijl|',.:;"],
  [0.39, 'I!-f()[]{}/\\'],
  [0.53, 'trs*?zc'],
  [0.59, 'x"J_yFLYevE0123456789#$+<=>^a~'],
  [0.67, 'gkZSTV`oAbdhnpquCP'],
  [0.78, 'BRKDG&NUHOQ'],
  [0.95, '½'],
  [1.01, 'MwWm%@'],
];

describe('the width of a character', () => {
  it.each(MEASURED)('is at least %f for each of %s', (measured, chars) => {
    for (const char of chars) expect([char, widthOf(char) >= measured]).toEqual([char, true]);
  });

  it('is one cell for Han and full-width marks', () => {
    for (const char of '周、。“”…—\uff0c\uff08①℃') expect(widthOf(char)).toBe(1);
  });

  it('is nothing for what joins the character before', () => {
    expect(widthOfText('e\u0301')).toBe(widthOf('e'));
    expect([widthOf('\u200d'), widthOf('\ufe0f')]).toEqual([0, 0]);
  });

  it('has room for an emoji, and for rare Han', () => {
    expect([widthOf('🔥') > 1, widthOf('𠮷')]).toEqual([true, 1]);
  });
});

describe('characters as a reader sees them', () => {
  it('keep their marks and joined parts', () => {
    expect(charsOf('e\u0301a👨‍👩‍👧好')).toEqual(['e\u0301', 'a', '👨‍👩‍👧', '好']);
  });

  it('are of the kind that decides where a line may break', () => {
    expect(['\uff0c', '《', 'A', '周', '\u3000', '9'].map(kindOf)).toEqual([
      'close',
      'open',
      'word',
      'single',
      'space',
      'word',
    ]);
  });
});
