// What the page of the requests' figures says; each rate with the formula it is reckoned by.
import type { EXCLUSIONS } from '../../contract/request-figures.ts';

type By = 'region' | 'department' | 'category' | 'month';
const bys: Readonly<Record<By, string>> = { region: '按地区', department: '按部门', category: '按类别', month: '按月' };
const exclusions: Readonly<Record<(typeof EXCLUSIONS)[number], string>> = {
  withdrawn: '居民撤回的',
  merged: '并入另一件的',
  'not-reached': '回访没打通的',
  declined: '被退过单的',
};

export const requestStatisticsTexts = {
  requestStatistics: {
    title: '事项统计',
    bys,
    by: '怎么分',
    span: '登记日期',
    exclude: '比率里不算',
    exclusions,
    columns: { received: '登记', open: '没办完', overdue: '超时' },
    total: '合计',
    rates: { response: '响应率', inTime: '按时率', solved: '解决率', satisfaction: '满意率' },
    formulas: {
      response: '时限的前五分之一内开始办理的 ÷ 全部',
      inTime: '期限内答复的 ÷ 已经答复或已经过期的',
      solved: '居民评价或电话里说办好、因而办结的 ÷ 已经结束的',
      satisfaction: '评 4 分、5 分，或回访时说满意的 ÷ 评过分或回访过的',
    },
    formulaFoot: '只算在所选日期里登记的。上面勾选的不进分子，也不进分母。',
    help: (name: string) => `${name}怎么算`,
    percent: (of: number, all: number) => `${Math.round((of / all) * 100)}%`,
    met: { '1': (rate: string) => `${rate}里达到的`, '0': (rate: string) => `${rate}里没达到的` },
    reckoned: (rate: string) => `${rate}里算的全部`,
    alone: '没有分到下一级的',
    noRate: '没有',
    show: (name: string, what: string) => `查看：${name}，${what}`,
    chart: '登记数和按时率',
    chartLabel: (total: number) => `各组的登记数和按时率，共登记 ${total} 件`,
    received: '登记',
    empty: '这段时间没有登记的事项。',
    hint: '点数字，看是哪些事项。',
  },
} as const;
