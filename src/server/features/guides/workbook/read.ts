// The rows of a sheet of guides, their cells told apart by the headings.
import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { guideTexts as TEXTS } from '../../../texts/guides.zh-CN.ts';
import { formatOf } from '../../imports/reading/list.ts';
import { ListError } from '../../imports/reading/list-error.ts';
import type { RawRow } from '../../imports/reading/raw-row.ts';
import { xlsxRows } from '../../imports/reading/xlsx.ts';
import { COLUMNS, plainHeading } from './columns.ts';
import type { Cells } from './row.ts';

/** Twelve departments with a hundred numbers each. */
const MOST_ROWS = 1_200;

interface SheetRow {
  /** As the spreadsheet counts, the heading is 1. */
  readonly row: number;
  readonly cells: Cells;
}

/** @throws ListError for what is no sheet of guides as a whole */
export async function sheetRows(bytes: Uint8Array): Promise<SheetRow[]> {
  // The reader wants a file: it reads a ZIP by its directory.
  const file = path.join(os.tmpdir(), `linli-guides-${randomUUID()}.xlsx`);
  try {
    await fs.writeFile(file, bytes, { mode: 0o600 });
    if ((await formatOf(file)) !== 'xlsx') throw new ListError(TEXTS.notAWorkbook);
    const [head, ...rows] = await writtenRows(file);
    if (!head) throw new ListError(TEXTS.notAWorkbook);
    const places = placesOf(head);
    return rows.map(({ row, cells }) => ({
      row,
      cells: new Map(COLUMNS.map(({ path: field }, index) => [field, cells[places[index] ?? -1] ?? ''])),
    }));
  } finally {
    await fs.rm(file, { force: true });
  }
}

async function writtenRows(file: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of xlsxRows(file)) {
    if (!row.cells.some((cell) => cell !== undefined && cell !== '')) continue;
    if (rows.length > MOST_ROWS) throw new ListError(TEXTS.tooManyRows(MOST_ROWS));
    rows.push(row);
  }
  return rows;
}

/** Where each of our columns stands. @throws ListError where one is missing */
function placesOf({ cells }: RawRow): number[] {
  const headings = Array.from(cells, (cell) => plainHeading(typeof cell === 'string' ? cell : ''));
  const places = COLUMNS.map(({ heading }) => headings.indexOf(plainHeading(heading)));
  const missing = COLUMNS.filter((_, index) => places[index] === -1).map(({ heading }) => plainHeading(heading));
  if (missing.length > 0) throw new ListError(TEXTS.headingsMissing(missing));
  return places;
}
