// Compares a screenshot with the picture kept under pictures/, or keeps it there when told to.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { artifactsOf } from '../engines/artifacts.ts';

const KEPT = join(import.meta.dirname, 'pictures');
/** Half a screen: an eye sees on it what it sees on the whole, and the repository stays small. */
const SIZE = { width: 960, height: 540 };
/** A quarter of a screen: another processor's edges of large letters vanish on it, another word does not. */
const COMPARED = { width: 480, height: 270 };

/**
 * How many pixels of a quarter of the size differ visibly; if any, the screenshot and the difference are left among
 * Chromium's artefacts. With UPDATE_PICTURES=1 the screenshot becomes the picture to compare with.
 * @throws Error when there is no picture to compare with
 */
export async function differingPixels(name: string, screenshot: Buffer): Promise<number> {
  const path = join(KEPT, `${name}.png`);
  const now = sharp(screenshot).resize(SIZE);
  if (process.env.UPDATE_PICTURES === '1') {
    await mkdir(KEPT, { recursive: true });
    await now.png({ compressionLevel: 9 }).toFile(path);
    return 0;
  }
  if (!existsSync(path)) throw new Error(`no picture ${name}.png to compare with: take it by UPDATE_PICTURES=1`);
  const [before, after] = await Promise.all(
    [path, await now.png().toBuffer()].map((one) => sharp(one).resize(COMPARED).ensureAlpha().raw().toBuffer()),
  );
  if (!before || !after || before.equals(after)) return 0;
  const difference = Buffer.alloc(before.length);
  const pixels = pixelmatch(before, after, difference, COMPARED.width, COMPARED.height, { threshold: 0.1 });
  if (pixels > 0) await keepDifference(name, screenshot, difference);
  return pixels;
}

async function keepDifference(name: string, screenshot: Buffer, difference: Buffer): Promise<void> {
  const folder = artifactsOf('chromium');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}-now.png`), screenshot);
  await sharp(difference, { raw: { ...COMPARED, channels: 4 } })
    .png()
    .toFile(join(folder, `${name}-difference.png`));
}
