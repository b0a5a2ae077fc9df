// A notice that takes the whole screen: once, never over someone's reading, and it goes away when it is told to.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import type { Snapshot } from '../../../src/tv/navigation/machine.ts';
import { itemAbout, NOW } from '../examples.ts';
import { athome, booted, ITEMS_HERE, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';

const [short, long] = [itemAbout('停水'), itemAbout('智慧社区')];
const full = (item: NoticeItem, more: Partial<NoticeItem> = {}): NoticeItem => ({
  ...item,
  placements: ['full'],
  ...more,
});
const news = (items: readonly NoticeItem[]) => ({ ...ITEMS_HERE, items }) as typeof ITEMS_HERE;
const started = (...items: NoticeItem[]) => tell(booted(), news(items));

describe('a notice with the whole screen', () => {
  it('is there when the television starts, or as soon as it comes while one is at home', () => {
    expect(screenOf(started(full(short), long), 'full')).toMatchObject({ id: short.id, page: 1 });
    expect(whereIs(tell(athome(), news([full(short)])))).toBe('full');
  });

  it('comes at its time', () => {
    const validFrom = new Date(NOW + 60_000).toISOString() as NoticeItem['validFrom'];
    const waiting = started(full(short, { validFrom }), long);
    expect(whereIs(waiting)).toBe('home');
    expect(whereIs(tell(waiting, { type: 'TICK', now: NOW + 60_000, sure: true }))).toBe('full');
  });

  it('waits until the reader is done, or the PIN is typed', () => {
    for (const busy of [press(athome(), '1'), press(athome(), 'ok'), press(athome(), '7', '1')])
      expect(whereIs(tell(busy, news([full(short), long])))).toBe(whereIs(busy));
    expect(whereIs(press(tell(press(athome(), '1'), news([full(short), long])), 'back'))).toBe('full');
  });

  it.each(['ok', 'back', 'home'] as const)('goes by %s, and comes again only when it has changed', (key) => {
    const seen = press(started(full(short), long), key);
    expect(whereIs(seen)).toBe('home');
    expect(whereIs(press(tell(seen, news([full(short), long])), '1', 'back'))).toBe('home');
    expect(whereIs(tell(seen, news([full(short, { revision: 2 }), long])))).toBe('full');
  });

  it('leads on to the whole text where there is more of it', () => {
    expect(screenOf(press(started(full(long)), 'ok'), 'reader')).toMatchObject({ id: long.id, page: 1 });
  });

  it('counts as seen, over a restart too', () => {
    const { snapshot, intents } = step(booted(), news([full(short)]));
    expect(intents).toMatchObject([
      { type: 'receipt', id: short.id, step: 'rendered' },
      { type: 'receipt', id: short.id, step: 'read' },
      { type: 'marks', marks: { [short.id]: { revision: short.revision, read: true } } },
    ]);
    expect(whereIs(tell(booted({ marks: snapshot.context.marks }), news([full(short)])))).toBe('home');
  });

  it('shows one after another where there are several', () => {
    const both = started(full(short), full(long));
    const first = screenOf(both, 'full').id;
    const second = screenOf(press(both, 'back'), 'full').id;
    expect(new Set([first, second])).toEqual(new Set([short.id, long.id]));
    expect(whereIs(press(both, 'back', 'back'))).toBe('home');
  });

  it('keeps nobody from home for longer than three of them', () => {
    const five = started(...[1, 2, 3, 4, 5].map((number) => full(short, { id: `full ${number}` as NoticeItem['id'] })));
    expect(whereIs(press(five, 'back', 'back'))).toBe('full');
    expect(whereIs(press(five, 'back', 'back', 'back'))).toBe('home');
  });

  it('goes by itself when it is withdrawn', () => {
    const gone = (state: Snapshot) => tell(state, news([long]));
    expect(whereIs(gone(started(full(short), long)))).toBe('home');
  });
});
