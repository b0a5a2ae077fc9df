// How much of a box's shelf the catalogue takes.
import { describe, expect, it } from 'vitest';
import type { PartHash } from '../../../src/contract/catalogue.ts';
import { catalogueOn } from '../../../src/tv/catalogue/shelf.ts';
import { FEED_LIMIT } from '../../../src/tv/feed/cache.ts';
import { fakeShelf } from '../fakes.ts';
import { SHIPPED } from '../shipped.ts';

/** Of the oldest boxes, in characters, for all that the app keeps. */
const SHELF = 2_000_000;

describe('the shelf', () => {
  it('has room for five hundred guides beside the fullest feed, and a half of it to spare', () => {
    const shelf = fakeShelf();
    const kept = catalogueOn(shelf);
    const guides = Array.from({ length: 500 }, (_, index) => SHIPPED[index % SHIPPED.length]);
    kept.part('guides/police').write({ hash: 'a'.repeat(128) as PartHash, text: JSON.stringify(guides) });
    const used = [...shelf.kept.values()].reduce((sum, text) => sum + text.length, 0);
    expect(used).toBeGreaterThan(400_000);
    expect(used).toBeLessThan(700_000);
    expect(used + FEED_LIMIT).toBeLessThan(SHELF * 0.7);
  });

  it('reads a part as it was written, and nothing where it is damaged', () => {
    const shelf = fakeShelf();
    const part = catalogueOn(shelf).part('popular');
    expect(part.read()).toBeNull();
    part.write({ hash: 'b'.repeat(128) as PartHash, text: '["0203"]' });
    expect(part.read()).toEqual({ hash: 'b'.repeat(128), text: '["0203"]' });
    shelf.write('linli.part.popular', 'cut');
    expect(part.read()).toBeNull();
  });
});
