// The keyboard above a screen: it opens for one, gives the text back to it, and never keeps anybody in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf } from '../../../src/domain/guides/search.ts';
import { openKeyboard, writtenIn } from '../../../src/tv/navigation/keyboard.ts';
import { frameOf, machine, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import { REMOTE_KEYS, type RemoteKey } from '../../../src/tv/remote/keys.ts';
import { athome, IDENTIFY, press, STANDBY, step, tell, whereIs } from '../navigation/walk.ts';
import { DICTIONARY } from './shipped.ts';

const LOUSHUI = digitsOf('loushui').split('') as RemoteKey[];
const HERE = { type: 'DICTIONARY', dictionary: DICTIONARY } as const;
const WANTED = { title: '您要反映什么？', text: '', most: 20 };

/** As a screen's own move would leave it; the next news opens the overlay. */
function opened(snapshot: Snapshot = athome()): Snapshot {
  const { change } = openKeyboard(snapshot.context, WANTED);
  const asking = machine.resolveState({ value: snapshot.value, context: { ...snapshot.context, ...change } });
  return tell(asking, HERE);
}

const overlayOf = (snapshot: Snapshot) => {
  const { overlay } = frameOf(snapshot);
  if (overlay?.name !== 'keyboard') throw new Error(`${overlay?.name} lies above`);
  return overlay;
};

describe('the keyboard', () => {
  it('opens above the screen that asked, and fetches the dictionary once', () => {
    expect(whereIs(opened())).toBe('home+keyboard');
    expect(openKeyboard(athome().context, WANTED).intents).toEqual([{ type: 'load-dictionary' }]);
    expect(openKeyboard(opened().context, WANTED).intents).toBeUndefined();
  });

  it('gives the text back to that screen, and remembers what was chosen', () => {
    const done = press(opened(), ...LOUSHUI, 'ok', 'ok');
    expect(whereIs(done)).toBe('home');
    expect(writtenIn(done.context)).toBe('漏水');
    expect(done.context).toMatchObject({ keyboard: null, recentWords: ['漏水'] });
    expect(writtenIn({ ...done.context, screen: 'life' })).toBeNull();
  });

  it('is left by Back with nothing written, and by the home key at once', () => {
    for (const keys of [['back'], [...LOUSHUI, 'ok', 'home']] as RemoteKey[][]) {
      const left = press(opened(), ...keys);
      expect(whereIs(left)).toBe('home');
      expect(left.context).toMatchObject({ keyboard: null, written: null });
    }
  });

  it('says why a key did nothing', () => {
    expect(frameOf(press(opened(), 'ok')).chrome.note).toBe('还没有写字；不写了请按返回');
  });

  it('shows pinyin as it is typed, and the digits where they choose', () => {
    const typing = overlayOf(press(opened(), ...LOUSHUI));
    expect(typing).toMatchObject({ typed: 'lou shui', focus: { area: 'cards', index: 0 }, how: [] });
    expect(typing.cards[0]).toEqual({ text: '漏水', digit: null });
    expect(overlayOf(press(opened(), ...LOUSHUI, 'down')).cards[0]).toEqual({ text: '漏水', digit: '1' });
  });

  it('gives way to the sign of a box that is looked for, and is there again with what was typed', () => {
    const typing = press(opened(), ...LOUSHUI);
    const sought = tell(typing, IDENTIFY);
    expect(whereIs(sought)).toBe('home+identify');
    expect(overlayOf(tell(sought, { type: 'IDENTIFY', sign: null })).typed).toBe('lou shui');
  });

  it('forgets what was written when nobody is there', () => {
    const left = tell(press(opened(), ...LOUSHUI, 'ok'), STANDBY);
    expect(left.context).toMatchObject({ keyboard: null, written: null });
  });

  it('asks again for a dictionary that did not come', () => {
    const missing = tell(opened(), { type: 'DICTIONARY', dictionary: 'missing' });
    expect(overlayOf(missing).how[0]).toBe('没有取到字库，现在打不了汉字');
    const { snapshot, intents } = step(missing, { type: 'KEY', key: 'down' });
    expect(intents).toEqual([{ type: 'load-dictionary' }]);
    expect(overlayOf(snapshot).how[0]).toBe('正在取字库，请稍等');
  });

  it('never keeps anybody in, and names the keys that work, whatever was pressed', () => {
    const keys = fc.array(fc.constantFrom(...REMOTE_KEYS), { maxLength: 25 });
    fc.assert(
      fc.property(keys, (pressed) => {
        let now = opened();
        for (const key of pressed) {
          if (whereIs(now) !== 'home+keyboard') return;
          now = press(now, key);
        }
        for (let tries = 0; tries < 60 && whereIs(now) === 'home+keyboard'; tries += 1) {
          const { overlay, chrome } = frameOf(now);
          expect(chrome.hints.map(({ key }) => key)).toContain('back');
          if (overlay?.name !== 'keyboard') throw new Error('another overlay');
          const { area, index } = overlay.focus;
          if (area !== 'text') expect(overlay[area][index]).toBeDefined();
          now = press(now, 'back');
        }
        expect(whereIs(now)).not.toBe('home+keyboard');
      }),
      { numRuns: 60 },
    );
  });
});
