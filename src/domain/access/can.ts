// The one place that decides who may do what, and where.
import { DEPARTMENTS, type Department } from '../../contract/departments.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Permission, Role } from '../../contract/staff.ts';
import { coverOf, DISTRICT, isWithin } from '../regions/code.ts';

/** A person as access sees them: roles, each held in a region and everything below it, or in one department of it. */
export interface Actor {
  readonly id: StaffId;
  readonly name: string;
  readonly grants: readonly {
    readonly role: Role;
    readonly region: RegionCode;
    readonly department?: Department | null;
  }[];
}

const READ = [
  'notice.read',
  'alert.read',
  'region.read',
  'box.read',
  'coverage.read',
  'proof.read',
  'place.read',
] as const;
/** Whoever stands in the household's doorway: a box comes in, a PIN was forgotten, a bill shows an account's number. */
const DOORWAY = ['box.activate', 'household.pin', 'bill.link'] as const;
/** The three steps of a notice's review, and what they go by. */
const REVIEW = ['notice.review', 'notice.sign-off', 'review.manage'] as const;
/** A community prepares alerts; only offices above it put them on the screens. */
const ALERT = ['alert.write', 'alert.release', 'alert.template'] as const;

/** Guides are the district's: a department keeps its own, the district's office all of them. */
const GUIDE = ['guide.read', 'guide.write'] as const;

/** Requests are worked by whoever they were sent to, and sent on by the offices above. */
const DISPATCH = ['request.read', 'request.assign'] as const;
const HANDLE = ['request.read', 'request.handle'] as const;

const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  district: [
    ...READ,
    'notice.write',
    ...REVIEW,
    ...ALERT,
    'staff.read',
    'audit.read',
    'cap.manage',
    ...GUIDE,
    'guide.publish',
    'place.write',
    ...DISPATCH,
    'request.manage',
  ],
  town: [
    ...READ,
    'notice.write',
    ...REVIEW,
    ...ALERT,
    ...DOORWAY,
    'staff.read',
    'place.write',
    ...DISPATCH,
    'request.handle',
  ],
  community: [...READ, 'notice.write', 'alert.write', ...DOORWAY, 'place.write', ...HANDLE],
  department: ['region.read', ...GUIDE, ...HANDLE],
  operator: [
    ...READ,
    ...DOORWAY,
    'box.authorise',
    'box.manage',
    'key.read',
    'key.manage',
    'staff.read',
    'staff.manage',
    'cap.manage',
    'guide.read',
    'offer.write',
    'bill.manage',
    ...HANDLE,
  ],
  auditor: [...READ, 'staff.read', 'audit.read', 'guide.read', 'request.read'],
};

/** May this actor do this in this region? True only where one grant gives the permission and covers the region. */
export function can(actor: Actor, permission: Permission, region: RegionCode): boolean {
  return actor.grants.some(
    (grant) => ROLE_PERMISSIONS[grant.role].includes(permission) && isWithin(region, grant.region),
  );
}

/** The regions (each with all below it) in which the actor holds a permission; what reads are narrowed to. */
export function scopesOf(actor: Actor, permission: Permission): RegionCode[] {
  return coverOf(
    actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission)).map((grant) => grant.region),
  );
}

/** The departments for whose guides the actor holds a permission: all but where the role is held in one of them. */
export function departmentsOf(actor: Actor, permission: Permission): Department[] {
  const grants = actor.grants.filter(
    ({ role, region }) => ROLE_PERMISSIONS[role].includes(permission) && isWithin(DISTRICT, region),
  );
  return DEPARTMENTS.filter((each) => grants.some(({ department }) => !department || department === each));
}

/** All permissions the actor holds somewhere, for showing and hiding in the console. */
export function permissionsOf(actor: Actor): Permission[] {
  return [...new Set(actor.grants.flatMap((grant) => ROLE_PERMISSIONS[grant.role]))];
}
