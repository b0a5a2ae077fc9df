// The parts of an XLSX file: a ZIP archive, read entry by entry and never further than each may go.
import { type Entry, openPromise } from 'yauzl';
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { ListError } from './list-error.ts';

/** An XLSX file has a dozen parts. */
const MOST_PARTS = 1000;

export interface Archive {
  has(part: string): boolean;
  /**
   * The text of a part in pieces; nothing for one that is not there.
   * @throws ListError where it holds more than `limit` bytes: a file of 32 MB can unfold to thirty GB
   */
  text(part: string, limit: number): AsyncGenerator<string>;
  close(): void;
}

/** @throws ListError where it is no archive */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await broken(() => openPromise(file, { lazyEntries: true, autoClose: false }));
  const entries = new Map<string, Entry>();
  try {
    await broken(async () => {
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= MOST_PARTS) throw new ListError(LIST_TEXTS.brokenArchive());
        entries.set(entry.fileName, entry);
      }
    });
  } catch (error) {
    zip.close();
    throw error;
  }

  return {
    has: (part) => entries.has(part),
    async *text(part, limit) {
      const entry = entries.get(part);
      if (!entry) return;
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const stream = await broken(() => zip.openReadStreamPromise(entry));
      let read = 0;
      try {
        for await (const chunk of stream) {
          read += (chunk as Buffer).length;
          if (read > limit) throw new ListError(LIST_TEXTS.tooMuchText());
          yield decoder.decode(chunk as Buffer, { stream: true });
        }
        yield decoder.decode();
      } catch (error) {
        throw isBroken(error) ? new ListError(LIST_TEXTS.brokenArchive()) : error;
      } finally {
        stream.destroy();
      }
    },
    close: () => zip.close(),
  };
}

async function broken<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isBroken(error) ? new ListError(LIST_TEXTS.brokenArchive()) : error;
  }
}

/** yauzl throws plain errors without a code, zlib with codes of its own; the disk's have others. */
function isBroken(error: unknown): boolean {
  if (error instanceof ListError) return false;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined || code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}
