// The icon sheets in static/ are baked from the table in ui/icons.ts: `node scripts/icons.ts` after a change.

import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ICON_NAMES, ICON_SIZES, placeOf, SHEET_SIZE, sheetFile } from '../../../src/tv/ui/icons.ts';

it.each(ICON_SIZES)('the sheet of %i px holds every icon, each in its place', async (size) => {
  const file = fileURLToPath(new URL(`../../../static/${sheetFile(size)}`, import.meta.url));
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: size * SHEET_SIZE.columns, height: size * SHEET_SIZE.rows, channels: 4 });
  const drawn = ICON_NAMES.filter((name) => inkIn(data, info.width, placeOf(name), size) > 0);
  expect(drawn).toEqual(ICON_NAMES);
});

it('is no larger than the least of graphics chips takes', () => {
  for (const size of ICON_SIZES) {
    expect(size * Math.max(SHEET_SIZE.columns, SHEET_SIZE.rows)).toBeLessThanOrEqual(2048);
  }
});

function inkIn(data: Buffer, width: number, place: { column: number; row: number }, size: number): number {
  const [left, top] = [place.column * size, place.row * size];
  let ink = 0;
  for (let y = top; y < top + size; y += 1) {
    for (let x = left; x < left + size; x += 1) ink += data[(y * width + x) * 4 + 3] ?? 0;
  }
  return ink;
}
