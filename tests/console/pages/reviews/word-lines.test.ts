// A list of words as people keep it.
import { expect, it } from 'vitest';
import { readWordLines } from '../../../../src/console/pages/reviews/word-lines.ts';

it('is a word a line, with its note behind a comma or a tab', () => {
  expect(readWordLines('\uFEFF甲，说明，再说\r\n\r\n 乙 \n丙,c\n丁\td', 'stop')).toEqual({
    words: [
      { word: '甲', level: 'stop', note: '说明，再说' },
      { word: '乙', level: 'stop', note: '' },
      { word: '丙', level: 'stop', note: 'c' },
      { word: '丁', level: 'stop', note: 'd' },
    ],
  });
});

it('is nothing where nothing is written', () => {
  expect(readWordLines(' \n，只有说明\n', 'warn')).toEqual({ words: [] });
});

it('tells the line that is too long, and a list that is', () => {
  expect(readWordLines(`甲\n${'长'.repeat(41)}`, 'warn')).toEqual({ fault: '第 2 行的词超过 40 个字' });
  expect(readWordLines(`甲，${'长'.repeat(101)}`, 'warn')).toEqual({ fault: '第 1 行的说明超过 100 个字' });
  expect(readWordLines('甲\n'.repeat(1_001), 'warn')).toEqual({ fault: '一次最多添加 1000 个词' });
});
