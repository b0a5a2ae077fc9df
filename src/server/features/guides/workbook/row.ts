// One row of a sheet as a guide, or what is wrong with it, cell by cell. Pure.
import { GuideInput } from '../../../../contract/guides.ts';
import type { Cell } from '../../../../domain/boxes/fault.ts';
import { FREE } from '../../../../domain/guides/words.ts';
import { guideTexts as TEXTS } from '../../../texts/guides.zh-CN.ts';
import { COLUMNS, plainHeading } from './columns.ts';

/** The cells of a row by the column's path. */
export type Cells = ReadonlyMap<string, Cell>;

export type RowResult = { readonly guide: GuideInput } | { readonly errors: readonly string[] };

const DAY_MS = 86_400_000;
/** What a spreadsheet counts its days from, as those after February 1900 see it. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

export function readRow(cells: Cells): RowResult {
  const errors: string[] = [];
  const raw: Record<string, unknown> = { verified: false };
  for (const { path, heading, read } of COLUMNS) {
    const text = textOf(path, cells.get(path));
    if (text === null) errors.push(TEXTS.cell(plainHeading(heading), TEXTS.spoilt));
    else assign(raw, path, read(text));
  }
  if (errors.length > 0) return { errors };
  const parsed = GuideInput.safeParse({ ...raw, fee: feeOf(raw.fee) });
  if (parsed.success) return { guide: parsed.data };
  return { errors: parsed.error.issues.map(({ path, message }) => TEXTS.cell(headingOf(path), message)) };
}

/** What the first column says, for a row that is refused. */
export const plainText = (path: string, cells: Cells): string => textOf(path, cells.get(path)) ?? '';

/** Null for what a spreadsheet made of it, beyond repair. A number loses its zeros, and a day becomes one. */
function textOf(path: string, cell: Cell | undefined): string | null {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') {
    const isDay = cell.spoilt === 'date' && path === 'checkedOn' && /^\d{5}(\.\d+)?$/.test(cell.text);
    return isDay ? new Date(SERIAL_EPOCH + Math.floor(Number(cell.text)) * DAY_MS).toISOString().slice(0, 10) : null;
  }
  const text = cell.trim();
  if (path === 'number' && /^\d{3}$/.test(text)) return `0${text}`;
  if (path === 'checkedOn') return text.replace(/^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/, dayOf);
  return text;
}

const dayOf = (_: string, year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function assign(raw: Record<string, unknown>, path: string, value: unknown): void {
  const [field = '', inner] = path.split('.');
  if (inner === undefined) raw[field] = value;
  else raw[field] = { ...(raw[field] as object | undefined), [inner]: value };
}

/** Two cells. Nothing, or a word for it, is free. */
function feeOf(cells: unknown): unknown {
  const { text, basis } = cells as { text: string; basis: string };
  const isFree = basis === '' && (text === '' || text === FREE || /^(免费|不收费|无|0)$/.test(text));
  return isFree ? { kind: 'free' } : { kind: 'charged', text, basis };
}

/** The heading of the cell in which a path into GuideInput is written. */
function headingOf(path: readonly PropertyKey[]): string {
  const [field, inner] = path.map(String);
  const column =
    COLUMNS.find((each) => each.path === `${field}.${inner}`) ?? COLUMNS.find((each) => each.path === field);
  const place = typeof path[1] === 'number' && column ? TEXTS.line(path[1] + 1) : '';
  return `${column ? plainHeading(column.heading) : String(field)}${place}`;
}
