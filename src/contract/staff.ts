// Staff: signing in, who someone is, what roles they hold and where.
import { z } from 'zod';
import { Department } from './departments.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { StaffId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

export const ROLES = ['district', 'town', 'community', 'department', 'operator', 'auditor'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A role held in a region and everything below it; with the role `department` and only with it, in one department. */
export const Grant = z.object({
  role: Role,
  region: RegionCode,
  regionName: z.string(),
  department: Department.nullable(),
});
export type Grant = z.infer<typeof Grant>;

/** What an account is called: lower-case letters, digits, dot, dash; from 3 to 40. */
const Account = z.string().regex(/^[a-z][a-z0-9.-]{2,39}$/);
const Password = z.string().min(1).max(200);

export const PERMISSIONS = [
  'notice.read',
  'notice.write',
  'notice.review',
  'notice.sign-off',
  'review.manage',
  'alert.read',
  'alert.write',
  'alert.release',
  'alert.template',
  'region.read',
  'box.read',
  'box.activate',
  'box.authorise',
  'box.manage',
  'household.pin',
  'coverage.read',
  'proof.read',
  'staff.read',
  'staff.manage',
  'audit.read',
  'key.read',
  'key.manage',
  'cap.manage',
  'guide.read',
  'guide.write',
  'guide.publish',
  'bill.link',
  'bill.manage',
  'place.read',
  'place.write',
  'offer.write',
  'request.read',
  'request.handle',
  'request.assign',
  'request.manage',
] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

export const Staff = z.object({
  id: StaffId,
  account: Account,
  name: z.string().min(1).max(40),
  grants: z.array(Grant),
  mustChangePassword: z.boolean(),
  lockedUntil: Instant.nullable(),
});
export type Staff = z.infer<typeof Staff>;

/** `permissions` is what the grants add up to, for showing and hiding; the server decides each call anew. */
export const Session = z.object({ staff: Staff, permissions: z.array(Permission), expiresAt: Instant });
export type Session = z.infer<typeof Session>;

const li: z.input<typeof Staff> = {
  id: '019ab000-0000-7000-8000-000000000001',
  account: 'chezhan',
  name: '李书记',
  grants: [{ role: 'community', region: '370306001001', regionName: '车站社区', department: null }],
  mustChangePassword: false,
  lockedUntil: null,
};
const session: z.input<typeof Session> = {
  staff: li,
  permissions: ['notice.read', 'notice.write', 'region.read', 'box.read'],
  expiresAt: '2026-11-23T12:30:00.000Z',
};

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  summary: 'Sign in; sets the session cookie. Five failures lock the account for a while',
  body: z.strictObject({ account: z.string().trim().toLowerCase().min(1).max(40), password: Password }),
  reply: Session,
  example: { body: { account: 'chezhan', password: 'correct horse battery' }, reply: session },
});

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  access: 'session',
  summary: 'Who is signed in',
  reply: Session,
  example: { reply: session },
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  access: 'session',
  summary: 'End this session',
  reply: z.undefined(),
  status: 204,
  example: { reply: undefined },
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/session/password',
  access: 'session',
  summary: "Change the own password; ends the account's other sessions",
  body: z.strictObject({ current: Password, next: Password }),
  reply: Session,
  example: { body: { current: 'correct horse battery', next: 'another long sentence' }, reply: session },
});

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  access: 'staff',
  summary: "Staff whose grants lie in the actor's regions",
  query: PageQuery.extend({ text: z.string().max(40).optional() }),
  reply: pageOf(Staff),
  example: { query: { page: 1 }, reply: { items: [li], total: 1, page: 1, pageSize: 20 } },
});

export const createStaff = endpoint({
  method: 'POST',
  path: '/api/staff',
  access: 'staff',
  summary: 'Create an account with a temporary password that must be changed at the first log-in',
  body: z
    .strictObject({
      account: Account,
      name: z.string().trim().min(1).max(40),
      role: Role,
      region: RegionCode,
      department: Department.optional(),
    })
    .refine(({ role, department }) => (role === 'department') === (department !== undefined), {
      path: ['department'],
      error: '部门工作人员要选部门，其他角色不选',
    }),
  reply: z.object({ staff: Staff, temporaryPassword: z.string() }),
  status: 201,
  example: {
    body: { account: 'wang.wu', name: '王五', role: 'community', region: '370306001001' },
    reply: {
      staff: { ...li, account: 'wang.wu', name: '王五', mustChangePassword: true },
      temporaryPassword: 'k7-fir-march-88',
    },
  },
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/staff/:id/reset',
  access: 'staff',
  summary: 'Give an account a new temporary password and end its sessions',
  params: z.object({ id: StaffId }),
  body: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
  reply: z.object({ temporaryPassword: z.string() }),
  example: {
    params: { id: li.id },
    body: { reason: '本人忘记密码' },
    reply: { temporaryPassword: 'k7-fir-march-88' },
  },
});
