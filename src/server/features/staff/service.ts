// Accounts: who there is, new ones, passwords.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { StaffId } from '../../../contract/ids.ts';
import type { createStaff, listStaff, Session, Staff } from '../../../contract/staff.ts';
import type { Instant } from '../../../contract/time.ts';
import { type Actor, permissionsOf } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { hashPassword, isWeak, temporaryPassword, verifyPassword } from './passwords.ts';
import {
  deleteSessionsOf,
  findAny,
  findByAccount,
  findById,
  findGrants,
  findPeople,
  insertStaff,
  type NewGrant,
  pageOfStaff,
  setPassword,
} from './store.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Row = NonNullable<Awaited<ReturnType<typeof findById>>>;
interface NewAccount {
  readonly account: string;
  readonly name: string;
  readonly password: string;
  readonly mustChange: boolean;
}
type Grants = Awaited<ReturnType<typeof findGrants>>;

const toStaff = (row: Row, grants: Grants): Staff => ({
  id: row.id,
  account: row.account,
  name: row.name,
  grants: grants
    .filter((grant) => grant.staff_id === row.id)
    .map(({ role, region_code, short_name, department }) => ({
      role,
      region: region_code,
      regionName: short_name,
      department,
    })),
  mustChangePassword: row.must_change_password,
  lockedUntil: row.locked_until,
});

export function createStaffService(deps: { store: Store; runtime: Runtime }) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  async function staffOrMissing(id: StaffId): Promise<Staff> {
    const row = await findById(store.db, id);
    if (!row) throw new ProblemError('not-found');
    return toStaff(row, await findGrants(store.db, [id]));
  }

  async function describe(actor: Actor, expiresAt: Instant): Promise<Session> {
    return { staff: await staffOrMissing(actor.id), permissions: permissionsOf(actor), expiresAt };
  }

  async function add(account: NewAccount, grants: readonly NewGrant[], actor: Actor | null): Promise<StaffId> {
    const id = runtime.uuids() as StaffId;
    const hash = await hashPassword(account.password, runtime.random);
    await store.transaction(async (trx) => {
      if (await findByAccount(trx, account.account)) throw new ProblemError('account-taken');
      await insertStaff(trx, { ...account, id, hash, at: now() }, grants);
      const region = grants[0]?.region ?? null;
      await recordAudit(trx, {
        at: now(),
        actor,
        action: 'staff.create',
        subject: account.account,
        region,
        detail: { grants },
      });
    });
    return id;
  }

  return {
    describe,

    /** Is there any account yet? For the first start: checks no access of its own. */
    async anyone(): Promise<boolean> {
      return (await findAny(store.db)) !== undefined;
    },

    /** The account as given, unless it is there already; its id. For the first start: checks no access of its own. */
    async ensure(account: NewAccount, grants: Parameters<typeof add>[1]): Promise<StaffId> {
      return (await findByAccount(store.db, account.account))?.id ?? add(account, grants, null);
    },

    /** These people, or all there are, with their grants. For other services: checks no access of its own. */
    async actors(db: Db, ids?: readonly StaffId[]): Promise<Actor[]> {
      const rows = await findPeople(db, ids);
      const grants = await findGrants(
        db,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id, name }) => ({
        id,
        name,
        grants: grants
          .filter((grant) => grant.staff_id === id)
          .map(({ role, region_code, department }) => ({ role, region: region_code, department })),
      }));
    },

    async list(actor: Actor, query: z.output<(typeof listStaff)['query']>) {
      const scopes = scopesOrRefuse(actor, 'staff.read');
      const { page, pageSize, text } = query;
      const { rows, total } = await pageOfStaff(store.db, {
        scopes,
        text,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      const grants = await findGrants(
        store.db,
        rows.map((row) => row.id),
      );
      return { items: rows.map((row) => toStaff(row, grants)), total, page, pageSize };
    },

    async create(actor: Actor, input: z.output<(typeof createStaff)['body']>) {
      allow(actor, 'staff.manage', [input.region]);
      if (input.role === 'department' && input.region !== DISTRICT)
        throw new ProblemError('bad-input', { errors: [{ path: 'region', message: '部门工作人员的地区要选全区' }] });
      const password = temporaryPassword(runtime.random);
      const grants = [{ role: input.role, region: input.region, department: input.department ?? null }];
      const id = await add({ account: input.account, name: input.name, password, mustChange: true }, grants, actor);
      return { staff: await staffOrMissing(id), temporaryPassword: password };
    },

    async resetPassword(actor: Actor, id: StaffId, reason: string) {
      scopesOrRefuse(actor, 'staff.manage');
      const staff = await staffOrMissing(id);
      allow(
        actor,
        'staff.manage',
        staff.grants.map((grant) => grant.region),
      );
      const password = temporaryPassword(runtime.random);
      const hash = await hashPassword(password, runtime.random);
      await store.transaction(async (trx) => {
        await setPassword(trx, id, { hash, mustChange: true });
        await deleteSessionsOf(trx, id);
        const region = staff.grants[0]?.region ?? null;
        await recordAudit(trx, {
          at: now(),
          actor,
          action: 'staff.reset',
          subject: staff.account,
          region,
          detail: { reason },
        });
      });
      return { temporaryPassword: password };
    },

    /** Needs no permission: everyone may change the own password. */
    async changePassword(actor: Actor, session: string, input: { current: string; next: string }) {
      const row = await findById(store.db, actor.id);
      if (!row || !(await verifyPassword(row.password_hash, input.current))) throw new ProblemError('login-failed');
      if (isWeak(input.next, row.account) || input.next === input.current) throw new ProblemError('password-too-weak');
      const hash = await hashPassword(input.next, runtime.random);
      await store.transaction(async (trx) => {
        await setPassword(trx, actor.id, { hash, mustChange: false });
        await deleteSessionsOf(trx, actor.id, session);
        await recordAudit(trx, { at: now(), actor, action: 'staff.password', subject: row.account, region: null });
      });
    },
  };
}

export type StaffService = ReturnType<typeof createStaffService>;
