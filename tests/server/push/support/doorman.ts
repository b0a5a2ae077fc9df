// A door that lets everybody in but for those who were turned out; it can be held so that a test acts in between.
import type { BoxId } from '../../../../src/contract/ids.ts';
import type { Door } from '../../../../src/server/push/door.ts';

export function doorman() {
  const out = new Set<BoxId>();
  let answered: Promise<void> | null = null;
  const door: Door = {
    async admits({ box }) {
      const admitted = !out.has(box);
      await answered;
      return admitted;
    },
    strangers: async (holders) => holders.map(({ box }) => box).filter((box) => out.has(box)),
  };
  return {
    ...door,
    turnOut: (box: BoxId) => void out.add(box),
    /** Answers wait, with what they were when asked, until the function it returns is called. */
    hold(): () => void {
      let answer: () => void = () => {};
      answered = new Promise((resolve) => {
        answer = resolve;
      });
      return () => {
        answered = null;
        answer();
      };
    },
  };
}
