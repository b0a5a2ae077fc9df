// The server's time on boxes whose own clock is right, wrong, or set in the middle of the evening.
import { describe, expect, it, vi } from 'vitest';
import { createClock } from '../../../src/tv/feed/clock.ts';
import { fakeShelf, fakeTimers } from '../fakes.ts';

const SERVER = '2026-11-23T12:00:00.000Z';
const NOW = Date.parse(SERVER);
const YEAR = 365 * 86_400_000;
const start = (wall: number, shelf = fakeShelf()) => {
  const timers = fakeTimers(wall);
  const corrected = vi.fn();
  return { timers, shelf, corrected, clock: createClock(timers, shelf, corrected) };
};

describe('the clock', () => {
  it("counts on from the server's time, not the box's", () => {
    const { clock, timers, corrected } = start(NOW - 6 * YEAR);
    expect(clock.sure()).toBe(false);
    clock.hear(SERVER);
    timers.pass(5_000);
    expect([clock.now(), clock.sure(), clock.lastHeard()]).toEqual([NOW + 5_000, true, NOW]);
    expect(corrected).toHaveBeenCalledOnce();
  });

  it('does not care when somebody sets the clock of the box', () => {
    const { clock, timers } = start(NOW);
    clock.hear(SERVER);
    timers.setWall(NOW + YEAR);
    timers.pass(1_000);
    expect(clock.now()).toBe(NOW + 1_000);
  });

  it('is not corrected by a beat that says what it knows', () => {
    const { clock, timers, corrected } = start(NOW);
    clock.hear(SERVER);
    timers.pass(30_000);
    clock.hear(new Date(NOW + 30_200).toISOString());
    expect(corrected).toHaveBeenCalledOnce();
  });

  it('trusts a box without network whose clock was right before', () => {
    const { shelf, clock } = start(NOW + 4_000);
    clock.hear(SERVER);
    const next = start(NOW + 86_400_000, shelf).clock;
    expect([next.sure(), next.now()]).toEqual([true, NOW + 86_400_000 - 4_000]);
  });

  it('never goes back behind what it heard: a box that starts in 1970 does not bring old notices back', () => {
    const { shelf, clock } = start(NOW);
    clock.hear(SERVER);
    const next = start(0, shelf).clock;
    expect([next.sure(), next.now(), next.lastHeard()]).toEqual([false, NOW, NOW]);
  });

  it('keeps the error of a clock that is always wrong by the same', () => {
    const { shelf, clock } = start(NOW - YEAR);
    clock.hear(SERVER);
    const next = start(NOW - YEAR + 60_000, shelf).clock;
    expect([next.sure(), next.now()]).toEqual([false, NOW + 60_000]);
  });

  it('spares the flash: it writes every ten minutes, not with every beat', () => {
    const { shelf, clock, timers } = start(NOW);
    const written = new Set<string | undefined>();
    for (let beat = 0; beat < 60; beat += 1) {
      clock.hear(new Date(NOW + timers.steady()).toISOString());
      written.add(shelf.kept.get('linli.clock'));
      timers.pass(20_000);
    }
    expect(written.size).toBe(2);
  });

  it('ignores what is no time', () => {
    const { clock } = start(NOW);
    clock.hear('soon');
    expect(clock.lastHeard()).toBeNull();
  });
});
