// The words the screens themselves bring along; everything else comes with the frame.
import { KEY_LETTERS } from '../../domain/guides/search.ts';
import type { Hint } from '../navigation/frame.ts';

export const SCREEN_TEXTS = {
  unread: '没看',
  pinned: '置顶',
  page: (page: number): string => `第 ${page} 页`,
  pages: (pages: number): string => `共 ${pages} 页`,
  pageOf: (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`,
  listed: (page: number, pages: number, total: number): string =>
    pages > 1 ? `共 ${total} 条，第 ${page} 页，共 ${pages} 页` : `共 ${total} 条`,
  found: (page: number, pages: number, total: number): string =>
    pages > 1 ? `找到 ${total} 项，第 ${page} 页，共 ${pages} 页` : `找到 ${total} 项`,
  profile: (name: string): string => `遥控器：${name}`,
} as const;

/** What stands on a key cap; the arrows are drawn. */
export const KEY_CAPS: Readonly<Record<Hint['key'], string>> = {
  ok: '确定',
  back: '返回',
  home: '主页',
  arrows: '',
  upDown: '',
  left: '',
  leftRight: '',
  digits: '数字',
  zero: '0',
  one: '1',
  six: '6',
  seven: '7',
  nine: '9',
  any: '任意键',
  red: '红',
  green: '绿',
  yellow: '黄',
  blue: '蓝',
};

/** The digits of the remote, row by row, with what each types. */
export const KEYPAD: readonly { readonly digit: string; readonly letters: string }[] = [
  { digit: '1', letters: '' },
  ...Object.keys(KEY_LETTERS).map((digit) => ({ digit, letters: (KEY_LETTERS[digit] ?? '').toUpperCase() })),
  { digit: '0', letters: '' },
];
