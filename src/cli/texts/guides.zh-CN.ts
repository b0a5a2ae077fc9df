// What `linli guides check` says.
import type { Remark } from '../../server/features/guides/check.ts';

const LEVELS: Readonly<Record<Remark['level'], string>> = { fault: '错', note: '看' };

export const guideTexts = {
  item: (file: string, item: number): string => `${file} 第 ${item} 项`,
  row: (row: number): string => `下载的表格第 ${row} 行`,
  noPlace: (kind: string): string => `便民地点里还没有“${kind}”，指南只能写笼统的地址`,
  remark: ({ level, where, path, text }: Remark): string =>
    `${LEVELS[level]}  ${[where, path].filter(Boolean).join(' ')}  ${text}`,
  summary: (guides: number, faults: number, notes: number): string =>
    `共 ${guides} 项办事指南，${faults} 处错误，${notes} 处请再看一看。`,
} as const;
