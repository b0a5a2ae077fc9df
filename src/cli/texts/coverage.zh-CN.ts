// What `linli coverage` says.

export const coverageTexts = {
  title: (asOf: string, days: number): string =>
    `双向高清机顶盒覆盖率，截至 ${asOf}（最近 ${days} 天内开过机的算活跃）`,
  columns: ['地区', '住户', '已覆盖', '覆盖率', '目标/达标社区'],
  none: '-',
  reached: (reached: number, communities: number): string => `${reached}/${communities}`,
} as const;
