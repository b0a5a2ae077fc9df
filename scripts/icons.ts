// Bakes the icons of the television from Tabler's outline set: rows of pictures, white on nothing, tinted when drawn.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { ICON_NAMES, ICON_SIZES, ICONS, placeOf, SHEET_SIZE, sheetFile } from '../src/tv/ui/icons.ts';

const FROM = new URL('.', import.meta.resolve('@tabler/icons/outline/news.svg'));
const TO = new URL('../static/', import.meta.url);
/** Tabler draws on a grid of 24. */
const GRID = 24;

await mkdir(new URL('icons/', TO), { recursive: true });
for (const size of ICON_SIZES) {
  const pictures = ICON_NAMES.map(async (name) => {
    const svg = (await readFile(new URL(`${ICONS[name]}.svg`, FROM), 'utf8')).replaceAll('currentColor', '#fff');
    const input = await sharp(Buffer.from(svg), { density: 72 * (size / GRID) })
      .resize(size, size)
      .png()
      .toBuffer();
    const { column, row } = placeOf(name);
    return { input, left: column * size, top: row * size };
  });
  const transparent = { r: 255, g: 255, b: 255, alpha: 0 };
  const sheet = sharp({
    create: {
      width: size * SHEET_SIZE.columns,
      height: size * SHEET_SIZE.rows,
      channels: 4,
      background: transparent,
    },
  });
  const file = fileURLToPath(new URL(sheetFile(size), TO));
  const { size: bytes } = await sheet
    .composite(await Promise.all(pictures))
    .png({ compressionLevel: 9 })
    .toFile(file);
  console.log(`${pictures.length} icons of ${size} px, ${bytes} bytes -> ${file}`);
}
