// The code by which an anonymous reporter finds the request again: made from the report's id, kept as a hash alone.
import { createHmac } from 'node:crypto';
import type { RequestId } from '../../../contract/ids.ts';

/** Of ten billion codes two reports hardly ever get the same; then the next one is taken. */
const TRIES = 5;

export function createQueryCodes(key: Buffer) {
  const mac = (text: string) => createHmac('sha256', key).update(text).digest();
  const codeOf = (id: RequestId, turn: number): string =>
    String(mac(`code ${id} ${turn}`).readBigUInt64BE() % 10_000_000_000n).padStart(10, '0');
  const hashOf = (code: string): string => mac(`hash ${code}`).toString('base64url');
  const codesOf = (id: RequestId) => Array.from({ length: TRIES }, (_, turn) => codeOf(id, turn));

  return {
    hashOf,

    /** A code that is not taken. */
    async make(id: RequestId, isTaken: (hash: string) => Promise<boolean>): Promise<string> {
      for (const code of codesOf(id)) if (!(await isTaken(hashOf(code)))) return code;
      throw new Error('no query code is free');
    },

    /** The one whose hash was kept, told again to whoever sends twice. */
    again: (id: RequestId, hash: string): string | null => codesOf(id).find((code) => hashOf(code) === hash) ?? null,
  };
}

export type QueryCodes = ReturnType<typeof createQueryCodes>;
