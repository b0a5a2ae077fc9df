// The demo's requests: what residents of its three communities told in the past weeks, and what became of it.
import type { AnswerTemplate } from '../../contract/request-settings.ts';
import { CategoryCode, type Move } from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';

/** So many days ago, at that time of the day in the district. */
export type Moment = readonly [days: number, time: string];
/** `by` is an account, or the resident; `inDays` tells the beginning of a day to come. */
type Step = readonly [...Moment, by: string, move: Move | ((inDays: (days: number) => Instant) => Move)];

export interface DemoCase {
  readonly at: Moment;
  readonly category: string;
  /** The home that told it. */
  readonly home: string;
  readonly where: 'home' | 'stairwell' | { readonly place: string };
  readonly answers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Who wrote it down at the counter. */
  readonly enteredBy?: string;
  /** One more home that told the same, and what it said. */
  readonly again?: { readonly at: Moment; readonly home: string; readonly words: string };
  /** In their order. */
  readonly steps: readonly Step[];
}

const CHEZHAN = '370306001001001';
const DAJIE = '370306002007001';
const LIJIATUAN = '370306102215001';

/** The oldest first. */
export const DEMO_CASES: readonly DemoCase[] = [
  {
    at: [34, '19:42'],
    category: 'broadband',
    home: `${CHEZHAN}0020102`,
    where: 'home',
    answers: { what: 'price' },
    text: '想问问两个人用多少钱一年。',
    steps: [[33, '08:55', 'resident', { kind: 'withdraw' }]],
  },
  {
    at: [27, '18:20'],
    category: 'street-lamp',
    home: `${LIJIATUAN}0010101`,
    where: { place: '大集路口' },
    answers: { what: 'flicker' },
    text: '一到晚上就一闪一闪，晃眼。',
    steps: [
      [26, '09:05', 'zhujian', { kind: 'start', public: '明天上午派人去看。' }],
      [25, '10:40', 'zhujian', { kind: 'answer', public: '接头松了，已经接好。昨天晚上看过，灯正常。' }],
      [24, '19:10', 'resident', { kind: 'rate', score: 5 }],
    ],
  },
  {
    at: [24, '09:30'],
    category: 'property',
    home: `${DAJIE}0010201`,
    where: 'stairwell',
    answers: { what: 'dirty' },
    text: '楼道快一个月没人扫了。',
    steps: [
      [24, '14:15', 'zhujian', { kind: 'start' }],
      [22, '16:00', 'zhujian', { kind: 'answer', public: '已经约谈物业，以后每周一、周四打扫，楼道口贴了打扫时间。' }],
      [20, '10:05', 'district', { kind: 'call-back', outcome: 'done', satisfied: true }],
      [20, '10:06', 'district', { kind: 'close' }],
    ],
  },
  {
    at: [22, '08:12'],
    category: 'road',
    home: `${CHEZHAN}0020101`,
    where: { place: '菜市场北口' },
    answers: { what: 'hole' },
    text: '有个大坑，雨天看不见，前天有位老人崴了脚。',
    again: { at: [19, '17:31'], home: `${CHEZHAN}0020202`, words: '坑越来越大了，骑车也危险。' },
    steps: [
      [21, '15:20', 'zhujian', { kind: 'start', public: '已到现场看过，先围了起来。' }],
      [18, '09:00', 'zhujian', { kind: 'note', internal: '要等沥青站开工，料已经报了。' }],
    ],
  },
  {
    at: [17, '21:05'],
    category: 'noise',
    home: `${DAJIE}0020101`,
    where: { place: '小区南门烧烤店' },
    answers: { what: 'shop' },
    text: '每天吵到半夜十二点，孩子睡不好。',
    steps: [
      [16, '09:40', 'gongan', { kind: 'start', public: '今晚去店里看看。' }],
      [14, '10:20', 'gongan', { kind: 'answer', public: '已经和店主说定，晚上十点以后不在门外摆桌。' }],
      [12, '20:15', 'resident', { kind: 'rework', public: '前两天好了，这几天又摆出来了。' }],
      [11, '09:10', 'gongan', { kind: 'start', public: '我们再去一次，请街道一起来。' }],
    ],
  },
  {
    at: [13, '10:50'],
    category: 'tree',
    home: `${DAJIE}0010102`,
    where: { place: '小学东墙外' },
    answers: { what: 'branch' },
    text: '树枝快碰到电线了，刮风的时候害怕。',
    steps: [
      [12, '08:45', 'zhujian', { kind: 'start' }],
      [10, '15:30', 'zhujian', { kind: 'answer', public: '园林队已经修剪，离电线两米以上。' }],
      [8, '10:12', 'fushen', { kind: 'call-back', outcome: 'not-reached', satisfied: null }],
    ],
  },
  {
    at: [9, '07:55'],
    category: 'drain',
    home: `${LIJIATUAN}0020102`,
    where: { place: '村口桥头' },
    answers: { what: 'overflow' },
    text: '污水往外冒，流到路上结了冰。',
    steps: [
      [9, '09:30', 'zhujian', { kind: 'start', public: '今天先撒盐化冰，再查管子。' }],
      [7, '16:40', 'zhujian', { kind: 'note', public: '管子塌了一段，要挖开换。' }],
      [
        ...([6, '08:30', 'zhujian'] as const),
        (inDays) => ({ kind: 'ask-extension', until: inDays(12), internal: '换管子要先开挖，再要十天。' }),
      ],
    ],
  },
  {
    at: [8, '16:18'],
    category: 'road',
    home: `${DAJIE}0020202`,
    where: { place: '社区活动室门前' },
    answers: { what: 'brick' },
    text: '砖翘起来了，轮椅过不去。',
    steps: [
      [7, '09:00', 'zhujian', { kind: 'start' }],
      [6, '11:25', 'zhujian', { kind: 'suspend', public: '砖下面是燃气管，要等燃气公司移开阀门井，再铺砖。' }],
    ],
  },
  {
    at: [6, '12:10'],
    category: 'dish',
    home: `${DAJIE}0020201`,
    where: { place: '2号楼楼顶' },
    answers: { what: 'dish' },
    text: '',
    steps: [],
  },
  {
    at: [5, '13:25'],
    category: 'noise',
    home: `${LIJIATUAN}0010202`,
    where: { place: '村西石料厂' },
    answers: { what: 'work' },
    text: '夜里也开机器。',
    steps: [
      [4, '09:15', 'gongan', { kind: 'decline', internal: '厂子夜里开工要先看有没有环保许可，请转给管的部门。' }],
    ],
  },
  {
    at: [4, '08:40'],
    category: 'garbage',
    home: `${CHEZHAN}0020201`,
    where: { place: '铁路宿舍东门' },
    answers: { what: 'rubble' },
    text: '装修垃圾堆了半个月。',
    steps: [
      [4, '10:00', 'chezhan', { kind: 'start' }],
      [3, '15:45', 'chezhan', { kind: 'answer', public: '找到了装修的那一家，垃圾已经拉走。' }],
    ],
  },
  {
    at: [3, '17:36'],
    category: 'parking',
    home: `${CHEZHAN}0020101`,
    where: { place: '2号楼西头' },
    answers: { what: 'fire' },
    text: '天天停在消防通道上，说了也不挪。',
    steps: [[2, '08:50', 'gongan', { kind: 'start', public: '联系车主，今天去贴单。' }]],
  },
  {
    at: [2, '18:05'],
    category: 'street-lamp',
    home: `${CHEZHAN}0020102`,
    where: { place: '铁路宿舍东门' },
    answers: { what: 'dark' },
    text: '三盏灯都不亮，晚上老人出门看不见。',
    again: { at: [1, '19:20'], home: `${CHEZHAN}0020201`, words: '还是不亮。' },
    steps: [],
  },
  {
    at: [2, '20:10'],
    category: 'property',
    home: `${CHEZHAN}0010202`,
    where: { place: '铁路宿舍东门' },
    answers: { what: 'repair' },
    text: '门口的灯坏了，跟物业说了没人管。',
    steps: [
      [
        ...([1, '09:40', 'district'] as const),
        {
          kind: 'classify',
          category: CategoryCode.parse('street-lamp'),
          timeClass: 'ordinary',
          internal: '说的是路灯，归路灯办。',
        },
      ],
    ],
  },
  {
    at: [1, '09:15'],
    category: 'volunteer',
    home: `${CHEZHAN}0020202`,
    where: 'home',
    answers: { what: 'doctor', needs: 'walk' },
    text: '老人一个人住，想请人陪着去医院拿药。',
    enteredBy: 'chezhan',
    steps: [[1, '10:30', 'chezhan', { kind: 'start', public: '志愿者会先打电话，约好时间再去。' }]],
  },
  {
    at: [1, '15:48'],
    category: 'heating',
    home: `${DAJIE}0010202`,
    where: 'home',
    answers: { what: 'some' },
    text: '北屋不热，只有十四度。',
    steps: [[1, '16:20', 'zhujian', { kind: 'start', public: '维修工明天上午到，家里请留人。' }]],
  },
];

/** Ready words of the housing department, which has most of them. */
export const DEMO_ANSWERS: readonly AnswerTemplate[] = [
  { name: '已修好', text: '您反映的问题已经修好，请再看一看。没修好可以选“没办好，重新办”。' },
  { name: '要等材料', text: '已经到现场看过，材料到了马上修。' },
];
