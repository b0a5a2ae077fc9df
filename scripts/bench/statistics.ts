// The figures that benchmarks print.

/** The value that a share of the sorted values (0 to 1) does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

export const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

export const median = (values: Iterable<number>): number => quantile(ascending(values), 0.5);

/** Three significant digits are what a measurement is worth. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
