// Every screen and overlay with long, short and no content: to look at, and to compare pictures with.

import type { AlertItem } from '../../../src/contract/alerts.ts';
import type { PictureId } from '../../../src/contract/ids.ts';
import type { Block } from '../../../src/contract/notices.ts';
import { ellipsize } from '../../../src/domain/text/lines.ts';
import type { Line } from '../../../src/domain/text/paginate.ts';
import { PAGE_LAYOUT, paginate } from '../../../src/domain/text/paginate.ts';
import { presentAlerts } from '../../../src/tv/alerts/present.ts';
import { beginWith } from '../../../src/tv/navigation/context.ts';
import type { Chrome, Frame, ScreenModel } from '../../../src/tv/navigation/frame.ts';
import type { ActivateModel, HouseholdModel } from '../../../src/tv/navigation/frames/box.ts';
import type { ChannelModel, NoticeRow, ReaderModel, Tile } from '../../../src/tv/navigation/frames/notices.ts';
import type { OverlayModel } from '../../../src/tv/navigation/frames/overlays.ts';
import { HERO_TEXT } from '../../../src/tv/screens/home/layout.ts';
import { TILES as TILE_SPECS } from '../../../src/tv/screens/home/tiles.ts';
import { LIVING_TEXTS } from '../../../src/tv/texts/living.zh-CN.ts';
import { REQUEST_TEXTS } from '../../../src/tv/texts/requests.zh-CN.ts';
import { guideFrames } from './guide-frames.ts';
import { keyboardFrames } from './keyboard-frames.ts';
import { livingFrames } from './living-frames.ts';
import { requestFrames } from './request-frames.ts';

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
  { key: 'nine', label: '频道' },
  { key: 'blue', label: '我家' },
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
const heroLines = (text: string, elder: boolean, underBanner = false) => {
  const { cells, rows } = HERO_TEXT[elder ? 'elder' : 'normal'];
  return ellipsize(text, cells, underBanner ? 1 : rows);
};

const tile = (digit: string, label: string, icon: Tile['icon'], badge: string | null = null): Tile => ({
  digit,
  label,
  icon,
  badge,
});
const BADGES = {
  list: '12 条没看',
  guides: '315 项',
  bills: LIVING_TEXTS.bills.tile,
  life: LIVING_TEXTS.life.tile,
  requests: REQUEST_TEXTS.tile,
};
const TILES = TILE_SPECS.map(({ digit, label, icon, opens }) => tile(digit, label, icon, BADGES[opens]));

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
  banner: null,
  hero: { ...row(1, '本周六上午免费量血压', { category: 'activity', pinned: true }), lines: heroLines(HERO, elder) },
  empty: null,
  latest: ROWS.slice(1, 4),
  tiles: TILES,
  stands: null,
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
  alert: null,
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
    { key: '绿键', text: '换字号：大字或标准' },
    { key: '蓝键、7', text: '在首页按，看自己家的登记' },
    { key: '0', text: '打开或关上这一页' },
    { key: '确定', text: '现在按，可以设置字号和动画' },
  ],
};

const PIN_HINTS: Chrome['hints'] = [
  { key: 'digits', label: '输入' },
  { key: 'left', label: '删掉一位' },
  { key: 'back', label: '退出' },
];
const AGAIN_HINTS: Chrome['hints'] = [
  { key: 'ok', label: '换一个登记码' },
  { key: 'zero', label: '帮助' },
];
const NO_COMMUNITY = { community: '', date: '' } as const;

const activate = (more: Partial<ActivateModel>): ActivateModel => ({
  name: 'activate',
  title: '这台机顶盒要先登记',
  steps: ['请打电话给社区居委会，报出下面的登记码', '登记好以后，电视会自己打开'],
  userCode: '7K3M-9XPA',
  groups: ['7K3M', '9XPA'],
  link: 'https://linli.example/console/activate?code=7K3M-9XPA',
  state: '还能用 14 分钟，过期自动换新的',
  offline: false,
  action: null,
  ...more,
});
/** No code is shown: one sentence, and a button where there is something to do. */
const noCode = (title: string, step: string, action: string | null): ActivateModel =>
  activate({ title, steps: [step], userCode: null, groups: null, link: null, state: '', action });

