// Help, settings, the PIN, the sign and the installer's sheet, above whatever is on the screen.
import { describe, expect, it } from 'vitest';
import type { InstallerFacts } from '../../../src/tv/navigation/context.ts';
import { frameOf, standingOf } from '../../../src/tv/navigation/machine.ts';
import { REMOTE_KEYS } from '../../../src/tv/remote/keys.ts';
import { NOW } from '../examples.ts';
import { athome, booted, CODE, IDENTIFY, press, step, tell, whereIs } from './walk.ts';

const COMMA = '\uff0c';

const key = (name: 'green' | 'ok') => ({ type: 'KEY', key: name }) as const;

describe('help', () => {
  it.each(['menu', '0'] as const)('opens with %s anywhere, and closes with it', (name) => {
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

describe("the installer's sheet", () => {
  const opened = () => press(athome(), '0', '9', '9', '9', '9');
  const raw = (code: number) => ({ type: 'RAW', code, source: 'keydown', key: null }) as const;
  const sheet = (state: ReturnType<typeof opened>) => {
    const { overlay } = frameOf(state);
    if (overlay?.name !== 'installer') throw new Error(`${overlay?.name} is shown`);
    return overlay;
  };

  it('opens by 0 9 9 9 9 only, also before the box is activated', () => {
    expect(whereIs(opened())).toBe('home+installer');
    expect(whereIs(press(tell(booted(), CODE), '0', '9', '9', '9', '9'))).toBe('activate+installer');
    expect(whereIs(press(athome(), '0', '9', '9', '5', '9', '9'))).toBe('home+help');
    expect(whereIs(press(athome(), '0', '9', '9', '9', 'back', '0', '9'))).toBe('home+help');
  });

  it('shows raw codes, the last eight, with what the profile makes of them', () => {
    const heard = tell(tell(opened(), raw(173)), { type: 'RAW', code: 38, source: 'keydown', key: 'up' });
    expect(sheet(heard).codes).toEqual(['keydown 173 → 没有定义', 'keydown 38 → 上']);
    const many = Array.from({ length: 12 }, (_, index) => raw(index)).reduce(tell, opened());
    expect(sheet(many).codes).toHaveLength(8);
  });

  it('suggests another kind of remote when the codes are of another', () => {
    expect(sheet([403, 404, 461].map(raw).reduce(tell, opened())).profile).toBe('rdk（更像 hbbtv）');
    expect(sheet(opened()).profile).toBe('rdk');
  });

  it('notes nothing while it is closed', () => {
    expect(tell(athome(), raw(173)).context.installer.raw).toEqual([]);
  });

  it('keeps every key to itself: nothing behind it moves, not even by the home or the green key', () => {
    const state = opened();
    for (const name of REMOTE_KEYS.filter((each) => each !== 'back')) {
      const after = press(state, name);
      expect([after.context.homeFocus, after.context.elder]).toEqual([state.context.homeFocus, state.context.elder]);
      expect(whereIs(after)).toBe('home+installer');
    }
  });

  it('closes with Back, or by itself when no key comes for two minutes: Back may not be known', () => {
    expect(whereIs(press(opened(), 'back'))).toBe('home');
    const minute = (count: number) => ({ type: 'TICK', now: NOW + count * 60_000, sure: true }) as const;
    const first = tell(opened(), minute(1));
    expect(whereIs(tell(tell(first, raw(1)), minute(2)))).toBe('home+installer');
    expect(whereIs(tell(first, minute(2)))).toBe('home');
  });

  it('stays open when the clock is corrected by years', () => {
    expect(whereIs(tell(opened(), { type: 'TICK', now: 0, sure: true }))).toBe('home+installer');
    expect(whereIs(tell(opened(), { type: 'TICK', now: NOW * 2, sure: true }))).toBe('home+installer');
  });

  it('tells what was measured, and what is not well', () => {
    const facts: InstallerFacts = {
      ...{ app: '0.1.0', engine: 'WebKit 605.1.15', model: null, screen: '1280x720', memoryMb: 84, box: '00b1' },
      ...{ tries: [14, null], testing: true, streamSeconds: 7_300, beatSeconds: 8, skewMs: -420_000 },
    };
    const told = sheet(tell(opened(), { type: 'INSTALLER', facts })).facts;
    expect(told.map(({ value }) => value)).toEqual([
      '14 毫秒 / 没有回答 正在测',
      `已连 2 小时${COMMA}8 秒前收到`,
      '机顶盒快 7 分钟',
      '0.1.0',
      'WebKit 605.1.15',
      '不知道',
      `1280x720${COMMA}内存 84 兆`,
      '00b1',
    ]);
    expect(told.filter(({ bad }) => bad).map(({ label }) => label)).toEqual(['网络', '时差']);
  });

  it('tests the network again on OK', () => {
    expect(step(opened(), key('ok')).intents).toEqual([{ type: 'test-network' }]);
  });

  it('takes the box out of its household by the PIN, and comes back to the sheet by Back', () => {
    const asked = press(opened(), 'right', 'ok');
    expect([whereIs(asked), frameOf(asked).overlay]).toMatchObject(['home+pin', { title: '解除登记' }]);
    expect(whereIs(press(asked, '1', '2', 'back'))).toBe('home+installer');
    const typed = step(press(asked, '6', '0', '4', '1', '8'), { type: 'KEY', key: '2' });
    expect(typed.intents).toEqual([{ type: 'unbind', pin: '604182' }]);
  });

  it('has no way out of a household for a box that is in none', () => {
    const state = press(tell(booted(), CODE), '0', '9', '9', '9', '9');
    expect(sheet(state).actions).toEqual(['再测网络', '关上']);
    expect(whereIs(press(state, 'right', 'right', 'right', 'ok'))).toBe('activate');
  });
});

describe('the sign', () => {
  it('lies above whatever is there, and any key takes it away and does nothing else', () => {
    for (const state of [athome(), press(athome(), '1'), press(athome(), '0'), tell(booted(), CODE)]) {
      const shown = tell(state, IDENTIFY);
      const { screen } = standingOf(state);
      expect([whereIs(shown), frameOf(shown).overlay]).toMatchObject([`${screen}+identify`, { sign: '00B1' }]);
      for (const name of ['ok', 'home', 'green', '1'] as const) {
        expect([whereIs(press(shown, name)), frameOf(press(shown, name)).elder]).toEqual([screen, true]);
      }
    }
  });

  it('goes by itself when it was seen long enough', () => {
    expect(whereIs(tell(tell(athome(), IDENTIFY), { type: 'IDENTIFY', sign: null }))).toBe('home');
  });

  it('gives way to the PIN that was being typed', () => {
    const typing = press(athome(), '7', '1', '2');
    const after = press(tell(typing, IDENTIFY), 'ok');
    expect([whereIs(after), frameOf(after).overlay]).toMatchObject(['home+pin', { typed: 2 }]);
  });
});
