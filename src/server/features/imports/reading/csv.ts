// The rows of a CSV file, one after the other: comma, semicolon or tab, in the encoding it is written in.
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { encodingOf, textOf } from './encoding.ts';
import { ListError } from './list-error.ts';
import type { RawRow } from './raw-row.ts';

/** A quote left open would else swallow the rest of the file. In characters. */
const LONGEST_ROW = 20_000;
const DELIMITERS = [',', ';', '\t'] as const;

/** Numbered as a spreadsheet does: from 1, blank rows count. @throws ListError */
export async function* csvRows(file: string): AsyncGenerator<RawRow> {
  const encoding = await encodingOf(file);
  const delimiter = await delimiterOf(textOf(file, encoding));
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  // The loop below hears of errors by itself.
  pipeline(Readable.from(inLines(textOf(file, encoding))), parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      yield { row, cells: cells as string[] };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code);
    // Rows before it may still be on their way.
    const broken = Number(error.records) + 1;
    throw new ListError(open ? LIST_TEXTS.quoteOpen(broken) : LIST_TEXTS.brokenRow(broken));
  }
}

/** The parser counts signs but not separators: a line of thirty million commas would become as many cells. */
async function* inLines(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split(/[\r\n]/);
    const lengths = [length + first.length, ...others.map((line) => line.length)];
    if (lengths.some((each) => each > LONGEST_ROW)) throw new ListError(LIST_TEXTS.tooMuchText());
    length = lengths.at(-1) ?? 0;
    yield piece;
  }
}

/** The one that splits the first line into most parts. */
async function delimiterOf(pieces: AsyncGenerator<string>): Promise<string> {
  let head = '';
  for await (const piece of pieces) {
    head += piece;
    if (head.trimStart().includes('\n') || head.length > LONGEST_ROW) break;
  }
  const line = head.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const parts = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (parts(each) > parts(best) ? each : best));
}
