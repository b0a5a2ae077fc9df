// What a guide's number tells by itself.
import { DEPARTMENTS, type Department } from '../../contract/departments.ts';
import type { GuideNumber } from '../../contract/guides.ts';

/** The department whose place the first two digits are. */
export function departmentOf(number: GuideNumber): Department {
  const department = DEPARTMENTS[Number(number.slice(0, 2)) - 1];
  if (!department) throw new RangeError(`no guide's number: ${number}`);
  return department;
}
