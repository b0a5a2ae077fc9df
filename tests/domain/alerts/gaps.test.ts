import { expect, it } from 'vitest';
import { fillGaps, gapsOf } from '../../../src/domain/alerts/gaps.ts';

const template = { title: '{时间}有大风', text: ['{时间}，{范围}有 {风力} 级大风。'], instructions: ['远离{地点}'] };

it('names the gaps of a template once each, in the order they are read', () => {
  expect(gapsOf(template)).toEqual(['时间', '范围', '风力', '地点']);
});

it('fills them everywhere, and leaves what nobody has filled', () => {
  const filled = fillGaps(template, { 时间: '今晚', 范围: '全区', 地点: '{风力}' });
  expect(filled).toEqual({ title: '今晚有大风', text: ['今晚，全区有 {风力} 级大风。'], instructions: ['远离{风力}'] });
});

it('takes no braces for a gap that hold nothing, too much, or more braces', () => {
  const title = `{}{${'长'.repeat(21)}}{{a}}`;
  expect(gapsOf({ title, text: [], instructions: [] })).toEqual(['a']);
});
