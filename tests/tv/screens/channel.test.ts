// The community's channel and the loop of a lobby's screen.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { turnMsOf } from '../../../src/domain/schedule/loop.ts';
import { frameOf, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import { nextMoment } from '../../../src/tv/navigation/wake.ts';
import { REMOTE_KEYS } from '../../../src/tv/remote/keys.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import {
  athome,
  booted,
  CODE,
  HOUSEHOLD_HERE,
  ITEMS_HERE,
  PIN_RIGHT,
  press,
  STANDBY,
  screenOf,
  tell,
  whereIs,
} from './../navigation/walk.ts';

const later = (state: Snapshot, now: number) => tell(state, { type: 'TICK', now, sure: true });
const holding = (items: readonly NoticeItem[]) => tell(booted(), { ...ITEMS_HERE, items } as typeof ITEMS_HERE);
const [long, short] = [itemAbout('智慧社区'), itemAbout('停水')];
const standby = (item: NoticeItem) => ({ ...item, placements: ['standby' as const] });

/** Page after page, each with how long it stood, ms. */
function watch(from: Snapshot, pages: number) {
  const seen: { id: string; page: number; ms: number }[] = [];
  let state = from;
  let at = NOW;
  for (let turn = 0; turn < pages; turn += 1) {
    const { id, page } = screenOf(state, 'channel');
    let next = nextMoment('channel', state.context, at);
    let after = later(state, next);
    // The clock's minutes change nothing on the page.
    while (screenOf(after, 'channel').id === id && screenOf(after, 'channel').page === page && next < at + 600_000) {
      next = nextMoment('channel', after.context, next);
      after = later(after, next);
    }
    seen.push({ id, page, ms: next - at });
    [state, at] = [after, next];
  }
  return seen;
}

describe("the community's channel", () => {
  it('opens by 9 on home, bears the name of the community, and Back leads home', () => {
    const open = press(athome(), '9');
    expect(screenOf(open, 'channel').channel).toBe('车站社区频道');
    expect(frameOf(open).chrome.hints.map(({ key }) => key)).toContain('back');
    expect(whereIs(press(open, 'back'))).toBe('home');
  });

  it('goes through every notice from its first page to its last, and never stands still', () => {
    const seen = watch(press(athome(), '9'), 40);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(ITEMS.length);
    const pages = seen.filter(({ id }) => id === long.id).map(({ page }) => page);
    expect(pages.slice(1).every((page, index) => page === 1 || page === (pages[index] ?? 0) + 1)).toBe(true);
    expect(Math.max(...pages)).toBeGreaterThan(1);
    for (const { ms } of seen.slice(1)) expect(ms).toBeGreaterThanOrEqual(8_000);
  });

  it('gives each notice the time it takes to read', () => {
    const items = [standby(long), standby(short)];
    const seen = watch(press(holding(items), '9'), 30).slice(1);
    const first = seen.findIndex(({ page }, index) => page === 1 && index > 0);
    const whole = seen.slice(first, first + seen.slice(first + 1).findIndex(({ page }) => page === 1) + 1);
    const shown = items.find(({ id }) => id === whole[0]?.id);
    expect(whole.reduce((sum, { ms }) => sum + ms, 0)).toBe(shown && turnMsOf(shown));
  });

  it('opens the notice that is shown by OK, and comes back home from there', () => {
    const open = press(athome(), '9');
    const { id } = screenOf(open, 'channel');
    expect(screenOf(press(open, 'ok'), 'reader').id).toBe(id);
    expect(whereIs(press(open, 'ok', 'back'))).toBe('home');
  });

  it('shows what was meant for it, where something was', () => {
    const seen = watch(press(holding([standby(short), long]), '9'), 3);
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([short.id]));
  });

  it('does not open where there is nothing, and closes when nothing is left', () => {
    expect(whereIs(press(holding([]), '9'))).toBe('home');
    expect(frameOf(press(holding([]), '9')).chrome.note).toBe('频道里现在没有内容');
    expect(whereIs(tell(press(athome(), '9'), { ...ITEMS_HERE, items: [] } as typeof ITEMS_HERE))).toBe('home');
  });
});

describe("a lobby's screen", () => {
  it('begins its loop from wherever it was left, with nothing above it', () => {
    for (const left of [
      athome(),
      press(athome(), '1'),
      press(athome(), 'ok'),
      press(athome(), '0'),
      press(athome(), '7', '1'),
    ])
      expect(whereIs(tell(left, STANDBY))).toBe('channel');
  });

  it('leaves nothing private behind', () => {
    const inside = tell(tell(press(athome(), '7', '6', '0', '4', '1', '8', '2'), PIN_RIGHT), HOUSEHOLD_HERE);
    expect(whereIs(inside)).toBe('household');
    expect(tell(inside, STANDBY).context.privately).toBeNull();
  });

  it('returns home by any key', () => {
    const loop = tell(athome(), STANDBY);
    for (const key of REMOTE_KEYS.filter((name) => !['0', 'menu', 'yellow', 'green'].includes(name)))
      expect(whereIs(press(loop, key))).toBe('home');
    expect(frameOf(loop).chrome.hints).toEqual([{ key: 'any', label: '首页' }]);
  });

  it('stays as it is where there is nothing to show, or no home', () => {
    expect(whereIs(tell(holding([]), STANDBY))).toBe('home');
    expect(whereIs(tell(tell(booted(), CODE), STANDBY))).toBe('activate');
  });
});
