// The texts a workbook shares between its cells: end to end in one buffer, a third of what as many strings would take.
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { ListError } from './list-error.ts';

/** In bytes; a hundred thousand boxes with numbers of their own need about 4 MB. */
const MOST = 128_000_000;

export interface StringTable {
  /** @throws ListError when the table is full */
  add(text: string): void;
  get(index: number): string | undefined;
}

export function createStringTable(): StringTable {
  let bytes = Buffer.alloc(64 * 1024);
  let ends = new Uint32Array(4096);
  let count = 0;
  let used = 0;

  return {
    add(text) {
      const length = Buffer.byteLength(text);
      if (used + length > MOST || count >= MOST / 4) throw new ListError(LIST_TEXTS.tooMuchText());
      if (used + length > bytes.length) {
        const grown = Buffer.alloc(Math.max(bytes.length * 2, used + length));
        bytes.copy(grown, 0, 0, used);
        bytes = grown;
      }
      if (count === ends.length) {
        const grown = new Uint32Array(ends.length * 2);
        grown.set(ends);
        ends = grown;
      }
      bytes.write(text, used);
      used += length;
      ends[count] = used;
      count += 1;
    },
    get(index) {
      const end = index < count ? ends[index] : undefined;
      if (end === undefined) return undefined;
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], end);
    },
  };
}
