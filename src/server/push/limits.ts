// How much the push may take; measured, see the bench `push`.

export interface HubLimits {
  /** Streams this process takes; the next one is refused at the door. */
  readonly connections: number;
  /** Streams one box may hold (a television, a preview or two); past that the oldest gives way. */
  readonly connectionsPerBox: number;
  /** A reader with more unsent than this is cut off and resumes by sequence. The kernel's buffers come on top. */
  readonly unsentBytes: number;
  readonly beatMs: number;
  /** Boxes are told to come back after up to so long, each after another time. */
  readonly retryMs: number;
  /** A drain ends so many connections a second. */
  readonly drainPerSecond: number;
}

export const HUB_LIMITS: HubLimits = {
  // A process is often given 20,000 file descriptors; some are needed for the rest.
  connections: 19_000,
  connectionsPerBox: 4,
  unsentBytes: 256 * 1024,
  beatMs: 15_000,
  retryMs: 10_000,
  drainPerSecond: 2_000,
};

/** Boxes let in a second; the others come back later, each after a time of its own. */
export const GATE = { perSecond: 1_500, burst: 3_000 } as const;
