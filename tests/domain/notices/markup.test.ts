import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../../../src/domain/notices/markup.ts';

const faults = (text: string) => {
  const markup = parseMarkup(text);
  return 'faults' in markup ? markup.faults.map((each) => each.fault) : [];
};
const blocks = (text: string) => {
  const markup = parseMarkup(text);
  return 'blocks' in markup ? markup.blocks : [];
};
const picture = 'ab'.repeat(32);

describe("a notice's text", () => {
  it('is headings, paragraphs and lists, with bold shown plain', () => {
    expect(blocks('# 带什么\n\n**身份证**和户口本\n\n- 一\n- 二\n\n3. 三\n4. 四')).toEqual([
      { type: 'heading', text: '带什么' },
      { type: 'paragraph', text: '身份证和户口本' },
      { type: 'item', marker: '•', text: '一' },
      { type: 'item', marker: '•', text: '二' },
      { type: 'item', marker: '3.', text: '三' },
      { type: 'item', marker: '4.', text: '四' },
    ]);
  });

  it('takes a line break as a new paragraph and an indented line as text, as official texts are typed', () => {
    expect(blocks('第一行\n第二行\n\n        检察院。')).toEqual([
      { type: 'paragraph', text: '第一行' },
      { type: 'paragraph', text: '第二行' },
      { type: 'paragraph', text: '检察院。' },
    ]);
  });

  it('shows a picture by its id only', () => {
    expect(blocks(`看图：![示意图](picture:${picture})`)).toEqual([
      { type: 'paragraph', text: '看图：' },
      { type: 'picture', picture, alt: '示意图' },
    ]);
    expect(faults('![x](https://example.com/a.png)')).toEqual(['picture-source']);
    expect(faults('![x](javascript:alert(1))')).toEqual(['picture-source']);
  });

  it('refuses HTML and scripts wherever they stand', () => {
    expect(faults('<script>alert(1)</script>')).toContain('html');
    expect(faults('你好 <img src=x onerror=alert(1)> 再见')).toContain('html');
    expect(faults('- 一 <b>二</b>')).toContain('html');
  });

  it('leaves a lone less-than sign alone', () => {
    expect(blocks('温度<10℃，请多穿衣')).toEqual([{ type: 'paragraph', text: '温度<10℃，请多穿衣' }]);
  });

  it('refuses links, code, quotes and lists in lists, and tells the line', () => {
    expect(faults('[点我](http://example.com)')).toEqual(['link']);
    expect(faults('用 `rm`')).toEqual(['code']);
    expect(faults('> 引用')).toEqual(['quote']);
    expect(faults('- 一\n  - 二')).toEqual(['nested-list']);
    expect(parseMarkup('好\n\n<b>坏</b>')).toMatchObject({ faults: [{ line: 3 }, { line: 3 }] });
  });

  it('refuses a text that shows nothing', () => {
    expect(faults(' \n\n')).toEqual(['empty']);
  });

  it('loses no character of plain Chinese text', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...'社区通知今天上午八点停水，请存水。《》（）“”！'),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (lines) => {
        const shown = blocks(lines.join('\n')).map((block) => ('text' in block ? block.text : ''));
        expect(shown).toEqual(lines);
      }),
    );
  });
});
