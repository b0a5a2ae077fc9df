import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewWord } from '../../../src/contract/reviews.ts';
import { findWords, foldWord } from '../../../src/domain/review/words.ts';

const stop = (word: string): ReviewWord => ({ word, level: 'stop', note: '' });
const written = (text: string, ...words: string[]) => findWords(text, words.map(stop)).map((hit) => hit.written);

describe('a word of the list', () => {
  it.each([
    ['as it is', '来赌博吧', '赌博'],
    ['with blanks between', '来赌 博吧', '赌 博'],
    ['with full-width blanks and marks between', '来赌　·*博吧', '赌　·*博'],
    ['with something invisible between', '来赌\u200b博吧', '赌\u200b博'],
  ])('is found %s', (_, text, expected) => {
    expect(written(text, '赌博')).toEqual([expected]);
  });

  it('is found in full width, half width, large and small letters', () => {
    expect(written('加ＱＱ群 和 qq 群，微 信：v１２', 'QQ群', 'V12')).toEqual(['ＱＱ群', 'qq 群', 'v１２']);
  });

  it('is told with its line and its level', () => {
    expect(findWords('第一行\n第二行有赌博', [stop('赌博')])).toMatchObject([{ line: 2, level: 'stop' }]);
  });

  it('is only doubtful where a sentence ends inside it', () => {
    expect(findWords('请勿赌。博物馆开放', [stop('赌博')])).toMatchObject([{ level: 'warn', written: '赌。博' }]);
    expect(findWords('赌\n博物馆', [stop('赌博')])).toMatchObject([{ level: 'warn', line: 1 }]);
  });

  it('is found at each place, in the order of the text', () => {
    expect(written('乙甲乙甲', '甲', '乙')).toEqual(['乙', '甲', '乙', '甲']);
  });

  it('without a letter or digit is found nowhere', () => {
    expect(written('。。。', '。')).toEqual([]);
  });

  it('is found whatever marks are strewn into it, and what is shown folds to the word', () => {
    const marks = fc.array(fc.constantFrom(' ', '　', '*', '·', '，', '-', '\u200b', '_'), { maxLength: 3 });
    const letters = fc.array(fc.constantFrom(...'甲乙丙丁aB1Ｑ'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(letters, fc.array(marks, { minLength: 5, maxLength: 5 }), (word, between) => {
        const strewn = word.map((letter, index) => letter + (index < word.length - 1 ? between[index]?.join('') : ''));
        const hits = findWords(`前${strewn.join('')}后`, [stop(word.join(''))]);
        expect(hits).toHaveLength(1);
        expect(foldWord(hits[0]?.written ?? '')).toBe(foldWord(word.join('')));
      }),
    );
  });
});
