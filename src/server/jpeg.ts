// Pictures that people hand in: re-encoded by a library as JPEGs without metadata, kept as files named by their content.
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { ProblemError } from './problem.ts';
import { renameDurably } from './store/durable.ts';

const FORMATS = ['jpeg', 'png', 'webp'];
const QUALITY = 82;
/** Nothing within the limit of pixels takes a fraction of this. */
const SECONDS = 20;

export interface Bounds {
  readonly width: number;
  readonly height: number;
  /** Of the picture as it comes; more is taken for a decompression bomb. */
  readonly pixels: number;
}

/** Upright, within the bounds, opaque, nothing but the picture. @throws ProblemError picture-invalid */
export async function encodeJpeg(bytes: Buffer, { width, height, pixels }: Bounds) {
  // Looked at before the library does: what is no photo never reaches its readers of SVG, PDF and the like.
  if (!isPicture(bytes)) throw new ProblemError('picture-invalid');
  try {
    const image = sharp(bytes, { limitInputPixels: pixels, failOn: 'error' });
    const { format } = await image.metadata();
    if (!format || !FORMATS.includes(format)) throw new ProblemError('picture-invalid');
    return await image
      .autoOrient()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new ProblemError('picture-invalid');
  }
}

/** By the first bytes: JPEG, PNG, WebP. */
function isPicture(bytes: Buffer): boolean {
  const starts = bytes.toString('hex', 0, 12);
  return /^(ffd8ff|89504e470d0a1a0a|52494646.{8}57454250)/.test(starts);
}

/** `<SHA-256>.jpg` in a folder: the same picture is stored once. */
export function createJpegFolder(folder: string) {
  const fileOf = (id: string) => path.join(folder, `${id}.jpg`);
  let written = 0;

  return {
    fileOf,

    /** Written whole or not at all; the id it is found by. */
    async keep(jpeg: Buffer): Promise<string> {
      const id = createHash('sha256').update(jpeg).digest('hex');
      await fs.mkdir(folder, { recursive: true });
      written += 1;
      // Of two that write the same picture at once, neither has the other's half.
      const partial = `${fileOf(id)}.${process.pid}-${written}.part`;
      await fs.writeFile(partial, jpeg, { mode: 0o600, flag: 'wx', flush: true });
      await renameDurably(partial, fileOf(id));
      return id;
    },

    async read(id: string): Promise<Buffer | undefined> {
      try {
        return await fs.readFile(fileOf(id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
