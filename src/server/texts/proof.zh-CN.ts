// What the workbook of a proof of display says around its figures.
import type { Proof, ProofFigures } from '../../contract/proof.ts';
import { GAP_NAMES, REFUSAL_NAMES, STEP_NAMES } from '../../domain/proof/names.ts';

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const time = (instant: string): string => SHANGHAI.format(new Date(instant));

const UNITS = [
  [86_400, '天'],
  [3_600, '小时'],
  [60, '分钟'],
  [1, '秒'],
] as const;

const figures: Readonly<Record<keyof ProofFigures, string>> = {
  addressed: '应到',
  ...STEP_NAMES,
  notJoined: '未开通',
};

export const PROOF_TEXTS = {
  sheets: { figures: '数字', curve: '曲线', boxes: '未显示' },
  title: (kind: Proof['item']['kind'], title: string) =>
    `播出证明：${kind === 'alert' ? '应急广播' : '通知'}《${title}》`,
  facts: ({ item, revision, publishedAt, asOf, regions }: Proof, by: string): string[] => [
    `发布单位：${item.source}；版本：第 ${revision} 版；编号：${item.id}`,
    `发布时间：${time(publishedAt)}；统计时间：${time(asOf)}（北京时间）`,
    `统计地区：${regions.map(({ name }) => name).join('、')}`,
    `导出人：${by}`,
  ],
  region: '地区（单位：台）',
  total: '合计',
  figures,
  missing: (boxes: number) => `没有显示的机顶盒共 ${boxes} 台（含未开通的），名单见第三张表；拒收的原因：`,
  within: '发布后多久以内',
  duration(seconds: number): string {
    const [size, unit] = UNITS.find(([each]) => seconds >= each) ?? [1, '秒'];
    return `${seconds / size} ${unit}`;
  },
  boxColumns: ['社区', '机顶盒', '智能卡号', '原因', '拒收原因', '从何时起'],
  gaps: GAP_NAMES,
  refusals: REFUSAL_NAMES as Readonly<Record<string, string>>,
  more: (boxes: number) => `还有 ${boxes} 台没有列出，请选更小的地区分别导出。`,
  evidence: ({ hash, head }: { hash: string; head: { link: number; hash: string } }): string[] => [
    `数字的 SHA-256：${hash}`,
    `导出时操作记录到第 ${head.link} 条，哈希 ${head.hash}`,
    '这次导出已记入操作记录，记有以上数字和整个文件的 SHA-256。核对：对本文件算 SHA-256，与操作记录中的相比；再核对操作记录没有改过（linli audit verify）。',
  ],
  time,
} as const;
