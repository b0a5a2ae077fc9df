// A small list as an example, in the columns an import wants.
import { IMPORT_COLUMNS } from '../../../contract/imports.ts';

export const COLUMN_NAMES = Object.keys(IMPORT_COLUMNS) as (keyof typeof IMPORT_COLUMNS)[];

const ROWS: readonly Readonly<Record<keyof typeof IMPORT_COLUMNS, string>>[] = [
  {
    smartCard: '8531002026900001',
    model: 'HC3100',
    chipId: 'A0B1C2D3E4F5',
    address: '车站社区1号楼',
    household: '101',
    twoWay: '是',
    hd: '是',
  },
  {
    smartCard: '8531002026900002',
    model: 'HC3100',
    chipId: 'A0B1C2D3E4F6',
    address: '车站社区1号楼',
    household: '102',
    twoWay: '是',
    hd: '否',
  },
];

/** With a byte-order mark: without it a Chinese spreadsheet program takes UTF-8 for GB18030. */
export function sampleCsv(): string {
  const lines = [
    COLUMN_NAMES.map((name) => IMPORT_COLUMNS[name]),
    ...ROWS.map((row) => COLUMN_NAMES.map((n) => row[n])),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** Where the browser loads it. */
export const sampleUrl = (): string => `data:text/csv;charset=utf-8,${encodeURIComponent(sampleCsv())}`;
