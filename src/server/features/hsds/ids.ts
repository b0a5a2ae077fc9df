// Ids of the open data: those of a guide, a department or an event are the same in every store and on every day.
import { v5 } from 'uuid';
import { DEPARTMENTS, type Department } from '../../../contract/departments.ts';

const NAMESPACE = '6f9d2c1e-5b7a-4c08-9a3d-1f2e4b6c8d01';
export const idOf = (...parts: readonly string[]): string => v5(parts.join('/'), NAMESPACE);

export const organizationId = (department: Department): string => idOf('organization', department);
export const serviceId = (number: string): string => idOf('service', number);
export const departmentBy = (id: string): Department | undefined =>
  DEPARTMENTS.find((department) => organizationId(department) === id);
