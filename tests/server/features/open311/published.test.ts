// What anybody may follow, over many cases of every kind: all that is open, nothing else, and of homes no door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenOf } from '../../../../src/server/features/open311/given.ts';
import { createPublished } from '../../../../src/server/features/open311/published.ts';
import type { RequestRow } from '../../../../src/server/features/requests/record.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { storeEngines } from '../../../support/engines.ts';
import { jsonFaults } from '../../../support/open311/schemas.ts';
import { fillSmallDistrict, NOW_MS } from '../requests/small-district.ts';

const DAY_MS = 86_400_000;
type Told = Readonly<Record<string, unknown>>;

describe.each(await storeEngines())('what anybody may follow, on $kind', ({ open }) => {
  let store: Store;
  let rows: RequestRow[];
  beforeAll(async () => {
    store = await open();
    rows = (await fillSmallDistrict(store, 500)).map(({ row }) => row);
    await store.db.updateTable('request').set({ lat: 36.8, lon: 117.87 }).execute();
  });
  afterAll(() => store.close());

  const list = async (query: string): Promise<Told[]> => {
    const published = createPublished({ store, runtime: { clock: () => NOW_MS } });
    return JSON.parse(JSON.stringify(await published.list(givenOf(query))));
  };
  const numbers = (isMeant: (row: RequestRow) => boolean) =>
    rows
      .filter((row) => row.privacy === 'open' && Date.parse(row.asked_at) >= NOW_MS - 90 * DAY_MS && isMeant(row))
      .sort((one, other) => (one.asked_at < other.asked_at ? 1 : -1))
      .map(({ number }) => number);
  const told = (answers: readonly Told[]) => answers.map(({ service_request_id }) => service_request_id);

  it('is every open case of the last 90 days, newest first, and nothing besides', async () => {
    const all = await list('');
    expect(told(all)).toEqual(numbers(() => true));
    expect(all.length).toBeGreaterThan(50);
    expect(jsonFaults('requests', all)).toEqual([]);
    const isClosed = ({ state }: RequestRow) => ['closed', 'merged', 'withdrawn'].includes(state);
    expect(told(await list('status=closed'))).toEqual(numbers(isClosed));
    expect(told(await list('status=open&service_code=lamp'))).toEqual(
      numbers((row) => !isClosed(row) && row.category === 'lamp'),
    );
    const pages = await Promise.all([1, 2, 3].map((page) => list(`page=${page}&page_size=20`)));
    expect(told(pages.flat())).toEqual(numbers(() => true).slice(0, 60));
  });

  it('never says where somebody lives, nor what was said there', async () => {
    const homes = (await list('')).filter(({ service_code }) => service_code === 'pipe');
    expect(homes.length).toBeGreaterThan(10);
    for (const home of homes) {
      expect(home).toMatchObject({
        address: expect.stringMatching(/^\d+社区$/),
        address_id: expect.stringMatching(/^\d{12}$/),
      });
      expect(home).not.toHaveProperty('lat');
      expect(JSON.stringify(home)).not.toMatch(/号楼|路口的灯|已经处理/);
    }
  });
});
