// Households' accounts in SQL.
import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Utility } from '../../../contract/bills.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

export const findAccounts = (db: Db, household: RegionCode) =>
  db
    .selectFrom('household_account')
    .innerJoin('staff', 'staff.id', 'linked_by')
    .select(['utility', 'household_account.account', 'masked', 'linked_at', 'staff.name as linked_by_name'])
    .where('household', '=', household)
    .execute();

/** Whose it is already. */
export const findOwner = (db: Db, utility: Utility, digest: string) =>
  db
    .selectFrom('household_account')
    .select('household')
    .where('utility', '=', utility)
    .where('digest', '=', digest)
    .executeTakeFirst();

/** In place of the one before. */
export async function putAccount(trx: Transaction<Database>, row: Insertable<Database['household_account']>) {
  const { household: _household, utility: _utility, ...change } = row;
  await trx
    .insertInto('household_account')
    .values(row)
    .onConflict((conflict) => conflict.columns(['household', 'utility']).doUpdateSet(change))
    .execute();
}

/** Was there one? */
export async function deleteAccount(trx: Transaction<Database>, household: RegionCode, utility: Utility) {
  const gone = await trx
    .deleteFrom('household_account')
    .where('household', '=', household)
    .where('utility', '=', utility)
    .executeTakeFirstOrThrow();
  return Number(gone.numDeletedRows) > 0;
}

export const countAccounts = (db: Db) =>
  db
    .selectFrom('household_account')
    .select((eb) => ['utility', eb.fn.countAll<number>().as('accounts')])
    .groupBy('utility')
    .execute();