const HOUSEHOLD: HouseholdModel = {
  name: 'household',
  title: '我家',
  address: '周村区 丝绸路街道 车站社区 1号楼 101',
  boxes: [
    {
      label: '这一台',
      own: true,
      card: '智能卡 8531********0017',
      meta: 'HC3100 · 可以看家里的内容 · 11月20日登记',
    },
    { label: '另一台', own: false, card: 'HC2600', meta: '已经登记 · 2025年6月1日登记' },
  ],
  focus: 0,
  text: null,
  closing: '一分半钟不按键，会自己关上',
};

const INSTALLER: Extract<OverlayModel, { name: 'installer' }> = {
  name: 'installer',
  title: '安装检查（安装人员用）',
  codes: [
    'keydown 38 → 上',
    'keydown 40 → 下',
    'keydown 13 → 确定',
    'keydown 403 → 没有定义',
    'keydown 461 → 没有定义',
  ],
  profile: 'rdk（更像 hbbtv）',
  facts: [
    { label: '网络', value: '14 毫秒 / 12 毫秒 / 没有回答', bad: true },
    { label: '推送', value: '已连 3 小时，8 秒前收到', bad: false },
    { label: '时差', value: '-420 毫秒', bad: false },
    { label: '版本', value: '0.1.0', bad: false },
    { label: '浏览器', value: 'WebKit 605.1.15', bad: false },
    { label: '型号', value: 'HC3100', bad: false },
    { label: '屏幕', value: '1920x1080，内存 84 兆', bad: false },
    { label: '编号后四位', value: '00B1', bad: false },
  ],
  actions: ['再测网络', '解除登记', '关上'],
  focus: 0,
};

const alertItem = (more: Partial<AlertItem>): AlertItem => ({
  ...(DEMO_ALERT as AlertItem),
  ...more,
});
const DEMO_ALERT = {
  kind: 'alert',
  id: '019ab000-0000-7000-8000-0000000000d1',
  revision: 1,
  severity: 'red',
  rehearsal: false,
  standing: true,
  event: '暴雨',
  title: '暴雨红色预警：今晚到明天上午有特大暴雨',
  source: '周村区气象台',
  authority: '370306',
  text: ['预计今晚到明天上午，全区将有特大暴雨，雨量 150 毫米以上。', '低洼处、地下室、河边随时可能进水。'],
  instructions: ['马上离开地下室和低洼处', '关好门窗，切断室外电源', '不要出门，不要涉水'],
  sound: true,
  sentAt: '2026-11-23T12:14:00.000Z',
  validFrom: '2026-11-23T12:14:00.000Z',
  validTo: '2026-11-24T00:00:00.000Z',
};
const LONG_ALERT =
  '关于周村区萌水镇化工园区危险化学品运输车辆侧翻泄漏事故周边三公里范围内居民立即关好门窗等待转移的紧急通知';

/** As navigation presents it, seconds after it came. */
function alertLayer(elder: boolean, alert: AlertItem, seen: boolean, more: readonly AlertItem[] = []) {
  const now = Date.parse(alert.sentAt) + 12_000;
  return presentAlerts({
    ...beginWith({
      ...{ elder, motion: true, marks: {}, openings: {}, home: null, profile: 'rdk', previewing: false, now },
      seenAlerts: seen ? { [alert.id]: alert.revision } : {},
    }),
    ...{ ready: true, clockSure: true, alerts: [alert, ...more] },
    alertSince: { id: alert.id, revision: alert.revision, at: Date.parse(alert.sentAt) },
  });
}

const STALE = { kind: 'stale', text: '正在连接，先看 11月20日 22:45 保存的内容' } as const;
const STATUS = { kind: 'offline', text: '暂时连不上，已显示 10:32 保存的内容' } as const;
const TICKER = ['本周六上午8:30在居委会一楼免费量血压、测血糖', '11月25日停水，请提前存水'];

