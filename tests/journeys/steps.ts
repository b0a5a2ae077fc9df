// The steps of a journey build on each other: after one that failed, the rest would fail for its reason alone.
import { beforeEach, onTestFailed } from 'vitest';

/** Inside a `describe`: skips what comes after a failed step; `onBroken` keeps what was seen when it failed. */
export function inSteps(onBroken: () => Promise<void>): void {
  let broken = false;
  beforeEach(({ skip }) => {
    skip(broken, 'an earlier step failed');
    onTestFailed(async () => {
      broken = true;
      await onBroken();
    });
  });
}
