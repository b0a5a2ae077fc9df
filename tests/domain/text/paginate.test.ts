// Pages: full but never over-full, nothing lost, headings with what they head.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/contract/notices.ts';
import { widthOfText } from '../../../src/domain/text/characters.ts';
import { type Line, PAGE_LAYOUT, paginate, rowsOf } from '../../../src/domain/text/paginate.ts';
import { readingTime } from '../../../src/domain/text/reading-time.ts';
import { proseOf } from './prose.ts';

const PICTURE = 'ab'.repeat(32) as Extract<Block, { type: 'picture' }>['picture'];
const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const heading = (text: string): Block => ({ type: 'heading', text });
const item = (text: string, marker = '•'): Block => ({ type: 'item', marker, text });
const picture = (width: number, height: number): Block => ({
  type: 'picture',
  picture: PICTURE,
  alt: '',
  width,
  height,
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: proseOf().map(paragraph) },
  { weight: 2, arbitrary: proseOf().map((text) => heading(text.slice(0, 40))) },
  {
    weight: 3,
    arbitrary: fc.tuple(proseOf(), fc.constantFrom('•', '1.', '12.', '100.', '')).map(([t, m]) => item(t, m)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
      .map(([w, h]) => picture(w, h)),
  },
);
const layout = fc.constantFrom(PAGE_LAYOUT.elder, PAGE_LAYOUT.normal, { cells: 12, rows: 4 });
const textOf = (line: Line) => (line.kind === 'picture' ? '' : line.marker + line.text);
const height = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + rowsOf(line), 0);

describe('laying a notice out in pages', () => {
  it('an empty notice is one empty page', () => {
    expect(paginate([], PAGE_LAYOUT.elder)).toEqual([[]]);
  });

  it('a paragraph is set in by two characters, the next stands half a line below', () => {
    expect(paginate([paragraph('为民'), paragraph('便民')], PAGE_LAYOUT.elder)).toEqual([
      [
        { kind: 'text', text: '为民', indent: 2, marker: '' },
        { kind: 'gap', text: '', indent: 0, marker: '' },
        { kind: 'text', text: '便民', indent: 2, marker: '' },
      ],
    ]);
  });

  it('the lines of a list item hang below its text, wide markers included', () => {
    const [page] = paginate([item('为民便民惠民安民', '•'), item('好', '100.')], { cells: 6, rows: 9 });
    expect(page).toEqual([
      { kind: 'text', text: '为民便民', indent: 2, marker: '•' },
      { kind: 'text', text: '惠民安民', indent: 2, marker: '' },
      { kind: 'text', text: '好', indent: 3, marker: '100.' },
    ]);
  });

  it('a heading that would end a page goes to the next', () => {
    const pages = paginate([paragraph('为'.repeat(10)), heading('一、目标'), paragraph('民')], { cells: 6, rows: 3 });
    expect(pages.map((page) => page.map(textOf))).toEqual([
      ['为'.repeat(4), '为'.repeat(6)],
      ['一、目标', '民'],
    ]);
  });

  it('a picture fills the column when it is large, keeps its size when it is small, and leaves room for a line above and below', () => {
    const rows = (width: number, height: number) => {
      const [line] = paginate([picture(width, height)], PAGE_LAYOUT.normal)[0] ?? [];
      return line && rowsOf(line);
    };
    expect(rows(1600, 600)).toBe(7);
    expect(rows(300, 200)).toBe(4);
    expect(rows(600, 2400)).toBe(9);
    expect(rows(4000, 1)).toBe(2);
  });

  it('a tall picture gives way to what stands above it while half a page is left to it', () => {
    const pages = paginate([paragraph('好'), heading('图'), picture(600, 2400)], PAGE_LAYOUT.elder);
    expect(pages.map((page) => page.map(rowsOf))).toEqual([[1, 0.5, 1, 6]]);
  });

  it('a picture that would be left less than half a page begins the next', () => {
    const pages = paginate([paragraph('好'.repeat(26 * 4)), picture(600, 2400), paragraph('好')], PAGE_LAYOUT.elder);
    expect(pages.map((page) => page.map(rowsOf))).toEqual([
      [1, 1, 1, 1, 1],
      [6, 0.5, 1],
    ]);
  });

  it('holds on any notice: no page too high or needlessly short, no line too wide, no loose end', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), layout, (blocks, { cells, rows }) => {
        const pages = paginate(blocks, { cells, rows });
        pages.forEach((page, index) => {
          expect(height(page)).toBeLessThanOrEqual(rows);
          for (const line of page) {
            if (line.kind !== 'picture') expect(line.indent + widthOfText(line.text)).toBeLessThanOrEqual(cells + 1e-6);
            if (line.kind !== 'picture') expect(widthOfText(line.marker)).toBeLessThanOrEqual(line.indent);
          }
          expect(page[0]?.kind).not.toBe('gap');
          const last = page[page.length - 1];
          expect(last?.kind).not.toBe('gap');
          const next = pages[index + 1];
          if (!next) return;
          // Headings alone may fill a page; else they go on with their text.
          if (!page.every((line) => line.kind === 'heading' || line.kind === 'gap'))
            expect(last?.kind).not.toBe('heading');
          const body = next.findIndex((line) => line.kind !== 'heading' && line.kind !== 'gap');
          expect(height(page) + height(next.slice(0, body < 0 ? next.length : body + 1))).toBeGreaterThan(rows - 0.5);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word of any notice', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), layout, (blocks, shape) => {
        const said = blocks.map((each) => {
          if (each.type === 'picture' || each.text.trim() === '') return '';
          return (each.type === 'item' ? each.marker : '') + each.text;
        });
        const shown = paginate(blocks, shape).flat().map(textOf);
        const bare = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');
        expect(bare(shown)).toBe(bare(said));
      }),
    );
  });
});

describe('reading time', () => {
  it('counts elder pages and four characters a second, spaces aside', () => {
    expect(readingTime([paragraph('好 '.repeat(40))])).toEqual({ pages: 1, seconds: 10 });
    expect(readingTime([paragraph('好'.repeat(26 * 10))])).toEqual({ pages: 2, seconds: 65 });
    expect(readingTime([])).toEqual({ pages: 1, seconds: 0 });
  });
});
