// The list: pages of five, a choice that stays on its notice.
import { describe, expect, it } from 'vitest';
import { ARRIVAL, ITEMS, NOW } from '../examples.ts';
import { athome, listing, press, screenOf, tell, whereIs } from '../navigation/walk.ts';

const news = (items: readonly (typeof ITEMS)[number][]) =>
  ({ type: 'ITEMS', items, now: NOW, confirmed: true, asOf: NOW, cursor: '' }) as const;
const all = () => press(athome(), '1');
const focused = (state: ReturnType<typeof all>) => {
  const { rows, focus } = screenOf(state, 'list');
  return rows[focus]?.id;
};

describe('a list of notices', () => {
  it('shows five rows a page and says how many there are', () => {
    expect(screenOf(all(), 'list')).toMatchObject({
      title: '通知公告',
      page: 1,
      pages: 2,
      total: ITEMS.length,
      focus: 0,
    });
    expect(screenOf(all(), 'list').rows).toHaveLength(5);
  });

  it('goes down through the pages, and up again', () => {
    const sixth = press(all(), 'down', 'down', 'down', 'down', 'down');
    expect(screenOf(sixth, 'list')).toMatchObject({ page: 2, focus: 0 });
    expect(screenOf(press(sixth, 'up'), 'list')).toMatchObject({ page: 1, focus: 4 });
  });

  it.each([
    ['right', 'left'],
    ['pageDown', 'pageUp'],
  ] as const)('turns pages with %s and %s, and says where they end', (on, back) => {
    const second = press(all(), 'down', on);
    expect(screenOf(second, 'list')).toMatchObject({ page: 2, focus: 1 });
    expect(press(second, on).context.note).toBe('已经是最后一页了');
    expect(screenOf(press(second, back), 'list')).toMatchObject({ page: 1, focus: 1 });
    expect(press(second, back, back).context.note).toBe('这是第一页');
  });

  it('opens a row of the page by its digit', () => {
    const third = screenOf(press(all(), 'right'), 'list').rows[2];
    expect(screenOf(press(all(), 'right', '3'), 'reader').id).toBe(third?.id);
  });

  it('goes through the kinds of notices of which there are some, and back to all', () => {
    const titles = [1, 2, 3, 4, 5, 6].map((times) => {
      const state = press(all(), ...Array.from({ length: times }, () => '6' as const));
      return screenOf(state, 'list').title;
    });
    expect(titles).toEqual(['停水停电', '办事服务', '平安提醒', '社区活动', '政策公开', '通知公告']);
    expect(screenOf(press(all(), '6'), 'list')).toMatchObject({ total: 2, page: 1, focus: 0 });
  });

  it('says so when there is only one kind', () => {
    const none = press(tell(athome(), news(ITEMS.slice(0, 0))), 'back');
    expect(whereIs(none)).toBe('home');
    const one = press(tell(athome(), news(ITEMS.filter(({ category }) => category === 'outage'))), '1', '6');
    expect(screenOf(one, 'list').title).toBe('停水停电');
  });

  it('says so when the page has no such row', () => {
    const state = press(all(), 'right', '5');
    expect([whereIs(state), state.context.note]).toEqual(['list', '这一页只有 3 条']);
  });

  it('comes back from a notice to the row it was opened from', () => {
    expect(focused(press(all(), 'right', '2', 'back'))).toBe(screenOf(press(all(), 'right'), 'list').rows[1]?.id);
  });

  it('stays on the chosen notice when another arrives above it', () => {
    const chosen = press(all(), 'down', 'down');
    expect(focused(tell(chosen, news([...ITEMS, ARRIVAL])))).toBe(focused(chosen));
  });

  it('goes to the next one when the chosen notice is withdrawn', () => {
    const chosen = press(all(), 'down', 'down');
    const next = focused(press(chosen, 'down'));
    expect(focused(tell(chosen, news(ITEMS.filter(({ id }) => id !== focused(chosen)))))).toBe(next);
  });

  it('becomes a sentence when its last notice is withdrawn, and a list again when one comes', () => {
    const outages = listing('停水停电');
    const none = tell(outages, news(ITEMS.filter(({ category }) => category !== 'outage')));
    expect(screenOf(none, 'message')).toMatchObject({
      tone: 'empty',
      title: '现在没有“停水停电”的内容',
      action: '返回',
    });
    expect(whereIs(press(none, 'ok'))).toBe('home');
    expect(whereIs(tell(none, news(ITEMS)))).toBe('list');
  });
});
