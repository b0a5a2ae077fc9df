// The guides that come with the system: one file a department, as a first draft for the departments to confirm.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { GuideInput } from '../../contract/guides.ts';

const FOLDER = path.join(import.meta.dirname, 'guides');

export interface ShippedItem {
  readonly file: string;
  /** Its place in the file, from 1. */
  readonly item: number;
  readonly parsed: ReturnType<typeof GuideInput.safeParse>;
}

/** Every item as its file has it, good or not. */
export async function readShipped(folder = FOLDER): Promise<ShippedItem[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return files.flatMap((file, index) =>
    z
      .array(z.unknown())
      .parse(JSON.parse(texts[index] ?? ''))
      .map((item, at) => ({ file, item: at + 1, parsed: GuideInput.safeParse(item) })),
  );
}

/** The good ones, each number once: one bad item never keeps a server from starting. */
export async function shippedGuides(log: { warn(about: object, message: string): void }): Promise<GuideInput[]> {
  const byNumber = new Map<string, GuideInput>();
  for (const { file, item, parsed } of await readShipped()) {
    if (parsed.success && !byNumber.has(parsed.data.number)) byNumber.set(parsed.data.number, parsed.data);
    else log.warn({ file, item }, 'a guide that comes with the system is left out: see `linli guides check`');
  }
  return [...byNumber.values()].sort((one, other) => (one.number < other.number ? -1 : 1));
}
