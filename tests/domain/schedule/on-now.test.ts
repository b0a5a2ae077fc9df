import { describe, expect, it } from 'vitest';
import { type NoticeItem, readFeed, NoticeItem as Schema } from '../../../src/contract/feed.ts';
import { HOME_TURN_MS, onNow } from '../../../src/domain/schedule/on-now.ts';

const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const [example] = readFeed.example.reply.entries.flatMap((entry) =>
  entry.action === 'put' && entry.item.kind === 'notice' ? [Schema.parse(entry.item)] : [],
);

let made = 0;
const notice = (more: Partial<NoticeItem> = {}): NoticeItem => {
  if (!example) throw new Error('the feed has no example');
  made += 1;
  const id = `019ab000-0000-7000-8000-${String(made).padStart(12, '0')}` as NoticeItem['id'];
  const publishedAt = new Date(NOW - 86_400_000 + made * 1_000).toISOString() as NoticeItem['publishedAt'];
  return { ...example, id, publishedAt, pinned: false, ...more };
};
const ids = (items: readonly NoticeItem[]) => items.map(({ id }) => id);

describe('what is on', () => {
  it('is in its place, pinned first, then newest', () => {
    const [old, pinned, fresh] = [
      notice({ placements: ['ticker'] }),
      notice({ pinned: true }),
      notice({ placements: ['ticker', 'full'] }),
    ];
    const on = onNow([old, pinned, fresh], NOW);
    expect(ids(on.all)).toEqual(ids([fresh, pinned, old]));
    expect(ids(on.ticker)).toEqual(ids([pinned, fresh, old]));
    expect(ids(on.full)).toEqual(ids([fresh]));
    expect(ids(on.card.items)).toEqual(ids([pinned]));
    expect([on.banner.items, on.banner.shown]).toEqual([[], null]);
  });

  it('has the newest on the card where none asks for it, rather one that is not on the banner', () => {
    const [plain, banner] = [notice(), notice({ placements: ['banner'] })];
    expect(onNow([plain, banner], NOW).card).toEqual({ items: [], shown: plain });
    expect(onNow([banner], NOW).card.shown).toBe(banner);
    expect(onNow([], NOW).card.shown).toBeNull();
  });

  it('goes through everything in the loop where nothing asks for it', () => {
    const [plain, lobby] = [notice(), notice({ placements: ['standby'] })];
    expect(ids(onNow([plain], NOW).standby)).toEqual(ids([plain]));
    expect(ids(onNow([plain, lobby], NOW).standby)).toEqual(ids([lobby]));
  });

  it('shares a place by weight, and only among those that are on', () => {
    const [twice, once] = [notice({ placements: ['card'], weight: 6 }), notice({ placements: ['card'], weight: 3 })];
    const never = notice({ placements: ['card'], weight: 10, airing: { days: [], dayparts: null } });
    const shown = Array.from(
      { length: 60 },
      (_, turn) => onNow([twice, once, never], NOW + turn * HOME_TURN_MS).card.shown,
    );
    expect([twice, once, never].map((item) => shown.filter((each) => each === item).length)).toEqual([40, 20, 0]);
  });
});
