// Help, settings and the installer's key probe, above whatever is on the screen.
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import { NOW } from '../examples.ts';
import { athome, booted, press, step, tell, whereIs } from './walk.ts';

const key = (name: 'green' | 'ok') => ({ type: 'KEY', key: name }) as const;

describe('help', () => {
  it.each(['blue', 'menu', '0'] as const)('opens with %s anywhere, and closes with it', (name) => {
    for (const state of [booted(), athome(), press(athome(), '1'), press(athome(), 'ok')]) {
      expect(whereIs(press(state, name))).toBe(`${whereIs(state)}+help`);
      expect(whereIs(press(state, name, name))).toBe(whereIs(state));
    }
  });

  it('closes with Back, and the screen below did not hear it', () => {
    expect(whereIs(press(athome(), '1', '0', 'back'))).toBe('list');
  });

  it('gives way to home by the home key', () => {
    expect(whereIs(press(athome(), '1', '0', 'home'))).toBe('home');
  });

  it('shows its own key hints', () => {
    const { chrome } = frameOf(press(athome(), '0'));
    expect(chrome.hints.map((hint) => hint.key)).toEqual(['ok', 'back']);
  });
});

describe('settings', () => {
  const open = () => press(athome(), '0', 'ok');

  it('are reached from help, or by the yellow key', () => {
    expect(whereIs(open())).toBe('home+settings');
    expect(whereIs(press(athome(), '1', 'yellow'))).toBe('list+settings');
  });

  it('change the size of type and tell the outside to keep it', () => {
    const { snapshot, intents } = step(open(), key('ok'));
    expect(frameOf(snapshot).elder).toBe(false);
    expect(intents).toEqual([{ type: 'settings', elder: false, motion: true }]);
    expect(frameOf(snapshot).overlay).toMatchObject({ options: [{ value: '标准' }, { value: '开' }] });
  });

  it('turn motion off', () => {
    const { snapshot, intents } = step(press(open(), 'down', 'down'), key('ok'));
    expect(frameOf(snapshot).motion).toBe(false);
    expect(intents).toEqual([{ type: 'settings', elder: true, motion: false }]);
  });

  it('stay within their lines', () => {
    expect(frameOf(press(open(), 'down', 'down', 'down')).overlay).toMatchObject({ focus: 1 });
    expect(frameOf(press(open(), 'up')).overlay).toMatchObject({ focus: 0 });
  });
});

describe('the green key', () => {
  it('changes the size of type everywhere, and says so', () => {
    const places = [booted(), athome(), press(athome(), '1'), press(athome(), 'ok'), press(athome(), '0')];
    for (const state of places) {
      const { snapshot, intents } = step(state, key('green'));
      expect([frameOf(snapshot).elder, whereIs(snapshot)]).toEqual([false, whereIs(state)]);
      expect(frameOf(snapshot).chrome.note).toBe('已经换成标准字号');
      expect(intents.filter(({ type }) => type === 'settings')).toHaveLength(1);
    }
  });
});

describe('the key probe', () => {
  const opened = () => press(athome(), '0', '9', '9', '9', '9');
  const raw = (code: number) => ({ type: 'RAW', code, source: 'keydown', key: null }) as const;
  const codes = (state: ReturnType<typeof opened>) => {
    const { overlay } = frameOf(state);
    return overlay?.name === 'probe' ? overlay.codes : null;
  };

  it('opens by 0 9 9 9 9 only', () => {
    expect(whereIs(opened())).toBe('home+probe');
    expect(whereIs(press(athome(), '0', '9', '9', '5', '9', '9'))).toBe('home+help');
    expect(whereIs(press(athome(), '0', '9', '9', '9', 'back', '0', '9'))).toBe('home+help');
  });

  it('shows raw codes, the last eight, with what the profile makes of them', () => {
    const heard = tell(tell(opened(), raw(173)), { type: 'RAW', code: 38, source: 'keydown', key: 'up' });
    expect(codes(heard)).toEqual(['keydown 173 → 没有定义', 'keydown 38 → 上']);
    const many = Array.from({ length: 12 }, (_, index) => raw(index)).reduce(tell, opened());
    expect(codes(many)).toHaveLength(8);
  });

  it('notes nothing while it is closed', () => {
    expect(tell(athome(), raw(173)).context.probe.codes).toEqual([]);
  });

  it('closes with Back, or by itself when no key comes for two minutes: Back may not be known', () => {
    expect(whereIs(press(opened(), 'back'))).toBe('home');
    const minute = (count: number) => ({ type: 'TICK', now: NOW + count * 60_000, sure: true }) as const;
    const first = tell(opened(), minute(1));
    expect(whereIs(tell(tell(first, raw(1)), minute(2)))).toBe('home+probe');
    expect(whereIs(tell(first, minute(2)))).toBe('home');
  });

  it('stays open when the clock is corrected by years', () => {
    expect(whereIs(tell(opened(), { type: 'TICK', now: 0, sure: true }))).toBe('home+probe');
    expect(whereIs(tell(opened(), { type: 'TICK', now: NOW * 2, sure: true }))).toBe('home+probe');
  });
});
