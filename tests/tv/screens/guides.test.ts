// The ways to a guide: how near each is, what the keys do, and that Back leads out again.
import { describe, expect, it } from 'vitest';
import { DIGIT_DEPARTMENTS } from '../../../src/tv/navigation/guide-groups.ts';
import { frameOf, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { GUIDE_TEXTS } from '../../../src/tv/texts/guides.zh-CN.ts';
import { alert, at } from '../../domain/alerts/alert.ts';
import { HOME, NOW } from '../examples.ts';
import { athome, type BEGINNING, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';
import { SHIPPED, SHIPPED_CATALOGUE } from '../shipped.ts';

const shipped = (more: Partial<typeof SHIPPED_CATALOGUE> = {}, beginning: Partial<typeof BEGINNING> = {}): Snapshot =>
  tell(athome(beginning), { type: 'CATALOGUE', catalogue: { ...SHIPPED_CATALOGUE, ...more } });
const guides = () => press(shipped(), '2');
const cardAt = (state: Snapshot) => screenOf(state, 'guides').cards[screenOf(state, 'guides').focus]?.label;
const listOf = (state: Snapshot) => screenOf(state, 'guide-list');
const DIGITS: readonly RemoteKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

describe('the first screen of the guides', () => {
  it('opens on 水电气, so that any department is two presses from home', () => {
    expect(cardAt(guides())).toBe('水电气');
    expect(listOf(press(guides(), 'ok')).title).toBe('水电气');
    DIGIT_DEPARTMENTS.forEach((department, index) => {
      expect(listOf(press(guides(), DIGITS[index] ?? 'ok')).title).toBe(GUIDE_TEXTS.groups[department]);
    });
  });

  it('goes from card to card with the arrows, each of them reached and left again', () => {
    const seen = new Set<string | undefined>();
    const queue = [guides()];
    for (const state of queue) {
      if (seen.has(cardAt(state))) continue;
      seen.add(cardAt(state));
      queue.push(...(['up', 'down', 'left', 'right'] as const).map((arrow) => press(state, arrow)));
    }
    expect(seen.size).toBe(20);
    expect(cardAt(press(guides(), 'down', 'up'))).toBe('水电气');
    expect(cardAt(press(guides(), 'up'))).toBe('拼音查找');
  });

  it('has the focus on what was opened when somebody comes back', () => {
    expect(cardAt(press(guides(), '7', 'back'))).toBe('人社');
    expect(cardAt(press(guides(), 'down', 'down', 'ok', 'back'))).toBe('生孩子');
    expect(whereIs(press(guides(), 'back'))).toBe('home');
    expect(cardAt(press(guides(), '7', 'back', 'back', '2'))).toBe('水电气');
  });

  it('says so where nothing is at hand yet, and shows favourites, own and popular guides where there are some', () => {
    const none = press(shipped({}, { home: { ...HOME, favourites: [] } }), '2', 'up', 'right', 'ok');
    expect([whereIs(none), none.context.note]).toEqual(['guides', GUIDE_TEXTS.nothingHandy]);
    const number = (index: number) => SHIPPED[index]?.number ?? ('' as never);
    const some = press(
      shipped(
        { popular: [number(7), number(3)] },
        { home: { ...HOME, favourites: [number(5)] }, openings: { [number(3)]: 2, [number(9)]: 1 } },
      ),
      ...(['2', 'up', 'right', 'ok'] as const),
    );
    expect(listOf(some).cards.map(({ id }) => id)).toEqual([number(5), number(3), number(9), number(7)]);
    expect(listOf(some).cards.map(({ favourite }) => favourite)).toEqual([true, false, false, false]);
  });

  it('becomes a sentence where the box holds no guides, and the guides when they come', () => {
    const none = press(tell(athome(), { type: 'CATALOGUE', catalogue: { ...SHIPPED_CATALOGUE, guides: [] } }), '2');
    expect(screenOf(none, 'message')).toMatchObject({ title: '没有取到办事指南', text: '正在取办事指南，请稍等' });
    const offline = tell(none, { type: 'LINE', status: 'offline', asOf: NOW });
    expect(screenOf(offline, 'message').text).toContain('12345');
    expect(whereIs(press(offline, 'back'))).toBe('home');
    expect(whereIs(tell(none, { type: 'CATALOGUE', catalogue: SHIPPED_CATALOGUE }))).toBe('guides');
  });

  it('tells how old the guides are when the line is down, not how old the notices are', () => {
    const asOf = NOW - 3 * 86_400_000;
    const state = tell(press(shipped({ asOf }), '2'), { type: 'LINE', status: 'offline', asOf: NOW });
    expect(frameOf(state).chrome.status).toEqual({
      kind: 'offline',
      text: '暂时连不上，已显示 11月20日 20:00 保存的内容',
    });
  });
});

describe('how near a guide is', () => {
  /** Walked breadth first with the keys that a remote without colours has. */
  function presses(): Map<string, number> {
    const found = new Map<string, number>();
    const seen = new Set<string>();
    let edge = [shipped()];
    for (let depth = 1; depth <= 5; depth += 1) {
      const next: Snapshot[] = [];
      for (const state of edge) {
        for (const key of [...DIGITS, 'ok', 'left', 'right', 'down'] as const) {
          const after = press(state, key);
          const { screen, guide, guideList, guidesFocus } = after.context;
          if (screen === 'guide' && guide && !found.has(guide.number)) found.set(guide.number, depth);
          const place = JSON.stringify([screen, screen === 'guides' ? guidesFocus : guideList]);
          if ((screen !== 'guides' && screen !== 'guide-list') || seen.has(place)) continue;
          seen.add(place);
          next.push(after);
        }
      }
      edge = next;
    }
    return found;
  }

  it('five presses from home at most, for every guide that is shipped', () => {
    const found = presses();
    expect(SHIPPED.length).toBeGreaterThan(300);
    expect(SHIPPED.filter(({ number }) => !found.has(number)).map(({ name }) => name)).toEqual([]);
    expect(Math.max(...found.values())).toBeLessThanOrEqual(5);
  });
});

describe('a list of guides', () => {
  const police = () => press(guides(), '2');

  it('shows nine cards with what matters most, and how many there are', () => {
    const { title, cards, counted, page, pages } = listOf(police());
    const all = SHIPPED.filter(({ department }) => department === 'police');
    expect([title, cards.length, page, pages]).toEqual(['公安', 9, 1, Math.ceil(all.length / 9)]);
    expect(counted).toBe(`共 ${all.length} 项，第 1 页，共 ${pages} 页`);
    expect(cards[0]).toMatchObject({ id: all[0]?.number, name: all[0]?.name, meta: '20 个工作日 · 要收钱' });
  });

  it('has its guides in the order of their numbers, whatever order their parts came in', () => {
    const mixed = press(shipped({ guides: [...SHIPPED].reverse() }), '2', 'down', 'down', 'ok');
    const ids = listOf(mixed).cards.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBe(9);
  });

  it('turns pages round and round with left and right', () => {
    const { pages } = listOf(police());
    expect(listOf(press(police(), 'left')).page).toBe(pages);
    expect(listOf(press(police(), 'left', 'right'))).toMatchObject({ page: 1, focus: 0 });
    expect(listOf(press(police(), ...Array.from({ length: pages }, () => 'right' as const))).page).toBe(1);
  });

  it('comes to every card with down, column by column and page by page, and back with up', () => {
    const count = SHIPPED.filter(({ department }) => department === 'police').length;
    const chosen = (state: Snapshot) => listOf(state).cards[listOf(state).focus]?.id;
    const seen: (string | undefined)[] = [];
    let state = police();
    for (let times = 0; times < count; times += 1) {
      seen.push(chosen(state));
      state = press(state, 'down');
    }
    expect(new Set(seen).size).toBe(count);
    expect(seen.slice(0, 4)).toEqual([0, 3, 6, 1].map((place) => listOf(police()).cards[place]?.id));
    expect(chosen(state)).toBe(seen[0]);
    expect(chosen(press(state, 'up'))).toBe(seen[count - 1]);
  });

  it('opens a card by its digit, and has the focus on it when somebody comes back', () => {
    const opened = press(police(), 'right', '5');
    expect(screenOf(opened, 'guide').number).toBe(listOf(press(police(), 'right')).cards[4]?.id);
    expect(listOf(press(opened, 'back'))).toMatchObject({ page: 2, focus: 4 });
    expect(whereIs(press(opened, 'back', 'back', 'back'))).toBe('home');
  });

  it('says so when the page has no such card', () => {
    const last = press(police(), 'left');
    const { cards } = listOf(last);
    expect(cards.length).toBeLessThan(9);
    expect(press(last, '9').context.note).toBe(`这一页只有 ${cards.length} 项`);
  });

  it('shows a long department by its sections, and Back leads through them', () => {
    const labour = press(guides(), '7');
    expect(
      listOf(labour)
        .cards.map(({ name }) => name)
        .sort(),
    ).toEqual(['医保', '就业', '社保']);
    const second = press(labour, '2');
    expect(listOf(second).title).toBe(`人社 · ${listOf(labour).cards[1]?.name}`);
    expect(listOf(press(second, 'back'))).toMatchObject({ title: '人社', focus: 1 });
    expect(whereIs(press(second, '1', 'back', 'back', 'back', 'back'))).toBe('home');
  });

  it('shows what happens in life by departments where there is much of it', () => {
    const home = press(guides(), 'down', 'down', 'right', 'right', 'right', 'ok');
    expect(listOf(home).title).toBe('买房');
    expect(listOf(home).cards.map(({ name }) => name)).toContain('住建');
    const birth = press(guides(), 'down', 'down', 'ok');
    expect(listOf(birth).cards[0]?.id).toMatch(/^\d{4}$/);
  });

  it('steps back when what it lists is gone', () => {
    const none = { ...SHIPPED_CATALOGUE, guides: SHIPPED.filter(({ department }) => department !== 'police') };
    const state = tell(police(), { type: 'CATALOGUE', catalogue: none });
    expect([whereIs(state), state.context.note]).toEqual(['guides', '“公安”现在没有办事指南']);
  });
});

describe('an alert in force', () => {
  it('is opened by the red key where 8 is a digit of the screen, and the band says so', () => {
    const yellow = alert({ severity: 'yellow', sentAt: at(NOW), validFrom: at(NOW), validTo: at(NOW + 3_600_000) });
    const state = tell(tell(guides(), { type: 'TICK', now: NOW, sure: true }), {
      type: 'ALERTS',
      alerts: [yellow],
      now: NOW,
    });
    expect(frameOf(state).alert?.band).toMatchObject({ eight: false });
    expect(listOf(press(state, '8')).title).toBe('民政');
    expect(frameOf(press(state, 'red')).alert?.sheet).not.toBeNull();
    expect(frameOf(press(state, 'back')).alert?.band).toMatchObject({ eight: true });
    expect(frameOf(press(state, 'back', '8')).alert?.sheet).not.toBeNull();
  });
});

it('counts an opening once for each time a guide is opened', () => {
  const { snapshot, intents } = step(press(guides(), '2'), { type: 'KEY', key: '1' });
  const { number } = screenOf(snapshot, 'guide');
  expect(intents).toEqual([{ type: 'guide-opened', number, openings: { [number]: 1 } }]);
  expect(press(snapshot, 'right', 'down', 'back', '1').context.openings).toEqual({ [number]: 2 });
});
