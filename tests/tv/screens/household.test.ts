// Behind the PIN: how it is typed, what is said when it opens nothing, what is shown, and how all of it is forgotten.
import { describe, expect, it } from 'vitest';
import type { PinTrouble } from '../../../src/tv/navigation/context.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { NOW } from '../examples.ts';
import {
  athome,
  HOUSEHOLD,
  HOUSEHOLD_HERE,
  IDLE,
  PIN_RIGHT,
  PIN_WRONG,
  press,
  screenOf,
  step,
  tell,
  whereIs,
} from '../navigation/walk.ts';

const PIN = ['6', '0', '4', '1', '8', '2'] as const;
const asked = () => press(athome(), 'blue');
const typed = () => press(asked(), ...PIN);
const inside = () => tell(tell(typed(), PIN_RIGHT), HOUSEHOLD_HERE);
const pinOf = (state: ReturnType<typeof asked>) => {
  const { overlay } = frameOf(state);
  if (overlay?.name !== 'pin') throw new Error(`${overlay?.name} is shown`);
  return overlay;
};

describe('the PIN', () => {
  it('is asked for by the blue key, or by 7, on the home screen only', () => {
    expect(whereIs(press(athome(), 'blue'))).toBe('home+pin');
    expect(whereIs(press(athome(), '7'))).toBe('home+pin');
    expect(whereIs(press(athome(), '1', 'blue'))).toBe('list');
  });

  it('is shown as dots, and the left key takes the last one back', () => {
    expect(pinOf(press(asked(), '6', '0', '4', 'left')).typed).toBe(2);
    expect(pinOf(press(asked(), 'left')).typed).toBe(0);
    expect(JSON.stringify(frameOf(press(asked(), '6', '0', '4')))).not.toContain('604');
  });

  it('asks by itself with the sixth digit, and takes no more keys until it is answered', () => {
    const { snapshot, intents } = step(press(asked(), ...PIN.slice(0, 5)), { type: 'KEY', key: '2' });
    expect(intents).toEqual([{ type: 'open-private', pin: '604182' }]);
    const after = step(snapshot, { type: 'KEY', key: '7' });
    expect([after.intents, pinOf(after.snapshot).text]).toEqual([[], expect.stringContaining('核对')]);
  });

  it('says what is missing when OK is pressed too early', () => {
    expect(frameOf(press(asked(), '6', 'ok')).chrome.note).toContain('六位');
  });

  it.each<[PinTrouble, string]>([
    ['wrong', '不对'],
    ['missing', '还没有密码'],
    ['not-authorised', '营业厅'],
    ['unreachable', '连不上'],
  ])('may be typed again when it was %s, and says why', (trouble, words) => {
    const state = tell(typed(), { type: 'PIN', trouble });
    expect(pinOf(state)).toMatchObject({ typed: 0, wrong: true, text: expect.stringContaining(words) });
    expect(state.context.pin?.digits).toBe('');
    expect(pinOf(press(state, '6'))).toMatchObject({ typed: 1, wrong: false });
  });

  it('says until when it is locked, and does not move that end by being asked again', () => {
    const locked = tell(typed(), { type: 'PIN', trouble: 'locked' });
    expect(pinOf(locked).text).toContain('20:15');
    const later = tell(locked, { type: 'TICK', now: NOW + 5 * 60_000, sure: true });
    const again = tell(press(later, ...PIN), { type: 'PIN', trouble: 'locked' });
    expect(pinOf(again).text).toContain('20:15');
  });

  it('is forgotten by Back, by the home key, and by ninety seconds without a key', () => {
    for (const leave of [
      (state: ReturnType<typeof asked>) => step(state, { type: 'KEY', key: 'back' }),
      (state: ReturnType<typeof asked>) => step(state, { type: 'KEY', key: 'home' }),
    ]) {
      const { snapshot, intents } = leave(press(asked(), '6', '0'));
      expect([whereIs(snapshot), snapshot.context.pin, intents]).toEqual(['home', null, [{ type: 'close-private' }]]);
    }
    const idle = tell(press(asked(), '6', '0'), IDLE);
    expect([whereIs(idle), idle.context.pin]).toEqual(['home', null]);
  });

  it.each([PIN_RIGHT, PIN_WRONG, { type: 'PIN', trouble: 'unreachable' }] as const)(
    'no longer says that it is being checked once %j was answered',
    (answer) => {
      const hurried = press(typed(), '7');
      expect(frameOf(hurried).chrome.note).toContain('核对');
      expect(frameOf(tell(hurried, answer)).chrome.note).toBeNull();
    },
  );

  it('takes what it said along when nobody goes on typing', () => {
    expect(frameOf(tell(press(asked(), '6', 'ok'), IDLE)).chrome.note).toBeNull();
  });

  it('opens nothing when the answer comes after it was left', () => {
    expect(whereIs(tell(press(typed(), 'back'), PIN_RIGHT))).toBe('home');
    expect(whereIs(tell(press(typed(), 'back', '7', '1'), PIN_RIGHT))).toBe('home+pin');
    expect(whereIs(tell(athome(), PIN_RIGHT))).toBe('home');
  });
});

