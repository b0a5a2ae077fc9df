// The SHA-512 of a part as it was served, in pieces between key presses: an old box takes a moment for each.
import { SHA512 } from '@stablelib/sha512';
import { hexOf, utf8 } from '../../domain/signing/content-hash.ts';
import { inPieces } from '../feed/pieces.ts';
import type { Timers } from '../ports.ts';

const PIECE = 4096;

/** Of the text in UTF-8, lower-case hex. */
export async function hashText(text: string, timers: Timers): Promise<string> {
  const rest = inPieces(timers);
  const hash = new SHA512();
  for (let at = 0; at < text.length; ) {
    const end = wholeTo(text, at + PIECE);
    hash.update(utf8(text.slice(at, end)));
    at = end;
    await rest();
  }
  return hexOf(hash.digest());
}

/** Between the two halves of a character nothing is cut. */
function wholeTo(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end + 1 : end;
}
