// The example of a list that staff download.
import { expect, it } from 'vitest';
import { sampleCsv, sampleUrl } from '../../../../src/console/pages/imports/sample.ts';
import { SmartCard } from '../../../../src/contract/activation.ts';
import { IMPORT_COLUMNS } from '../../../../src/contract/imports.ts';

const lines = sampleCsv().slice(1).trimEnd().split('\r\n');

it('begins with a byte-order mark, so that a spreadsheet program reads its Chinese', () => {
  expect(sampleCsv().charCodeAt(0)).toBe(0xfeff);
});

it('has every column an import wants, by its heading', () => {
  expect(lines[0]?.split(',').sort()).toEqual(Object.values(IMPORT_COLUMNS).sort());
});

it('has rows that are filled in, with a smart-card number the contract takes', () => {
  for (const line of lines.slice(1)) {
    const cells = line.split(',');
    expect(cells).toHaveLength(Object.keys(IMPORT_COLUMNS).length);
    expect(SmartCard.safeParse(cells[0]).success).toBe(true);
  }
});

it('comes down as it is', () => {
  const [, encoded = ''] = sampleUrl().split(',');
  expect(decodeURIComponent(encoded)).toBe(sampleCsv());
});
