// Tokens: what may stand at the two ends of a line, and what is never taken apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/domain/text/tokenize.ts';
import { proseOf } from './prose.ts';

const COMMA = '\uff0c';
const LEFT = '\uff08';
const RIGHT = '\uff09';

describe('cutting a text into tokens', () => {
  it.each([
    ['每个Han字一个', ['每', '个', 'Han', '字', '一', '个']],
    [`街道${LEFT}村${RIGHT}建设`, ['街', '道', `${LEFT}村${RIGHT}`, '建', '设']],
    [`前${COMMA}每个`, [`前${COMMA}`, '每', '个']],
    ['“为民、便民”', ['“为', '民、', '便', '民”']],
    ['完了……好——', ['完', '了……', '好——']],
    ['周六 8:30 到', ['周', '六', ' ', '8:30', ' ', '到']],
    ['交50元在11月23日', ['交', '50元', '在', '11月', '23日']],
    ['覆盖70%以上', ['覆', '盖', '70%', '以', '上']],
    ['用A4纸1-2张', ['用', 'A4', '纸', '1-2', '张']],
    ["don't go.", ["don't", ' ', 'go.']],
    ['共10,000户', ['共', '10,000户']],
    ['《通知》', ['《通', '知》']],
    ['水费 。好', ['水', '费 。', '好']],
    [`${LEFT} 村`, [`${LEFT} 村`]],
    ['说 "好" 了', ['说', ' ', '"好"', ' ', '了']],
    ['家👨‍👩‍👧人', ['家', '👨‍👩‍👧', '人']],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(tokenize(text)).toEqual(tokens);
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.oneof(proseOf(), fc.string({ unit: 'binary' })), (text) => tokenize(text).join('') === text),
    );
  });
});
