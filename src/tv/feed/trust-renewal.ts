// Asks for the list of keys at a time of this box's own, and again when nobody answered.
import type { Cancel, Random, Timers } from '../ports.ts';
import type { TrustKeeper } from './trust.ts';

interface TrustRenewal {
  /** The earlier of what is due already and this, ms from now. */
  within(ms: number): void;
  /** Nobody answered: some time later. */
  again(): void;
  stop(): void;
}

const AGAIN_MS = { least: 30_000, spread: 60_000 };

/** `renewed`: the server has answered, whatever it said. */
export function renewTrustLater(
  timers: Timers,
  random: Random,
  trust: Pick<TrustKeeper, 'read'>,
  renewed: () => void,
): TrustRenewal {
  let due: { readonly at: number; readonly cancel: Cancel } | null = null;
  let stopped = false;

  function within(ms: number): void {
    const at = timers.steady() + ms;
    if (stopped || (due && due.at <= at)) return;
    due?.cancel();
    const cancel = timers.after(ms, () => {
      due = null;
      void renew();
    });
    due = { at, cancel };
  }
  const again = () => within(AGAIN_MS.least + random() * AGAIN_MS.spread);

  async function renew(): Promise<void> {
    if (await trust.read()) again();
    else renewed();
  }

  return {
    within,
    again,
    stop() {
      stopped = true;
      due?.cancel();
    },
  };
}
