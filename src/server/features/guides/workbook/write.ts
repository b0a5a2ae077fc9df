// Guides as a workbook, a row each, that can be changed and brought in again. Every text is a typed text cell.
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { GuideInput } from '../../../../contract/guides.ts';
import { guideTexts as TEXTS } from '../../../texts/guides.zh-CN.ts';
import { COLUMNS } from './columns.ts';

/** Excel's own format, `.xlsx`. */
export async function guidesWorkbook(guides: readonly GuideInput[]): Promise<Buffer> {
  const head: Row = COLUMNS.map(({ heading }) => ({ ...text(heading), fontWeight: 'bold', wrap: true }));
  const rows = guides.map((guide): Row => COLUMNS.map(({ write }) => text(write(guide))));
  const workbook = writeXlsxFile([head, ...rows], {
    sheet: TEXTS.sheet,
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 3,
  });
  return workbook.toBuffer();
}

/** A text even where it looks like a number or a formula. */
const text = (value: string) =>
  value === '' ? {} : { value, type: String, format: '@', wrap: true, alignVertical: 'top' as const };
