// What residents can ask for where nobody has set anything yet: the commonest first, nine a page on the television.
import type { z } from 'zod';
import { RequestCategory } from '../../contract/requests.ts';

type Category = z.input<typeof RequestCategory>;
type Field = Category['fields'][number];
/** Names by their keys, in the order of their digits. */
type Options = Readonly<Record<string, string>>;
type Given = Pick<Category, 'code' | 'name' | 'icon' | 'fields'> & Partial<Category>;

const optionsOf = (options: Options): Field['options'] => Object.entries(options).map(([key, name]) => ({ key, name }));

/** The ready phrases: the first question, and one press of a digit. */
const what = (options: Options, label = '怎么了？'): Field => ({
  code: 'what',
  label,
  kind: 'choice',
  required: true,
  options: optionsOf(options),
});
const choice = (code: string, label: string, options: Options): Field => ({ ...what(options, label), code });
const words = (label: string, required: boolean): Field => ({
  code: 'words',
  label,
  kind: 'text',
  required,
  options: [],
});

const EVERYWHERE = ['home', 'stairwell', 'public'] as const;
const OUTSIDE = ['stairwell', 'public'] as const;

const COMMON: readonly Given[] = [
  {
    ...{ code: 'water', name: '水管漏水', icon: 'water' },
    ...{ timeClass: 'utility', where: [...EVERYWHERE], asksWhen: true },
    fields: [what({ leak: '漏水', none: '没有水', low: '水很小', dirty: '水浑有味', meter: '水表坏了' })],
  },
  {
    ...{ code: 'power', name: '停电跳闸', icon: 'power' },
    ...{ timeClass: 'utility', where: [...EVERYWHERE], asksWhen: true },
    fields: [what({ all: '全都没电', part: '有的屋没电', trip: '老跳闸', meter: '电表坏了', wire: '电线掉下来' })],
  },
  {
    ...{ code: 'heating', name: '暖气不热', icon: 'heating' },
    ...{ timeClass: 'utility', where: ['home'], asksWhen: true },
    fields: [what({ cold: '都不热', some: '有的屋不热', leak: '暖气漏水', noise: '管子老响' })],
  },
  {
    ...{ code: 'gas', name: '燃气', icon: 'gas' },
    ...{ timeClass: 'emergency', where: [...EVERYWHERE], asksWhen: true },
    fields: [what({ smell: '闻到煤气味', none: '没有气', weak: '火苗小', meter: '燃气表坏了' })],
  },
  {
    ...{ code: 'street-lamp', name: '路灯', icon: 'bulb' },
    fields: [what({ dark: '不亮了', flicker: '一闪一闪', day: '白天也亮', broken: '灯杆坏了' })],
  },
  {
    ...{ code: 'garbage', name: '垃圾没清', icon: 'trash' },
    ...{ where: [...OUTSIDE] },
    fields: [what({ full: '桶满了', pile: '乱堆乱倒', smell: '有臭味', rubble: '装修垃圾' })],
  },
  {
    ...{ code: 'drain', name: '下水道堵了', icon: 'drain' },
    ...{ where: [...EVERYWHERE], asksWhen: true },
    fields: [what({ blocked: '堵了', overflow: '往外冒', cover: '井盖坏了', smell: '返臭味' })],
  },
  {
    ...{ code: 'elevator', name: '电梯', icon: 'elevator' },
    ...{ timeClass: 'emergency', where: ['stairwell'] },
    fields: [what({ trapped: '关了人', stopped: '不走了', door: '门关不好', noise: '有怪声、晃' })],
  },
  {
    ...{ code: 'noise', name: '吵闹', icon: 'noise', group: 'complaint' },
    ...{ where: [...EVERYWHERE] },
    fields: [what({ night: '半夜吵', work: '施工吵', dance: '广场音乐吵', shop: '店铺吵' })],
  },
  {
    ...{ code: 'tv-signal', name: '电视信号', icon: 'box' },
    ...{ timeClass: 'utility', where: ['home'], asksWhen: true },
    fields: [
      what({ none: '没有图像', blocks: '花屏、卡住', sound: '没有声音', box: '机顶盒坏了', remote: '遥控器坏了' }),
    ],
  },
  {
    ...{ code: 'stair-light', name: '楼道灯', icon: 'stairs' },
    ...{ where: ['stairwell'] },
    fields: [what({ dark: '不亮了', always: '一直亮着', switch: '开关坏了' })],
  },
  {
    ...{ code: 'parking', name: '乱停车', icon: 'parking', group: 'complaint' },
    ...{ where: [...OUTSIDE] },
    fields: [what({ fire: '占消防通道', road: '堵了路', gate: '堵了门口', pavement: '占人行道' })],
  },
  {
    ...{ code: 'volunteer', name: '请志愿者', icon: 'volunteer', group: 'volunteer' },
    ...{ timeClass: 'consultation', where: ['home'], asksWhen: true },
    fields: [
      what(
        {
          shop: '帮买东西',
          clean: '帮打扫',
          talk: '陪聊天',
          doctor: '陪看病',
          hair: '上门理发',
          mend: '小修小补',
          phone: '教用手机',
        },
        '要帮什么？',
      ),
      { code: 'day', label: '哪一天？', kind: 'date', required: false, options: [] },
      { code: 'people', label: '家里几口人？', kind: 'number', required: false, options: [] },
      {
        code: 'needs',
        label: '有什么不方便？',
        kind: 'choices',
        required: false,
        options: optionsOf({ walk: '走路不方便', see: '看不清', hear: '听不清' }),
      },
    ],
  },
  {
    ...{ code: 'broadband', name: '宽带联系', icon: 'broadband', group: 'broadband' },
    ...{ timeClass: 'consultation', where: ['home'], asksWhen: true },
    fields: [what({ install: '想装宽带', price: '想问价钱', down: '上不了网', slow: '网太慢', move: '搬家移机' })],
  },
  {
    ...{ code: 'question', name: '咨询问事', icon: 'question', group: 'consultation' },
    ...{ timeClass: 'consultation', where: ['home'] },
    fields: [
      what(
        {
          pension: '养老、社保',
          medical: '看病、医保',
          aid: '低保、救助',
          register: '户口、身份证',
          house: '房子',
          school: '孩子上学',
          other: '别的事',
        },
        '想问哪方面？',
      ),
      words('想问什么？', false),
    ],
  },
];

