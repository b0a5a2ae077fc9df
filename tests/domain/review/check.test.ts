import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/contract/time.ts';
import { parseMarkup } from '../../../src/domain/notices/markup.ts';
import { addressesIn, checkContent } from '../../../src/domain/review/check.ts';

type Notice = Parameters<typeof checkContent>[0];
const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-23T04:00:00.000Z');
const days = (count: number) => new Date(START + count * DAY_MS).toISOString() as Instant;

function codes(change: Partial<Omit<Notice, 'blocks'>>) {
  const notice = {
    title: '周六量血压',
    source: '居委会',
    category: 'activity',
    text: '周六上午来。',
    ...change,
  } as const;
  const parsed = parseMarkup(notice.text);
  if ('faults' in parsed) throw new Error('not a text');
  const blocks = parsed.blocks.map((each) =>
    each.type === 'picture' ? { ...each, picture: each.picture as never, width: 1, height: 1 } : each,
  );
  const found = checkContent({ validFrom: days(0), validTo: days(7), ...notice, blocks }, []);
  return found.map(({ code, level, line }) => `${code} ${level} ${line ?? ''}`.trim());
}

describe('the machine check', () => {
  it('finds nothing in a plain notice', () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    ['an identity number', { text: '周六来。\n本人 370306195001011234 中奖' }, 'id-number stop 2'],
    ['one in full-width digits', { text: '周六来 ３７０３０６１９５００１０１１２３Ｘ' }, 'id-number stop 1'],
    ['a mobile number', { text: '周六来，电话13812345678。' }, 'phone-number warn 1'],
    ['an outage without an end', { category: 'outage', validTo: null }, 'open-outage warn'],
    ['an activity that does not say when', { title: '量血压', text: '大家来量血压。' }, 'no-time warn'],
    ['more than a year', { validTo: days(400) }, 'long-validity warn'],
    ['a text that says no more than the title', { text: '周六，量血压！' }, 'title-repeats warn'],
    ['a picture without words', { text: `周六来。\n\n![](picture:${'a'.repeat(64)})` }, 'picture-without-words warn'],
    ['a text nobody reads to its end', { text: '周六上午请大家都来参加。\n'.repeat(120) }, 'long-text warn'],
  ] as const)('finds %s', (_, change, expected) => {
    expect(codes(change)).toEqual([expected]);
  });

  it('leaves other long numbers alone', () => {
    expect(codes({ text: '周六来。缴费卡号 8531002026900001，区号 05336412345。' })).toEqual([]);
  });
});

describe('web addresses in a text', () => {
  it('end where the sentence goes on', () => {
    const { asked } = addressesIn('请看 https://www.zhoucun.gov.cn/a?b=1，或者（http://a.cn/b）。\nhttp://a.cn/b.');
    expect(asked).toEqual([
      { url: 'https://www.zhoucun.gov.cn/a?b=1', line: 1 },
      { url: 'http://a.cn/b', line: 1 },
    ]);
  });

  it('are asked up to five, the others are told', () => {
    const text = Array.from({ length: 7 }, (_, n) => `http://a.cn/${n}`).join('\n');
    const { asked, left } = addressesIn(text);
    expect([asked.length, left.map(({ line }) => line)]).toEqual([5, [6, 7]]);
  });
});
