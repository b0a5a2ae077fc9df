// The keyboard with nothing written, while pinyin is typed, a character is chosen, a reading is, numbers are; and without words.
import { beginWith, type Context } from '../../../src/tv/navigation/context.ts';
import type { Frame } from '../../../src/tv/navigation/frame.ts';
import { openKeyboard } from '../../../src/tv/navigation/keyboard.ts';
import { present } from '../../../src/tv/navigation/present.ts';
import { DICTIONARY, EMPTY, typed } from '../keyboard/shipped.ts';

/** Wednesday morning, quarter past ten. */
const NOW = Date.parse('2026-11-25T02:15:00.000Z');
const LONG = '三单元门口的路灯坏了好几天，晚上老人下楼看不见台阶，昨天差点摔倒，请尽快来修一修，谢谢师傅';

/** The frames by name, in one size of type. */
export function keyboardFrames(elder: boolean): Readonly<Record<string, Frame>> {
  const home = { community: { code: '370306001001', name: '车站社区' }, almanac: [], favourites: [] };
  const beginning = { elder, motion: true, marks: {}, seenAlerts: {}, openings: {}, previewing: false } as const;
  const context: Context = {
    ...beginWith({ ...beginning, home: home as unknown as Context['home'], profile: 'rdk', now: NOW }),
    ...{ ready: true, clockSure: true, confirmed: true, line: 'online', screen: 'life', dictionary: DICTIONARY },
  };
  const opened = { ...context, ...openKeyboard(context, { title: '您要反映什么？', text: '', most: 60 }).change };
  const writing = (text: string, keys: string, change: Partial<Context> = {}): Frame => {
    const keyboard = opened.keyboard && { ...opened.keyboard, typing: typed(keys, { ...EMPTY, text }) };
    return present({ screen: 'life', overlay: 'keyboard' }, { ...opened, keyboard, ...change });
  };
  return {
    'keyboard-empty': writing('', ''),
    'keyboard-typing': writing('楼上', '5687484'),
    'keyboard-choosing': writing(LONG, '94 down down'),
    'keyboard-readings': writing('厨房', '74946 up right'),
    'keyboard-signs': writing('厨房漏水', '1'),
    'keyboard-numbers': writing('3号楼', '0'),
    'keyboard-loading': writing('', '', { dictionary: null }),
    'keyboard-missing': writing('', '', { dictionary: 'missing' }),
  };
}
