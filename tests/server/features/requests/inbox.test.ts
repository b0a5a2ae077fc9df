// The inbox: what stands in which box, page by page, and the same rows as a sheet; against a slow reckoning of each case.
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';
import { BOXES_OF_REQUESTS, listRequests, RequestQuery } from '../../../../src/contract/request-calls.ts';
import { type Actor, can } from '../../../../src/domain/access/can.ts';
import { hasLastWord, mayHandle } from '../../../../src/domain/requests/decide.ts';
import { createRequestExport } from '../../../../src/server/features/requests/export.ts';
import { createInbox } from '../../../../src/server/features/requests/inbox.ts';
import { systemRuntime } from '../../../../src/server/runtime.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { storeEngines } from '../../../support/engines.ts';
import { fillSmallDistrict, isSeen, type Known, NOW_MS, WORLD } from './small-district.ts';

const runtime = { ...systemRuntime, clock: () => NOW_MS };
const person = (grant: { role: string; region: string; department?: string }): Actor => ({
  id: WORLD.staff,
  name: '李四',
  grants: [{ ...grant, region: RegionCode.parse(grant.region) } as Actor['grants'][number]],
});
const ACTORS: Readonly<Record<string, Actor>> = {
  district: person({ role: 'district', region: '370306' }),
  town: person({ role: 'town', region: '370306001' }),
  community: person({ role: 'community', region: '370306001001' }),
  ...Object.fromEntries(
    DEPARTMENTS.map((department) => [department, person({ role: 'department', region: '370306', department })]),
  ),
  operator: person({ role: 'operator', region: '370306' }),
  auditor: person({ role: 'auditor', region: '370306' }),
};
const OVER = ['answered', 'closed', 'merged', 'withdrawn'];

function stands(who: Actor, { row, enteredBy, case: now }: Known, box: (typeof BOXES_OF_REQUESTS)[number]): boolean {
  const isTheirs = now.handler !== null && mayHandle(who, now.handler);
  const isJoint = now.joint.some((each) => mayHandle(who, each));
  const isDispatched = can(who, 'request.assign', row.region_code);
  switch (box) {
    case 'todo':
      if (OVER.includes(now.state)) return false;
      return isTheirs || isJoint || (isDispatched && (now.state === 'received' || now.extensionAsked !== null));
    case 'done':
      return OVER.includes(now.state) && (isTheirs || isDispatched);
    case 'mine':
      return enteredBy === who.id;
    case 'call-back':
      return now.state === 'answered' && isDispatched && !hasLastWord(now);
    case 'all':
      return true;
  }
}

describe.each(await storeEngines())('the inbox of requests, on $kind', ({ open }) => {
  let store: Store;
  let known: Known[] = [];
  beforeAll(async () => {
    store = await open();
    known = await fillSmallDistrict(store, 600);
  });
  afterAll(() => store.close());

  const list = (who: Actor, query: object) =>
    createInbox({ store, runtime }).list(who, listRequests.query.parse(query));
  async function all(who: Actor, query: object) {
    const first = await list(who, { ...query, page: 1, pageSize: 100 });
    const items = [...first.items];
    for (let page = 2; items.length < first.total; page += 1)
      items.push(...(await list(who, { ...query, page, pageSize: 100 })).items);
    return items;
  }
  async function sheet(who: Actor, query: object): Promise<string[][]> {
    let text = '';
    for await (const piece of await createRequestExport({ store, runtime })(who, RequestQuery.parse(query)))
      text += piece;
    expect(text.startsWith('\ufeff')).toBe(true);
    return parse(text.slice(1), { record_delimiter: '\r\n' });
  }

  it.each(BOXES_OF_REQUESTS)('has just what belongs in "%s", whoever looks', async (inbox) => {
    let most = 0;
    for (const [name, who] of Object.entries(ACTORS)) {
      const wanted = known.filter((each) => (inbox === 'mine' || isSeen(who, each)) && stands(who, each, inbox));
      const found = (await all(who, { inbox })).map(({ id }) => id);
      expect([name, [...found].sort()]).toEqual([name, wanted.map(({ row }) => row.id).sort()]);
      most = Math.max(most, wanted.length);
    }
    expect(most).toBeGreaterThan(5);
  });

  it('shows first what is due first, and else the newest', async () => {
    const due = (await all(ACTORS.district as Actor, { inbox: 'todo' })).map(({ dueAt }) => dueAt ?? '9999');
    expect(due).toEqual([...due].sort());
    const asked = (await all(ACTORS.district as Actor, { inbox: 'all' })).map(({ askedAt }) => askedAt);
    expect(asked).toEqual([...asked].sort().reverse());
  });

  it('lists what is to be circulated: all that is under 督办', async () => {
    const { row } = known[3] as Known;
    await store.db.updateTable('request').set({ supervised: true }).where('id', '=', row.id).execute();
    const listed = await all(ACTORS.district as Actor, { inbox: 'all', supervised: '1' });
    expect(listed.map(({ id }) => id)).toEqual([known[3]?.row.id]);
  });

  it('finds by a number or its beginning, and nothing by words', async () => {
    const number = known[7]?.row.number ?? '';
    const numbers = async (text: string) =>
      (await all(ACTORS.district as Actor, { inbox: 'all', text })).map((each) => each.number);
    expect(await numbers(number)).toEqual([number]);
    const begun = known.filter(({ row }) => row.number.startsWith(number.slice(0, 6))).map(({ row }) => row.number);
    expect((await numbers(number.slice(0, 6))).sort()).toEqual(begun.sort());
    expect(await numbers("' or true --")).toEqual([]);
  });

  it('is handed out as a sheet: the same rows, doors masked, nothing a formula, and on record', async () => {
    const { row } = known.find((each) => each.row.where_kind === 'public') as Known;
    await store.db.updateTable('request').set({ place: '"北门",\n坑' }).where('id', '=', row.id).execute();
    const name = sql<string>`jsonb_set(content, '{name}', '"=1+1"')`;
    await store.db.updateTable('request_category').set({ content: name }).where('code', '=', row.category).execute();
    const listed = await all(ACTORS.district as Actor, { inbox: 'all' });
    const [head, ...lines] = await sheet(ACTORS.district as Actor, { inbox: 'all' });
    expect(head?.slice(0, 5)).toEqual(['编号', '类别', '时限类别', '进度', '地点']);
    expect(lines.map(([number]) => number)).toEqual(listed.map(({ number }) => number));
    expect(lines.map((cells) => cells[4])).toEqual(listed.map(({ place }) => place));
    const names = listed.map(({ categoryName }) => (categoryName === '=1+1' ? "'=1+1" : categoryName));
    expect(names).toContain("'=1+1");
    expect(lines.map((cells) => cells[1])).toEqual(names);
    const home = listed.find(({ id }) => known.some((each) => each.row.id === id && each.row.where_kind === 'home'));
    expect(home?.place).toMatch(/\*{2,}$/);
    const { detail } = await store.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'request.export')
      .executeTakeFirstOrThrow();
    expect(detail).toEqual({ filter: { inbox: 'all' } });
  });
});
