import { describe, expect, it } from 'vitest';
import { readingOf, readingsOf } from '../../../../src/server/features/guides/readings.ts';
import { guideWith } from '../../../domain/guides/example.ts';

describe('a reading', () => {
  it.each([
    ['单县补贴', 'shan xian bu tie'],
    ['重新办证', 'chong xin ban zheng'],
    ['重病救助', 'zhong bing jiu zhu'],
    ['调解纠纷', 'tiao jie jiu fen'],
    ['解除合同', 'jie chu he tong'],
    ['报仇', 'bao chou'],
    ['长者食堂', 'zhang zhe shi tang'],
    ['银行', 'yin hang'],
    ['行政复议', 'xing zheng fu yi'],
    ['提前还款', 'ti qian huan kuan'],
    ['办ETC卡', 'ban e t c ka'],
    ['3岁孩子', '3 sui hai zi'],
    ['领（退休）金', 'ling tui xiu jin'],
    ['绿化', 'lv hua'],
  ])('of %s is %s', (text, reading) => {
    expect(readingOf(text).text).toBe(reading);
  });

  it("is what a guide's own list says before the dictionary", () => {
    expect(readingOf('仇家解家', { 仇家: 'qiu jia', 解家: 'xie jia' }).text).toBe('qiu jia xie jia');
    const guide = guideWith({
      name: '找仇姓族谱',
      aliases: ['仇氏家谱'],
      readings: { 仇姓: 'qiu xing', 仇氏: 'qiu shi' },
    });
    expect(readingsOf(guide).map(({ text }) => text)).toEqual(['zhao qiu xing zu pu', 'qiu shi jia pu']);
  });

  it('leaves a character it does not know as it is, and says so', () => {
    expect(readingOf('办㙟证')).toMatchObject({ text: 'ban 㙟 zheng', unread: ['㙟'] });
    expect(readingOf('办㙟证', { 㙟: 'liu' })).toMatchObject({ text: 'ban liu zheng', unread: [] });
  });

  it('tells which characters have other readings too, unless somebody decided', () => {
    const [doubtful] = readingOf('调解', { 解: 'jie' }).doubtful;
    expect(doubtful).toEqual({ character: '调', taken: 'tiao', others: expect.arrayContaining(['diao']) });
    expect(readingOf('单县').doubtful).toEqual([]);
  });

  it('ignores an override that has not a syllable for each character', () => {
    expect(readingOf('单县', { 单县: 'shan' }).text).toBe('shan xian');
  });
});