const OTHERS: readonly Given[] = [
  {
    ...{ code: 'road', name: '路面坏了', icon: 'road' },
    fields: [what({ hole: '有坑', brick: '砖松了、翘了', pool: '下雨积水', cover: '井盖没了' })],
  },
  {
    ...{ code: 'door', name: '单元门', icon: 'door' },
    ...{ where: ['stairwell'] },
    fields: [what({ open: '关不上', shut: '打不开', lock: '门禁坏了', glass: '玻璃碎了' })],
  },
  {
    ...{ code: 'hallway', name: '楼道不安全', icon: 'safety', group: 'complaint' },
    ...{ where: ['stairwell'] },
    fields: [what({ piled: '堆了东西', bike: '电动车上楼充电', rail: '扶手、窗户坏了', fire: '灭火器没有了' })],
  },
  {
    ...{ code: 'dog', name: '狗扰人', icon: 'dog', group: 'complaint' },
    ...{ where: [...OUTSIDE] },
    fields: [what({ bite: '咬人、追人', loose: '不拴绳', stray: '流浪狗', bark: '叫个不停', mess: '狗屎没人清' })],
  },
  {
    ...{ code: 'tree', name: '树和花草', icon: 'tree' },
    fields: [what({ fallen: '树倒了', branch: '树枝挡窗挡路', dead: '枯死了', pest: '长虫子' })],
  },
  {
    ...{ code: 'property', name: '物业不管事', icon: 'housing', group: 'complaint' },
    ...{ where: [...OUTSIDE] },
    fields: [what({ dirty: '不打扫', repair: '报修没人来', fee: '乱收费', gate: '门口没人管' })],
  },
  {
    ...{ code: 'shop', name: '买到坏东西', icon: 'market', group: 'complaint' },
    fields: [what({ short: '缺斤少两', expired: '过期、变质', fake: '假货', price: '乱要价', cheat: '保健品骗老人' })],
  },
  {
    ...{ code: 'mediation', name: '邻里调解', icon: 'mediation', group: 'mediation' },
    ...{ privacy: 'discreet', where: ['home'], asksWhen: true },
    fields: [
      what(
        {
          noise: '楼上楼下吵',
          leak: '漏水谁赔',
          space: '占了地方',
          family: '家里闹矛盾',
          money: '钱的事',
          other: '别的事',
        },
        '为什么事？',
      ),
    ],
  },
  {
    ...{ code: 'subsidy', name: '收视费优惠', icon: 'subsidy', group: 'subsidy' },
    ...{ privacy: 'discreet', where: ['home'], asksWhen: true },
    fields: [
      what({ half: '收视费减半', box: '机顶盒补贴' }, '申请什么？'),
      choice('who', '家里是哪一种？', { five: '五保户', poor: '特困户', 'laid-off': '下岗职工' }),
      choice('proof', '证件在手边吗？', { yes: '在手边', no: '要去办' }),
    ],
  },
  {
    ...{ code: 'dish', name: '小耳朵举报', icon: 'dish', group: 'dish' },
    ...{ privacy: 'anonymous', where: [...OUTSIDE] },
    fields: [what({ dish: '装了小耳朵', sale: '有人卖', install: '有人上门装' }, '看见什么？')],
  },
  {
    ...{ code: 'wages', name: '拖欠工资', icon: 'labour', group: 'complaint' },
    ...{ timeClass: 'complex', privacy: 'discreet', where: ['home'] },
    fields: [
      what({ wages: '工资没发', insurance: '没交社保', injury: '工伤没人管' }),
      { code: 'months', label: '欠了几个月？', kind: 'number', required: false, options: [] },
    ],
  },
  {
    ...{ code: 'suggestion', name: '提建议', icon: 'suggestion', group: 'suggestion' },
    ...{ where: ['home'] },
    fields: [words('想说什么？', true)],
  },
];

export const REQUEST_CATEGORIES: readonly RequestCategory[] = RequestCategory.array().parse(
  [...COMMON, ...OTHERS].map(
    (given, index): Category => ({
      group: 'repair',
      timeClass: 'ordinary',
      privacy: 'open',
      where: ['public'],
      asksWhen: false,
      active: true,
      order: index + 1,
      ...given,
    }),
  ),
);
