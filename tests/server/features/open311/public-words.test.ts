import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicWords } from '../../../../src/server/features/open311/public-words.ts';

describe('words that anybody may read', () => {
  it.each([
    ['打我电话13812345678', '打我电话138****5678'],
    ['138-1234-5678 找老张', '138****5678 找老张'],
    ['身份证37030619560101123X', '身份证370306********123X'],
    ['写信到 lao.zhang@example.com', '写信到 ***'],
    ['照片 https://example.com/a.jpg?x=1，请看', '照片 [网址]，请看'],
    ['我住3-2-501', '我住***'],
    ['住2单元501', '住2单元***'],
    ['住501室', '住***室'],
  ])('%s: %s', (written, shown) => expect(publicWords(written)).toBe(shown));

  it('keep what leads to nobody', () => {
    const words = '1号楼北侧路灯不亮，编号 26112600017，2026-11-26 晚上坏的，请拨 0533-6412345';
    expect(publicWords(words)).toBe(words);
  });

  it('hold no mobile number, whatever stands around it', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    const around = fc.string({ unit: fc.constantFrom('a', '号', ' ', '，', '\n', '-') });
    fc.assert(
      fc.property(around, mobile, around, (before, number, after) => {
        expect(publicWords(`${before}${number}${after}`)).not.toContain(number);
      }),
    );
  });
});
