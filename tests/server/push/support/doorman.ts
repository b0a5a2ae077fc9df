// A door that lets everybody in but for those who were turned out.
import type { BoxId } from '../../../../src/contract/ids.ts';
import type { Door } from '../../../../src/server/push/door.ts';

export function doorman() {
  const out = new Set<BoxId>();
  const door: Door = {
    admits: async ({ box }) => !out.has(box),
    strangers: async (holders) => holders.map(({ box }) => box).filter((box) => out.has(box)),
  };
  return { ...door, turnOut: (box: BoxId) => out.add(box) };
}
