// Waits for what is on its way: until the check no longer throws, with patience for a busy machine.
import { vi } from 'vitest';

const PATIENCE_MS = 15_000;

export function soon<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS, interval: 10 });
}
