// The store's contract on both engines.
import { afterAll, beforeAll, describe } from 'vitest';
import { needs } from '../../support/needs.ts';
import { postgres, startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { type Clusters, embeddedClusters, postgresDatabase } from './databases.ts';
import { migrateContract } from './migrate-contract.ts';
import { storeContract } from './store-contract.ts';
import { valuesContract } from './values-contract.ts';

describe('the embedded store', () => {
  let clusters: Clusters;
  beforeAll(async () => {
    clusters = await embeddedClusters();
  });
  afterAll(() => clusters.drop());
  valuesContract(() => clusters.database());
  storeContract(() => clusters.database());
  migrateContract(() => clusters.database());
});

const programs = await needs(postgres);

describe.skipIf(programs === null)('the store on PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    if (programs) server = await startPostgres(programs);
  });
  afterAll(() => server.stop());
  valuesContract(() => postgresDatabase(server));
  storeContract(() => postgresDatabase(server));
  migrateContract(() => postgresDatabase(server));
});
