// Looks at parsed JSON that may be anything, before a signature is tried on it.

export const isText = (value: unknown): value is string => typeof value === 'string';

/** A whole number from 1. */
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value % 1 === 0 && value <= 9_007_199_254_740_991;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
