// What requests go by: categories on the boxes, who gets what, ready words of each office, the district's working days.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../../src/contract/audit.ts';
import { CarriedCategory } from '../../../../src/contract/box-requests.ts';
import { PART_PATH, readManifest } from '../../../../src/contract/catalogue.ts';
import type { Endpoint } from '../../../../src/contract/endpoint.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';
import {
  listCategories,
  listRouting,
  readAnswerTemplates,
  saveAnswerTemplates,
  saveCategory,
  saveRouting,
} from '../../../../src/contract/request-settings.ts';
import { CategoryCode, type Handler } from '../../../../src/contract/requests.ts';
import { readWorkingDays, saveWorkingDays } from '../../../../src/contract/working-days.ts';
import { createRequestRouting } from '../../../../src/server/features/requests/routing.ts';
import { systemRuntime } from '../../../../src/server/runtime.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../../support/server.ts';

const DISTRICT = '370306';
const TOWN = '370306001';
const COMMUNITY = '370306001001';
const category = {
  ...{ code: 'swing', name: '秋千', group: 'repair', icon: 'tool', timeClass: 'ordinary', privacy: 'open' },
  ...{ where: ['public'], asksWhen: false, order: 500, active: true },
  fields: [{ code: 'what', label: '怎么了？', kind: 'choice', required: true, options: [{ key: 'a', name: '坏了' }] }],
};
const housing = { kind: 'department', department: 'housing' };
const change = (day: string, working: boolean) => ({ day, working, name: '元旦' });

