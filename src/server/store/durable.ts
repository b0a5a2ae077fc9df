// Writing so that a power cut loses nothing: the content is on the disk, and so is the folder entry that leads to it.
import { open, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Files under way at once: a disk merges what arrives together, a thousand in a row cost a thousand turns. */
const AT_ONCE = 32;

/** Puts one file or folder onto the disk; a folder means its list of names. */
export async function fsyncPath(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a whole folder onto the disk. */
export async function fsyncTree(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true });
  const paths = [...entries.map((entry) => path.join(root, entry)), root];
  const worker = async () => {
    for (let next = paths.pop(); next !== undefined; next = paths.pop()) await fsyncPath(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Moves a file or folder that is on the disk already; afterwards the move is, too. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await fsyncPath(path.dirname(to));
}

/** The file is there whole or not at all. */
export async function writeDurably(file: string, content: Uint8Array): Promise<void> {
  const unfinished = `${file}.part`;
  await writeFile(unfinished, content);
  await fsyncPath(unfinished);
  await renameDurably(unfinished, file);
}
