// Lines: every character kept, no line too wide, no mark at the wrong end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOfText } from '../../../src/domain/text/characters.ts';
import { breakLines, ellipsize } from '../../../src/domain/text/lines.ts';
import { CLOSING, OPENING, proseOf } from './prose.ts';

const unspaced = (text: string) => text.replace(/\s+/g, '');
const columns = fc.integer({ min: 10, max: 40 });

describe('breaking a text into lines', () => {
  it('an empty text has no lines', () => {
    expect(breakLines('', 26)).toEqual([]);
    expect(breakLines('   ', 26)).toEqual([]);
  });

  it('a mark that would begin the next line takes its character along', () => {
    expect(breakLines('为民便民惠民安民。', 8)).toEqual(['为民便民惠民安', '民。']);
  });

  it('the first line leaves room for its indent', () => {
    expect(breakLines('为民便民惠民安民', 4, 2)).toEqual(['为民', '便民惠民', '安民']);
  });

  it('a word wider than the column is cut, and not before a closing mark', () => {
    expect(breakLines('aaaaaaaaaa。', 7)).toEqual(['aaaaaaaaa', 'a。']);
  });

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(fc.oneof(proseOf(), fc.string({ unit: 'grapheme' })), columns, (text, cells) => {
        expect(unspaced(breakLines(text, cells, 2).join(''))).toBe(unspaced(text));
      }),
    );
  });

  it('has no line wider than the column', () => {
    fc.assert(
      fc.property(fc.oneof(proseOf(), fc.string({ unit: 'grapheme' })), columns, (text, cells) => {
        breakLines(text, cells, 2).forEach((line, index) => {
          expect(widthOfText(line)).toBeLessThanOrEqual(cells - (index === 0 ? 2 : 0) + 1e-6);
        });
      }),
    );
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    fc.assert(
      fc.property(proseOf(), columns, (text, cells) => {
        const lines = breakLines(text, cells, 2);
        for (const line of lines.slice(1)) expect(CLOSING).not.toContain(line[0]);
        for (const line of lines.slice(0, -1)) expect(OPENING).not.toContain(line[line.length - 1]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an ellipsis', () => {
  it('is not needed where the text fits', () => {
    expect(ellipsize('为民便民', 4, 1)).toEqual(['为民便民']);
  });

  it('takes the place of what does not fit, without a mark before it', () => {
    expect(ellipsize('为民、便民惠民', 4, 1)).toEqual(['为民…']);
    expect(ellipsize('为民便民惠民安民', 3, 2)).toEqual(['为民便', '民惠…']);
  });

  it('never cuts a number or a word, unless it is wider than the column', () => {
    expect(ellipsize('1号楼到12号楼停水', 6, 1)).toEqual(['1号楼到…']);
    expect(ellipsize('看 https://a.example 吧', 8, 1)).toEqual(['看…']);
    expect(ellipsize('aaaaaaaaaaaaaaaaaaaa', 4, 1)).toEqual(['aaaa…']);
  });

  it('fits the column and the number of lines', () => {
    fc.assert(
      fc.property(proseOf(), columns, fc.integer({ min: 1, max: 3 }), (text, cells, most) => {
        const lines = ellipsize(text, cells, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOfText(line)).toBeLessThanOrEqual(cells + 1e-6);
        const cut = breakLines(text, cells).length > most;
        expect(cut ? lines[most - 1]?.endsWith('…') : lines.length === breakLines(text, cells).length).toBe(true);
      }),
    );
  });
});
