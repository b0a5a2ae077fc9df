// Money as people read it. Small and ES5-safe.

/** 4680 -> 46.80; below zero with its sign. */
export function yuanText(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${`0${whole % 100}`.slice(-2)}`;
}
