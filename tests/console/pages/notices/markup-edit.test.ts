// The toolbar writes what the server's parser reads.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdit,
  countLetters,
  countPictures,
  type Edit,
  hasBrokenPicture,
  insertPicture,
  styleLines,
} from '../../../../src/console/pages/notices/markup-edit.ts';
import { parseMarkup } from '../../../../src/domain/notices/markup.ts';

const ID = 'a'.repeat(64);

/** `|` marks the caret, a pair of them the selection. */
function selected(marked: string) {
  const from = marked.indexOf('|');
  const to = marked.lastIndexOf('|');
  return from === to
    ? { text: marked.replace('|', ''), from, to: from }
    : { text: marked.replaceAll('|', ''), from, to: to - 1 };
}
function edited(marked: string, change: (at: ReturnType<typeof selected>) => Edit): string {
  const at = selected(marked);
  const edit = change(at);
  const text = applyEdit(at.text, edit);
  const [from, to] = edit.select;
  return from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

describe('a style of lines', () => {
  it('is given to the line of the caret', () => {
    expect(edited('通知\n时|间\n地点', (at) => styleLines(at, 'heading'))).toBe('通知\n## 时间|\n地点');
  });

  it('is given to every selected line, numbered in order', () => {
    expect(edited('|带身份证\n空腹|', (at) => styleLines(at, 'numbers'))).toBe('|1. 带身份证\n2. 空腹|');
  });

  it('takes the place of another', () => {
    expect(edited('|1. 带身份证\n2. 空腹|', (at) => styleLines(at, 'bullets'))).toBe('|- 带身份证\n- 空腹|');
  });

  it('is taken off where all lines have it', () => {
    expect(edited('|- 带身份证\n- 空腹|', (at) => styleLines(at, 'bullets'))).toBe('|带身份证\n空腹|');
  });

  it('begins an empty line', () => {
    expect(edited('|', (at) => styleLines(at, 'bullets'))).toBe('- |');
  });

  it('taken twice leaves plain lines as they were', () => {
    const line = fc.stringMatching(/^[一-龥]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('heading', 'bullets', 'numbers'),
        (lines, style) => {
          const text = lines.join('\n');
          const once = applyEdit(text, styleLines({ text, from: 0, to: text.length }, style));
          expect(applyEdit(once, styleLines({ text: once, from: 0, to: once.length }, style))).toBe(text);
        },
      ),
    );
  });
});

describe('a picture', () => {
  it('stands in a paragraph of its own, its description ready to be typed over', () => {
    expect(edited('第一段|\n第二段', (at) => insertPicture(at, ID, '图片说明'))).toBe(
      `第一段\n\n![|图片说明|](picture:${ID})\n\n第二段`,
    );
  });

  it('stands at the beginning of an empty text', () => {
    expect(edited('|', (at) => insertPicture(at, ID, '说明'))).toBe(`![|说明|](picture:${ID})\n\n`);
  });

  it('is one picture to the parser, wherever it is put', () => {
    const text = '第一段\n第二段\n\n第三段';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
        const markup = parseMarkup(applyEdit(text, insertPicture({ text, from: at, to: at }, ID, '说明')));
        expect('blocks' in markup && markup.blocks.filter((block) => block.type === 'picture')).toHaveLength(1);
      }),
    );
  });
});

describe('the counts', () => {
  it('tell pictures from text', () => {
    const text = `两字![说明](picture:${ID})`;
    expect([countPictures(text), countLetters(text)]).toEqual([1, 2]);
  });

  it('count a rare character once', () => {
    expect(countLetters('𠮷')).toBe(1);
  });
});

describe('a picture that was half deleted', () => {
  it('is noticed', () => {
    expect(hasBrokenPicture('![说明](picture:aaaa')).toBe(true);
  });

  it('is not seen in a whole one', () => {
    expect(hasBrokenPicture(`前\n\n![说明](picture:${ID})\n\n后`)).toBe(false);
  });
});
