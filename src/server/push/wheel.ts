// A wheel that comes round to everything on it once per turn, a slot at a time: one timer for any number of things.

export interface Wheel<T> {
  /** Puts a thing on the wheel; the answer is the slot to take it off again. */
  add(thing: T): number;
  remove(slot: number, thing: T): void;
  /** The things of the next slot. */
  next(): ReadonlySet<T>;
  all(): Iterable<T>;
}

/** Slots are filled in turn, so that a thousand things added at once are still spread over the whole turn. */
export function createWheel<T>(slots: number): Wheel<T> {
  const sets = Array.from({ length: slots }, () => new Set<T>());
  const setOf = (slot: number) => sets[slot % slots] as Set<T>;
  let filling = 0;
  let turning = 0;
  return {
    add(thing) {
      const slot = filling++ % slots;
      setOf(slot).add(thing);
      return slot;
    },
    remove(slot, thing) {
      setOf(slot).delete(thing);
    },
    next: () => setOf(turning++),
    *all() {
      for (const set of sets) yield* set;
    },
  };
}
