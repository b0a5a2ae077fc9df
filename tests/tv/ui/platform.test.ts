// The frame loop: it runs while something moves, sleeps when nothing does, and wakes without a jump.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', { addEventListener: () => undefined });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => vi.unstubAllGlobals());

/** Lets the browser draw so many frames; returns how many it was asked for. */
function pass(count: number): number {
  let drawn = 0;
  for (; drawn < count && frames.length > 0; drawn += 1) frames.shift()?.();
  return drawn;
}

/** A stage that has `changes` frames with something new to draw, and `moving` transitions. */
async function loop() {
  const { RestingPlatform } = await import('../../../src/tv/ui/platform.ts');
  const stage = {
    changes: 0,
    drawn: 0,
    currentTime: 99_000,
    transitions: { active: new Set() },
    getOption: () => false,
    drawFrame() {
      stage.drawn += 1;
      stage.changes -= 1;
      platform.nextFrame(stage.changes >= 0);
    },
  };
  const platform = new RestingPlatform();
  platform.init(stage as never);
  platform.startLoop();
  return { stage, platform };
}

it('sleeps after a few frames without a change', async () => {
  const { stage } = await loop();
  expect(pass(100)).toBeLessThan(15);
  expect(stage.drawn).toBeGreaterThan(0);
  expect(frames).toHaveLength(0);
});

it('goes on while there are changes or something moves', async () => {
  const { stage } = await loop();
  stage.changes = 50;
  expect(pass(100)).toBeGreaterThan(50);
  const { stage: other } = await loop();
  other.transitions.active.add('a ticker');
  expect(pass(200)).toBe(200);
});

it('wakes once, and forgets the time it slept', async () => {
  const { stage, platform } = await loop();
  pass(100);
  platform.wake();
  platform.wake();
  expect(frames).toHaveLength(1);
  expect(stage.currentTime).toBe(0);
  expect(pass(100)).toBeGreaterThan(0);
});

it('does nothing once it is stopped', async () => {
  const { stage, platform } = await loop();
  platform.stopLoop();
  pass(1);
  const { drawn } = stage;
  platform.wake();
  expect(pass(10)).toBe(0);
  expect(stage.drawn).toBe(drawn);
});
