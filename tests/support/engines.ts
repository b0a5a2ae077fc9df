// The store's two engines, for tests that hold on both: `describe.each(await storeEngines())('... on $kind', ...)`.
import type { Store, StoreKind } from '../../src/server/store/store.ts';
import { needs } from './needs.ts';
import { postgres } from './postgres.ts';
import { openTestStore } from './store.ts';

interface StoreEngine {
  readonly kind: StoreKind;
  open(): Promise<Store>;
}

/** PostgreSQL is left out by name where it is missing; a failure with CI=true. */
export async function storeEngines(): Promise<StoreEngine[]> {
  const programs = await needs(postgres);
  const embedded: StoreEngine = { kind: 'embedded', open: () => openTestStore('embedded') };
  if (!programs) return [embedded];
  return [embedded, { kind: 'postgres', open: () => openTestStore('postgres', programs) }];
}
