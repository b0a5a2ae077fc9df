// Bakes the icons of the television from Tabler's outline set: one row of pictures, white on nothing, tinted when drawn.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { ICON_NAMES, ICON_SIZES, ICONS, sheetFile } from '../src/tv/ui/icons.ts';

const FROM = new URL('.', import.meta.resolve('@tabler/icons/outline/news.svg'));
const TO = new URL('../static/', import.meta.url);
/** Tabler draws on a grid of 24. */
const GRID = 24;

await mkdir(new URL('icons/', TO), { recursive: true });
for (const size of ICON_SIZES) {
  const pictures = ICON_NAMES.map(async (name, index) => {
    const svg = (await readFile(new URL(`${ICONS[name]}.svg`, FROM), 'utf8')).replaceAll('currentColor', '#fff');
    const input = await sharp(Buffer.from(svg), { density: 72 * (size / GRID) })
      .resize(size, size)
      .png()
      .toBuffer();
    return { input, left: index * size, top: 0 };
  });
  const transparent = { r: 255, g: 255, b: 255, alpha: 0 };
  const sheet = sharp({
    create: { width: size * pictures.length, height: size, channels: 4, background: transparent },
  });
  const file = fileURLToPath(new URL(sheetFile(size), TO));
  const { size: bytes } = await sheet
    .composite(await Promise.all(pictures))
    .png({ compressionLevel: 9 })
    .toFile(file);
  console.log(`${pictures.length} icons of ${size} px, ${bytes} bytes -> ${file}`);
}
