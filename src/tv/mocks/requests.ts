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
type Options = Readonly<Record<string, string>>;

const optionsOf = (options: Options) => Object.entries(options).map(([key, name]) => ({ key, name }));
const what = (options: Options, label = '怎么了？'): Category['fields'][number] => ({
  ...{ code: 'what', label, kind: 'choice', required: true },
  options: optionsOf(options),
});
let order = 0;
function category(
  code: string,
  name: string,
  icon: Category['icon'],
  fields: Category['fields'],
  given: Partial<Category> = {},
): Category {
  order += 1;
  return {
    ...{ code, name, icon, order, fields },
    ...{ group: 'repair', timeClass: 'ordinary', privacy: 'open', where: ['public'], asksWhen: false },
    ...given,
  };
}

/** Some of those that come with the system, the most asked for first. */
export const EXAMPLE_CATEGORIES: readonly Category[] = [
  category(
    'water',
    '水管漏水',
    'water',
    [what({ leak: '漏水', none: '没有水', low: '水很小', dirty: '水浑有味', meter: '水表坏了' })],
    { timeClass: 'utility', where: ['home', 'stairwell', 'public'], asksWhen: true },
  ),
  category(
    'power',
    '停电跳闸',
    'power',
    [what({ all: '全都没电', part: '有的屋没电', trip: '老跳闸', meter: '电表坏了', wire: '电线掉下来' })],
    { timeClass: 'utility', where: ['home', 'stairwell', 'public'], asksWhen: true },
  ),
  category(
    'heating',
    '暖气不热',
    'heating',
    [what({ cold: '都不热', some: '有的屋不热', leak: '暖气漏水', noise: '管子老响' })],
    { timeClass: 'utility', where: ['home'], asksWhen: true },
  ),
  category('gas', '燃气', 'gas', [what({ smell: '闻到煤气味', none: '没有气', weak: '火苗小', meter: '燃气表坏了' })], {
    timeClass: 'emergency',
    where: ['home', 'stairwell', 'public'],
    asksWhen: true,
  }),
  category('street-lamp', '路灯', 'bulb', [
    what({ dark: '不亮了', flicker: '一闪一闪', day: '白天也亮', broken: '灯杆坏了' }),
  ]),
  category(
    'garbage',
    '垃圾没清',
    'trash',
    [what({ full: '桶满了', pile: '乱堆乱倒', smell: '有臭味', rubble: '装修垃圾' })],
    { where: ['stairwell', 'public'] },
  ),
  category(
    'drain',
    '下水道堵了',
    'drain',
    [what({ blocked: '堵了', overflow: '往外冒', cover: '井盖坏了', smell: '返臭味' })],
    { where: ['home', 'stairwell', 'public'], asksWhen: true },
  ),
  category(
    'elevator',
    '电梯',
    'elevator',
    [what({ trapped: '关了人', stopped: '不走了', door: '门关不好', noise: '有怪声、晃' })],
    { timeClass: 'emergency', where: ['stairwell'] },
  ),
  category('noise', '吵闹', 'noise', [what({ night: '半夜吵', work: '施工吵', dance: '广场音乐吵', shop: '店铺吵' })], {
    group: 'complaint',
    where: ['home', 'stairwell', 'public'],
  }),
  category(
    'broadband',
    '宽带联系',
    'broadband',
    [what({ install: '想装宽带', price: '想问价钱', down: '上不了网', slow: '网太慢', move: '搬家移机' })],
    { group: 'broadband', timeClass: 'consultation', where: ['home'], asksWhen: true },
  ),
  category(
    'mediation',
    '邻里调解',
    'mediation',
    [
      what(
        {
          ...{ noise: '楼上楼下吵', leak: '漏水谁赔', space: '占了地方' },
          ...{ family: '家里闹矛盾', money: '钱的事', other: '别的事' },
        },
        '为什么事？',
      ),
    ],
    { group: 'mediation', privacy: 'discreet', where: ['home'], asksWhen: true },
  ),
  category(
    'dish',
    '小耳朵举报',
    'dish',
    [what({ dish: '装了小耳朵', sale: '有人卖', install: '有人上门装' }, '看见什么？')],
    { group: 'dish', privacy: 'anonymous', where: ['stairwell', 'public'] },
  ),
  category(
    'volunteer',
    '请志愿者',
    'volunteer',
    [
      what(
        {
          ...{ shop: '帮买东西', clean: '帮打扫', talk: '陪聊天', doctor: '陪看病' },
          ...{ hair: '上门理发', mend: '小修小补', phone: '教用手机' },
        },
        '要帮什么？',
      ),
      { code: 'day', label: '哪一天？', kind: 'date', required: false, options: [] },
      { code: 'people', label: '家里几口人？', kind: 'number', required: false, options: [] },
      {
        ...{ code: 'needs', label: '有什么不方便？', kind: 'choices', required: false },
        options: optionsOf({ walk: '走路不方便', see: '看不清', hear: '听不清' }),
      },
    ],
    { group: 'volunteer', timeClass: 'consultation', where: ['home'], asksWhen: true },
  ),
  category(
    'suggestion',
    '提建议',
    'suggestion',
    [{ code: 'words', label: '想说什么？', kind: 'text', required: true, options: [] }],
    { group: 'suggestion', where: ['home'] },
  ),
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
