// What a test needs besides `npm ci`: found, or left out by name; with CI=true a missing part is a failure.
import { accessSync, appendFileSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names the file that left-out.ts prints after the run. */
export const LEFT_OUT_FILE = 'LINLI_LEFT_OUT_FILE';

export interface Need<T> {
  /** Name for people: "Chromium" */
  readonly what: string;
  /** What the test works with (a path, an address), or null when it is not on this machine. */
  find(): T | null | Promise<T | null>;
  /** The line that installs it. */
  readonly install: string;
}

/**
 * What `find` found. Null: leave the tests out (`describe.skipIf(found === null)`); the end of the run names the
 * part and how to install it.
 * @throws Error with CI=true when it is missing
 */
export async function needs<T>({ what, find, install }: Need<T>): Promise<T | null> {
  const found = await find();
  if (found !== null) return found;
  const reason = `${what} is not on this machine; to install it: ${install}`;
  if (process.env.CI === 'true') throw new Error(reason);
  const file = process.env[LEFT_OUT_FILE];
  if (file) appendFileSync(file, `${reason}\n`);
  return null;
}

/** Path of a program on PATH, or null. */
export function program(name: string): string | null {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return paths.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
