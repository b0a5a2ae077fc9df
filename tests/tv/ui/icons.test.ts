// The icon sheets in static/ are baked from the table in ui/icons.ts: `node scripts/icons.ts` after a change.

import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ICON_NAMES, ICON_SIZES, sheetFile } from '../../../src/tv/ui/icons.ts';

it.each(ICON_SIZES)('the sheet of %i px holds every icon, each in its place', async (size) => {
  const file = fileURLToPath(new URL(`../../../static/${sheetFile(size)}`, import.meta.url));
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: size * ICON_NAMES.length, height: size, channels: 4 });
  const drawn = ICON_NAMES.filter((_, index) => inkIn(data, info.width, index * size, size) > 0);
  expect(drawn).toEqual(ICON_NAMES);
});

function inkIn(data: Buffer, width: number, from: number, size: number): number {
  let ink = 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = from; x < from + size; x += 1) ink += data[(y * width + x) * 4 + 3] ?? 0;
  }
  return ink;
}
