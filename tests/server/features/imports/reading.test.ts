import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows, type NumberedRow } from '../../../../src/server/features/imports/reading/list.ts';
import {
  csvOf,
  HEADINGS,
  inline,
  type Row,
  sheetRows,
  writeSheet,
  writeXlsx,
  writeZip,
} from '../../../support/box-list.ts';
import { toGb18030 } from '../../../support/gb18030.ts';

const FIRST: Row = ['8531002026000017', 'HC3100', 'A0B1C2D3E4F5', '车站社区1号楼', '101', '是', '否'];
const SECOND: Row = ['8531002026000018', '创维，"H8"', 'A0B1C2D3E4F6', '车站社区1号楼,东侧', '102', '否', '是'];
const ROWS = [HEADINGS, FIRST, SECOND];

const cellsOf = ([smartCard, model, chipId, address, household, twoWay, hd]: Row) => ({
  smartCard,
  model,
  chipId,
  address,
  household,
  twoWay,
  hd,
});
const READ = [
  { row: 2, cells: cellsOf(FIRST) },
  { row: 3, cells: cellsOf(SECOND) },
];

describe('a list', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-list-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = () => path.join(folder, 'list');
  async function readFile(): Promise<NumberedRow[]> {
    const rows: NumberedRow[] = [];
    for await (const row of listRows(file())) rows.push(row);
    return rows;
  }
  async function read(content: string | Buffer) {
    await writeFile(file(), content);
    return readFile();
  }
  const readSheet = async (xml: string, parts?: Record<string, string>) => {
    await writeSheet(file(), xml, parts);
    return readFile();
  };

  describe.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('in CSV with %s', (_name, delimiter) => {
    it.each<[string, (text: string) => string | Buffer]>([
      ['UTF-8', (text) => text],
      ['UTF-8 with a byte order mark', (text) => `\ufeff${text}`],
      ['GB18030', toGb18030],
      ['UTF-16, which spreadsheets call Unicode text', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ])('is read in %s', async (_encoding, encode) => {
      expect(await read(encode(csvOf(ROWS, delimiter)))).toEqual(READ);
    });
  });

  it('is read with any ends of lines', async () => {
    const text = csvOf(ROWS);
    expect(await read(text.replaceAll('\r\n', '\n'))).toEqual(READ);
    expect(await read(text.trimEnd())).toEqual(READ);
  });

  it('is read where pieces of the file end in the middle of a sign', async () => {
    // 64 KB is a piece; two-byte signs at odd places are cut by it.
    const rows = Array.from(
      { length: 3000 },
      (_, n): Row => [String(10_000_000 + n), 'x'.repeat(n % 3), '号', '车站社区', '1', '是', '是'],
    );
    const text = csvOf([HEADINGS, ...rows]);
    for (const bytes of [Buffer.from(text), toGb18030(text)]) {
      expect(bytes.length).toBeGreaterThan(65_536);
      expect((await read(bytes)).map(({ cells }) => Object.values(cells))).toEqual(rows);
    }
  });

  it('may have its columns in any order, with blanks, remarks and columns of its own', async () => {
    const order = [6, 3, 0, 5, 1, 4, 2];
    const mixed = (row: Row) => ['x', ...order.map((index) => row[index] ?? '')];
    const headings = mixed(HEADINGS).map((heading) => (heading === '双向' ? '双 向（是/否）' : ` ${heading}`));
    expect(await read(csvOf([headings, mixed(FIRST), mixed(SECOND)]))).toEqual(READ);
  });

  it('counts blank rows as a spreadsheet does, and leaves them out', async () => {
    expect(await read(csvOf([HEADINGS, [''], FIRST, ['', ' ', ''], SECOND, [''], ['']]))).toEqual([
      { ...READ[0], row: 3 },
      { ...READ[1], row: 5 },
    ]);
  });

  it('has empty cells where a row is short', async () => {
    const [row] = await read(csvOf([HEADINGS, FIRST.slice(0, 2)]));
    expect(row?.cells).toEqual({
      smartCard: FIRST[0],
      model: FIRST[1],
      chipId: '',
      address: '',
      household: '',
      twoWay: '',
      hd: '',
    });
  });

  it('is read from XLSX', async () => {
    await writeXlsx(file(), () => ROWS);
    expect(await readFile()).toEqual(READ);
  });

  it('is read from a workbook of another program: prefixed names, rich text, reading aids, cells without a place', async () => {
    const shared =
      '<x:sst xmlns:x="m"><x:si><x:r><x:t>车站</x:t></x:r><x:r><x:t>社区1号楼</x:t></x:r><x:rPh sb="0" eb="1"><x:t>chezhan</x:t></x:rPh></x:si></x:sst>';
    const cells = ['853100202600001', 'HC3100', 'A&B'].map(inline).join('');
    const sheet =
      `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3">${HEADINGS.map(inline).join('')}</x:row><x:row r="7">${cells}<x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>101</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`.replace(
        /<(\/?)(c|is|t)\b/g,
        '<$1x:$2',
      );
    await writeSheet(file(), '', { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': shared });
    expect(await readFile()).toEqual([
      { row: 7, cells: cellsOf(['853100202600001', 'HC3100', 'A&B', '车站社区1号楼', '101', 'TRUE', '0']) },
    ]);
  });

  it('keeps the columns where a workbook leaves out empty cells', async () => {
    const cells = [0, 3, 6].map((column) =>
      inline(FIRST[column] ?? '').replace('<c', `<c r="${String.fromCharCode(65 + column)}2"`),
    );
    const [row] = await readSheet(sheetRows(cells));
    expect(row?.cells).toEqual({ ...cellsOf(FIRST), model: '', chipId: '', household: '', twoWay: '' });
  });

  it.each<[string, string, unknown]>([
    ['a number that fits', '<c><v>853100202600001</v></c>', '853100202600001'],
    ['a number in powers of ten that fits', '<c><v>1.01E2</v></c>', '101'],
    ['a number of 16 digits', '<c><v>8531002026000017</v></c>', { spoilt: 'number', text: '8531002026000017' }],
    ['a number rounded', '<c><v>8.53100202600002E15</v></c>', { spoilt: 'number', text: '8.53100202600002E15' }],
    ['a date', '<c s="1"><v>46023</v></c>', { spoilt: 'date', text: '46023' }],
    ["a date in the author's own format", '<c s="2"><v>46023</v></c>', { spoilt: 'date', text: '46023' }],
    ['an ISO date', '<c t="d"><v>2026-01-01</v></c>', { spoilt: 'date', text: '2026-01-01' }],
    ['a failed formula', '<c t="e"><v>#N/A</v></c>', { spoilt: 'error', text: '#N/A' }],
    ["a formula's text", '<c t="str"><f>A1&amp;B1</f><v>8531002026000017</v></c>', '8531002026000017'],
    ['nothing', '<c/>', ''],
  ])('takes a cell with %s for what it is', async (_what, cell, value) => {
    const [row] = await readSheet(sheetRows([cell, ...FIRST.slice(1).map(inline)]));
    expect(row?.cells.smartCard).toEqual(value);
  });

  it('numbers rows that a hostile workbook numbers twice or beyond all bounds', async () => {
    const rows = ['5', '5', '-1', '1e99', 'x'].map((r) => `<row r="${r}">${FIRST.map(inline).join('')}</row>`);
    const numbers = (await readSheet(`<row>${HEADINGS.map(inline).join('')}</row>${rows.join('')}`)).map(
      ({ row }) => row,
    );
    expect(numbers).toEqual([5, 6, 7, 8, 9]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['is empty', '', /文件是空的/],
    ['has only blank rows', '\r\n \r\n', /文件是空的/],
    ['is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /不是 CSV 或 XLSX/],
    ['is an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /旧版（\.xls）或加了密码/],
    [
      'is in no encoding',
      Buffer.concat([Buffer.from(HEADINGS.join(',')), Buffer.from([0x0a, 0xff, 0xff, 0x31])]),
      /什么编码/,
    ],
    ['lacks columns', csvOf([HEADINGS.slice(0, 5), FIRST]), /缺少这些列：双向、高清。/],
    ['has no headings', csvOf([FIRST]), /缺少这些列：智能卡号、/],
    ['has a column twice', csvOf([[...HEADINGS, '地址'], FIRST]), /两列都叫“地址”/],
    ['leaves a quote open', `${csvOf([HEADINGS, FIRST])}"8531,x\n${'y,z\n'.repeat(20)}`, /第 3 行的引号没有配对/],
    [
      'leaves a quote open in front of very much',
      `${csvOf([HEADINGS, FIRST])}"8531,x\n${'y,z\n'.repeat(50_000)}`,
      /第 3 行的引号没有配对/,
    ],
    ['is one line of a million commas', ','.repeat(1_000_000), /内容太多/],
    ['is more blank rows than a spreadsheet has', '\n'.repeat(1_100_000), /内容太多/],
    ['is cut off in the middle of a workbook', Buffer.from('504b0304140008080800', 'hex'), /XLSX 文件已损坏/],
  ])('is refused in a sentence where it %s', async (_what, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
  });

  it('is refused where the archive is no workbook, or its XML is broken', async () => {
    await writeZip(file(), { 'word/document.xml': '<document/>' });
    await expect(readFile()).rejects.toThrow(/不是 CSV 或 XLSX/);
    await expect(readSheet('<row><c></row>')).rejects.toThrow(/XLSX 文件已损坏/);
    await expect(readSheet(sheetRows(FIRST.map(inline)), { 'xl/workbook.xml': 'x' })).rejects.toThrow(
      /XLSX 文件已损坏/,
    );
  });

  it('is refused where a small archive unfolds to one giant cell', async () => {
    const giant = `<c t="inlineStr"><is><t>${'9'.repeat(5_000_000)}</t></is></c>`;
    await expect(readSheet(sheetRows([giant]))).rejects.toThrow(/内容太多/);
  });

  it('does not unfold entities a workbook makes up', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>${sheetRows(['<c t="inlineStr"><is><t>&b;</t></is></c>'])}</sheetData></worksheet>`;
    await expect(readSheet('', { 'xl/worksheets/sheet1.xml': bomb })).rejects.toThrow(/XLSX 文件已损坏/);
  });
});
