// Coverage: counted from when boxes were seen, of any day, down to the households, and as a workbook; on both stores.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  COVERAGE_XLSX_PATH,
  type CoverageRow,
  listCoverageHouseholds,
  readCoverage,
  readCoverageTrend,
} from '../../../src/contract/coverage.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Day } from '../../../src/contract/time.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, nobody, openTestServer, type TestServer } from '../../support/server.ts';
import { readXlsx, sheetXml } from '../../support/xlsx.ts';

/** Eight demo homes each: an urban and a rural community. */
const STATION = '370306001001';
const VILLAGE = '370306102215';

describe.each(await storeEngines())('coverage, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let auditor: Caller;
  let homes: RegionCode[];

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    auditor = await server.staff('auditor');
    const rows = await server.store.db
      .selectFrom('region')
      .select('code')
      .where('kind', '=', 'household')
      .orderBy('code')
      .execute();
    homes = rows.map(({ code }) => code);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await server.store.db.deleteFrom('box_activity').execute();
  });

  const of = (community: string) => homes.filter((home) => home.startsWith(community));
  /** The box of a home was seen from one day to another. */
  const seen = async (home: RegionCode, first: string, last: string, ended: string | null = null) => {
    const { id } = await server.store.db
      .selectFrom('box')
      .select('id')
      .where('household', '=', home)
      .executeTakeFirstOrThrow();
    await server.store.db
      .insertInto('box_activity')
      .values({
        box_id: id,
        household: home,
        first_day: first as Day,
        last_day: last as Day,
        ended_day: ended as Day | null,
      })
      .execute();
  };
  const read = async (query: object, caller = auditor) =>
    (await server.send(caller, readCoverage, { query: query as never })).body;
  const rowOf = async (region: string, query: object = {}): Promise<CoverageRow> =>
    (await read({ region, ...query })).total;

  it('is the share of households with a box seen within thirty days, cut to one decimal', async () => {
    for (const home of of(STATION).slice(0, 5)) await seen(home, '2026-11-01', '2026-11-10');
    expect(await rowOf(STATION)).toMatchObject({
      households: 8,
      covered: 5,
      percent: 62.5,
      target: 70,
      communities: 1,
      reached: 0,
    });
    await seen(of(STATION)[5] as RegionCode, '2026-11-23', '2026-11-23');
    expect(await rowOf(STATION)).toMatchObject({ covered: 6, percent: 75, reached: 1 });
  });

  it('has another target in the country', async () => {
    for (const home of of(VILLAGE).slice(0, 5)) await seen(home, '2026-11-01', '2026-11-10');
    expect(await rowOf(VILLAGE)).toMatchObject({ setting: 'rural', percent: 62.5, target: 60, reached: 1 });
  });

  it('adds up to the towns and the district', async () => {
    for (const home of of(STATION)) await seen(home, '2026-11-01', '2026-11-10');
    for (const home of of(VILLAGE).slice(0, 2)) await seen(home, '2026-11-01', '2026-11-10');
    const { asOf, activeDays, total, items } = await read({});
    expect({ asOf, activeDays }).toEqual({ asOf: '2026-11-23', activeDays: 30 });
    expect(total).toMatchObject({
      region: '370306',
      households: 24,
      covered: 10,
      percent: 41.6,
      target: null,
      communities: 3,
      reached: 1,
    });
    expect(items).toHaveLength(10);
    expect(items.reduce((sum: number, row: CoverageRow) => sum + row.covered, 0)).toBe(10);
  });

  it('is known of any day, and with any number of days', async () => {
    await seen(of(STATION)[0] as RegionCode, '2026-09-01', '2026-09-10');
    const covered = async (asOf: string, days = 30) => (await rowOf(STATION, { asOf, days })).covered;
    expect([
      await covered('2026-08-31'),
      await covered('2026-09-01'),
      await covered('2026-10-09'),
      await covered('2026-10-10'),
    ]).toEqual([0, 1, 1, 0]);
    expect([await covered('2026-09-16', 7), await covered('2026-09-17', 7)]).toEqual([1, 0]);
  });

  it('counts a household with two boxes once, and one whose box has left not at all', async () => {
    const [home, other] = of(STATION) as [RegionCode, RegionCode];
    await seen(home, '2026-11-01', '2026-11-20');
    await seen(home, '2026-11-22', '2026-11-23');
    await seen(other, '2026-11-01', '2026-11-20', '2026-11-21');
    expect((await rowOf(STATION)).covered).toBe(1);
    expect((await rowOf(STATION, { asOf: '2026-11-20' })).covered).toBe(2);
  });

  it('counts a household from the day it was entered', async () => {
    const home = of(STATION)[7] as RegionCode;
    const since = (day: string) =>
      server.store.db
        .updateTable('region')
        .set({ since_day: day as Day })
        .where('code', '=', home)
        .execute();
    await since('2026-11-10');
    expect((await rowOf(STATION, { asOf: '2026-11-09' })).households).toBe(7);
    expect((await rowOf(STATION, { asOf: '2026-11-10' })).households).toBe(8);
    await since('2015-01-01');
  });

  it('has no figure where no household is known', async () => {
    expect(await rowOf('370306100')).toMatchObject({ households: 0, percent: null, communities: 0 });
  });

  it('has a course that says of each day what the table says of it', async () => {
    const [a, b, c] = of(STATION) as [RegionCode, RegionCode, RegionCode];
    await seen(a, '2026-08-01', '2026-09-10');
    await seen(a, '2026-10-20', '2026-10-25');
    await seen(b, '2026-09-01', '2026-09-02', '2026-09-05');
    await seen(c, '2026-09-30', '2026-11-01');
    const query = { region: STATION, from: '2026-07-30', to: '2026-11-23', days: 10 };
    const { body } = await server.send(auditor, readCoverageTrend, { query });
    expect(body).toMatchObject({ activeDays: 10, target: 70 });
    expect(body.items).toHaveLength(117);
    for (const { day, households, covered, percent } of body.items.filter((_: unknown, at: number) => at % 4 === 0))
      expect([day, { households, covered, percent }]).toEqual([
        day,
        (({ households, covered, percent }) => ({ households, covered, percent }))(
          await rowOf(STATION, { asOf: day, days: 10 }),
        ),
      ]);
  });

  it('leads from a figure to its households', async () => {
    const [home] = of(STATION) as [RegionCode];
    await seen(home, '2026-11-01', '2026-11-10');
    const list = async (covered?: '0' | '1') =>
      (await server.send(auditor, listCoverageHouseholds, { query: { region: STATION, ...(covered && { covered }) } }))
        .body;
    expect((await list('1')).items).toEqual([
      { household: home, place: '车站社区', name: '1号楼 101', covered: true, lastSeen: '2026-11-10' },
    ]);
    expect((await list('0')).total).toBe(7);
    expect((await list()).total).toBe(8);
  });

  it('refuses days to come, periods that end before they begin or are too long, and what is no region of coverage', async () => {
    const code = async (endpoint: typeof readCoverage | typeof readCoverageTrend, query: object) =>
      (await server.send(auditor, endpoint, { query: query as never })).body.code;
    expect(await code(readCoverage, { asOf: '2026-11-24' })).toBe('day-ahead');
    expect(await code(readCoverageTrend, { from: '2026-11-02', to: '2026-11-01' })).toBe('day-ahead');
    expect(await code(readCoverageTrend, { from: '2025-01-01', to: '2026-11-01' })).toBe('day-ahead');
    expect(await code(readCoverage, { days: 6 })).toBe('bad-input');
    expect(await code(readCoverage, { region: '370306001001001' })).toBe('not-found');
  });

  it('is told to each of their own regions only', async () => {
    const community = await server.staff('chezhan');
    expect((await read({}, community)).total.region).toBe(STATION);
    expect((await read({ region: '370306' }, community)).code).toBe('region-outside');
  });

  describe('as a workbook', () => {
    const download = (caller: Caller, query = '') =>
      server.app.inject({ method: 'GET', url: `${COVERAGE_XLSX_PATH}${query}`, headers: caller.headers });

    it('has a row for each town and community, with figures as figures', async () => {
      for (const home of of(STATION).slice(0, 5)) await seen(home, '2026-11-01', '2026-11-10');
      const answer = await download(auditor, '?asOf=2026-11-20');
      expect(answer.headers['content-disposition']).toContain('coverage-370306-2026-11-20.xlsx');
      const rows = await readXlsx(answer.rawPayload);
      expect(rows).toHaveLength(4 + 1 + 10 + 250);
      expect(rows[0]?.[0]).toContain('截至 2026-11-20');
      expect(rows[1]?.[0]).toContain('最近 30 天');
      expect(rows.find(([region]) => region === STATION)).toMatchObject([
        STATION,
        '丝绸路街道',
        '车站社区',
        '城市',
        8,
        5,
        62.5,
        70,
        '否',
        null,
      ]);
    });

    it('keeps a name that looks like a formula a name', async () => {
      const rename = (name: string) =>
        server.store.db
          .updateTable('region')
          .set({ short_name: name })
          .where('code', '=', STATION as RegionCode)
          .execute();
      for (const name of ['=HYPERLINK("http://x")', '+1', '-1', '@sum', '\tcell']) {
        await rename(name);
        const { rawPayload } = await download(auditor);
        expect((await readXlsx(rawPayload)).find(([region]) => region === STATION)?.[2], name).toBe(name.trim());
        expect(await sheetXml(rawPayload)).not.toMatch(/<f[ >]/);
      }
      await rename('车站社区');
    });

    it('is refused to everyone who may not see coverage', async () => {
      expect((await download(nobody)).statusCode).toBe(401);
      expect((await download(server.box('车站社区'))).statusCode).toBe(401);
      expect((await download(await server.staff('chezhan'), '?region=370306')).json().code).toBe('region-outside');
    });
  });
});
