// What the bench of the keyboard gives its page, and what comes back.

export interface KeyboardTask {
  /** As it is served. */
  readonly dictionary: string;
  /** Digits; each row is typed digit by digit, then OK. */
  readonly rows: readonly string[];
}

export interface KeyboardTimes {
  readonly readMs: number;
  /** The longest that a key would have waited meanwhile. */
  readonly pieceMs: number;
  /** One for each key press. */
  readonly keyMs: readonly number[];
  /** Characters: what writes nothing is no measure. */
  readonly written: number;
}
