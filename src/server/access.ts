// Access at the head of every service call: goes on quietly or throws the problem.
import type { Department } from '../contract/departments.ts';
import type { RegionCode } from '../contract/regions.ts';
import type { Permission } from '../contract/staff.ts';
import { type Actor, can, departmentsOf, scopesOf } from '../domain/access/can.ts';
import { ProblemError } from './problem.ts';

/** Refuses unless the actor holds the permission in every one of the regions. */
export function allow(actor: Actor, permission: Permission, regions: readonly RegionCode[]): void {
  const outside = regions.filter((region) => !can(actor, permission, region));
  if (outside.length === 0) return;
  if (scopesOf(actor, permission).length === 0) throw new ProblemError('forbidden');
  throw new ProblemError('region-outside', {
    errors: outside.map((code) => ({ path: 'regions', message: `${code} 不在您的管辖范围内` })),
  });
}

/** The regions a read is narrowed to; refuses where there is none. */
export function scopesOrRefuse(actor: Actor, permission: Permission): RegionCode[] {
  const scopes = scopesOf(actor, permission);
  if (scopes.length === 0) throw new ProblemError('forbidden');
  return scopes;
}

/** The departments a read is narrowed to; refuses where there is none. */
export function departmentsOrRefuse(actor: Actor, permission: Permission): Department[] {
  const departments = departmentsOf(actor, permission);
  if (departments.length === 0) throw new ProblemError('forbidden');
  return departments;
}
