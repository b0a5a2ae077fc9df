// The table of coverage as a workbook. Every text is a typed text cell: a name that begins with `=` stays a name.
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { COVERAGE_TARGETS, type CoverageRow } from '../../../contract/coverage.ts';
import { ancestorOf } from '../../../domain/regions/code.ts';
import { COVERAGE_TEXTS } from '../../texts/coverage.zh-CN.ts';
import type { CoverageSheet } from './service.ts';

/** Of the columns, in characters. */
const WIDTHS = [16, 14, 18, 8, 10, 10, 12, 10, 8, 14];
const SUM = { fontWeight: 'bold', backgroundColor: '#eef3f8' } as const;

/** Excel's own format, `.xlsx`. */
export async function coverageWorkbook(sheet: CoverageSheet): Promise<Buffer> {
  const [total] = sheet.rows;
  const towns = new Map(sheet.rows.map((row) => [row.region as string, row.name]));
  const head = [
    COVERAGE_TEXTS.title(total.name, sheet.asOf),
    COVERAGE_TEXTS.definition(sheet.activeDays),
    COVERAGE_TEXTS.targets(COVERAGE_TARGETS.urban, COVERAGE_TARGETS.rural),
  ];
  const data: Row[] = [
    ...head.map((line, index): Row => [{ ...text(line), ...(index === 0 && { fontWeight: 'bold', fontSize: 14 }) }]),
    COVERAGE_TEXTS.columns.map((name): Cell => ({ ...text(name), fontWeight: 'bold', bottomBorderStyle: 'thin' })),
    ...sheet.rows.map((row) => cellsOf(row, towns.get(ancestorOf(row.region, 'town') ?? '') ?? '')),
  ];
  const workbook = writeXlsxFile(data, {
    sheet: COVERAGE_TEXTS.sheet,
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: head.length + 1,
  });
  return workbook.toBuffer();
}

function cellsOf(row: CoverageRow, town: string): Row {
  const isSum = row.kind !== 'community';
  const reached = row.communities > 0 ? COVERAGE_TEXTS.reached[row.reached > 0 ? 'yes' : 'no'] : '';
  const cells: (ReturnType<typeof text> | ReturnType<typeof number>)[] = [
    text(row.region),
    text(row.kind === 'district' ? row.name : town),
    text(isSum ? COVERAGE_TEXTS.sum(row.kind) : row.name),
    text(row.setting ? COVERAGE_TEXTS.settings[row.setting] : ''),
    number(row.households),
    number(row.covered),
    number(row.percent, '0.0'),
    number(row.target),
    // Of a sum: how many of its communities reach their target.
    isSum ? number(row.reached) : text(reached),
    isSum ? number(row.communities) : text(''),
  ];
  return isSum ? cells.map((cell) => ({ ...SUM, ...cell })) : cells;
}

/** The type is told, so that no writer has to guess it from the first character. */
const text = (value: string) => (value === '' ? {} : { value, type: String });
const number = (value: number | null, format = '0') => (value === null ? {} : { value, type: Number, format });
