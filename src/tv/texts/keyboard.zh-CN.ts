// What the keyboard says.
import type { Refusal } from '../keyboard/engine.ts';

export const KEYBOARD_TEXTS = {
  pinyin: '拼音',
  numbers: '数字',
  count: (mode: string, length: number, most: number): string => `${mode}　${length}/${most} 字`,
  how: [
    '按数字键打拼音，比如“漏水”：5 6 8 7 4 8 4',
    '要打数字（门牌、电话），先按 0',
    '要打标点，先按 1',
    '写好了按确定',
  ],
  numbersHow: ['按数字键打数字', '打完数字按确定，接着打拼音'],
  loading: ['正在取字库，请稍等', '要打数字，先按 0'],
  missing: ['没有取到字库，现在打不了汉字', '按下键再取一次；要打数字，先按 0'],
  refusals: {
    full: '写满了，不能再多',
    'choose-first': '先选好字，再接着打',
    'no-such': '没有这样的字，看看是不是按错了',
    'nothing-written': '还没有写字；不写了请按返回',
    'no-dictionary': '字库还没有取到',
    'no-more': '没有了',
  } satisfies Record<Refusal, string>,
  hints: {
    pinyin: '打拼音',
    signs: '标点',
    numbers: '数字',
    done: '写好了',
    eraseText: '删掉一个字',
    erase: '删掉一位',
    leave: '不写了',
    take: '要这个',
    choose: '选字',
    move: '移动',
    readings: '选读音',
    goOn: '接着打',
    toPinyin: '回到拼音',
    again: '再取一次',
  },
} as const;
