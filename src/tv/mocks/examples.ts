// A day in a community as example data: what `npm run dev:tv` shows, what tests read and what pictures are taken of.
import type { z } from 'zod';
import type { DeviceAuthorization } from '../../contract/activation.ts';
import type { BoxHome } from '../../contract/boxes.ts';
import type { FeedEntry, NoticeItem } from '../../contract/feed.ts';

type Item = z.input<typeof NoticeItem>;

/** The examples' present: Monday evening, eight o'clock in Zhoucun. */
export const EXAMPLE_NOW = '2026-11-23T12:00:00.000Z';
export const EXAMPLE_TOKEN = 'example-box-token';
/** As it stands in the contract's examples. */
export const EXAMPLE_PIN = '604182';

export const EXAMPLE_AUTHORIZATION: z.input<typeof DeviceAuthorization> = {
  device_code: 'k2Jx0pQ8sVb7Yt4nWm3Rz6Lc9Hf1Dg5A',
  user_code: '7K3M-9XPA',
  verification_uri: 'https://linli.example/console/activate',
  verification_uri_complete: 'https://linli.example/console/activate?code=7K3M-9XPA',
  expires_in: 900,
  interval: 5,
};

const DISTRICT = '370306';
const TOWN = '370306001';
const COMMUNITY = '370306001001';

export const EXAMPLE_HOME: z.input<typeof BoxHome> = {
  id: '019ab000-0000-7000-8000-0000000000b1',
  state: 'authorised',
  settings: {},
  rotate: false,
  community: { code: COMMUNITY, name: '车站社区' },
  chain: [DISTRICT, TOWN, COMMUNITY, '370306001001001', '370306001001001001', '3703060010010010010101'],
  almanac: [
    { day: '2026-11-23', date: '11月23日', weekday: '星期一', lunar: '十月十五' },
    { day: '2026-11-24', date: '11月24日', weekday: '星期二', lunar: '十月十六' },
    { day: '2026-11-25', date: '11月25日', weekday: '星期三', lunar: '十月十七' },
    { day: '2026-11-26', date: '11月26日', weekday: '星期四', lunar: '十月十八' },
    { day: '2026-11-27', date: '11月27日', weekday: '星期五', lunar: '十月十九' },
    { day: '2026-11-28', date: '11月28日', weekday: '星期六', lunar: '十月二十' },
    { day: '2026-11-29', date: '11月29日', weekday: '星期日', lunar: '十月廿一' },
  ],
  catalogue: 1,
  favourites: ['0802'],
  serverTime: EXAMPLE_NOW,
};

const noticeId = (number: number): string => `019ab000-0000-7000-8000-0000000000${number < 10 ? '0' : ''}${number}`;
const paragraph = (text: string): Item['blocks'][number] => ({ type: 'paragraph', text });
const heading = (text: string): Item['blocks'][number] => ({ type: 'heading', text });
const point = (text: string): Item['blocks'][number] => ({ type: 'item', marker: '•', text });
const step = (number: number, text: string): Item['blocks'][number] => ({ type: 'item', marker: `${number}.`, text });

function notice(
  number: number,
  given: Pick<Item, 'title' | 'category' | 'blocks' | 'publishedAt'> & Partial<Item>,
): Item {
  return {
    kind: 'notice',
    id: noticeId(number),
    revision: 1,
    source: '车站社区居委会',
    pinned: false,
    validFrom: given.publishedAt,
    validTo: null,
    airing: { days: null, dayparts: null },
    placements: [],
    weight: 1,
    ...given,
  };
}

