// What a box keeps: as much as fits, nothing that is damaged.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { cacheOn, FEED_LIMIT } from '../../../src/tv/feed/cache.ts';
import { itemsOf, type Known } from '../../../src/tv/feed/store.ts';
import { HOME, ITEMS, itemAbout } from '../examples.ts';
import { fakeShelf } from '../fakes.ts';

const KEY = '0a1b2c3d4e5f6071';
const byId = (items: readonly NoticeItem[]) =>
  Object.fromEntries(items.map((item, index) => [item.id, { item, key: KEY, seq: index + 1 }]));
const gone = { b: { revision: 2, seq: 9, key: KEY, until: null } };
const known: Known = {
  '370306001001': { seq: 9, items: byId(ITEMS), gone },
  '370306': { seq: 0, items: {}, gone: {} },
};

describe('the cache', () => {
  it('gives back what was kept', () => {
    const shelf = fakeShelf();
    cacheOn(shelf).keepFeed(known, true);
    cacheOn(shelf).home.write(HOME);
    expect(cacheOn(shelf).feed.read()).toEqual({ known, complete: true });
    expect(cacheOn(shelf).home.read()).toEqual(HOME);
  });

  it('keeps the pinned and the newest when the shelf is small, and knows that it is not all', () => {
    const shelf = fakeShelf(JSON.stringify(known).length / 2);
    cacheOn(shelf).keepFeed(known, true);
    const kept = cacheOn(shelf).feed.read();
    expect(kept?.complete).toBe(false);
    const ids = itemsOf(kept?.known ?? {}).map(({ id }) => id);
    expect(ids.length).toBeLessThan(ITEMS.length);
    expect(ids).toContain(itemAbout('停水').id);
  });

  it('never takes more than its share of a large shelf', () => {
    const text = '长'.repeat(20_000);
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...(ITEMS[1] as NoticeItem),
      id: `long ${index}` as NoticeItem['id'],
      blocks: [{ type: 'paragraph' as const, text }],
    }));
    const shelf = fakeShelf();
    cacheOn(shelf).keepFeed({ '370306': { seq: 60, items: byId(many), gone: {} } }, true);
    expect(shelf.kept.get('linli.feed')?.length).toBeLessThanOrEqual(FEED_LIMIT + 100);
    expect(itemsOf(cacheOn(shelf).feed.read()?.known ?? {}).length).toBeGreaterThan(10);
  });

  it('does without where nothing can be kept', () => {
    const cache = cacheOn(fakeShelf(0));
    expect(cache.keepFeed(known, true)).toBe(false);
    expect([cache.feed.read(), cache.choice.write({ elder: true, motion: true }), cache.choice.read()]).toEqual([
      null,
      false,
      null,
    ]);
  });

  it.each([
    ['not JSON', '{"v":1,'],
    ['of another version', '{"v":3,"data":{"known":{},"complete":true}}'],
    ['of before entries were signed', '{"v":1,"data":{"known":{"370306":{"seq":1,"items":{}}},"complete":true}}'],
    ['of another shape', '{"v":2,"data":{"known":{"370306":{"seq":1,"items":{"a":{"title":1}}}},"complete":true}}'],
    ['somebody else’s', '"hello"'],
  ])('reads what is %s as nothing', (_, text) => {
    const shelf = fakeShelf();
    for (const key of ['feed', 'home', 'trust', 'marks', 'receipts', 'choice', 'commands'])
      shelf.kept.set(`linli.${key}`, text);
    const cache = cacheOn(shelf);
    const records = [cache.feed, cache.home, cache.trust, cache.marks, cache.receipts, cache.choice, cache.commands];
    expect(records.map((record) => record.read())).toEqual(records.map(() => null));
  });

  it('forgets the home it stood in, but not how its people like to read', () => {
    const shelf = fakeShelf();
    const cache = cacheOn(shelf);
    cache.keepFeed(known, true);
    cache.home.write(HOME);
    cache.marks.write({ a: { revision: 1, read: true } });
    cache.choice.write({ elder: false, motion: true });
    cache.clear();
    expect([...shelf.kept.keys()]).toEqual(['linli.choice']);
  });
});
