import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../../../../src/contract/audit.ts';
import {
  addWords,
  createDeputy,
  endDeputy,
  listColleagues,
  listDeputies,
  listRules,
  listWords,
  removeWords,
  saveRule,
} from '../../../../src/contract/reviews.ts';
import { storeEngines } from '../../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../../support/server.ts';

const STATION = '370306001001';
const TOWN = '370306001';
const ELSEWHERE = '370306102';

describe.each(await storeEngines())('the settings of reviews, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let district: Caller;
  let town: Caller;
  let clerk: Caller;
  let auditor: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    district = await server.staff('district');
    town = await server.staff('sichoulu');
    clerk = await server.staff('chezhan');
    auditor = await server.staff('auditor');
  });
  afterAll(() => server.stop());

  const rule = async (caller: Caller, region: string, category: string, step: string) =>
    (await server.send(caller, listRules, { query: { region } })).body.items.find(
      (each: { category: string; step: string }) => each.category === category && each.step === step,
    );
  const save = (caller: Caller, change: object) =>
    server.send(caller, saveRule, {
      body: {
        region: STATION,
        category: 'service',
        step: 'first',
        terms: { level: 'community', hours: 24 },
        reason: '由社区初审',
        ...change,
      },
    });
  const audited = async (action: string) =>
    (await server.send(auditor, listAudit, { query: { action } })).body.items as { subject: string; detail: object }[];

  describe('rules', () => {
    it('hold from above until a region has its own, and are on record with before and after', async () => {
      expect(await rule(town, STATION, 'service', 'first')).toMatchObject({ level: 'town', hours: 24, set: null });
      expect((await save(town, {})).body).toMatchObject({
        level: 'community',
        set: { region: STATION, by: '张科长', reason: '由社区初审' },
      });
      expect((await audited('review.rule'))[0]).toMatchObject({
        subject: `${STATION}/service/first`,
        detail: {
          before: { level: 'town', hours: 24 },
          after: { level: 'community', hours: 24 },
          reason: '由社区初审',
        },
      });
      expect((await save(town, { terms: null })).body).toMatchObject({ level: 'town', set: null });
    });

    it.each([
      ['another step than the first', { step: 'second' }],
      ['a category of higher risk', { category: 'outage' }],
    ])('hand down nothing of %s, not even by the district', async (_, change) => {
      expect(await save(district, change)).toMatchObject({ status: 422, body: { code: 'rule-refused' } });
    });

    it('of a town hand the first step down and change nothing else', async () => {
      const slow = { terms: { level: 'community', hours: 240 } };
      const higher = { terms: { level: 'district', hours: 24 } };
      for (const change of [slow, higher, { step: 'sign-off', terms: { level: 'town', hours: 24 } }])
        expect(await save(town, change)).toMatchObject({ status: 422, body: { code: 'rule-refused' } });
      expect(await rule(town, STATION, 'service', 'first')).toMatchObject({ level: 'town', set: null });
    });

    it('of the district are not undone by a town', async () => {
      await save(district, { region: TOWN, terms: { level: 'district', hours: 8 }, category: 'general' });
      for (const change of [{}, { region: TOWN, terms: null }, { terms: { level: 'town', hours: 8 } }])
        expect(await save(town, { category: 'general', ...change })).toMatchObject({ status: 422 });
      expect(await rule(town, STATION, 'general', 'first')).toMatchObject({ level: 'district', hours: 8 });
    });

    it('are none of a community, of another town, of an auditor', async () => {
      expect(await save(clerk, {})).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await save(auditor, {})).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await save(town, { region: ELSEWHERE })).toMatchObject({ status: 403, body: { code: 'region-outside' } });
      expect(await save(district, { region: '370306999' })).toMatchObject({ status: 404 });
    });
  });

  describe('words', () => {
    const add = (words: object[], caller = district) =>
      server.send(caller, addWords, { body: { words, reason: '试一试' } });

    it('stand once in whatever way they are written, and are taken off again', async () => {
      await add([{ word: '加QQ群', level: 'warn', note: '' }]);
      const again = { word: '加ＱＱ 群', level: 'stop', note: '不带外链' };
      expect((await add([again])).body.items).toEqual([again]);
      const off = await server.send(district, removeWords, { body: { words: ['加qq群'], reason: '误报' } });
      expect(off.body.items).toEqual([]);
      expect(await audited('review.words-remove')).toHaveLength(1);
    });

    it('are the last of a list that says one twice', async () => {
      const twice = ['warn', 'stop'].map((level) => ({ word: '甲乙', level, note: '' }));
      expect((await add(twice)).body.items).toMatchObject([{ word: '甲乙', level: 'stop' }]);
    });

    it('without a letter are refused, at their place', async () => {
      const answer = await add([
        { word: '好', level: 'warn', note: '' },
        { word: '！！', level: 'warn', note: '' },
      ]);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'words.1.word' }] } });
    });

    it("are the district's alone", async () => {
      expect(await server.send(town, listWords)).toMatchObject({ status: 403, body: { code: 'region-outside' } });
      expect(await add([{ word: '好', level: 'warn', note: '' }], town)).toMatchObject({ status: 403 });
    });
  });

  describe('deputies', () => {
    const people = async (caller: Caller) =>
      (await server.send(caller, listColleagues)).body.items as {
        id: string;
        name: string;
        mayBeStoodInFor: boolean;
      }[];
    const idOf = async (name: string) => (await people(district)).find((each) => each.name === name)?.id ?? '';
    const day = (after: number) => new Date(server.now() + after * 86_400_000).toISOString().slice(0, 10);
    const name = async (caller: Caller, absent: string, deputy: string, change = {}) =>
      server.send(caller, createDeputy, {
        body: {
          for: await idOf(absent),
          by: await idOf(deputy),
          from: day(0),
          to: day(3),
          reason: '外出学习',
          ...change,
        },
      });

    it('are named by the one who is away, and ended before their time', async () => {
      const made = await name(town, '张科长', '李书记');
      expect(made).toMatchObject({
        status: 201,
        body: { for: { name: '张科长' }, by: { name: '李书记' }, endedAt: null },
      });
      for (const caller of [town, clerk, district])
        expect((await server.send(caller, listDeputies)).body.items).toMatchObject([{ id: made.body.id }]);
      const ended = await server.send(town, endDeputy, { params: { id: made.body.id }, body: { reason: '提前回来' } });
      expect(ended.body.endedAt).toBe(server.instant());
      expect(await audited('review.deputy-end')).toHaveLength(1);
    });

    it('are named by whoever manages the reviews of all regions of the one who is away', async () => {
      expect(await name(town, '李书记', '赵委员')).toMatchObject({ status: 201 });
      expect(await name(town, '孙镇长', '王主任')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await name(town, '周主任', '张科长')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await name(clerk, '张科长', '赵委员')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it.each([
      ['of another town', '张科长', '孙镇长', {}],
      ['the same person', '张科长', '张科长', {}],
      ['from yesterday', '张科长', '李书记', { from: '2026-11-22' }],
      ['for half a year', '张科长', '李书记', { to: '2027-05-01' }],
    ])('are not %s', async (_, absent, deputy, change) => {
      expect(await name(district, absent, deputy, change)).toMatchObject({
        status: 422,
        body: { code: 'deputy-unfit' },
      });
    });

    it('are chosen among those who work in the same place', async () => {
      const names = (await people(clerk)).map((each) => each.name);
      expect(names).toContain('张科长');
      expect(names).not.toContain('孙镇长');
      expect(names).not.toContain('审计员');
      expect((await people(clerk)).filter((each) => each.mayBeStoodInFor).map((each) => each.name)).toEqual(['李书记']);
    });
  });
});
