// Every screen and overlay with long, short and no content: to look at, and to compare pictures with.

import type { PictureId } from '../../../src/contract/ids.ts';
import type { Block } from '../../../src/contract/notices.ts';
import { ellipsize } from '../../../src/domain/text/lines.ts';
import type { Line } from '../../../src/domain/text/paginate.ts';
import { PAGE_LAYOUT, paginate } from '../../../src/domain/text/paginate.ts';
import type { Chrome, Frame, NoticeRow, OverlayModel, ScreenModel, Tile } from '../../../src/tv/navigation/frame.ts';
import { HERO_TEXT } from '../../../src/tv/screens/home/layout.ts';

const CHROME: Chrome = {
  community: '车站社区',
  clock: '20:15',
  date: '11月23日 星期一 十月十五',
  status: null,
  ticker: [],
  hints: [],
  note: null,
};
const HOME_HINTS: Chrome['hints'] = [
  { key: 'arrows', label: '选择' },
  { key: 'ok', label: '打开' },
  { key: 'digits', label: '直接打开' },
  { key: 'green', label: '字号' },
  { key: 'zero', label: '帮助' },
];
const LIST_HINTS: Chrome['hints'] = [
  { key: 'upDown', label: '选择' },
  { key: 'ok', label: '打开' },
  { key: 'leftRight', label: '翻页' },
  { key: 'back', label: '返回' },
];
const READER_HINTS: Chrome['hints'] = [
  { key: 'leftRight', label: '翻页' },
  { key: 'green', label: '字号' },
  { key: 'back', label: '返回' },
];

const row = (id: number, title: string, more: Partial<NoticeRow> = {}): NoticeRow => ({
  id: `019ab000-0000-7000-8000-${String(id).padStart(12, '0')}`,
  title,
  category: 'general',
  meta: '车站社区居委会 · 11月23日',
  unread: false,
  pinned: false,
  ...more,
});

const LONG =
  '关于做好2026年冬季城乡居民清洁取暖设备安全检查和燃气报警器免费更换工作的通知（请各楼组长转告行动不便的老人）';
const ROWS = [
  row(1, '本周六上午免费量血压', { category: 'activity', unread: true, pinned: true }),
  row(2, LONG, { category: 'safety', unread: true, meta: '周村区丝绸路街道办事处 · 11月22日' }),
  row(3, '11月25日（周三）8:30到17:00停水，请提前存水', { category: 'outage', meta: '周村自来水公司 · 11月22日' }),
  row(4, '城乡居民医疗保险集中缴费到12月31日截止', { category: 'policy', meta: '周村区医保局 · 11月20日' }),
  row(5, '社区食堂开张', { category: 'service', unread: true }),
];

const HERO = `周六上午8:30到11:00，社区卫生服务站在居委会一楼为居民免费量血压、测血糖。请带好身份证或老年卡，测血糖请空腹。`;
const heroLines = (text: string, elder: boolean) => {
  const { cells, rows } = HERO_TEXT[elder ? 'elder' : 'normal'];
  return ellipsize(text, cells, rows);
};

const tile = (digit: string, label: string, icon: Tile['icon'], badge: string | null = null): Tile => ({
  digit,
  label,
  icon,
  badge,
});
const TILES = [
  tile('1', '全部通知', 'all', '12 条没看'),
  tile('2', '停水停电', 'outage', '1 条没看'),
  tile('3', '办事服务', 'service'),
  tile('4', '平安提醒', 'safety', '3 条没看'),
  tile('5', '社区活动', 'activity'),
  tile('6', '政策公开', 'policy'),
];

const BLOCKS: Block[] = [
  { type: 'heading', text: '一、总体要求' },
  {
    type: 'paragraph',
    text: '以“政府主导、部门联动、市场运作、群众受益”为原则，用两年时间，在全区建成30个智慧社区示范点，让居民在家里打开电视，就能看通知、查账单、报问题。',
  },
  { type: 'heading', text: '二、居民可以做什么' },
  { type: 'item', marker: '•', text: '看社区和街道发的通知，停水、停电、停气会提前一天显示' },
  { type: 'item', marker: '•', text: '家里的东西坏了，按“我要反映”，24小时内有人联系您' },
  { type: 'item', marker: '1.', text: '拨打市民热线 12345（每天24小时都有人接）' },
  { type: 'item', marker: '2.', text: '或者到居委会一楼大厅办理，请带好身份证、户口簿原件和复印件各一份' },
  { type: 'paragraph', text: '行动不便的老人可以打电话预约上门。五保户、特困户、下岗职工凭证件减半收取基本收视费。' },
];

function reader(elder: boolean, blocks: readonly Block[], page: number, title: string): ScreenModel {
  const pages = paginate(blocks, elder ? PAGE_LAYOUT.elder : PAGE_LAYOUT.normal);
  return {
    name: 'reader',
    id: '019ab000-0000-7000-8000-0000000000a1',
    title,
    category: 'policy',
    meta: '周村区智慧社区建设领导小组办公室 · 11月23日',
    page,
    pages: pages.length,
    lines: pages[page - 1] ?? ([] as Line[]),
    preview: false,
  };
}

const home = (elder: boolean, area: 'hero' | 'latest' | 'tiles', index: number): ScreenModel => ({
  name: 'home',
  hero: { ...row(1, '本周六上午免费量血压', { category: 'activity', pinned: true }), lines: heroLines(HERO, elder) },
  empty: null,
  latest: ROWS.slice(1, 4),
  tiles: TILES,
  focus: { area, index },
});

const frame = (
  elder: boolean,
  screen: ScreenModel,
  chrome: Partial<Chrome>,
  overlay: OverlayModel | null = null,
): Frame => ({
  chrome: { ...CHROME, ...chrome },
  screen,
  overlay,
  elder,
  motion: true,
});

