// What must be known of a workbook before its rows can be read: where its first sheet is, its shared texts, its dates.
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import type { Archive } from './archive.ts';
import { ListError } from './list-error.ts';
import { createStringTable, type StringTable } from './string-table.ts';
import { scanXml } from './xml.ts';

export interface Workbook {
  /** The part that holds the first sheet. */
  readonly sheet: string;
  readonly strings: StringTable;
  /** Cell styles by number that show a number as a date or a time. */
  readonly dateStyles: ReadonlySet<number>;
}

const SMALL = 4_000_000;
const STRINGS = 600_000_000;
/** ECMA-376 part 1, section 18.8.30: the formats every workbook has, those of Chinese workbooks included. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** @throws ListError */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const sheet = await firstSheet(archive);
  if (!sheet || !archive.has(sheet)) throw new ListError(LIST_TEXTS.notAList());
  return { sheet, strings: await sharedStrings(archive), dateStyles: await dateStyles(archive) };
}

/** ECMA-376 part 1, section 18.2: the workbook names its sheets, the relations beside it say where they are. */
async function firstSheet(archive: Archive): Promise<string | undefined> {
  let relation: string | undefined;
  const sheets = scanXml<string>(archive.text('xl/workbook.xml', SMALL), (emit) => ({
    open(name, attributes) {
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && id !== undefined) emit(id);
    },
  }));
  for await (const id of sheets) relation ??= id;
  let target: string | undefined;
  const targets = scanXml<string>(archive.text('xl/_rels/workbook.xml.rels', SMALL), (emit) => ({
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id === relation && Target !== undefined) emit(Target);
    },
  }));
  for await (const found of targets) target ??= found;
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
}

/** Section 18.4: runs of rich text are put together, the reading aid above Chinese signs is left out. */
async function sharedStrings(archive: Archive): Promise<StringTable> {
  const table = createStringTable();
  let [text, within, aid] = ['', false, false];
  const strings = scanXml<string>(archive.text('xl/sharedStrings.xml', STRINGS), (emit) => ({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aid = true;
      else if (name === 't') within = !aid;
    },
    text(piece) {
      if (within) text += piece;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'rPh') aid = false;
      else if (name === 'si') emit(text);
    },
  }));
  for await (const string of strings) table.add(string);
  return table;
}

async function dateStyles(archive: Archive): Promise<Set<number>> {
  const custom = new Set<number>();
  const styles = new Set<number>();
  let [inCells, style] = [false, 0];
  const ids = scanXml<number>(archive.text('xl/styles.xml', SMALL), (emit) => ({
    open(name, attributes) {
      if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) custom.add(Number(attributes.numFmtId));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = Number(attributes.numFmtId ?? 0);
        if (isBuiltInDate(format) || custom.has(format)) emit(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  }));
  for await (const id of ids) styles.add(id);
  return styles;
}

/** Years, months, days, hours or seconds outside of quoted text, escaped signs and colours. */
const isDateFormat = (code: string) => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''));
