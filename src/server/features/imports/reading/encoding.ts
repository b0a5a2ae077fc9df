// The encoding of a text file, found by reading it to its end; a table made in China is as likely GB18030 as UTF-8.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { LIST_TEXTS } from '../../../texts/imports.zh-CN.ts';
import { ListError } from './list-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** @throws ListError where the bytes are no text in any of them */
export async function encodingOf(file: string): Promise<Encoding> {
  const start = await headOf(file, 2);
  // What Excel saves as "Unicode text".
  const tried: Encoding[] = start.equals(Buffer.from([0xff, 0xfe])) ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of tried) if (await isText(file, encoding)) return encoding;
  throw new ListError(LIST_TEXTS.encoding());
}

/** The text in pieces, the byte order mark left out. @throws TypeError where the bytes are not in this encoding */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

export async function headOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function isText(file: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const piece of textOf(file, encoding)) if (piece.includes('\0')) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
