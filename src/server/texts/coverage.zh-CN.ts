// What the workbook of coverage says around its figures.
import type { CoverageRow } from '../../contract/coverage.ts';
import type { Day } from '../../contract/time.ts';

export const COVERAGE_TEXTS = {
  sheet: '覆盖率',
  title: (region: string, asOf: Day) => `${region}双向高清机顶盒覆盖率（截至 ${asOf}）`,
  definition: (activeDays: number) =>
    `覆盖率 = 有活跃双向高清机顶盒的住户 ÷ 全部住户。活跃：截至当天，最近 ${activeDays} 天内开过机。百分数保留一位小数，只舍不入。`,
  targets: (urban: number, rural: number) => `目标：城市社区 ${urban}%，农村社区 ${rural}%。`,
  columns: ['地区代码', '镇办', '社区', '类别', '住户', '已覆盖', '覆盖率（%）', '目标（%）', '达标', '有住户的社区'],
  settings: { urban: '城市', rural: '农村' },
  sum: (kind: CoverageRow['kind']) => (kind === 'district' ? '全区合计' : '小计'),
  reached: { yes: '是', no: '否' },
} as const;
