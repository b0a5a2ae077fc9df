// What the television says around an alert; the alert's own words come with it.
import type { Severity } from '../../contract/alerts.ts';

export const ALERT_TEXTS = {
  level: {
    red: '红色预警',
    orange: '橙色预警',
    yellow: '黄色预警',
    blue: '蓝色预警',
  } satisfies Record<Severity, string>,
  rehearsal: '演练',
  rehearsalTitle: (title: string) => `【演练】${title}`,
  rehearsalNote: '这是演练，不是真的',
  over: '已解除',
  instructions: '请您这样做',
  sent: (source: string, when: string) => `${source} ${when} 发布`,
  until: (when: string) => `有效到 ${when}`,
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  more: (count: number) => `另外还有 ${count} 条预警`,
  /** Of remotes with colours, and of those without; the other where 8 is something else. */
  keys: { both: '红键或 8', red: '红键' },
  others: (count: number) => `（共 ${count} 条）`,
  firstPage: '这是第一页',
  lastPage: '已经是最后一页了',
  wait: (seconds: number) => `请先看清楚，${seconds} 秒后按确定键关上`,
  onlyOk: '看清楚以后，请按确定键',
  hints: { known: '知道了', turn: '翻页', next: '下一页', see: '看预警', close: '关上', look: '请先看清楚' },
  /** Spoken, so without signs that are not. */
  spoken: (rehearsal: boolean, level: string, title: string) =>
    `${rehearsal ? '现在是演练。' : ''}${level}。${title}。`,
} as const;
