// The Kysely handle both engines share: it knows when a transaction is open and refuses the outer handle inside it.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type ControlledTransactionBuilder,
  type Dialect,
  Kysely,
  type Transaction,
  type TransactionBuilder,
} from 'kysely';
import { STORE_TEXTS } from '../texts/store.ts';
import { StoreError } from './errors.ts';
import type { Database } from './schema.ts';

export interface Guard {
  /** @throws StoreError 'outer-handle' in code that runs inside an open transaction of this store */
  refuseInside(): void;
  inside<T>(work: () => Promise<T>): Promise<T>;
}

/** Follows the caller through its awaits; a transaction that has ended no longer counts in what it left running. */
export function createGuard(): Guard {
  const scopes = new AsyncLocalStorage<{ open: boolean }>();
  return {
    refuseInside() {
      if (scopes.getStore()?.open) throw new StoreError('outer-handle', STORE_TEXTS.outerHandle());
    },
    async inside(work) {
      const scope = { open: true };
      try {
        return await scopes.run(scope, work);
      } finally {
        scope.open = false;
      }
    },
  };
}

/** The dialect's driver must ask the guard before it hands out a connection. */
export function createHandle(dialect: Dialect, guard: Guard) {
  const db = new Handle({ dialect });
  return {
    db,
    transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
      return db.guarded().execute((trx) => guard.inside(() => work(trx)));
    },
  };
}

class Handle extends Kysely<Database> {
  override transaction(): TransactionBuilder<Database> {
    throw new StoreError('outer-handle', STORE_TEXTS.bareTransaction());
  }

  override startTransaction(): ControlledTransactionBuilder<Database> {
    throw new StoreError('outer-handle', STORE_TEXTS.bareTransaction());
  }

  guarded(): TransactionBuilder<Database> {
    return super.transaction();
  }
}