describe('the household', () => {
  it('is loaded once the PIN was right', () => {
    const { snapshot, intents } = step(typed(), PIN_RIGHT);
    expect([whereIs(snapshot), intents]).toEqual(['household', [{ type: 'read-household' }]]);
    expect(snapshot.context.pin).toBeNull();
    expect(screenOf(snapshot, 'household').text).toContain('正在打开');
  });

  it('shows the address and its boxes, the own one first and named as such', () => {
    const [own] = HOUSEHOLD.boxes;
    if (!own) throw new Error('the example has no box');
    const other = { ...own, own: false, smartCard: null, state: 'bound' as const };
    const value = { ...HOUSEHOLD, boxes: [other, own] };
    const model = screenOf(tell(inside(), { type: 'HOUSEHOLD', answer: { value } }), 'household');
    expect(model).toMatchObject({
      address: '周村区 丝绸路街道 车站社区 1号楼 101',
      boxes: [
        { label: '这一台', card: '智能卡 8531********0017', meta: 'HC3100 · 可以看家里的内容 · 11月20日登记' },
        { label: '另一台', card: 'HC3100', meta: '已经登记 · 11月20日登记' },
      ],
      text: null,
    });
  });

  it('shows three boxes at a time, those around the chosen one', () => {
    const [own] = HOUSEHOLD.boxes;
    if (!own) throw new Error('the example has no box');
    const boxes = Array.from({ length: 5 }, (_, number) => ({ ...own, model: `M${number}`, smartCard: null }));
    const start = tell(inside(), { type: 'HOUSEHOLD', answer: { value: { ...HOUSEHOLD, boxes } } });
    const cards = (...keys: RemoteKey[]) => {
      const { boxes: rows, focus } = screenOf(press(start, ...keys), 'household');
      return [rows.map(({ card }) => card), rows[focus]?.card];
    };
    expect(cards()).toEqual([['M0', 'M1', 'M2'], 'M0']);
    expect(cards('down', 'down')).toEqual([['M1', 'M2', 'M3'], 'M2']);
    expect(cards('down', 'down', 'down', 'down', 'down')).toEqual([['M2', 'M3', 'M4'], 'M4']);
    expect(cards('down', 'up', 'up')).toEqual([['M0', 'M1', 'M2'], 'M0']);
  });

  it('says when it cannot be read, and tries again on OK', () => {
    const state = tell(inside(), { type: 'HOUSEHOLD', answer: { trouble: 'unreachable' } });
    expect(screenOf(state, 'household').text).toContain('再试一次');
    expect(step(state, { type: 'KEY', key: 'ok' }).intents).toEqual([{ type: 'read-household' }]);
  });

  it('goes home with a word when the pass has run out', () => {
    const { snapshot, intents } = step(inside(), { type: 'HOUSEHOLD', answer: { trouble: 'closed' } });
    expect([whereIs(snapshot), intents]).toEqual(['home', [{ type: 'close-private' }]]);
    expect(frameOf(snapshot).chrome.note).toContain('再输一次密码');
  });

  it.each(['back', 'home'] as const)('is forgotten by %s', (key) => {
    const { snapshot, intents } = step(inside(), { type: 'KEY', key });
    expect([whereIs(snapshot), snapshot.context.privately, intents]).toEqual([
      'home',
      null,
      [{ type: 'close-private' }],
    ]);
  });

  it('closes by itself after ninety seconds without a key, also below an overlay', () => {
    for (const state of [inside(), press(inside(), '0')]) {
      const { snapshot, intents } = step(state, IDLE);
      expect([snapshot.context.privately, intents]).toEqual([null, [{ type: 'close-private' }]]);
      expect(whereIs(snapshot).split('+')[0]).toBe('home');
    }
  });

  it('is shown to nobody who does not know the PIN', () => {
    expect(whereIs(tell(tell(typed(), PIN_WRONG), HOUSEHOLD_HERE))).toBe('home+pin');
    expect(tell(athome(), HOUSEHOLD_HERE).context.privately).toBeNull();
  });
});
