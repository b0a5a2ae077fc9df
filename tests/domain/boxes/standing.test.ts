import { describe, expect, it } from 'vitest';
import { BEHIND_AFTER_MS, standingOf } from '../../../src/domain/boxes/standing.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const box = { online: true, seen: true, desired: 5, rendered: 5, changedAt: now - 3_600_000, now };

describe('a box', () => {
  it('is online while it has its stream and shows what it should', () => {
    expect(standingOf(box)).toBe('online');
  });

  it('lies behind when what came two minutes ago is not on its screen', () => {
    expect(standingOf({ ...box, rendered: 4, changedAt: now - BEHIND_AFTER_MS - 1 })).toBe('behind');
    expect(standingOf({ ...box, rendered: 4, changedAt: now - BEHIND_AFTER_MS })).toBe('online');
  });

  it('does not lie behind where there is nothing to show', () => {
    expect(standingOf({ ...box, desired: 0, rendered: 0, changedAt: null })).toBe('online');
  });

  it('is offline without a stream, whatever it shows, and never seen before it first spoke', () => {
    expect(standingOf({ ...box, online: false, rendered: 0 })).toBe('offline');
    expect(standingOf({ ...box, online: false, seen: false })).toBe('never');
  });
});
