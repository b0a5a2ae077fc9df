// The rows of the first sheet of an XLSX file, one after the other: the sheet is never whole in memory.
import type { Cell } from '../../../../domain/boxes/fault.ts';
import { openArchive } from './archive.ts';
import type { RawRow } from './raw-row.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { scanXml, type XmlHandlers } from './xml.ts';

/** A million rows of seven columns. */
const SHEET = 1_000_000_000;
const MOST_ROWS = 1_048_576;
/** Columns further right are not looked at. */
const MOST_COLUMNS = 100;
/** A spreadsheet keeps 15 digits of a number; those behind are gone. */
const EXACT = 1e15;

/** @throws ListError */
export async function* xlsxRows(file: string): AsyncGenerator<RawRow> {
  const archive = await openArchive(file);
  try {
    const workbook = await openWorkbook(archive);
    yield* scanXml<RawRow>(archive.text(workbook.sheet, SHEET), (emit) => sheetHandlers(workbook, emit));
  } finally {
    archive.close();
  }
}

/** ECMA-376 part 1, section 18.3.1: rows and cells may leave out where they are, and then follow the one before. */
function sheetHandlers(workbook: Workbook, emit: (row: RawRow) => void): XmlHandlers {
  let row = 0;
  let column = -1;
  let cells: (Cell | undefined)[] = [];
  let cell = { type: 'n', style: -1, text: '' };
  let [within, aid] = [false, false];

  return {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attributes.r);
        row = Number.isInteger(given) && given > row && given <= MOST_ROWS ? given : row + 1;
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), text: '' };
      } else if (name === 'rPh') aid = true;
      else if (name === 'v' || name === 't') within = !aid;
    },
    text(piece) {
      if (within) cell.text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') within = false;
      else if (name === 'rPh') aid = false;
      else if (name === 'c' && column >= 0 && column < MOST_COLUMNS) cells[column] = contentOf(cell, workbook);
      else if (name === 'row') emit({ row, cells });
    },
  };
}

/** B7 -> 1 */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    if (sign < 'A' || sign > 'Z') break;
    column = column * 26 + sign.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** Section 18.18.11: the types of a cell. */
function contentOf(cell: { type: string; style: number; text: string }, workbook: Workbook): Cell | undefined {
  const { type, text } = cell;
  if (text === '') return undefined;
  switch (type) {
    case 's':
      return workbook.strings.get(Number(text));
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return { spoilt: 'error', text };
    case 'd':
      return { spoilt: 'date', text };
    case 'n':
      if (workbook.dateStyles.has(cell.style)) return { spoilt: 'date', text };
      return numberOf(text);
    default:
      return text;
  }
}

function numberOf(text: string): Cell {
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) < EXACT ? String(value) : { spoilt: 'number', text };
}
