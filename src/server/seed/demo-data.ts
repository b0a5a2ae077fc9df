// The demo district's people, homes and notices. The names are made up; the places are the district's own.
import type { Department } from '../../contract/departments.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import type { Placement, Schedule } from '../../contract/schedule.ts';
import type { Role } from '../../contract/staff.ts';

export const DEMO_STAFF: readonly {
  account: string;
  name: string;
  role: Role;
  region: string;
  department?: Department;
  duty: string;
}[] = [
  { account: 'district', name: '周主任', role: 'district', region: '370306', duty: '区智慧社区办公室' },
  { account: 'review', name: '刘科长', role: 'district', region: '370306', duty: '区智慧社区办公室，初审' },
  { account: 'fushen', name: '王科长', role: 'district', region: '370306', duty: '区智慧社区办公室，复审' },
  { account: 'qianfa', name: '陈主任', role: 'district', region: '370306', duty: '区智慧社区办公室，签发' },
  {
    account: 'gongan',
    name: '马警官',
    role: 'department',
    region: '370306',
    department: 'police',
    duty: '公安，写公安的办事指南',
  },
  {
    account: 'minzheng',
    name: '许科长',
    role: 'department',
    region: '370306',
    department: 'civil-affairs',
    duty: '民政，写民政的办事指南',
  },
  {
    account: 'zhujian',
    name: '林科长',
    role: 'department',
    region: '370306',
    department: 'housing',
    duty: '住建，办路灯、道路、供暖这些事项',
  },
  { account: 'operator', name: '广电运维', role: 'operator', region: '370306', duty: '有线电视运营商' },
  { account: 'auditor', name: '审计员', role: 'auditor', region: '370306', duty: '审计（只看不改）' },
  { account: 'sichoulu', name: '张科长', role: 'town', region: '370306001', duty: '丝绸路街道，可以审核和签发' },
  { account: 'chezhan', name: '李书记', role: 'community', region: '370306001001', duty: '车站社区，写通知' },
  {
    account: 'chezhan2',
    name: '赵委员',
    role: 'community',
    region: '370306001001',
    duty: '车站社区，可以初审社区活动',
  },
  { account: 'wangcun', name: '孙镇长', role: 'town', region: '370306102', duty: '王村镇，可以审核和签发' },
  { account: 'lijiatuan', name: '王主任', role: 'community', region: '370306102215', duty: '李家疃村，写通知' },
];

/** In each: one grid, two buildings, four homes a building, a box in every home. */
export const DEMO_COMMUNITIES: readonly { code: string; building: string }[] = [
  { code: '370306001001', building: '号楼' },
  { code: '370306002007', building: '号楼' },
  { code: '370306102215', building: '排' },
];
export const DEMO_BUILDINGS = 2;
export const DEMO_ROOMS = ['101', '102', '201', '202'] as const;

export interface DemoNotice {
  readonly author: string;
  /** Who takes the steps of the review, in their order; fewer than three leave it waiting. */
  readonly reviewers: readonly string[];
  readonly title: string;
  readonly source: string;
  readonly category: NoticeCategory;
  readonly regions: readonly string[];
  readonly pinned: boolean;
  /** Days from now until it is no longer shown. */
  readonly days: number;
  readonly schedule?: Schedule;
  readonly placements?: Placement[];
  readonly weight?: number;
  readonly text: string;
}

/** The district's plan of 2015, published first; its text is a file of its own. */
export const DEMO_PLAN: Omit<DemoNotice, 'text'> = {
  author: 'district',
  reviewers: ['review', 'fushen', 'qianfa'],
  title: '周村区推进智慧社区（村）建设工作实施方案',
  source: '周村区人民政府办公室',
  category: 'policy',
  regions: ['370306'],
  pinned: false,
  days: 365,
};

