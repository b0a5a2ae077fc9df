// Reading a guide: its tabs and pages, keeping it at hand, going on on a phone.
import { describe, expect, it } from 'vitest';
import { FAVOURITES_MOST } from '../../../src/contract/catalogue.ts';
import type { CarriedGuide } from '../../../src/contract/guides.ts';
import { frameOf, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import { tabPages } from '../../../src/tv/screens/guide/tabs.ts';
import { GUIDE_TEXTS } from '../../../src/tv/texts/guides.zh-CN.ts';
import { CATALOGUE, GUIDES, HOME } from '../examples.ts';
import { athome, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';
import { SHIPPED } from '../shipped.ts';

/** 补办身份证, from its department. */
const reading = (state = athome()) => press(state, '2', '2', '2');
const guide = (state: Snapshot) => screenOf(state, 'guide');
const textOf = (guide: CarriedGuide, tab: number, elder = true) =>
  tabPages(guide, tab, elder)
    .flat()
    .map((line) => (line.kind === 'picture' ? '' : line.text))
    .join('');

describe('a guide', () => {
  it('opens at its first tab, with its number and when it was checked', () => {
    expect(guide(reading())).toMatchObject({
      ...{ number: '0203', title: '补办身份证', tab: 0, page: 1, favourite: false },
      ...{ checked: '11月20日 核对', unverified: null },
      tabs: ['谁能办', '带什么', '去哪办', '多久多少钱', '怎么办'],
    });
  });

  it('says so when its department has not confirmed it', () => {
    expect(guide(press(athome(), '2', '2', '1')).unverified).toBe('内容待部门核实，以窗口为准');
  });

  it('changes tabs by their digits and with left and right, and says where they end', () => {
    expect(['1', '2', '3', '4', '5'].map((digit) => guide(press(reading(), digit as '1')).tab)).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect(guide(press(reading(), 'right', 'right', 'left')).tab).toBe(1);
    expect(press(reading(), 'left').context.note).toBe(GUIDE_TEXTS.firstTab);
    expect(press(reading(), '5', 'right').context.note).toBe(GUIDE_TEXTS.lastTab);
  });

  it('turns the pages of a tab with up and down, and says where they end', () => {
    const steps = Array.from(
      { length: 10 },
      (_, index) => `第${index}步，${'请带好材料到窗口排队等候叫号。'.repeat(2)}`,
    );
    const long = tell(reading(), {
      type: 'CATALOGUE',
      catalogue: { ...CATALOGUE, guides: GUIDES.map((each) => ({ ...each, steps })) },
    });
    const fifth = press(long, '5');
    const { pages } = guide(fifth);
    expect(pages).toBeGreaterThan(2);
    expect(guide(press(fifth, 'down')).page).toBe(2);
    expect(guide(press(fifth, 'down', 'up')).page).toBe(1);
    expect(press(fifth, 'up').context.note).toBe(GUIDE_TEXTS.firstPage);
    expect(press(fifth, ...Array.from({ length: pages }, () => 'down' as const)).context.note).toBe(
      GUIDE_TEXTS.lastPage,
    );
    expect(guide(press(fifth, 'down', '4', '5')).page).toBe(1);
  });

  it('says everything that its department wrote, in every tab of every guide that is shipped', () => {
    for (const each of SHIPPED) {
      const tabs = [0, 1, 2, 3, 4].map((tab) => textOf(each, tab).replace(/\s/g, ''));
      const [who = '', what = '', where = '', limits = '', how = ''] = tabs;
      const has = (text: string, ...parts: string[]) => {
        for (const part of parts) expect(text, `${each.number} ${each.name}`).toContain(part.replace(/\s/g, ''));
      };
      has(who, each.summary, each.officialName, ...each.conditions);
      has(what, ...each.materials.flatMap(({ name, note }) => [name, note ?? '']));
      const { office } = each;
      has(where, office.name, office.address, office.hours, office.phone, each.complaintPhone, each.online ?? '');
      has(limits, each.result, each.fee.kind === 'free' ? '不收钱' : each.fee.text);
      has(how, ...each.steps);
      expect(tabs.join('')).not.toMatch(/undefined|null/);
    }
  });

  it('names the nearest place where it can be got done, and whether that is open now', () => {
    const [office] = CATALOGUE.places.filter(({ kind }) => kind === 'community-office');
    const at = (guides: typeof GUIDES) =>
      tell(press(reading(), '3'), { type: 'CATALOGUE', catalogue: { ...CATALOGUE, guides } });
    const linesOf = (state: Snapshot) => {
      const { pages } = guide(state);
      const all = Array.from({ length: pages }, (_, page) => guide(press(state, ...Array(page).fill('down'))).lines);
      return all.flat().map((line) => (line.kind === 'picture' ? '' : line.text));
    };
    const near = GUIDES.map((each) => ({ ...each, office: { ...each.office, place: 'community-office' as const } }));
    const text = linesOf(at(near)).join('');
    expect(text).toContain('就近的派出所户籍窗口');
    expect(text).toContain(`离您最近的是${office?.name}`);
    expect(text).toContain('上午8:30—12:00');
    expect(text).toMatch(new RegExp(`${office?.name}现在[开关]着`));
    const far = GUIDES.map((each) => ({ ...each, office: { ...each.office, place: 'gas-hall' as const } }));
    expect(linesOf(at(far)).join('')).toContain('各镇、街道都有，就近去');
  });

  it('goes where it was opened from', () => {
    expect(whereIs(press(reading(), 'back'))).toBe('guide-list');
    expect(whereIs(press(athome(), '2', 'up', 'ok', '7', '3', '9', 'ok', 'back'))).toBe('guide-search');
  });

  it('gives way with a word when it is withdrawn', () => {
    const catalogue = { ...CATALOGUE, guides: GUIDES.filter(({ number }) => number !== '0203') };
    const state = tell(reading(), { type: 'CATALOGUE', catalogue });
    expect([whereIs(state), state.context.note]).toEqual(['guides', GUIDE_TEXTS.gone]);
  });
});

describe('a favourite', () => {
  it.each(['6', 'yellow'] as const)('is kept and dropped by %s, at once', (key) => {
    const { snapshot, intents } = step(reading(), { type: 'KEY', key });
    expect(intents).toEqual([{ type: 'favourite', number: '0203', keep: true }]);
    expect([guide(snapshot).favourite, whereIs(snapshot)]).toEqual([true, 'guide']);
    expect(snapshot.context.home?.favourites).toEqual(['0203', ...HOME.favourites]);
    const again = step(snapshot, { type: 'KEY', key });
    expect(again.intents).toEqual([{ type: 'favourite', number: '0203', keep: false }]);
    expect(again.snapshot.context.home?.favourites).toEqual(HOME.favourites);
  });

  it('marks its card, and the oldest one goes where there are too many', () => {
    const { cards } = screenOf(press(reading(), '6', 'back'), 'guide-list');
    expect(cards.map(({ favourite }) => favourite)).toEqual([false, true, false]);
    const many = Array.from(
      { length: FAVOURITES_MOST },
      (_, index) => `09${index + 10}` as (typeof HOME.favourites)[0],
    );
    const full = reading(athome({ home: { ...HOME, favourites: many } }));
    expect(press(full, '6').context.home?.favourites).toEqual(['0203', ...many.slice(0, -1)]);
  });
});

describe('on a phone', () => {
  const overlay = (state: Snapshot) => frameOf(state).overlay;

  it.each(['7', 'ok'] as const)('it goes on with %s: a square, and the number for the counter', (key) => {
    const state = press(reading(), key);
    expect(overlay(state)).toMatchObject({ link: 'https://linli.example/m/guides/0203', number: '0203' });
    for (const close of ['back', 'ok', '7'] as const) expect(whereIs(press(state, close))).toBe('guide');
    expect(whereIs(press(state, 'home'))).toBe('home');
    expect(overlay(press(state, 'home'))).toBeNull();
  });

  it('the number alone is told where nobody knows the address of this system', () => {
    const state = press(tell(reading(), { type: 'CATALOGUE', catalogue: { ...CATALOGUE, phone: null } }), '7');
    expect(overlay(state)).toMatchObject({ link: null, number: '0203' });
  });
});