describe.each(await storeEngines())('what requests go by, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let district: Caller;
  let community: Caller;
  let department: Caller;
  let auditor: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    [district, community, department, auditor] = [
      await server.staff('district'),
      await server.staff('chezhan'),
      await server.staff('gongan'),
      await server.staff('auditor'),
    ];
  });
  afterAll(() => server.stop());

  /** What is on record of a subject, the newest first. */
  async function recorded(subject: string) {
    const { items } = (await server.send(auditor, listAudit, { query: { pageSize: 30 } })).body;
    return items
      .filter((each: { subject: string }) => each.subject === subject)
      .map(({ action, region, detail }: Record<string, unknown>) => ({ action, region, detail }));
  }

  describe('categories', () => {
    const save = (change: object, revision: number, caller = district) => {
      const saved = { ...category, ...change };
      return server.send(caller, saveCategory, { params: { code: saved.code }, body: { category: saved, revision } });
    };
    /** What a box asks for. */
    async function carried() {
      const { parts } = (await server.send(server.box('李家疃村'), readManifest)).body;
      const { hash } = parts.find(({ name }: { name: string }) => name === 'requests');
      return CarriedCategory.array().parse((await server.app.inject({ url: PART_PATH.replace(':hash', hash) })).json());
    }
    const codes = async () => (await carried()).map(({ code }) => code as string);

    it('are carried by every box in their order, and one that is new without any code', async () => {
      const shipped = await codes();
      expect(shipped.slice(0, 3)).toEqual(['water', 'power', 'heating']);
      expect(await save({}, 0)).toMatchObject({ status: 200, body: { code: 'swing', revision: 1 } });
      expect(await codes()).toEqual([...shipped, 'swing']);
      await save({ order: 1, name: '旧秋千' }, 1);
      // Beside the one that was first; then by their codes.
      expect((await codes()).slice(0, 2)).toEqual(['swing', 'water']);
      expect(await carried()).toContainEqual(expect.objectContaining({ name: '旧秋千', fields: category.fields }));
    });

    it('are not carried, but listed, while they are switched off', async () => {
      expect(await save({ active: false }, 2)).toMatchObject({ body: { revision: 3, active: false } });
      expect(await codes()).not.toContain('swing');
      const { items } = (await server.send(community, listCategories)).body;
      expect(items).toContainEqual(expect.objectContaining({ code: 'swing', active: false, revision: 3 }));
    });

    it('are not changed from what is no longer so, nor made twice', async () => {
      for (const revision of [0, 2, 4])
        expect((await save({}, revision)).body).toMatchObject({ code: 'stale-revision' });
      expect((await save({ code: 'never-made' }, 1)).body).toMatchObject({ code: 'stale-revision' });
    });

    it.each([
      ['a home that is told of anonymously', { privacy: 'anonymous', where: ['home', 'public'] }, 'category.where'],
      ['two questions of one code', { fields: [...category.fields, ...category.fields] }, 'category.fields.1.code'],
      ['an icon that the television does not have', { icon: 'paw' }, 'category.icon'],
      ['a name that does not fit its card', { name: '一二三四五六七八九' }, 'category.name'],
      ['a choice without options', { fields: [{ ...category.fields[0], options: [] }] }, 'category.fields.0'],
    ])('are not saved with %s', async (_, change, path) => {
      expect((await save(change, 3)).body).toMatchObject({ code: 'bad-input', errors: [{ path }] });
    });

    it('are not saved under the code of another', async () => {
      const { body } = await server.send(district, saveCategory, {
        params: { code: 'water' },
        body: { category, revision: 1 },
      });
      expect(body).toMatchObject({ code: 'bad-input', errors: [{ path: 'category.code' }] });
    });

    it('are on record: made, changed', async () => {
      expect((await recorded('swing')).map(({ action }: { action: string }) => action)).toEqual([
        'request-category.edit',
        'request-category.edit',
        'request-category.create',
      ]);
    });
  });

  describe('routing', () => {
    const save = (region: string, to: object | null, code = 'water', caller = district) =>
      server.send(caller, saveRouting, { params: { category: code, region }, body: { to, reason: '职责调整' } });
    const handlerFor = (region: string, code = 'water'): Promise<Handler | null> =>
      server.store.transaction((trx) =>
        createRequestRouting({ store: server.store, runtime: systemRuntime }).handlerFor(
          trx,
          CategoryCode.parse(code),
          RegionCode.parse(region),
        ),
      );
    const office = (region: string) => ({ kind: 'region', region });
    const REGIONS = [DISTRICT, TOWN, COMMUNITY, '370306001003', '370306102', `${COMMUNITY}0010010101`];

    it('sends by the most particular rule there is, whichever there are', async () => {
      const cells = [DISTRICT, TOWN, COMMUNITY];
      const to = [housing, office(TOWN), office(COMMUNITY)];
      for (let chosen = 0; chosen < 8; chosen += 1) {
        const set = cells.filter((_, index) => (chosen >> index) % 2 === 1);
        for (const [index, cell] of cells.entries())
          await save(cell, set.includes(cell) ? (to[index] ?? null) : null, 'noise');
        for (const region of REGIONS) {
          const [nearest] = set.filter((cell) => region.startsWith(cell)).sort((a, b) => b.length - a.length);
          const own = region === DISTRICT ? null : office(region.slice(0, 12));
          const wanted = nearest ? to[cells.indexOf(nearest)] : own;
          expect([set, region, await handlerFor(region, 'noise')]).toEqual([set, region, wanted]);
        }
      }
    });

    it("is told with the names of all, the district's rule first; null takes a rule out", async () => {
      await save(COMMUNITY, office(TOWN));
      const ofWater = ({ body }: { body: { items: { category: string }[] } }) =>
        body.items.filter((each) => each.category === 'water');
      expect(ofWater(await server.send(community, listRouting))).toEqual([
        {
          category: 'water',
          region: DISTRICT,
          to: { handler: { kind: 'department', department: 'water' }, name: '供水' },
        },
        { category: 'water', region: COMMUNITY, to: { handler: office(TOWN), name: '丝绸路街道' } },
      ]);
      expect(ofWater(await save(COMMUNITY, null))).toMatchObject([{ region: DISTRICT }]);
      expect(await handlerFor(COMMUNITY)).toEqual({ kind: 'department', department: 'water' });
    });

    it.each([
      ['a region that there is not', '370306001999', housing, 'region'],
      ['an office that there is not', COMMUNITY, office('370306001999'), 'to.region'],
      ['an office of another place', TOWN, office('370306102'), 'to.region'],
      ['an office of a part of the place', TOWN, office(COMMUNITY), 'to.region'],
      ['the whole district, where nobody handles anything', DISTRICT, office(DISTRICT), 'to.region'],
    ])('is not set for %s', async (_, region, to, path) => {
      expect((await save(region, to)).body).toMatchObject({ code: 'bad-input', errors: [{ path }] });
    });

    it('is not set for a category that there is not', async () => {
      expect((await save(DISTRICT, housing, 'unheard-of')).body).toMatchObject({ code: 'not-found' });
    });

    it('is on record with its reason', async () => {
      await save(TOWN, { kind: 'operator' }, 'road');
      await save(TOWN, null, 'road');
      expect(await recorded('road')).toEqual([
        { action: 'request-routing.remove', region: TOWN, detail: { reason: '职责调整' } },
        { action: 'request-routing.save', region: TOWN, detail: { handler: '有线电视', reason: '职责调整' } },
      ]);
    });
  });

  describe('ready words for answers', () => {
    const items = [{ name: '已修好', text: '您反映的问题已经处理好。' }];
    const save = (caller: Caller, given: object[]) =>
      server.send(caller, saveAnswerTemplates, { body: { items: given } });
    const read = async (caller: Caller) => (await server.send(caller, readAnswerTemplates)).body;

    it("are one office's: its people share them, nobody else has them", async () => {
      expect((await save(community, items)).body).toEqual({ items });
      expect(await read(await server.staff('chezhan2'))).toEqual({ items });
      for (const caller of [district, department, await server.staff('sichoulu')])
        expect(await read(caller)).toEqual({ items: [] });
      expect(await recorded(`region:${COMMUNITY}`)).toMatchObject([
        { action: 'request-template.save', region: COMMUNITY },
      ]);
    });

    it('are replaced as a whole, by a department and a dispatcher too', async () => {
      for (const caller of [department, district, community]) {
        await save(caller, items);
        expect((await save(caller, [])).body).toEqual({ items: [] });
        expect(await read(caller)).toEqual({ items: [] });
      }
    });

    it('have a name each', async () => {
      expect((await save(community, [...items, ...items])).body).toMatchObject({
        code: 'bad-input',
        errors: [{ path: 'items.1.name' }],
      });
    });
  });

  describe('working days', () => {
    const read = async (year: number, caller = community) =>
      (await server.send(caller, readWorkingDays, { params: { year: String(year) } })).body;
    const save = (year: number, changes: object[], revision: number, caller = district) =>
      server.send(caller, saveWorkingDays, { params: { year: String(year) }, body: { changes, revision } });

    it('of a known year come with the system; of one that is not nothing is said', async () => {
      expect(await read(2026)).toMatchObject({ loaded: true, revision: 1 });
      expect((await read(2026)).changes).toContainEqual({ day: '2026-10-01', working: false, name: '国庆节' });
      expect(await read(2031)).toEqual({ year: 2031, loaded: false, changes: [], revision: 0 });
    });

    it('are entered and corrected, each time from what stands there', async () => {
      const holiday = change('2031-01-01', false);
      const madeUp = change('2031-01-04', true);
      expect((await save(2031, [madeUp, holiday], 0)).body).toEqual({
        ...{ year: 2031, loaded: true, revision: 1 },
        changes: [holiday, madeUp],
      });
      expect((await save(2031, [], 0)).body).toMatchObject({ code: 'stale-revision' });
      expect((await save(2031, [], 1)).body).toMatchObject({ loaded: true, changes: [], revision: 2 });
      expect((await save(2031, [holiday], 1)).body).toMatchObject({ code: 'stale-revision' });
      expect(await read(2031)).toEqual({ year: 2031, loaded: true, changes: [], revision: 2 });
      expect(await recorded('2031')).toEqual([
        { action: 'working-days.save', region: DISTRICT, detail: { count: 0 } },
        { action: 'working-days.save', region: DISTRICT, detail: { count: 2 } },
      ]);
    });

    it('are of their own year, and not as their weekday says', async () => {
      const { body } = await save(2032, [change('2031-01-01', false), change('2032-01-03', false)], 0);
      expect(body).toMatchObject({
        code: 'bad-input',
        errors: [{ path: 'changes.0.day' }, { path: 'changes.1.day' }],
      });
      expect(await read(2032)).toMatchObject({ loaded: false });
    });
  });

  describe('access', () => {
    const READS = [listCategories, listRouting, readWorkingDays];
    const SAVES = [saveCategory, saveRouting, saveWorkingDays];
    const ask = (endpoint: Endpoint, caller: Caller) => {
      const { example } = endpoint;
      return server.send(caller, endpoint, {
        ...(example.params ? { params: example.params as Record<string, string> } : {}),
        ...(example.body ? { body: example.body } : {}),
      });
    };

    it('whoever reads requests reads what they go by', async () => {
      for (const endpoint of READS)
        for (const caller of [district, community, department, auditor, await server.staff('operator')])
          expect([endpoint.path, (await ask(endpoint, caller)).status]).toEqual([endpoint.path, 200]);
    });

    it("only the district's office changes it", async () => {
      for (const endpoint of SAVES)
        for (const caller of [community, department, auditor, await server.staff('sichoulu')])
          expect((await ask(endpoint, caller)).body).toMatchObject({ code: 'forbidden' });
    });

    it('whoever neither handles nor sends on has no words for answers', async () => {
      for (const endpoint of [readAnswerTemplates, saveAnswerTemplates])
        expect((await ask(endpoint, auditor)).body).toMatchObject({ code: 'forbidden' });
    });
  });
});