/** The frames by name, in one size of type. */
export function frames(elder: boolean): Readonly<Record<string, Frame>> {
  const at = (screen: ScreenModel, chrome: Partial<Chrome> = {}, overlay: OverlayModel | null = null) =>
    frame(elder, screen, chrome, overlay);
  const onHome = (area: 'hero' | 'latest' | 'tiles', index: number, chrome: Partial<Chrome> = {}) =>
    at(home(elder, area, index), { hints: HOME_HINTS, ...chrome });
  const showing = (name: 'full' | 'channel', more: Partial<ChannelModel>): ScreenModel => {
    const { preview, ...page } = reader(elder, BLOCKS, 1, '周村区智慧社区建设实施方案') as ReaderModel;
    return { ...page, ...more, name } as ScreenModel;
  };
  const list = (rows: readonly NoticeRow[], focus: number): ScreenModel => ({
    name: 'list',
    title: '通知公告',
    rows,
    focus,
    page: 2,
    pages: 5,
    total: 23,
  });
  const alarm = (
    more: Partial<AlertItem>,
    { seen = false, others = [] }: { seen?: boolean; others?: readonly AlertItem[] } = {},
  ): Frame => ({
    ...onHome('hero', 0, { ticker: TICKER }),
    alert: alertLayer(elder, alertItem(more), seen, others),
  });
  return {
    boot: at({ name: 'boot', text: '正在连接，请稍等' }),
    home: onHome('hero', 0, { ticker: TICKER }),
    'home-latest': onHome('latest', 1, { status: STATUS, ticker: ['社区食堂开张了'] }),
    'home-tile': onHome('tiles', 1, { note: '这里就是首页' }),
    'home-long': at(
      {
        name: 'home',
        banner: null,
        hero: { ...row(2, LONG, { category: 'safety', unread: true }), lines: heroLines(HERO, elder) },
        empty: null,
        latest: [ROWS[0], ROWS[2], ROWS[4]].flatMap((one) => one ?? []),
        tiles: TILES,
        stands: null,
        focus: { area: 'latest', index: 0 },
      },
      { hints: HOME_HINTS, ticker: [LONG] },
    ),
    'home-single': at(
      {
        name: 'home',
        banner: null,
        hero: { ...row(2, LONG, { category: 'safety', unread: true }), lines: heroLines(HERO, elder) },
        empty: '没有别的通知，有了会马上显示在这里',
        latest: [],
        tiles: TILES,
        stands: null,
        focus: { area: 'hero', index: 0 },
      },
      { hints: HOME_HINTS },
    ),
    'home-empty': at(
      {
        name: 'home',
        banner: null,
        hero: null,
        empty: '现在还没有通知，有了会马上显示在这里',
        latest: [],
        tiles: TILES.map((one) => ({ ...one, badge: null })),
        stands: null,
        focus: { area: 'tiles', index: 0 },
      },
      { hints: HOME_HINTS },
    ),
    'home-banner': at(
      {
        name: 'home',
        banner: row(3, '明天上午8:30起停水，请提前存水', { category: 'outage', unread: true }),
        hero: {
          ...row(1, '本周六上午免费量血压', { category: 'activity', pinned: true }),
          lines: heroLines(HERO, elder, true),
        },
        empty: null,
        latest: ROWS.slice(3, 5),
        tiles: TILES,
        stands: null,
        focus: { area: 'hero', index: 0 },
      },
      { hints: HOME_HINTS, ticker: TICKER },
    ),
    'home-banner-long': at(
      {
        name: 'home',
        banner: row(4, LONG, { category: 'safety', unread: true }),
        hero: { ...row(2, LONG, { category: 'policy', unread: true }), lines: heroLines(HERO, elder, true) },
        empty: null,
        latest: ROWS.slice(2, 4),
        tiles: TILES,
        stands: null,
        focus: { area: 'banner', index: 0 },
      },
      { hints: HOME_HINTS, status: STATUS },
    ),
    full: at(showing('full', { title: LONG }), {
      hints: [
        { key: 'ok', label: '看全文' },
        { key: 'back', label: '关上' },
        { key: 'green', label: '字号' },
      ],
    }),
    channel: at(showing('channel', { channel: '车站社区频道' }), {
      hints: [
        { key: 'ok', label: '看全文' },
        { key: 'back', label: '首页' },
        { key: 'green', label: '字号' },
      ],
    }),
    'channel-standby': at(showing('channel', { channel: '车站社区频道', title: '社区食堂开张' }), {
      hints: [{ key: 'any', label: '首页' }],
    }),
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
    'alert-red': alarm({}),
    'alert-orange': alarm(
      {
        severity: 'orange',
        event: '危化品泄漏',
        title: LONG_ALERT,
        source: '周村区应急管理局',
        text: [HERO.repeat(3), HERO.repeat(2)],
      },
      { others: [alertItem({ id: '019ab000-0000-7000-8000-0000000000d2' as AlertItem['id'], severity: 'yellow' })] },
    ),
    'alert-rehearsal': alarm({
      rehearsal: true,
      event: '地震',
      title: '地震应急演练：听到声音就近躲避',
      text: ['今天 20:15，全区举行地震应急演练。'],
      instructions: ['躲在结实的桌子下，护住头', '摇晃停了再离开，不坐电梯', '到社区广场集合'],
    }),
    'alert-yellow': alarm({ severity: 'yellow', event: '大风', title: '大风黄色预警：今晚有 8 级大风' }),
    'alert-blue': alarm({ severity: 'blue', event: '寻人', title: '帮忙找人：王大爷，78岁', text: [HERO] }),
    'alert-seen': alarm({ severity: 'orange', title: LONG_ALERT }, { seen: true }),
    'alert-rehearsal-seen': alarm(
      { severity: 'red', rehearsal: true, event: '地震', title: '地震应急演练' },
      { seen: true },
    ),
    'alert-over': alarm({ standing: false }),
    'alert-above-list': {
      ...at(list(ROWS, 1), { hints: LIST_HINTS, status: STATUS }),
      alert: alertLayer(elder, alertItem({ severity: 'yellow', title: '大风黄色预警：今晚有 8 级大风' }), false),
    },
    'alert-above-help': {
      ...at(home(elder, 'hero', 0), { hints: LIST_HINTS }, HELP),
      alert: alertLayer(elder, alertItem({ severity: 'yellow', title: '大风黄色预警：今晚有 8 级大风' }), false),
    },
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
    activate: at(activate({}), {
      ...NO_COMMUNITY,
      hints: [
        { key: 'green', label: '字号' },
        { key: 'zero', label: '帮助' },
      ],
    }),
    'activate-offline': at(activate({ state: '暂时连不上，正在再连，登记码还能用', offline: true }), {
      ...NO_COMMUNITY,
      note: '登记好以后会自己打开，不用按键',
      hints: [
        { key: 'green', label: '字号' },
        { key: 'zero', label: '帮助' },
      ],
    }),
    'activate-expired': at(noCode('登记码过期了', '请按确定键换一个新的，再打电话给社区居委会', '换一个登记码'), {
      ...NO_COMMUNITY,
      hints: AGAIN_HINTS,
    }),
    'activate-denied': at(noCode('这次登记没有通过', '请打电话给社区居委会问一问，再换一个登记码', '换一个登记码'), {
      ...NO_COMMUNITY,
      hints: AGAIN_HINTS,
    }),
    'activate-asking': at(noCode('这台机顶盒要先登记', '正在要登记码，请稍等', null), {
      ...NO_COMMUNITY,
      hints: [{ key: 'zero', label: '帮助' }],
    }),
    pin: at(
      home(elder, 'hero', 0),
      { hints: PIN_HINTS },
      { name: 'pin', title: '请输入家庭密码', typed: 3, text: '六位数字，登记时工作人员给您的', wrong: false },
    ),
    'pin-wrong': at(
      home(elder, 'hero', 0),
      { hints: PIN_HINTS },
      { name: 'pin', title: '请输入家庭密码', typed: 0, text: '密码不对，请再输一次', wrong: true },
    ),
    'pin-locked': at(
      home(elder, 'hero', 0),
      { hints: PIN_HINTS },
      { name: 'pin', title: '请输入家庭密码', typed: 0, text: '输错太多次了，请 20:30 以后再试', wrong: true },
    ),
    household: at(HOUSEHOLD, {
      hints: [
        { key: 'upDown', label: '选择' },
        { key: 'back', label: '退出' },
      ],
    }),
    'household-loading': at(
      { ...HOUSEHOLD, address: '', boxes: [], text: '正在打开，请稍等' },
      { hints: [{ key: 'back', label: '退出' }] },
    ),
    identify: at(
      home(elder, 'hero', 0),
      { hints: [{ key: 'ok', label: '关上' }] },
      { name: 'identify', title: '工作人员在找这台电视', sign: '00B1', text: '半分钟后自己消失，按任意键关上' },
    ),
    installer: at(
      home(elder, 'hero', 0),
      {
        hints: [
          { key: 'leftRight', label: '选择' },
          { key: 'ok', label: '按下' },
          { key: 'back', label: '关上' },
        ],
      },
      INSTALLER,
    ),
    'installer-fresh': at(
      activate({}),
      { ...NO_COMMUNITY, hints: [{ key: 'back', label: '关上' }] },
      {
        ...INSTALLER,
        codes: [],
        profile: 'ipanel',
        facts: INSTALLER.facts.map((fact) =>
          fact.label === '推送' ? { ...fact, value: '没有连上', bad: true } : fact,
        ),
        actions: ['再测网络', '关上'],
        focus: 1,
      },
    ),
    ...guideFrames(elder),
    ...livingFrames(elder),
    ...keyboardFrames(elder),
    ...requestFrames(elder),
  };
}
