// Reading a notice: pages, marks, and what happens when it changes or goes away under the reader's eyes.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { PAGE_LAYOUT, paginate } from '../../../src/domain/text/paginate.ts';
import { pagesOf, samePlace } from '../../../src/tv/screens/reader/pages.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import { athome, booted, listing, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';

const long = itemAbout('智慧社区');
const short = itemAbout('停水');
const news = (items: readonly NoticeItem[]) =>
  ({ type: 'ITEMS', items, now: NOW, confirmed: true, asOf: NOW, cursor: '' }) as const;
const key = (name: 'ok' | 'right') => ({ type: 'KEY', key: name }) as const;
/** The long notice at its first page, from the list of its kind. */
const reading = () => press(listing('政策公开'), '1');
const toEnd = () => press(reading(), ...pagesOf(long, true).map(() => 'right' as const));

describe('the reader', () => {
  it('shows the pages of the notice as they are laid out for large type', () => {
    expect(screenOf(reading(), 'reader')).toMatchObject({
      id: long.id,
      title: long.title,
      meta: '周村区政府 · 11月18日',
      page: 1,
      pages: paginate(long.blocks, PAGE_LAYOUT.elder).length,
      lines: paginate(long.blocks, PAGE_LAYOUT.elder)[0],
    });
  });

  it.each([
    ['right', 'left'],
    ['down', 'up'],
    ['pageDown', 'pageUp'],
  ] as const)('turns pages with %s and %s', (on, back) => {
    expect(screenOf(press(reading(), on), 'reader').page).toBe(2);
    expect(screenOf(press(reading(), on, back), 'reader').page).toBe(1);
    expect(press(reading(), back).context.note).toBe('这是第一页');
  });

  it('ends at the last page and says so', () => {
    const { page, pages } = screenOf(toEnd(), 'reader');
    expect(page).toBe(pages);
    expect(toEnd().context.note).toBe('已经是最后一页了，按返回键回去');
  });

  it('keeps the place when the size of type changes', () => {
    const third = press(reading(), 'right', 'right');
    const first = screenOf(third, 'reader').lines.find((line) => line.kind === 'text');
    const smaller = screenOf(press(third, 'green'), 'reader');
    expect(JSON.stringify(smaller.lines)).toContain(first?.kind === 'text' ? first.text.slice(0, 6) : 'a line of text');
    expect(screenOf(press(third, 'green', 'green'), 'reader').page).toBeLessThanOrEqual(3);
  });

  it('finds the page of a place in any other layout', () => {
    const pages = (rows: number) => paginate(long.blocks, { cells: 26, rows });
    const back = pages(4).map((_, page) => samePlace(pages(4), page, pages(4)));
    expect(back).toEqual(pages(4).map((_, page) => page));
    expect(samePlace(pages(4), 0, pages(9))).toBe(0);
    expect(samePlace(pages(4), pages(4).length - 1, pages(12))).toBe(pages(12).length - 1);
  });
});

describe('what the reader tells the outside', () => {
  it('rendered with the first page, read with the last, each once', () => {
    const opened = step(listing('政策公开'), key('ok'));
    const receipt = { type: 'receipt', id: long.id, revision: 1 };
    const marks = (read: boolean) => ({ type: 'marks', marks: { [long.id]: { revision: 1, read } } });
    expect(opened.intents).toEqual([{ ...receipt, step: 'rendered' }, marks(false)]);
    let state = opened.snapshot;
    const told = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const next = step(state, key('right'));
      state = next.snapshot;
      told.push(...next.intents);
    }
    expect(told).toEqual([{ ...receipt, step: 'read' }, marks(true)]);
    expect(step(press(state, 'back'), key('ok')).intents).toEqual([]);
  });

  it('both at once for a notice of one page', () => {
    const brief = { ...short, blocks: short.blocks.slice(0, 1) };
    const { intents } = step(press(tell(booted(), news([brief])), '1'), key('ok'));
    expect(intents.map((intent) => (intent.type === 'receipt' ? intent.step : intent.type))).toEqual([
      'rendered',
      'read',
      'marks',
    ]);
  });

  it('nothing in the editor of the console', () => {
    const shown = step(booted({ previewing: true }), { type: 'PREVIEW', item: short, elder: true });
    expect([whereIs(shown.snapshot), shown.intents]).toEqual(['reader', []]);
    expect(step(shown.snapshot, key('right')).intents).toEqual([]);
  });
});

describe('a notice that changes while it is read', () => {
  it('starts anew with a word about it, and is reported anew', () => {
    const changed = { ...long, revision: 2, title: '改过的方案' };
    const { snapshot, intents } = step(press(reading(), 'right'), news([changed]));
    expect(screenOf(snapshot, 'reader')).toMatchObject({ title: '改过的方案', page: 1 });
    expect(snapshot.context.note).toContain('从头显示');
    expect(intents[0]).toMatchObject({ step: 'rendered', revision: 2 });
  });

  it('gives way to a calm sentence when it is withdrawn, with a way back', () => {
    const gone = tell(reading(), news(ITEMS.filter(({ id }) => id !== long.id)));
    expect(screenOf(gone, 'message')).toMatchObject({ title: '这条通知已经撤回', action: '返回' });
    expect(whereIs(press(gone, 'ok'))).toBe('message');
    expect(whereIs(press(gone, 'ok', 'ok'))).toBe('home');
  });

  it('gives way to a sentence when its time is over', () => {
    const state = press(athome(), 'ok');
    expect(screenOf(state, 'reader').id).toBe(short.id);
    const later = tell(state, { type: 'TICK', now: Date.parse(short.validTo ?? ''), sure: true });
    expect(screenOf(later, 'message').title).toBe('这条通知已经过期');
    expect(whereIs(press(later, 'back'))).toBe('home');
  });

  it('does so below an open overlay, too', () => {
    const gone = tell(press(reading(), '0'), news([]));
    expect(whereIs(gone)).toBe('message+help');
  });
});

describe('the preview in the console', () => {
  const preview = (blocks = long.blocks, elder = true) =>
    ({ type: 'PREVIEW', item: { ...long, blocks, validTo: long.publishedAt }, elder }) as const;

  it('shows what is being written, valid or not, at the page it was at', () => {
    const second = press(tell(booted({ previewing: true }), preview()), 'right');
    const typed = tell(second, preview([...long.blocks, { type: 'paragraph', text: '再加一句。' }]));
    expect(screenOf(typed, 'reader')).toMatchObject({ page: 2, preview: true });
    expect(screenOf(tell(second, preview(long.blocks.slice(0, 1))), 'reader')).toMatchObject({ page: 1, pages: 1 });
  });

  it('has no way out', () => {
    const shown = tell(booted({ previewing: true }), preview());
    expect([whereIs(press(shown, 'back')), whereIs(press(shown, 'home'))]).toEqual(['reader', 'reader']);
  });

  it('waits for the first text with a sentence', () => {
    expect(screenOf(booted({ previewing: true }), 'boot').text).toContain('电视上的样子');
  });
});
