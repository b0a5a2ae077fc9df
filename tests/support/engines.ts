// The store's two engines, for tests that hold on both: `describe.each(await storeEngines())('... on $kind', ...)`.
import type { Store, StoreKind } from '../../src/server/store/store.ts';
import { openDemoStore } from './demo-store.ts';
import { needs } from './needs.ts';
import { postgres } from './postgres.ts';
import { openTestStore } from './store.ts';

interface StoreEngine {
  readonly kind: StoreKind;
  /** Migrated, no rows. */
  open(): Promise<Store>;
  /** As a test server leaves it after its first start, for another to start on. */
  openDemo(): Promise<Store>;
}

/** PostgreSQL is left out by name where it is missing; a failure with CI=true. */
export async function storeEngines(): Promise<StoreEngine[]> {
  const programs = await needs(postgres);
  const embedded: StoreEngine = {
    kind: 'embedded',
    open: () => openTestStore('embedded'),
    openDemo: () => openDemoStore(),
  };
  if (!programs) return [embedded];
  const server: StoreEngine = {
    kind: 'postgres',
    open: () => openTestStore('postgres', programs),
    openDemo: () => openDemoStore(programs),
  };
  return [embedded, server];
}
