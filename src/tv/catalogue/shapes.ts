// Looks at what came as JSON, field by field, before it is shown: zod does not run on a box.
import { isObject } from '../feed/record.ts';

export type Check = (value: unknown) => boolean;
type Shape<T> = { readonly [Field in keyof T]-?: Check };

export const isText: Check = (value) => typeof value === 'string';
export const isNumber: Check = (value) => typeof value === 'number';
export const isBoolean: Check = (value) => typeof value === 'boolean';
/** An instant or a day that is one. */
export const isDate: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const texts = listOf(isText);
/** One of these words; one that this version does not know is not. */
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.indexOf(value) >= 0;
export const shaped =
  <T>(shape: Shape<T>): Check =>
  (value) =>
    isObject(value) && (Object.keys(shape) as (keyof T & string)[]).every((field) => shape[field](value[field]));
