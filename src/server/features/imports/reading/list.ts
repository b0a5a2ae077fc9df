// A list of boxes in a file, whatever its format: its columns told apart by their headings, its rows one after the other.
import { IMPORT_COLUMNS } from '../../../../contract/imports.ts';
import type { Cell, Column, ListRow } from '../../../../domain/boxes/fault.ts';
import { cellText } from '../../../../domain/boxes/listing.ts';
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { csvRows } from './csv.ts';
import { headOf } from './encoding.ts';
import { ListError } from './list-error.ts';
import type { RawRow } from './raw-row.ts';
import { xlsxRows } from './xlsx.ts';

export interface NumberedRow {
  /** As the spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly cells: ListRow;
}

type Format = 'csv' | 'xlsx';

/** As many as a spreadsheet has; blank ones count. */
const MOST_ROWS = 1_048_576;
const COLUMNS = Object.keys(IMPORT_COLUMNS) as Column[];

/** By its first bytes. @throws ListError for what is neither CSV nor XLSX at first sight */
export async function formatOf(file: string): Promise<Format> {
  const head = await headOf(file, 4096);
  const begins = (...bytes: number[]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes));
  if (head.length === 0) throw new ListError(LIST_TEXTS.empty());
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new ListError(LIST_TEXTS.oldWorkbook());
  // No text has such a byte, but for UTF-16, which begins with its mark.
  if (head.includes(0) && !begins(0xff, 0xfe)) throw new ListError(LIST_TEXTS.notAList());
  return 'csv';
}

/** The rows below the headings, blank ones left out. @throws ListError, at the first row or on the way */
export async function* listRows(file: string): AsyncGenerator<NumberedRow> {
  const rows = (await formatOf(file)) === 'xlsx' ? xlsxRows(file) : csvRows(file);
  let columns: Readonly<Record<Column, number>> | undefined;
  for await (const raw of rows) {
    if (raw.row > MOST_ROWS) throw new ListError(LIST_TEXTS.tooMuchText());
    if (isBlank(raw)) continue;
    if (columns) yield { row: raw.row, cells: rowOf(raw, columns) };
    else columns = columnsOf(raw);
  }
  if (!columns) throw new ListError(LIST_TEXTS.empty());
}

const isBlank = (raw: RawRow) => !raw.cells.some((cell) => cell !== undefined && cellText(cell) !== '');

function rowOf(raw: RawRow, columns: Readonly<Record<Column, number>>): ListRow {
  const entries = COLUMNS.map((column): [Column, Cell] => [column, raw.cells[columns[column]] ?? '']);
  return Object.fromEntries(entries) as Record<Column, Cell>;
}

/** Blanks and remarks in brackets are forgiven: 双向（是/否） */
const headingOf = (cell: Cell | undefined) => cellText(cell ?? '').replace(/\(.*\)$|\s/g, '');

function columnsOf(raw: RawRow): Record<Column, number> {
  const headings = Array.from(raw.cells, headingOf);
  const missing = COLUMNS.filter((column) => !headings.includes(IMPORT_COLUMNS[column]));
  if (missing.length > 0) {
    throw new ListError(LIST_TEXTS.headingsMissing(missing.map((column) => IMPORT_COLUMNS[column])));
  }
  const twice = COLUMNS.find((column) => headings.filter((heading) => heading === IMPORT_COLUMNS[column]).length > 1);
  if (twice) throw new ListError(LIST_TEXTS.headingTwice(IMPORT_COLUMNS[twice]));
  const entries = COLUMNS.map((column): [Column, number] => [column, headings.indexOf(IMPORT_COLUMNS[column])]);
  return Object.fromEntries(entries) as Record<Column, number>;
}
