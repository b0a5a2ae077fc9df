// Numbers of guides: a department's two digits, and the next of its hundred that is free.
import { DEPARTMENTS, type Department } from '../../../contract/departments.ts';

const MOST = 99;

/** 02 */
export const prefixOf = (department: Department): string =>
  String(DEPARTMENTS.indexOf(department) + 1).padStart(2, '0');

/** The one after the highest, else the first that is free; undefined where all are taken. */
export function freeNumber(department: Department, taken: readonly string[]): string | undefined {
  const used = new Set(taken.map((number) => Number(number.slice(2))));
  const next = Math.max(0, ...used) + 1;
  const free = next <= MOST ? next : Array.from({ length: MOST }, (_, at) => at + 1).find((each) => !used.has(each));
  return free === undefined ? undefined : `${prefixOf(department)}${String(free).padStart(2, '0')}`;
}
