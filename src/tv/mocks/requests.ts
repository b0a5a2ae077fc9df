// What residents can ask for in the examples, as the part `requests` of the catalogue carries it, and what came of it.
import type { z } from 'zod';
import type { CarriedCategory } from '../../contract/box-requests.ts';
import {
  followHandover,
  listOwnRequests,
  moveOwnRequest,
  openHandover,
  readByQueryCode,
  readOwnRequest,
  sendRequest,
} from '../../contract/box-requests.ts';
import { mock } from './mock.ts';

type Category = z.input<typeof CarriedCategory>;
type Names = readonly (readonly [key: string, name: string])[];

const what = (options: Names): Category['fields'][number] => ({
  ...{ code: 'what', label: '怎么了？', kind: 'choice', required: true },
  options: options.map(([key, name]) => ({ key, name })),
});
let order = 0;
function category(code: string, name: string, icon: string, options: Names, given: Partial<Category> = {}): Category {
  order += 1;
  return {
    ...{ code, name, icon, order },
    ...{ group: 'repair', timeClass: 'ordinary', privacy: 'open', where: ['public'], asksWhen: false },
    fields: options.length > 0 ? [what(options)] : [],
    ...given,
  };
}

/** The most asked for first. */
export const EXAMPLE_CATEGORIES: readonly Category[] = [
  category(
    'water',
    '水管漏水',
    'water',
    [
      ['leak', '漏水'],
      ['none', '没有水'],
      ['dirty', '水浑有味'],
    ],
    {
      ...{ timeClass: 'utility', where: ['home', 'stairwell', 'public'], asksWhen: true },
    },
  ),
  category(
    'power',
    '没有电',
    'power',
    [
      ['all', '全家没电'],
      ['part', '有的屋没电'],
      ['trip', '老跳闸'],
    ],
    {
      ...{ timeClass: 'utility', where: ['home', 'stairwell'], asksWhen: true },
    },
  ),
  category(
    'heating',
    '暖气不热',
    'heating',
    [
      ['cold', '都不热'],
      ['some', '有的屋不热'],
      ['leak', '漏水'],
    ],
    {
      ...{ timeClass: 'utility', where: ['home'], asksWhen: true },
    },
  ),
  category(
    'gas',
    '煤气',
    'gas',
    [
      ['none', '没有气'],
      ['weak', '火小'],
      ['smell', '闻到气味'],
    ],
    {
      ...{ timeClass: 'emergency', where: ['home', 'stairwell'], asksWhen: true },
    },
  ),
  category('street-lamp', '路灯', 'bulb', [
    ['dark', '不亮了'],
    ['day', '白天也亮'],
    ['broken', '灯杆坏了'],
  ]),
  category(
    'garbage',
    '垃圾没清',
    'trash',
    [
      ['full', '桶满了'],
      ['pile', '乱堆'],
      ['smell', '有臭味'],
    ],
    {
      where: ['stairwell', 'public'],
    },
  ),
  category(
    'drain',
    '下水堵了',
    'drain',
    [
      ['blocked', '堵了'],
      ['overflow', '往外冒'],
      ['cover', '井盖坏了'],
    ],
    {
      where: ['home', 'stairwell', 'public'],
    },
  ),
  category(
    'elevator',
    '电梯',
    'elevator',
    [
      ['stopped', '不走了'],
      ['trapped', '关人了'],
      ['noise', '有怪声'],
    ],
    {
      ...{ timeClass: 'emergency', where: ['stairwell'] },
    },
  ),
  category(
    'noise',
    '吵闹',
    'noise',
    [
      ['night', '半夜吵'],
      ['work', '施工吵'],
      ['dance', '广场音乐吵'],
    ],
    {
      ...{ group: 'complaint', where: ['home', 'stairwell', 'public'] },
    },
  ),
  category(
    'broadband',
    '电视宽带',
    'broadband',
    [
      ['tv', '电视不好看'],
      ['net', '上不了网'],
      ['install', '想装宽带'],
    ],
    {
      ...{ group: 'broadband', where: ['home'], asksWhen: true },
    },
  ),
  category(
    'mediation',
    '邻里调解',
    'mediation',
    [
      ['noise', '吵架'],
      ['share', '分东西'],
      ['other', '别的'],
    ],
    {
      ...{ group: 'mediation', privacy: 'discreet', where: ['home'] },
    },
  ),
  category(
    'dish',
    '小耳朵举报',
    'dish',
    [
      ['dish', '装了天线'],
      ['sale', '有人卖'],
      ['install', '上门装'],
    ],
    {
      ...{ group: 'dish', privacy: 'anonymous', where: ['stairwell', 'public'] },
    },
  ),
  category(
    'volunteer',
    '请志愿者',
    'volunteer',
    [
      ['shop', '帮买东西'],
      ['clean', '帮打扫'],
      ['talk', '陪聊天'],
    ],
    {
      ...{ group: 'volunteer', where: ['home'], asksWhen: true },
      fields: [
        what([
          ['shop', '帮买东西'],
          ['clean', '帮打扫'],
          ['talk', '陪聊天'],
        ]),
        { code: 'day', label: '哪一天？', kind: 'date', required: false, options: [] },
        { code: 'people', label: '家里几口人？', kind: 'number', required: false, options: [] },
        {
          ...{ code: 'needs', label: '有什么不方便？', kind: 'choices', required: false },
          options: [
            { key: 'walk', name: '走路不方便' },
            { key: 'see', name: '看不清' },
            { key: 'hear', name: '听不清' },
          ],
        },
      ],
    },
  ),
  category('suggestion', '提建议', 'suggestion', [], {
    ...{ group: 'suggestion' },
    fields: [{ code: 'words', label: '想说什么？', kind: 'text', required: true, options: [] }],
  }),
];

export const requestHandlers = () => [
  mock(sendRequest),
  mock(listOwnRequests),
  mock(readOwnRequest),
  mock(moveOwnRequest),
  mock(readByQueryCode),
  mock(openHandover),
  mock(followHandover),
];
