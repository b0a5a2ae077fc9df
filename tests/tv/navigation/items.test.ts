// Which notices are shown, and in which order.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { beginWith } from '../../../src/tv/navigation/context.ts';
import { currentItems, isUnread, listItems, metaOf } from '../../../src/tv/navigation/items.ts';
import { marksToKeep } from '../../../src/tv/navigation/marks.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import { BEGINNING } from './walk.ts';

const at = (instant: string) => instant as NoticeItem['validFrom'];
const contextAt = (now: number, items: readonly NoticeItem[] = ITEMS) => ({
  ...beginWith({ ...BEGINNING, now }),
  items,
});
const water = itemAbout('停水');

describe('notices on the screen', () => {
  it('come newest first', () => {
    const times = currentItems(contextAt(NOW)).map((item) => Date.parse(item.publishedAt));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(times).toHaveLength(ITEMS.length);
  });

  it('stand in a list with the pinned ones on top', () => {
    const old = { ...itemAbout('老年卡'), pinned: true };
    const items = ITEMS.map((item) => (item.id === old.id ? old : item));
    expect(
      listItems(contextAt(NOW, items), null)
        .map((item) => item.id)
        .slice(0, 2),
    ).toEqual([water.id, old.id]);
  });

  it('are of the one category that is asked for', () => {
    expect(listItems(contextAt(NOW), 'outage').map(({ category }) => category)).toEqual(['outage', 'outage']);
  });

  it('appear at the first moment they are valid for, and are gone at the last', () => {
    const item = { ...water, validFrom: at('2026-11-23T10:00:00.000Z'), validTo: at('2026-11-23T11:00:00.000Z') };
    const shown = (instant: string) => currentItems(contextAt(Date.parse(instant), [item])).length === 1;
    expect(shown('2026-11-23T09:59:59.999Z')).toBe(false);
    expect(shown('2026-11-23T10:00:00.000Z')).toBe(true);
    expect(shown('2026-11-23T10:59:59.999Z')).toBe(true);
    expect(shown('2026-11-23T11:00:00.000Z')).toBe(false);
  });

  it('are unread again when their text has changed', () => {
    expect(isUnread(water, {})).toBe(true);
    expect(isUnread(water, { [water.id]: { revision: 1, read: false } })).toBe(false);
    expect(isUnread({ ...water, revision: 2 }, { [water.id]: { revision: 1, read: true } })).toBe(true);
  });

  it('say who speaks and when, in the day of Zhoucun and not of London', () => {
    const late = { ...water, publishedAt: at('2026-11-22T17:30:00.000Z') };
    expect(metaOf(late, NOW)).toBe('周村区自来水公司 · 11月23日');
    expect(metaOf({ ...late, publishedAt: at('2025-12-31T15:59:00.000Z') }, NOW)).toBe(
      '周村区自来水公司 · 2025年12月31日',
    );
  });
});

describe('marks of what was read', () => {
  it('are kept until there are too many, then only those of notices that are still there', () => {
    const few = { [water.id]: { revision: 1, read: true }, gone: { revision: 1, read: true } };
    expect(marksToKeep(few, ITEMS)).toBe(few);
    const many = { ...few, ...Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`old ${n}`, few.gone])) };
    expect(marksToKeep(many, ITEMS)).toEqual({ [water.id]: { revision: 1, read: true } });
  });
});
