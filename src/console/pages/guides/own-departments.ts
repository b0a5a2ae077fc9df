// The departments for whose guides the person who looks holds a permission, and what they are called.
import type { Department } from '../../../contract/departments.ts';
import type { Permission } from '../../../contract/staff.ts';
import { departmentsOf } from '../../../domain/access/can.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { useSignedIn } from '../../frame/session-context.ts';

export function useDepartments(permission: Permission): readonly Department[] {
  return departmentsOf(useSignedIn().staff, permission);
}

/** For a choice among them, in the order of the district's plan. */
export function namesOf(departments: readonly Department[]): Readonly<Record<string, string>> {
  return Object.fromEntries(departments.map((each) => [each, DEPARTMENT_NAMES[each]]));
}
