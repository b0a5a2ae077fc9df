// How column values become JavaScript values, by type number; handed to both drivers, so that they cannot differ.
import { types } from '@electric-sql/pglite';

type Parse = (text: string) => unknown;

/** int8 as a number; counts and sequences stay far below 2^53, and one that does not is an error, not a rounding. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of a number's range: ${text}`);
  return value;
}

const TIMESTAMPTZ = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::(\d\d))?$/;

/** timestamptz in PostgreSQL's ISO style as an `Instant`: 2026-11-23T12:00:00.000Z, microseconds cut off. */
export function parseInstant(text: string): string {
  const [, date, time, fraction = '', hours, minutes = '00'] = TIMESTAMPTZ.exec(text) ?? [];
  if (!date) throw new RangeError(`not an instant: ${text}`);
  return new Date(`${date}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`).toISOString();
}

/** Types whose values differ from the drivers' own; jsonb is parsed by both, numeric stays text with both. */
export const PARSERS: Readonly<Record<number, Parse>> = {
  [types.INT8]: parseWholeNumber,
  [types.TIMESTAMPTZ]: parseInstant,
  [types.DATE]: (text) => text,
};

/** Array type number -> element type number, for the driver that does not look it up itself. */
export const ARRAYS: Readonly<Record<number, number>> = {
  1016: types.INT8,
  1185: types.TIMESTAMPTZ,
  1182: types.DATE,
};
