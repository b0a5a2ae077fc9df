// Waits for a condition on a machine that may be busy with other things.
import { expect } from 'vitest';

export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000, interval: 5 });
