// The square on the activation screen: what a phone reads off it is the link, and its white margin is wide enough.
import { expect, it } from 'vitest';
import { modulesOf } from '../../../src/tv/ui/qr.ts';

const LINK = 'https://linli.example/console/activate?code=7K3M-9XPA';

it('is a square with four modules of white on every side, and finders in three corners', () => {
  const modules = modulesOf(LINK);
  const size = modules.length;
  expect(modules.every((row) => row.length === size)).toBe(true);
  for (let margin = 0; margin < 4; margin += 1) {
    for (let at = 0; at < size; at += 1) {
      expect([modules[margin]?.[at], modules[size - 1 - margin]?.[at]]).toEqual([false, false]);
      expect([modules[at]?.[margin], modules[at]?.[size - 1 - margin]]).toEqual([false, false]);
    }
  }
  const finder = (x: number, y: number) =>
    Array.from({ length: 7 }, (_, at) => modules[y]?.[x + at]).every((dark) => dark === true);
  expect([finder(4, 4), finder(size - 11, 4), finder(4, size - 11)]).toEqual([true, true, true]);
});

it('keeps its modules large: a phone reads it from two metres', () => {
  // 600 px of the screen; on a set of 32 inches that is 22 cm, and a phone resolves about 3 mm from there.
  const side = modulesOf(LINK).length;
  expect(220 / side).toBeGreaterThan(3);
});
