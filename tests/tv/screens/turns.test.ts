// What takes turns on the home screen: the large card and the banner; and that nothing changes under the focus.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { HOME_TURN_MS } from '../../../src/domain/schedule/on-now.ts';
import type { Snapshot } from '../../../src/tv/navigation/machine.ts';
import { nextMoment } from '../../../src/tv/navigation/wake.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import { athome, booted, ITEMS_HERE, press, screenOf, tell } from '../navigation/walk.ts';

const later = (state: Snapshot, ms: number) => tell(state, { type: 'TICK', now: NOW + ms, sure: true });
const placed = (words: string, place: 'card' | 'banner', weight = 1): NoticeItem => ({
  ...itemAbout(words),
  pinned: false,
  placements: [place],
  weight,
});
const started = (...items: NoticeItem[]) => {
  const others = ITEMS.filter(({ id }) => items.every((item) => item.id !== id)).map((item) => ({
    ...item,
    pinned: false,
  }));
  return tell(booted(), { ...ITEMS_HERE, items: [...items, ...others] } as typeof ITEMS_HERE);
};
const heroes = (state: Snapshot, count: number) =>
  Array.from({ length: count }, (_, turn) => screenOf(later(state, turn * HOME_TURN_MS), 'home').hero?.id);
const [one, other] = [placed('停水', 'card', 2), placed('老年卡', 'card', 1)];

describe('the large card', () => {
  it('changes every twenty seconds, by weight, while the focus is elsewhere', () => {
    const seen = heroes(press(started(one, other), 'down'), 30);
    expect([seen.filter((id) => id === one.id).length, seen.filter((id) => id === other.id).length]).toEqual([20, 10]);
  });

  it('never changes under the focus, and is the same when one comes back to it', () => {
    const state = started(one, other);
    expect(new Set(heroes(state, 9)).size).toBe(1);
    const back = press(later(press(state, 'ok'), 70_000), 'back');
    expect(screenOf(back, 'home').hero?.id).toBe(screenOf(state, 'home').hero?.id);
  });

  it('is what is seen when the focus comes to it', () => {
    const away = later(press(started(one, other), 'down'), HOME_TURN_MS);
    const seen = screenOf(away, 'home').hero?.id;
    const on = press(away, 'up');
    expect([screenOf(on, 'home').hero?.id, ...heroes(on, 4)]).toEqual(Array(5).fill(seen));
  });

  it('gives way under the focus to one that has just been published, and then stays again', () => {
    const state = started(one, other);
    const fresh: NoticeItem = {
      ...one,
      id: 'fresh' as NoticeItem['id'],
      publishedAt: new Date(NOW).toISOString() as NoticeItem['publishedAt'],
    };
    const after = tell(state, { ...ITEMS_HERE, items: [one, other, fresh] } as typeof ITEMS_HERE);
    expect(new Set(heroes(after, 6))).toEqual(new Set(['fresh']));
  });

  it('gives way under the focus when it is off', () => {
    const state = started(one, other);
    const shown = screenOf(state, 'home').hero?.id;
    const rest = [one, other].filter(({ id }) => id !== shown);
    const after = tell(state, { ...ITEMS_HERE, items: rest } as typeof ITEMS_HERE);
    expect(screenOf(after, 'home').hero?.id).toBe(rest[0]?.id);
  });

  it('leaves the rows beside it alone', () => {
    const state = press(started(one, other), 'right');
    const rows = (ms: number) => screenOf(later(state, ms), 'home').latest.map(({ id }) => id);
    expect(rows(HOME_TURN_MS)).toEqual(rows(0));
    expect(rows(2 * HOME_TURN_MS)).toEqual(rows(0));
  });

  it('keeps the box awake only while it changes', () => {
    const away = press(started(one, other), 'down');
    expect(nextMoment('home', away.context, NOW)).toBe(NOW + HOME_TURN_MS - (NOW % HOME_TURN_MS));
    for (const still of [started(one, other), press(athome(), 'down')])
      expect(nextMoment('home', still.context, NOW)).toBe(NOW + 60_000 - (NOW % 60_000));
  });

  it('is changed as soon as the box looks again, where it slept over a turn', () => {
    const away = press(started(one, other), 'down');
    expect(nextMoment('home', away.context, NOW + 50_000)).toBeLessThan(NOW + 50_000);
  });
});

describe('a banner', () => {
  it('stands above the large notice, and opens by OK', () => {
    const state = press(started(placed('停水', 'banner')), 'up');
    expect(screenOf(state, 'home')).toMatchObject({ banner: { id: itemAbout('停水').id }, focus: { area: 'banner' } });
    expect(screenOf(press(state, 'ok'), 'reader').id).toBe(itemAbout('停水').id);
  });

  it('takes the room of one row and of one line', () => {
    const without = screenOf(started(), 'home');
    const under = screenOf(started(placed('停水', 'banner')), 'home');
    expect([without.latest.length, under.latest.length]).toEqual([3, 2]);
    expect(under.hero?.lines.length).toBe(1);
  });

  it('takes turns with others, not under the focus', () => {
    const state = started(placed('停水', 'banner'), placed('老年卡', 'banner'));
    const banners = (from: Snapshot) =>
      [0, 1].map((turn) => screenOf(later(from, turn * HOME_TURN_MS), 'home').banner?.id);
    expect(new Set(banners(state)).size).toBe(2);
    expect(new Set(banners(press(state, 'up'))).size).toBe(1);
  });

  it('is not told twice, unless it is all there is', () => {
    const { hero, latest } = screenOf(started(placed('停水', 'banner')), 'home');
    expect([hero, ...latest].map((row) => row?.id)).not.toContain(itemAbout('停水').id);
    const alone = tell(booted(), { ...ITEMS_HERE, items: [placed('停水', 'banner')] } as typeof ITEMS_HERE);
    expect(screenOf(alone, 'home')).toMatchObject({ hero: { id: itemAbout('停水').id }, latest: [] });
  });
});
