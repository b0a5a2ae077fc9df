// The home screen: what is on it, and what its keys do.
import { describe, expect, it } from 'vitest';
import { widthOfText } from '../../../src/domain/text/characters.ts';
import { HERO_TEXT } from '../../../src/tv/screens/home/layout.ts';
import { TEXTS } from '../../../src/tv/texts/zh-CN.ts';
import { ARRIVAL, GUIDES, ITEMS, itemAbout, NOW } from '../examples.ts';
import { athome, booted, press, screenOf, tell, whereIs } from '../navigation/walk.ts';

const news = (items: readonly (typeof ITEMS)[number][]) =>
  ({ type: 'ITEMS', items, now: NOW, confirmed: true, asOf: NOW, cursor: '' }) as const;
const showing = (items: readonly (typeof ITEMS)[number][]) => tell(booted(), news(items));

describe('home', () => {
  it('shows the newest pinned notice large, with its first two lines', () => {
    const { hero } = screenOf(athome(), 'home');
    expect(hero?.id).toBe(itemAbout('停水').id);
    expect(hero?.lines).toHaveLength(2);
    for (const line of hero?.lines ?? []) expect(widthOfText(line)).toBeLessThanOrEqual(HERO_TEXT.elder.cells + 1e-6);
  });

  it('shows the newest one large when none is pinned', () => {
    const items = ITEMS.map((item) => ({ ...item, pinned: false }));
    expect(screenOf(showing([...items, ARRIVAL]), 'home').hero?.id).toBe(ARRIVAL.id);
  });

  it('lists the three newest besides the large one', () => {
    const { hero, latest } = screenOf(athome(), 'home');
    expect(latest).toHaveLength(3);
    expect(latest.map(({ id }) => id)).not.toContain(hero?.id);
  });

  it('says how many notices were not opened yet, and how many guides there are', () => {
    const tiles = (state = athome()) => screenOf(state, 'home').tiles;
    expect(tiles()).toMatchObject([
      { digit: '1', label: '通知公告', badge: `${ITEMS.length} 条没看` },
      { digit: '2', label: '办事指南', badge: `${GUIDES.length} 项` },
      { digit: '3', label: '我要反映', badge: '报修、求助' },
      { digit: '5', label: '账单查询' },
      { digit: '6', label: '社区生活' },
    ]);
    expect(tiles(press(athome(), '1', '1', 'back', 'back'))[0]?.badge).toBe(`${ITEMS.length - 1} 条没看`);
  });

  it('says so when there is no notice at all, and the tiles are still there', () => {
    const empty = screenOf(showing([]), 'home');
    expect(empty).toMatchObject({ hero: null, latest: [], focus: { area: 'tiles', index: 0 } });
    expect(empty.empty).not.toBe('');
  });

  it('says that there is no other when there is one notice, and nothing where there are more', () => {
    const single = screenOf(showing([ARRIVAL]), 'home');
    expect([single.hero?.id, single.latest.length, single.empty]).toEqual([ARRIVAL.id, 0, TEXTS.home.nothingElse]);
    expect(screenOf(athome(), 'home').empty).toBeNull();
  });

  it.each([
    ['1', 'list'],
    ['2', 'guides'],
    ['3', 'report'],
    ['5', 'home+pin'],
    ['6', 'life'],
  ] as const)('opens tile %s by its digit', (digit, screen) => {
    expect(whereIs(press(athome(), digit))).toBe(screen);
  });

  it('does nothing for a digit without a tile', () => {
    expect(whereIs(press(athome(), '8'))).toBe('home');
  });

  it('has the focus on the tile that was opened when somebody comes back', () => {
    expect(screenOf(press(athome(), '2', 'back'), 'home').focus).toEqual({ area: 'tiles', index: 1 });
  });

  it('opens what is chosen with OK, and comes back to it', () => {
    const opened = press(athome(), 'right', 'down', 'ok');
    expect(screenOf(opened, 'reader').id).toBe(screenOf(athome(), 'home').latest[1]?.id);
    expect(screenOf(press(opened, 'back'), 'home').focus).toEqual({ area: 'latest', index: 1 });
  });

  it('answers Back with a sentence and stays', () => {
    const back = press(athome(), 'back');
    expect([whereIs(back), back.context.note]).toEqual(['home', '这里就是首页']);
    expect(press(back, 'down').context.note).toBeNull();
  });
});
