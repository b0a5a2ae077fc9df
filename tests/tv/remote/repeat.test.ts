// A held key, two sources for one press, and quick fingers.
import { describe, expect, it } from 'vitest';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { createRepeatFilter } from '../../../src/tv/remote/repeat.ts';

function taken(presses: readonly (readonly [number, RemoteKey])[]): boolean[] {
  let now = 0;
  const accepts = createRepeatFilter(() => now);
  return presses.map(([at, key]) => {
    now = at;
    return accepts(key);
  });
}

describe('repeats of a key', () => {
  it('come through every 80 ms while a key is held', () => {
    const held = Array.from({ length: 10 }, (_, index) => [index * 30, 'down'] as const);
    expect(taken(held)).toEqual([true, false, false, true, false, false, true, false, false, true]);
  });

  it('never hold up a different key', () => {
    expect(
      taken([
        [0, 'down'],
        [5, 'right'],
        [10, 'down'],
        [15, 'down'],
      ]),
    ).toEqual([true, true, true, false]);
  });

  it('are taken when somebody presses again, calmly', () => {
    expect(
      taken([
        [0, 'ok'],
        [80, 'ok'],
      ]),
    ).toEqual([true, true]);
  });
});