export const EXAMPLE_ITEMS: readonly Item[] = [
  notice(1, {
    title: '明天上午 9 点到下午 3 点停水，请提前接好水',
    source: '周村区自来水公司',
    category: 'outage',
    pinned: true,
    publishedAt: '2026-11-23T01:10:00.000Z',
    validTo: '2026-11-24T08:00:00.000Z',
    blocks: [
      paragraph('因为机场路水管改造，11月24日（星期二）上午 9:00 到下午 3:00，车站社区 1 号楼到 12 号楼停水。'),
      paragraph('请大家提前接好生活用水，出门前把水龙头关好。恢复供水后水可能有点浑，放两分钟就清了。'),
      heading('需要帮忙的'),
      point('家里有行动不便的老人，可以打电话给居委会，我们送水上门。'),
      point('有事请到居委会一楼服务大厅'),
    ],
  }),
  notice(2, {
    title: '本周六上午免费量血压、测血糖',
    category: 'activity',
    publishedAt: '2026-11-23T00:30:00.000Z',
    blocks: [
      paragraph('周六上午 8:30 到 11:00，社区卫生服务站在居委会一楼为居民免费量血压、测血糖。'),
      point('请带好身份证或老年卡'),
      point('测血糖请空腹'),
      paragraph('行动不便的老人可以打电话预约上门。'),
    ],
  }),
  notice(3, {
    title: '最近有人冒充燃气公司上门收费，请不要开门',
    source: '丝绸路派出所',
    category: 'safety',
    publishedAt: '2026-11-22T11:20:00.000Z',
    blocks: [
      paragraph('这几天有人穿着工作服，说是燃气公司的，上门推销报警器并当场收钱。燃气公司不上门收现金。'),
      paragraph('遇到这种情况：'),
      step(1, '不要开门，先隔着门问清姓名和单位。'),
      step(2, '拿不准就拨 12345 问一问。'),
      step(3, '对方不肯走的，打 110。'),
    ],
  }),
  notice(4, {
    title: '老年卡在居委会就能办',
    category: 'service',
    publishedAt: '2026-11-20T02:00:00.000Z',
    blocks: [
      paragraph('年满 60 岁的居民，不用再跑政务大厅，在社区居委会就可以办老年卡。'),
      heading('要带什么'),
      point('身份证原件和复印件 1 份'),
      point('一寸照片 2 张'),
      heading('什么时候来'),
      paragraph('星期一到星期五，上午 9:00 到 11:30，下午 2:00 到 5:00。当场办，七个工作日后来拿卡，不收钱。'),
    ],
  }),
  notice(5, {
    title: '智慧社区建设实施方案（摘要）',
    source: '周村区政府',
    category: 'policy',
    publishedAt: '2026-11-18T01:00:00.000Z',
    blocks: [
      heading('一、为什么做'),
      paragraph(
        '以满足居民日益增长的需求为目标，以“为民、便民、惠民、安民”为宗旨，依托广电双向数字化网络，推进具有本地特色的智慧社区建设，不断提高社区服务管理的信息化水平，为居民营造更加方便、宜居、和谐的生活环境。',
      ),
      heading('二、要做成什么样'),
      paragraph(
        '梳理综治、公安、工商、住建、交通、卫计、人社、民政、司法和水、电、气等部门与居民相关的管理和服务事项，开发社区服务信息系统，方便居民办事，让居民充分享受到智慧城市带来的高效、便捷的服务。',
      ),
      heading('三、三条要求'),
      step(
        1,
        '高清数字电视信息播控平台、双向数字电视网络、平安监控网络由有合法资质的单位负责建设，前端设备和各类网络达到国家标准。',
      ),
      step(2, '双向高清机顶盒的覆盖率：城区的社区达到 70% 以上，农村的社区达到 60% 以上。'),
      step(3, '社区、村里没有非法安装地面卫星接收设施的住户和单位。'),
      heading('四、什么时候做完'),
      paragraph('6 月底前，每个镇、街道选取 1 到 2 个条件成熟的社区先期试点；10 月底前，建成 30 个智慧社区。'),
      heading('五、收费有哪些优惠'),
      paragraph(
        '安装高清双向机顶盒免收初装费，基本收视维护费按套餐优惠。五保户、特困户、下岗职工凭有效证件，基本收视维护费减半。',
      ),
    ],
  }),
  notice(6, {
    title: '重阳合唱队招人，会唱会听都欢迎',
    category: 'activity',
    publishedAt: '2026-11-17T03:00:00.000Z',
    blocks: [
      paragraph('社区合唱队每星期三下午 2:30 在文化活动室排练，现在缺低声部和一位会弹电子琴的邻居。'),
      paragraph('想来的直接到活动室，找王老师报名。'),
    ],
  }),
  notice(7, {
    title: '星期四夜里检修电路，凌晨 1 点到 4 点停电',
    source: '周村供电公司',
    category: 'outage',
    publishedAt: '2026-11-16T06:00:00.000Z',
    blocks: [
      paragraph(
        '11月26日（星期四）凌晨 1:00 到 4:00 检修线路，车站社区 5 号楼、6 号楼停电。家里用制氧机的请提前和我们联系：95598。',
      ),
    ],
  }),
  notice(8, {
    title: '冬天用煤炉要开窗，小心煤气中毒',
    category: 'safety',
    publishedAt: '2026-11-15T01:30:00.000Z',
    blocks: [
      paragraph('天冷了，平房的邻居用煤炉取暖，睡前一定看看烟囱通不通，窗户留一条缝。'),
      paragraph('头晕、恶心、没力气，就可能是煤气中毒：马上开窗，到屋外去，打 120。'),
    ],
  }),
];

/** One more that comes while the television is on, to see the push arrive. */
export const EXAMPLE_ARRIVAL: Item = notice(9, {
  title: '今晚 9 点前请把楼道里的电动车推到车棚',
  category: 'safety',
  publishedAt: EXAMPLE_NOW,
  blocks: [
    paragraph('消防检查组明天上午来社区。楼道里停电动车、拉线充电都很危险，请今晚推到车棚，车棚充电前两小时免费。'),
  ],
});

type Put = Omit<Extract<z.input<typeof FeedEntry>, { action: 'put' }>, 'signature'>;

/** Unsigned: signer.ts signs them. The newest has the highest sequence, as if they had been published one by one. */
export const EXAMPLE_ENTRIES: readonly Put[] = [...EXAMPLE_ITEMS]
  .reverse()
  .map((item, index) => ({ action: 'put', region: COMMUNITY, seq: index + 1, item }));

export const EXAMPLE_CURSOR = EXAMPLE_HOME.chain
  .map((region) => `${region}:${region === COMMUNITY ? EXAMPLE_ITEMS.length : 0}`)
  .join(',');

export const EXAMPLE_ARRIVAL_ENTRY: Put = {
  action: 'put',
  region: COMMUNITY,
  seq: EXAMPLE_ITEMS.length + 1,
  item: EXAMPLE_ARRIVAL,
};
