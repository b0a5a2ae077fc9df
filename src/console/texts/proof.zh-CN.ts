// What the page of a proof of display says: how far an item got, when, and which boxes did not show it.
import { GAP_NAMES, REFUSAL_NAMES, STEP_NAMES } from '../../domain/proof/names.ts';

const UNITS = [
  [86_400, '天'],
  [3_600, '小时'],
  [60, '分'],
  [1, '秒'],
] as const;

export const proofTexts = {
  proof: {
    title: '播出证明',
    of: (title: string) => `播出证明：${title}`,
    open: '播出证明',
    back: { notice: '看通知', alert: '看应急广播' },
    export: '导出证明',
    exportHint: '导出的表格会记入操作记录，可以用来核对表格没有改过。',
    sent: (source: string, at: string, asOf: string) => `${source}，${at} 发布。以下数字截至 ${asOf}。`,
    revision: (revision: number, at: string) => `第 ${revision} 版 · ${at} 发布`,
    revisionLabel: '版本',
    whole: '全部地区',
    addressed: '应到',
    boxes: '台',
    share: (percent: number) => `台 · ${percent}%`,
    steps: STEP_NAMES,
    notJoined: '未开通',
    region: '地区',
    empty: '这里还没有机顶盒。',
    curveTitle: '发布以后，有多少台到了哪一步',
    curveLabel: (title: string) => `《${title}》发布后各时刻已收到、已验签、已显示、已读完和拒收的机顶盒台数`,
    curveEmpty: '还没有机顶盒回报。',
    within: (duration: string) => `发布后 ${duration} 内`,
    duration(seconds: number): string {
      const [size, unit] = UNITS.find(([each]) => seconds >= each) ?? [1, '秒'];
      return `${seconds / size}${unit}`;
    },
    gapsTitle: '没有显示的机顶盒',
    gapsHint: '“收到未显示”多半是电视没开，或者正在看别的画面。',
    gap: '原因',
    gaps: GAP_NAMES,
    refusals: REFUSAL_NAMES as Readonly<Record<string, string>>,
    refusedBy: (parts: readonly string[]) => `拒收的原因：${parts.join('，')}`,
    refusal: (reason: string, boxes: number) => `${reason} ${boxes} 台`,
    noGaps: '应到的机顶盒都已显示。',
    columns: { place: '社区', name: '机顶盒', smartCard: '智能卡号', gap: '原因', since: '从何时起' },
  },
} as const;