const HELP: OverlayModel = {
  name: 'help',
  title: '遥控器怎么用',
  items: [
    { key: '上下左右', text: '选择，看内容时翻页' },
    { key: '确定', text: '打开选中的内容' },
    { key: '返回', text: '回到上一页' },
    { key: '数字键', text: '直接打开标着这个数字的内容' },
    { key: '绿键', text: '换大字或小字' },
    { key: '0', text: '打开或关上这一页' },
    { key: '确定', text: '现在按，可以设置字号和动画' },
  ],
};

const STALE = { kind: 'stale', text: '正在连接，先看 11月20日 22:45 保存的内容' } as const;
const STATUS = { kind: 'offline', text: '暂时连不上，已显示 10:32 保存的内容' } as const;
const TICKER = ['本周六上午8:30在居委会一楼免费量血压、测血糖', '11月25日停水，请提前存水'];

/** The frames by name, in one size of type. */
export function frames(elder: boolean): Readonly<Record<string, Frame>> {
  const at = (screen: ScreenModel, chrome: Partial<Chrome> = {}, overlay: OverlayModel | null = null) =>
    frame(elder, screen, chrome, overlay);
  const onHome = (area: 'hero' | 'latest' | 'tiles', index: number, chrome: Partial<Chrome> = {}) =>
    at(home(elder, area, index), { hints: HOME_HINTS, ...chrome });
  const list = (rows: readonly NoticeRow[], focus: number): ScreenModel => ({
    name: 'list',
    title: '全部通知',
    rows,
    focus,
    page: 2,
    pages: 5,
    total: 23,
  });
  return {
    boot: at({ name: 'boot', text: '正在连接，请稍等' }),
    home: onHome('hero', 0, { ticker: TICKER }),
    'home-latest': onHome('latest', 1, { status: STATUS, ticker: ['社区食堂开张了'] }),
    'home-tile': onHome('tiles', 3, { note: '这里就是首页' }),
    'home-long': at(
      {
        name: 'home',
        hero: { ...row(2, LONG, { category: 'safety', unread: true }), lines: heroLines(HERO, elder) },
        empty: null,
        latest: [ROWS[0], ROWS[2], ROWS[4]].flatMap((one) => one ?? []),
        tiles: TILES,
        focus: { area: 'latest', index: 0 },
      },
      { hints: HOME_HINTS, ticker: [LONG] },
    ),
    'home-single': at(
      {
        name: 'home',
        hero: { ...row(2, LONG, { category: 'safety', unread: true }), lines: heroLines(HERO, elder) },
        empty: '没有别的通知，有了会马上显示在这里',
        latest: [],
        tiles: TILES,
        focus: { area: 'hero', index: 0 },
      },
      { hints: HOME_HINTS },
    ),
    'home-empty': at(
      {
        name: 'home',
        hero: null,
        empty: '现在还没有通知，有了会马上显示在这里',
        latest: [],
        tiles: TILES.map((one) => ({ ...one, badge: null })),
        focus: { area: 'tiles', index: 0 },
      },
      { hints: HOME_HINTS },
    ),
    list: at(list(ROWS, 1), { hints: LIST_HINTS }),
    'list-stale': at(list(ROWS, 4), { hints: LIST_HINTS, status: STALE }),
    'list-short': at({ ...list(ROWS.slice(0, 2), 0), page: 1, pages: 1, total: 2 } as ScreenModel, {
      hints: LIST_HINTS,
      note: '已经是最后一条了',
      status: STATUS,
    }),
    reader: at(reader(elder, BLOCKS, 1, '周村区智慧社区建设实施方案'), { hints: READER_HINTS }),
    'reader-last': at(reader(elder, BLOCKS, 2, LONG), {
      hints: READER_HINTS,
      note: '已经是最后一页了，按返回键回去',
      status: STATUS,
    }),
    'reader-picture': at(
      reader(
        elder,
        [
          { type: 'paragraph', text: '活动现场照片：' },
          { type: 'picture', picture: 'a'.repeat(64) as PictureId, alt: '居委会一楼大厅', width: 1280, height: 640 },
        ],
        1,
        '社区食堂开张了',
      ),
      { hints: READER_HINTS },
    ),
    'message-offline': at(
      {
        name: 'message',
        tone: 'offline',
        title: '暂时连不上',
        text: '请看看机顶盒的网线插好了没有，再按确定键',
        action: '再试一次',
      },
      { hints: [{ key: 'ok', label: '再试一次' }] },
    ),
    'message-empty': at(
      {
        name: 'message',
        tone: 'empty',
        title: '现在没有“停水停电”的内容',
        text: '有了新的内容，会马上显示在这里',
        action: '返回',
      },
      { hints: [{ key: 'back', label: '返回' }] },
    ),
    help: at(
      home(elder, 'hero', 0),
      {
        hints: [
          { key: 'ok', label: '设置' },
          { key: 'back', label: '关上' },
        ],
      },
      HELP,
    ),
    settings: at(
      home(elder, 'hero', 0),
      {
        hints: [
          { key: 'upDown', label: '选择' },
          { key: 'ok', label: '更改' },
          { key: 'back', label: '关上' },
        ],
      },
      {
        name: 'settings',
        title: '设置',
        options: [
          { label: '字号', value: elder ? '大字' : '小字' },
          { label: '动画', value: '开' },
        ],
        focus: 0,
      },
    ),
    probe: at(
      home(elder, 'hero', 0),
      { hints: [{ key: 'back', label: '关上' }] },
      {
        name: 'probe',
        title: '按键测试（安装人员用）',
        codes: ['38 上', '40 下', '13 确定', '403 红键', '10009 没有定义'],
        profile: 'rdk',
      },
    ),
  };
}
