// What a box keeps: as much as fits, nothing that is damaged.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { cacheOn, FEED_LIMIT } from '../../../src/tv/feed/cache.ts';
import { itemsOf, type Known } from '../../../src/tv/feed/store.ts';
import { HOME, ITEMS, itemAbout } from '../examples.ts';
import { fakeShelf } from '../fakes.ts';

const byId = (items: readonly NoticeItem[]) => Object.fromEntries(items.map((item) => [item.id, item]));
const known: Known = { '370306001001': { seq: 8, items: byId(ITEMS) }, '370306': { seq: 0, items: {} } };

describe('the cache', () => {
  it('gives back what was kept', () => {
    const shelf = fakeShelf();
    cacheOn(shelf).keepFeed(known);
    cacheOn(shelf).home.write(HOME);
    expect(cacheOn(shelf).feed.read()).toEqual({ known, complete: true });
    expect(cacheOn(shelf).home.read()).toEqual(HOME);
  });

  it('keeps the pinned and the newest when the shelf is small, and knows that it is not all', () => {
    const shelf = fakeShelf(JSON.stringify(known).length / 2);
    cacheOn(shelf).keepFeed(known);
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
    cacheOn(shelf).keepFeed({ '370306': { seq: 60, items: byId(many) } });
    expect(shelf.kept.get('linli.feed')?.length).toBeLessThanOrEqual(FEED_LIMIT + 100);
    expect(itemsOf(cacheOn(shelf).feed.read()?.known ?? {}).length).toBeGreaterThan(10);
  });

  it('does without where nothing can be kept', () => {
    const cache = cacheOn(fakeShelf(0));
    expect(cache.keepFeed(known)).toBe(false);
    expect([cache.feed.read(), cache.choice.write({ elder: true, motion: true }), cache.choice.read()]).toEqual([
      null,
      false,
      null,
    ]);
  });

  it.each([
    ['not JSON', '{"v":1,'],
    ['of another version', '{"v":2,"data":{"known":{},"complete":true}}'],
    ['of another shape', '{"v":1,"data":{"known":{"370306":{"seq":1,"items":{"a":{"title":1}}}},"complete":true}}'],
    ['somebody else’s', '"hello"'],
  ])('reads what is %s as nothing', (_, text) => {
    const shelf = fakeShelf();
    for (const key of ['feed', 'home', 'marks', 'receipts', 'choice', 'commands']) shelf.kept.set(`linli.${key}`, text);
    const cache = cacheOn(shelf);
    const records = [cache.feed, cache.home, cache.marks, cache.receipts, cache.choice, cache.commands];
    expect(records.map((record) => record.read())).toEqual([null, null, null, null, null, null]);
  });

  it('forgets the home it stood in, but not how its people like to read', () => {
    const shelf = fakeShelf();
    const cache = cacheOn(shelf);
    cache.keepFeed(known);
    cache.home.write(HOME);
    cache.marks.write({ a: { revision: 1, read: true } });
    cache.choice.write({ elder: false, motion: true });
    cache.clear();
    expect([...shelf.kept.keys()]).toEqual(['linli.choice']);
  });
});
