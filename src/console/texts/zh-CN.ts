// Every sentence the console shows, in plain words; what a screen says is changed here and nowhere else.
import type { Grant, Role } from '../../contract/staff.ts';
import { DEPARTMENT_NAMES } from '../../domain/guides/department-names.ts';
import { activationTexts } from './activation.zh-CN.ts';
import { alertTexts } from './alerts.zh-CN.ts';
import { auditTexts } from './audit.zh-CN.ts';
import { billTexts } from './bills.zh-CN.ts';
import { boxSettingTexts } from './box-settings.zh-CN.ts';
import { boxTexts } from './boxes.zh-CN.ts';
import { broadbandTexts } from './broadband.zh-CN.ts';
import { capTexts } from './cap.zh-CN.ts';
import { coverageTexts } from './coverage.zh-CN.ts';
import { guideTexts } from './guides.zh-CN.ts';
import { importTexts } from './imports.zh-CN.ts';
import { keyTexts } from './keys.zh-CN.ts';
import { noticeTexts } from './notices.zh-CN.ts';
import { placeTexts } from './places.zh-CN.ts';
import { proofTexts } from './proof.zh-CN.ts';
import { requestSettingTexts } from './request-settings.zh-CN.ts';
import { requestStatisticsTexts } from './request-statistics.zh-CN.ts';
import { requestTexts } from './requests.zh-CN.ts';
import { reviewTexts } from './reviews.zh-CN.ts';
import { scheduleTexts } from './schedule.zh-CN.ts';

const roles: Readonly<Record<Role, string>> = {
  district: '区办公室',
  town: '镇办工作人员',
  community: '社区工作人员',
  department: '部门工作人员',
  operator: '广电运维',
  auditor: '审计',
};

export const texts = {
  product: '邻里 · 工作台',
  roles,
  common: {
    back: '返回',
    retry: '再试一次',
    clear: '清空条件',
    loading: '正在读取…',
    region: '地区',
    reason: '原因',
    reasonPlaceholder: '请写明原因，对方会看到',
    required: '请填写这一项',
    reasonShort: '请写明原因，至少两个字',
    cancel: '取消',
    total: (n: number) => `共 ${n} 条`,
    nothingFound: '没有符合条件的内容，可以换个条件或清空条件再查。',
    goHome: '回到首页',
  },
  failure: {
    offline: '连不上服务器，请检查网络后再试。',
    unreadable: '服务器刚刚升级过，请刷新页面后再试。',
    status: (status: number) => `服务器没有正常回答，状态码 ${status}，请稍后再试。`,
    unknown: '出了点问题，请刷新页面再试。',
    load: '没有读到内容',
    page: '这个页面没有打开',
    pageHint: '可能刚升级过。刷新后再试，已保存的草稿不会丢。',
    refresh: '刷新页面',
    notFound: '没有这个页面',
    forbidden: '您没有看这个页面的权限，需要时请联系管理员。',
  },
  session: {
    title: '登录工作台',
    account: '账号',
    password: '密码',
    signIn: '登录',
    signOut: '退出登录',
    endedTitle: '登录已过期',
    ended: '请重新登录。这个页面上没有保存的内容还在。',
    changeTitle: '修改密码',
    forced: '这是临时密码，请先改成自己的密码。',
    current: '现在的密码',
    next: '新密码',
    repeat: '再输一遍新密码',
    nextHint: '至少 10 个字符，不能与账号相同。可以用几个不相干的词连起来，好记又安全。',
    repeatWrong: '两次输入的新密码不一样',
    change: '修改密码',
    changed: '密码已修改，其他地方的登录已全部退出',
    expires: (at: string) => `登录有效期到 ${at}`,
  },
  menu: {
    open: '菜单',
    notices: '通知',
    alerts: '应急预警',
    reviews: '审核设置',
    boxes: '机顶盒',
    activation: '开通',
    imports: '导入',
    boxSettings: '远程设置',
    schedule: '播出日历',
    requests: '事项',
    guides: '办事指南',
    places: '便民地点',
    broadband: '宽带套餐',
    coverage: '覆盖率',
    providers: '缴费接口',
    cap: '外来预警',
    staff: '人员',
    keys: '签名密钥',
    audit: '操作记录',
  },
  ...noticeTexts,
  ...alertTexts,
  ...keyTexts,
  ...reviewTexts,
  ...boxTexts,
  ...billTexts,
  ...activationTexts,
  ...guideTexts,
  ...requestTexts,
  ...requestSettingTexts,
  ...requestStatisticsTexts,
  ...importTexts,
  ...coverageTexts,
  ...scheduleTexts,
  ...proofTexts,
  ...placeTexts,
  ...broadbandTexts,
  ...capTexts,
  ...boxSettingTexts,
  staff: {
    title: '人员',
    add: '新建账号',
    columns: { name: '姓名', account: '账号', grants: '角色和地区', status: '状态', actions: '操作' },
    search: '姓名或账号',
    mustChange: '还在用临时密码',
    locked: (until: string) => `锁定到 ${until}`,
    fine: '正常',
    grant: ({ role, regionName, department }: Grant): string =>
      `${regionName} · ${department ? DEPARTMENT_NAMES[department] : ''}${roles[role]}`,
    account: '账号',
    accountHint: '小写字母开头，可以有数字、点和短横，3 到 40 个字符',
    accountWrong: '账号要以小写字母开头，只能有小写字母、数字、点和短横，3 到 40 个字符',
    name: '姓名',
    role: '角色',
    department: '部门',
    region: '地区',
    regionPlaceholder: '按名称查找',
    create: '新建',
    created: '账号已建好',
    reset: '重置密码',
    resetTitle: (name: string) => `重置 ${name} 的密码`,
    resetHint: '原来的密码马上失效，正在使用的登录会全部退出。',
    resetReason: '如：本人忘记密码',
    resetDone: '密码已重置',
    temporary: '临时密码',
    temporaryHint: '只显示这一次。请当面或打电话告诉本人，第一次登录时要改成自己的密码。',
    done: '我已记下',
    empty: '还没有别的账号。',
  },
  audit: {
    title: '操作记录',
    columns: {
      link: '序号',
      at: '时间',
      who: '谁',
      action: '做了什么',
      subject: '对象',
      region: '地区',
      detail: '详情',
    },
    action: '操作',
    subject: '对象编号',
    empty: '还没有操作记录。',
    unlinked: '不在链上',
    fact: (name: string, value: string) => `${name}：${value}`,
    ...auditTexts,
  },
  time: {
    now: '刚刚',
    minutes: (n: number) => `${n} 分钟前`,
    hours: (n: number) => `${n} 小时前`,
    days: (n: number) => `${n} 天前`,
    readingSeconds: (n: number) => `${n} 秒`,
    readingMinutes: (n: number) => `${n} 分钟`,
  },
} as const;
