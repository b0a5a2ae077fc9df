// Passwords: argon2id hashes in PHC notation, temporary passwords that can be read out on the telephone.
import { argon2 as argon2Callback, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '../../runtime.ts';

const argon2 = promisify(argon2Callback);

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** No hash of any password: nobody signs in with it. */
export const NO_PASSWORD = 'none';

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

export async function hashPassword(password: string, random: Random): Promise<string> {
  const nonce = random(16);
  const tag = await argon2('argon2id', { message: password.normalize('NFKC'), nonce, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Compares in constant time; the cost is the hash's own, so that old hashes stay good when the cost grows. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const match = PHC.exec(hash);
  if (!match) return false;
  const [memory = 0, passes = 0, parallelism = 0] = match.slice(1, 4).map(Number);
  const expected = Buffer.from(match[5] ?? '', 'base64');
  const tag = await argon2('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(match[4] ?? '', 'base64'),
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
}

/** Without 0 o 1 l i: what looks alike is mistyped. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four of 31 signs: 79 bits. */
export function temporaryPassword(random: Random): string {
  const signs: string[] = [];
  while (signs.length < 16) {
    for (const byte of random(16)) {
      // 248 = 8 x 31: bytes above would make some signs likelier.
      if (byte < 248 && signs.length < 16) signs.push(LETTERS[byte % LETTERS.length] ?? '');
    }
  }
  return signs.join('').replace(/(.{4})(?!$)/g, '$1-');
}

const LEAST = 10;

export function isWeak(password: string, account: string): boolean {
  return password.length < LEAST || password.toLowerCase().includes(account) || new Set(password).size < 4;
}
