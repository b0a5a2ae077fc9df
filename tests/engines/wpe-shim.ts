// Compiles wpe-shim.c for this machine, and reads the frames it keeps.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';

export const SCREEN = { width: 1920, height: 1080 };
const FLAGS = ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-Wl,-z,lazy'];

/** Path of the library to preload into cog, made in `folder`; null on a machine without a C compiler. */
export async function buildShim(folder: string): Promise<string | null> {
  const library = join(folder, 'wpe-shim.so');
  const source = fileURLToPath(new URL('wpe-shim.c', import.meta.url));
  try {
    await promisify(execFile)('cc', [...FLAGS, '-o', library, source, '-ldl']);
    return library;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The last frame that went to the screen, as PNG. */
export async function readFrame(path: string): Promise<Buffer> {
  for (;;) {
    const before = await readFile(path);
    const after = await readFile(path);
    // The same even count around the reading: the shim wrote nothing meanwhile.
    if (before.readUInt32LE() % 2 === 0 && before.readUInt32LE() === after.readUInt32LE())
      return toPng(before.subarray(4));
  }
}

function toPng(bgra: Buffer): Buffer {
  // A copy: pngjs fills its options in.
  const picture = new PNG({ ...SCREEN });
  for (let at = 0; at < bgra.length; at += 4) {
    picture.data.writeUInt32BE(((bgra.readUIntLE(at, 3) << 8) | 0xff) >>> 0, at);
  }
  return PNG.sync.write(picture, { deflateLevel: 1 });
}
