// Every way a box has to say that a key was pressed ends in the same raw keys.
import { describe, expect, it } from 'vitest';
import { listen, type RawKey } from '../../../src/tv/remote/listen.ts';
import { PROFILES, type ProfileName } from '../../../src/tv/remote/profiles.ts';

type Answer = (event: { which: number }) => number;

/** A page with the corners of a box's browser that matter for keys. */
class BoxPage extends EventTarget {
  defaultView: { linliKey?: (code: number) => void; linliBack?: () => void } = {};
  onirkeypress: Answer | null = null;
  onsystemevent: Answer | null = null;
}

function start(name: ProfileName) {
  const page = new BoxPage();
  const heard: RawKey[] = [];
  const stop = listen(page as unknown as Document, PROFILES[name], (raw) => heard.push(raw));
  const press = (type: string, keyCode: number, more: object = {}) => {
    const event = Object.assign(new Event(type, { cancelable: true }), { keyCode, ...more });
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { page, heard, stop, press };
}

describe('listening to a remote', () => {
  it('keeps the keys it knows from the page: Backspace must not leave it', () => {
    const { press, heard } = start('rdk');
    expect(press('keydown', 8)).toBe(true);
    expect(heard).toEqual([{ source: 'keydown', code: 8 }]);
  });

  it('leaves other keys to the box, but lets an installer see them', () => {
    const { press, heard } = start('rdk');
    expect(press('keydown', 175)).toBe(false);
    expect(heard).toEqual([{ source: 'keydown', code: 175 }]);
  });

  it('does not take Ctrl+R for the red key', () => {
    const { press, heard } = start('rdk');
    expect(press('keydown', 82, { ctrlKey: true })).toBe(false);
    expect(heard).toEqual([]);
  });

  it('hears iPanel by its own events and tells it which keys are taken', () => {
    const { page, heard } = start('ipanel');
    expect(page.onirkeypress?.({ which: 340 })).toBe(0);
    expect(page.onsystemevent?.({ which: 5202 })).toBe(1);
    expect(heard).toEqual([
      { source: 'system', code: 340 },
      { source: 'system', code: 5202 },
    ]);
  });

  it('hears CTC boxes that send only keypress', () => {
    const { press, heard } = start('ctc');
    press('keypress', 13);
    expect(heard).toEqual([{ source: 'keypress', code: 13 }]);
  });

  it('hears a press once from boxes that send both', () => {
    const { press, heard } = start('ctc');
    press('keydown', 13);
    press('keypress', 13);
    expect(heard).toEqual([{ source: 'keydown', code: 13 }]);
  });

  it('gives Android boxes functions to call', () => {
    const { page, heard } = start('android');
    page.defaultView.linliKey?.(19);
    page.defaultView.linliBack?.();
    expect(heard).toEqual([
      { source: 'bridge', code: 19 },
      { source: 'bridge', code: 4 },
    ]);
  });

  it.each(['rdk', 'ipanel', 'ctc', 'hbbtv', 'android'] as const)(
    'leaves no trace on a %s box when it stops',
    (name) => {
      const { page, heard, stop, press } = start(name);
      stop();
      press('keydown', 13);
      press('keypress', 13);
      expect([page.onirkeypress, page.onsystemevent, page.defaultView, heard]).toEqual([null, null, {}, []]);
    },
  );
});
