// One versioned record on the box's shelf: what is damaged, foreign or of another version reads as nothing.
import type { Shelf } from '../ports.ts';

export interface ShelfRecord<T> {
  read(): T | null;
  /** False when the shelf is full or forbidden; the app goes on without. */
  write(value: T): boolean;
  remove(): void;
}

/** `check` looks at parsed JSON and gives it back as a `T`, or null. */
export function recordOn<T>(
  shelf: Shelf,
  key: string,
  version: number,
  check: (value: unknown) => T | null,
): ShelfRecord<T> {
  return {
    read() {
      const stored = parse(shelf.read(key));
      return isObject(stored) && stored.v === version ? check(stored.data) : null;
    },
    write: (value) => shelf.write(key, JSON.stringify({ v: version, data: value })),
    remove: () => shelf.remove(key),
  };
}

/** JSON that may be anything, or not JSON at all (a log-in page of some network in between): undefined. */
export function parse(text: string | null): unknown {
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
