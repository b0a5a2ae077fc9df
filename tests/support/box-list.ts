// Lists of boxes as an operator hands them in, CSV and XLSX, written piece by piece so that a long one costs no memory.
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { IMPORT_COLUMNS } from '../../src/contract/imports.ts';
import { defer } from '../../src/server/store/defer.ts';

export type Row = readonly string[];

export const HEADINGS: Row = Object.values(IMPORT_COLUMNS);

const ROOMS = 200;

/** The n-th box of a long list: 200 homes to a building of 车站社区. */
const boxRow = (n: number): Row => [
  `8531${String(n).padStart(12, '0')}`,
  'HC3100',
  `A0B1${String(n).padStart(8, '0')}`,
  `车站社区${Math.floor(n / ROOMS) + 1}号楼`,
  String((n % ROOMS) + 101),
  '是',
  '是',
];

export function* boxRows(count: number): Generator<Row> {
  yield HEADINGS;
  for (let n = 0; n < count; n++) yield boxRow(n);
}

const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const csvLine = (row: Row, delimiter = ','): string => `${row.map(quoted).join(delimiter)}\r\n`;

export const csvOf = (rows: Iterable<Row>, delimiter = ','): string =>
  Array.from(rows, (row) => csvLine(row, delimiter)).join('');

export async function writeCsv(file: string, rows: Iterable<Row>): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (const piece of inPieces(rows, csvLine)) await handle.write(piece);
  } finally {
    await handle.close();
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="清单" sheetId="1" r:id="rId3"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  // Style 1 is a date of the built-in kind, style 2 one of the author's own.
  'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
};

/** As Excel does: every text in the table of shared ones. `rows` is gone through twice. */
export function writeXlsx(file: string, rows: () => Iterable<Row>): Promise<void> {
  let shared = 0;
  const cells = (row: Row, at: number) =>
    row.map((_, column) => `<c r="${String.fromCharCode(65 + column)}${at}" t="s"><v>${shared++}</v></c>`).join('');
  let at = 0;
  const sheet = (row: Row) => {
    at += 1;
    return `<row r="${at}" spans="1:7">${cells(row, at)}</row>`;
  };
  return writeZip(file, {
    ...PARTS,
    'xl/worksheets/sheet1.xml': wrapped(`<worksheet ${MAIN}><sheetData>`, rows(), sheet, '</sheetData></worksheet>'),
    'xl/sharedStrings.xml': wrapped(
      `<sst ${MAIN}>`,
      rows(),
      (row) => row.map((cell) => `<si><t>${escaped(cell)}</t></si>`).join(''),
      '</sst>',
    ),
  });
}

/** A workbook around rows written out by the test: `<row><c t="n"><v>1</v></c></row>`. */
export const writeSheet = (
  file: string,
  rowsXml: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<void> =>
  writeZip(file, {
    ...PARTS,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet ${MAIN}><sheetData>${rowsXml}</sheetData></worksheet>`,
    ...parts,
  });

/** The headings and cells of one row in XML, each cell as the test writes it. */
export const sheetRows = (cells: readonly string[]): string =>
  `<row>${HEADINGS.map(inline).join('')}</row><row>${cells.join('')}</row>`;
export const inline = (text: string): string => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

function* wrapped<T>(before: string, items: Iterable<T>, print: (item: T) => string, after: string) {
  yield HEAD + before;
  yield* inPieces(items, print);
  yield after;
}

function* inPieces<T>(items: Iterable<T>, print: (item: T) => string): Generator<string> {
  let piece = '';
  for (const item of items) {
    piece += print(item);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** A ZIP archive of deflated parts; APPNOTE.TXT sections 4.3.7 to 4.3.16, sizes behind the data. */
export async function writeZip(
  file: string,
  parts: Readonly<Record<string, string | Iterable<string>>>,
): Promise<void> {
  const handle = await open(file, 'w');
  let written = 0;
  const write = async (bytes: Buffer) => {
    await handle.write(bytes);
    written += bytes.length;
  };
  const directory: Buffer[] = [];
  for (const [name, content] of Object.entries(parts)) {
    const nameBytes = Buffer.from(name);
    const start = written;
    await write(
      Buffer.concat([
        numbers([4, 0x04034b50], ...versionAndFlags(), [4, 0], [4, 0], [4, 0], [2, nameBytes.length], [2, 0]),
        nameBytes,
      ]),
    );
    const { crc, packed, size } = await deflate(typeof content === 'string' ? [content] : content, write);
    await write(numbers([4, 0x08074b50], [4, crc], [4, packed], [4, size]));
    directory.push(
      numbers([4, 0x02014b50], [2, 20], ...versionAndFlags(), [4, crc], [4, packed], [4, size]),
      numbers([2, nameBytes.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, start]),
      nameBytes,
    );
  }
  const entries = Buffer.concat(directory);
  const count = Object.keys(parts).length;
  const begin = written;
  await write(entries);
  await write(
    numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, entries.length], [4, begin], [2, 0]),
  );
  await handle.close();
}

/** Version 2.0, sizes behind the data and names in UTF-8, deflated, 1 January 1980. */
const versionAndFlags = (): [number, number][] => [
  [2, 20],
  [2, 0x0808],
  [2, 8],
  [2, 0],
  [2, 0x21],
];

async function deflate(pieces: Iterable<string>, write: (bytes: Buffer) => Promise<void>) {
  const stream = createDeflateRaw({ level: 1 });
  const done = defer<void>();
  let [crc, packed, size] = [0, 0, 0];
  let last = Promise.resolve();
  stream.on('data', (bytes: Buffer) => {
    packed += bytes.length;
    last = last.then(() => write(bytes));
  });
  stream.on('end', () => void last.then(done.resolve, done.reject));
  stream.on('error', done.reject);
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!stream.write(bytes)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  }
  stream.end();
  await done.promise;
  return { crc, packed, size };
}

/** Little-endian numbers, each with its width in bytes. */
function numbers(...given: readonly [width: number, value: number][]): Buffer {
  return Buffer.concat(
    given.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}
