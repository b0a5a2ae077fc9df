// What `linli box import` says.
import type { ImportResult } from '../../contract/imports.ts';

const RESULTS: Readonly<Record<ImportResult, string>> = {
  good: '可用',
  same: '已有',
  duplicate: '重复',
  'unknown-address': '地址不明',
  malformed: '填写有误',
};

export const importTexts = {
  noFile: (file: string) => `找不到文件：${file}`,
  failed: (reason: string) => `没有导入：${reason}`,
  progress: (dryRun: boolean) => (dryRun ? '检查' : '导入'),
  counts: (rows: number, counts: Readonly<Record<ImportResult, number>>) =>
    `共 ${rows} 行：${Object.entries(RESULTS)
      .map(([result, text]) => `${text} ${counts[result as ImportResult]}`)
      .join('，')}`,
  row: (row: { row: number; result: ImportResult; smartCard: string; message: string }) =>
    `第 ${row.row} 行 [${RESULTS[row.result]}] ${row.smartCard} ${row.message}`,
  more: (count: number) => `……还有 ${count} 行，请在管理后台查看全部。`,
  dryRun: '只是检查，没有保存。去掉 --dry-run 再执行一次就会保存。',
} as const;
