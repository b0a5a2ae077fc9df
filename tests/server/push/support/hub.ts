// A hub whose clock stands still, whose chance is always a half, and whose timers the test fires.
import type { BoxId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import type { Instant } from '../../../../src/contract/time.ts';
import type { Holder } from '../../../../src/server/push/door.ts';
import { createHub } from '../../../../src/server/push/hub.ts';
import { HUB_LIMITS, type HubLimits } from '../../../../src/server/push/limits.ts';
import { manualTimers } from './manual-timers.ts';

export const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const clock = () => NOW;
const half = (n: number) => Buffer.alloc(n, 0x80);

export const boxId = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}` as BoxId;

/** A box as its ticket knows it. */
export const holder = (n: number): Holder => ({
  box: boxId(n),
  household: '3703060010010010010101' as RegionCode,
  credentialAt: '2026-11-01T00:00:00.000Z' as Instant,
});

export function testHub(limits: Partial<HubLimits> = {}) {
  const manual = manualTimers();
  const hub = createHub({ clock, random: half, timers: manual.timers, limits: { ...HUB_LIMITS, ...limits } });
  return { hub, manual };
}
