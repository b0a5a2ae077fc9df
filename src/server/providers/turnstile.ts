// So many at once and no more; as many again wait for their turn, all others are sent away.

export interface Turnstile {
  /** Undefined for whoever is sent away. */
  pass<T>(work: () => Promise<T>): Promise<T> | undefined;
}

export function createTurnstile(atOnce: number): Turnstile {
  let inside = 0;
  const waiting: (() => void)[] = [];

  async function through<T>(work: () => Promise<T>): Promise<T> {
    // Whoever leaves hands the place over, so that nobody slips in between.
    if (inside < atOnce) inside += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  }

  return {
    pass: (work) => (inside >= atOnce && waiting.length >= atOnce ? undefined : through(work)),
  };
}