/** Published in this order, so the last is the newest. */
export const DEMO_NOTICES: readonly DemoNotice[] = [
  {
    author: 'district',
    reviewers: ['sichoulu', 'fushen', 'qianfa'],
    title: '高清双向电视免收安装费',
    source: '丝绸路街道',
    category: 'policy',
    regions: ['370306001'],
    pinned: false,
    days: 60,
    text: '居民开通高清双向有线电视，一律免收一次性安装费，基本收视费按优惠套餐执行。\n\n五保户、特困户、下岗职工凭有效证件，收视费**减半**。\n\n# 怎么办\n\n1. 带上身份证和有线电视缴费卡\n2. 到社区居委会登记\n3. 工作人员会打电话约时间上门安装',
  },
  {
    author: 'chezhan',
    reviewers: ['sichoulu', 'fushen', 'qianfa'],
    title: '认识这几种骗局，不转账、不点链接',
    source: '社区民警',
    category: 'safety',
    regions: ['370306001001'],
    pinned: false,
    days: 30,
    text: '最近有人冒充客服、冒充公检法打电话，请记住三句话：\n\n- 凡是要您转账到“安全账户”的，都是骗子\n- 凡是要您说出短信验证码的，都是骗子\n- 凡是说“您家孩子出事了、快汇钱”的，先给家里人打电话问清楚\n\n拿不准的时候，先挂电话，再拨 110 或者到居委会问一问。',
  },
  {
    author: 'chezhan',
    reviewers: ['sichoulu', 'fushen', 'qianfa'],
    title: '高龄津贴开始认证，80 岁以上老人请看',
    source: '车站社区居委会',
    category: 'service',
    regions: ['370306001001'],
    pinned: false,
    days: 20,
    text: '年满 80 岁、户口在本社区的老人，每年要认证一次，才能继续领取高龄津贴。\n\n# 带什么\n\n- 老人的身份证\n- 户口本\n\n# 在哪里\n\n社区居委会一楼服务大厅，周一到周五上午 8:30 到 11:30，下午 2:00 到 5:00。\n\n走不动的老人不用来，打个电话，我们上门办。',
  },
  {
    author: 'lijiatuan',
    reviewers: ['wangcun', 'fushen', 'qianfa'],
    title: '周日上午村里大集，停车请听安排',
    source: '李家疃村委会',
    category: 'activity',
    regions: ['370306102215'],
    pinned: true,
    days: 7,
    text: '本周日是大集，村口上午 6 点到 12 点不能停车。\n\n来赶集的请把车停在小学东边的空地上，有人指挥。\n\n老人孩子请走好，别在路中间停留。',
  },
  {
    author: 'chezhan',
    reviewers: ['chezhan2', 'sichoulu', 'qianfa'],
    title: '周六上午免费量血压、测血糖',
    source: '社区卫生服务站',
    category: 'activity',
    regions: ['370306001001'],
    pinned: false,
    days: 6,
    text: '周六上午 **8:30 到 11:00**，社区卫生服务站在居委会一楼为居民免费量血压、测血糖。\n\n- 请带好身份证或老年卡\n- 测血糖请空腹，测完再吃早饭\n\n行动不便的老人可以打电话预约上门。',
  },
  {
    author: 'chezhan',
    reviewers: ['sichoulu', 'fushen', 'qianfa'],
    title: '明天上午停水，请提前存水',
    source: '车站社区居委会',
    category: 'outage',
    regions: ['370306001001'],
    pinned: true,
    days: 2,
    text: '因为换水管，明天上午 **8:00 到 12:00** 停水。\n\n# 哪些楼停水\n\n1 号楼、2 号楼。其他楼不受影响。\n\n# 请您注意\n\n- 今晚接好一上午要用的水\n- 出门前看看水龙头关好没有\n- 来水后先放一会儿，水清了再用\n\n家里有行动不便的老人，需要帮忙接水的，请告诉楼长。',
  },
  {
    author: 'lijiatuan',
    reviewers: ['wangcun'],
    title: '天干物燥，做饭取暖看好火',
    source: '李家疃村委会',
    category: 'safety',
    regions: ['370306102215'],
    pinned: false,
    days: 30,
    text: '天冷风大，请各家看好火：\n\n- 出门前关好煤气、炉火\n- 柴草离炉子远一点\n- 电热毯睡前拔掉插头\n\n看见火情先打 119，再告诉村委会。',
  },
  {
    author: 'chezhan',
    reviewers: [],
    title: '下周一上午暖气试水，家里请留人',
    source: '车站社区居委会',
    category: 'general',
    regions: ['370306001001'],
    pinned: false,
    days: 8,
    schedule: {
      recurrence: null,
      days: 'every',
      dayparts: [
        { from: 7 * 60, to: 9 * 60 },
        { from: 18 * 60, to: 21 * 60 },
      ],
    },
    placements: ['banner', 'standby'],
    text: '下周一上午 **9:00 到 11:00** 暖气管道试水。\n\n- 家里请留一个人，看看暖气片漏不漏水\n- 发现漏水，马上关阀门，告诉楼长\n\n家里没人的，请把钥匙交给邻居或楼长。',
  },
];

/** Communities that look at their own activities first. */
export const DEMO_DELEGATIONS = ['370306001001'] as const;
