import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelAlert,
  listAlerts,
  moveAlert,
  prepareAlert,
  readAlert,
  readAlertDelivery,
  reviewAlert,
  updateAlert,
} from '../../../src/contract/alert-calls.ts';
import {
  createAlertTemplate,
  listAlertTemplates,
  moveAlertTemplate,
  updateAlertTemplate,
} from '../../../src/contract/alert-templates.ts';
import { readFeed, sendReceipts } from '../../../src/contract/feed.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const HOUR_MS = 3_600_000;
const fog = {
  name: '大雾',
  severity: 'yellow',
  event: '大雾',
  title: '大雾黄色预警：{时间}有大雾',
  text: ['{时间}有大雾。'],
  instructions: [],
  sound: false,
};

describe.each(await storeEngines())('an alert, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let first: Caller;
  let second: Caller;
  let town: Caller;
  let community: Caller;
  let far: Caller;
  let rain: { id: string; version: number };

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    first = await server.staff('district');
    second = await server.staff('review');
    town = await server.staff('sichoulu');
    community = await server.staff('chezhan');
    far = await server.staff('wangcun');
    const { body } = await server.send(first, listAlertTemplates);
    rain = body.items.find(({ name }: { name: string }) => name === '暴雨橙色预警');
  });
  afterAll(() => server.stop());

  const input = (change = {}) => ({
    template: rain.id,
    version: rain.version,
    fields: { 时间: '今晚', 范围: '全区', 雨量: '100' },
    source: '周村区气象台',
    authority: '370306',
    regions: ['370306001'],
    validMinutes: 120,
    rehearsal: false,
    ...change,
  });
  const prepared = async (by = first, change = {}) =>
    (await server.send(by, prepareAlert, { body: input(change) })).body;
  const move = (by: Caller, { id }: { id: string }, name: string, revision = 1, reason?: string) =>
    server.send(by, moveAlert, { params: { id }, body: { move: name, revision, ...(reason && { reason }) } });
  const released = async (change = {}) => (await move(second, await prepared(first, change), 'release')).body;
  const cancel = (by: Caller, { id }: { id: string }, revision = 1) =>
    server.send(by, cancelAlert, { params: { id }, body: { revision, reason: '雨停了' } });
  const update = (by: Caller, { id }: { id: string }, change = {}) =>
    server.send(by, updateAlert, {
      params: { id },
      body: {
        revision: 1,
        severity: 'red',
        title: '暴雨红色预警',
        text: ['雨比预计的大。'],
        instructions: ['不要出门'],
        sound: true,
        regions: ['370306001'],
        validMinutes: 240,
        reason: '雨变大了',
        ...change,
      },
    });
  const onScreen = async (box: Caller, id: string) =>
    (await server.send(box, readFeed)).body.entries.find((entry: { item: { id: string } }) => entry.item?.id === id)
      ?.item;
  const remove = (by: Caller, alert: { id: string }) => move(by, alert, 'discard', 1, '写错了');

  it('is filled into its template by one person and put on the screens of its regions by another', async () => {
    const asked = await prepared();
    expect(asked).toMatchObject({ state: 'waiting', pending: 'issue', title: '暴雨橙色预警：今晚有大暴雨' });
    expect(await onScreen(server.box('车站社区'), asked.id)).toBeUndefined();
    const { body } = await move(second, asked, 'release');
    expect(body).toMatchObject({ state: 'standing', pending: null, releasedBy: { name: '刘科长' } });
    expect(await onScreen(server.box('车站社区'), asked.id)).toMatchObject({
      revision: 1,
      standing: true,
      rehearsal: false,
      authority: '370306',
      sentAt: server.instant(),
      validTo: server.instant(2 * HOUR_MS),
      text: ['预计今晚，全区将有大暴雨，雨量 100 毫米。'],
    });
    expect(await onScreen(server.box('李家疃村'), asked.id)).toBeUndefined();
  });

  it('is not released by whoever asked for it, nor by a community, nor twice', async () => {
    const asked = await prepared();
    expect(await move(first, asked, 'release')).toMatchObject({ status: 409, body: { code: 'alert-second-person' } });
    const own = await prepared(community, { authority: '370306001001', regions: ['370306001001'] });
    expect(own.moves).toEqual(['discard']);
    expect(await move(community, own, 'release')).toMatchObject({ status: 403 });
    expect((await move(town, own, 'release')).body).toMatchObject({ state: 'standing' });
    const both = await Promise.all([move(second, asked, 'release'), move(second, asked, 'release')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('speaks only within the region of its office', async () => {
    const outside = await server.send(town, prepareAlert, {
      body: input({ authority: '370306001', regions: ['370306102'] }),
    });
    expect(outside).toMatchObject({ status: 422, body: { code: 'alert-regions' } });
    const above = await server.send(town, prepareAlert, { body: input() });
    expect(above).toMatchObject({ status: 403, body: { code: 'region-outside' } });
    const alert = await released();
    expect(await server.send(far, readAlert, { params: { id: alert.id } })).toMatchObject({ status: 404 });
    expect(await cancel(far, alert)).toMatchObject({ status: 404 });
  });

  it('is not prepared with gaps, for too long, or from a template that is not approved', async () => {
    const refused = async (change: object) => (await server.send(first, prepareAlert, { body: input(change) })).body;
    expect(await refused({ fields: { 时间: '今晚' } })).toMatchObject({
      code: 'alert-gaps',
      errors: [{ path: 'fields.范围' }, { path: 'fields.雨量' }],
    });
    expect(await refused({ validMinutes: 49 * 60 })).toMatchObject({ code: 'alert-validity' });
    expect(await refused({ version: 2 })).toMatchObject({ code: 'alert-template' });
  });

  it('is replaced by an update that a second person releases, wherever it was shown', async () => {
    const alert = await released({ regions: ['370306001001'] });
    expect(await update(first, alert, { regions: ['370306002'] })).toMatchObject({ body: { code: 'alert-regions' } });
    const asked = await update(first, alert);
    expect(asked).toMatchObject({ status: 201, body: { state: 'standing', pending: 'update', revision: 1 } });
    expect(await cancel(first, alert)).toMatchObject({ status: 409, body: { code: 'alert-waiting' } });
    expect(await move(first, alert, 'release', 2)).toMatchObject({ body: { code: 'alert-second-person' } });
    expect((await move(second, alert, 'release', 2)).body).toMatchObject({ revision: 2, severity: 'red' });
    const entries = (await server.send(server.box('车站社区'), readFeed)).body.entries;
    const shown = entries.filter((entry: { item: { id: string } }) => entry.item?.id === alert.id);
    expect(
      shown.map((entry: { region: string; item: { revision: number } }) => [entry.region, entry.item.revision]),
    ).toEqual([
      ['370306001', 2],
      ['370306001001', 2],
    ]);
  });

  it('is cancelled by two people, and a box that comes late sees that it was', async () => {
    const alert = await released();
    expect((await cancel(first, alert)).body).toMatchObject({ state: 'standing', pending: 'cancel' });
    expect(await move(first, alert, 'release', 2)).toMatchObject({ body: { code: 'alert-second-person' } });
    expect((await move(second, alert, 'release', 2)).body).toMatchObject({ state: 'cancelled', moves: [] });
    expect(await onScreen(server.box('车站社区'), alert.id)).toMatchObject({
      revision: 2,
      standing: false,
      text: ['雨停了'],
      validTo: alert.validTo,
    });
  });

  it('keeps its number on the wire growing when what was asked for is discarded', async () => {
    const alert = await released();
    await cancel(first, alert);
    expect((await move(second, alert, 'discard', 2, '还在下')).body).toMatchObject({
      state: 'standing',
      pending: null,
    });
    await cancel(first, alert);
    expect((await move(second, alert, 'release', 3)).body).toMatchObject({ state: 'cancelled' });
    const asked = await prepared();
    expect((await remove(second, asked)).body).toMatchObject({ state: 'discarded', moves: [] });
  });

  it('expires by itself, and then nobody updates or cancels it', async () => {
    const alert = await released({ validMinutes: 5 });
    server.pass(6 * 60_000);
    expect((await server.send(first, readAlert, { params: { id: alert.id } })).body).toMatchObject({
      state: 'expired',
    });
    expect(await cancel(first, alert)).toMatchObject({ status: 409, body: { code: 'move-not-allowed' } });
    expect(await onScreen(server.box('车站社区'), alert.id)).toBeUndefined();
  });

  it('is looked at afterwards by a third person, and is on a list until then', async () => {
    const alert = await released();
    expect(alert.reviewDueAt).toBe(server.instant(24 * HOUR_MS));
    const body = { revision: 1, verdict: 'in-order', note: '按预案发布' };
    const review = (by: Caller) => server.send(by, reviewAlert, { params: { id: alert.id }, body });
    for (const involved of [first, second])
      expect(await review(involved)).toMatchObject({ status: 409, body: { code: 'alert-third-person' } });
    const open = async () =>
      (await server.send(first, listAlerts, { query: { todo: 'review', pageSize: 100 } })).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await open()).toContain(alert.id);
    const own = await released({ authority: '370306', regions: ['370306001'] });
    expect((await review(town)).status).toBe(403);
    const operator = await server.staff('operator');
    expect((await review(operator)).status).toBe(403);
    const [actor] = await server.store.db.selectFrom('staff').select('id').where('account', '=', 'sichoulu').execute();
    await server.store.db
      .insertInto('staff_grant')
      .values({ staff_id: actor?.id ?? own.id, role: 'district', region_code: own.authority.code })
      .execute();
    expect(await review(town)).toMatchObject({ status: 200, body: { reviewDueAt: null } });
    expect(await open()).not.toContain(alert.id);
  });

  it('is listed first while it waits for a second person, then while for a third, the newest first, on any page', async () => {
    const later = async <Made>(made: Promise<Made>) => {
      server.pass(1000);
      return made;
    };
    const updated = await later(released());
    const asked = await later(prepared());
    const shown = await later(released());
    const over = [await later(prepared()), await later(prepared())];
    for (const alert of over) await remove(first, alert);
    const newer = await later(released());
    await update(first, updated);
    const pageOf = async (page: number) =>
      (await server.send(first, listAlerts, { query: { page, pageSize: 2 } })).body as {
        items: { id: string; pending: string | null; reviewDueAt: string | null }[];
        total: number;
      };
    const { total } = await pageOf(1);
    const pages = await Promise.all(Array.from({ length: Math.ceil(total / 2) }, (_, index) => pageOf(index + 1)));
    const all = pages.flatMap(({ items }) => items);
    expect(new Set(all.map(({ id }) => id)).size).toBe(total);
    const waits = all.map(({ pending, reviewDueAt }) => (pending ? 0 : reviewDueAt ? 1 : 2));
    expect(waits).toEqual(waits.toSorted());
    expect(new Set(waits).size).toBe(3);
    const mine = [updated, asked, shown, ...over, newer].map(({ id }) => id);
    expect(all.map(({ id }) => id).filter((id) => mine.includes(id))).toEqual(
      [asked, updated, newer, shown, ...over.toReversed()].map(({ id }) => id),
    );
  });

  it('names, signed with it, the published notices that say it themselves, each in the revision of then', async () => {
    const notice = await server.published(community, server.draft({ title: '暴雨来了怎么办' }));
    const alert = await released({ carriers: [notice.id, notice.id] });
    const carriers = [{ id: notice.id, revision: notice.revision }];
    expect(alert.revisions[0].content.carriers).toEqual(carriers);
    expect(await onScreen(server.box('车站社区'), alert.id)).toMatchObject({ carriers });
    expect((await update(first, alert)).body.revisions[1].content.carriers).toEqual(carriers);
    await move(second, alert, 'discard', 2, '写错了');
    await update(first, alert, { carriers: [] });
    await move(second, alert, 'release', 3);
    expect(await onScreen(server.box('车站社区'), alert.id)).not.toHaveProperty('carriers');
  });

  it('is cancelled on every screen, whatever carried it', async () => {
    const notice = await server.published(community, server.draft());
    const alert = await released({ carriers: [notice.id] });
    await cancel(first, alert);
    await move(second, alert, 'release', 2);
    expect(await onScreen(server.box('车站社区'), alert.id)).not.toHaveProperty('carriers');
  });

  it('names no notice that is not on the screens, or that nobody may see', async () => {
    const shown = await server.published(community, server.draft());
    const withdrawn = await server.moved(shown, [community, 'withdraw']);
    const draft = await server.notice(community, server.draft());
    for (const id of [withdrawn.id, draft.id, '019ab000-0000-7000-8000-00000000dead']) {
      const answer = await server.send(first, prepareAlert, { body: input({ carriers: [id] }) });
      expect(answer).toMatchObject({ status: 422, body: { code: 'alert-carriers', errors: [{ path: 'carriers' }] } });
    }
  });

  it('tells how soon its boxes showed it, and which did not', async () => {
    const alert = await released({ regions: ['370306001001'] });
    const report = (index: number, ms: number) =>
      server.send(server.box('车站社区', index), sendReceipts, {
        body: {
          receipts: ['received', 'rendered'].map((step) => ({
            item: alert.id,
            revision: 1,
            step,
            at: server.instant(ms),
          })),
        },
      });
    server.pass(1000);
    expect((await report(0, -900)).status).toBe(204);
    await report(1, -500);
    await report(2, -5000);
    const { body } = await server.send(community, readAlertDelivery, { params: { id: alert.id } });
    expect(body.total).toMatchObject({ addressed: 8, received: 3, rendered: 3, p50Ms: 100, maxMs: 500 });
    expect(body.regions).toMatchObject([{ region: { code: '370306001001' }, rendered: 3 }]);
    expect(body.laggards.map(({ ms }: { ms: number | null }) => ms)).toEqual([
      null,
      null,
      null,
      null,
      null,
      500,
      100,
      0,
    ]);
  });

  it('comes from a template that another person approved, in the version they saw', async () => {
    const draft = { ...fog, validMinutes: 600, region: '370306' };
    const made = (await server.send(first, createAlertTemplate, { body: draft })).body;
    expect(made).toMatchObject({ version: 1, state: 'draft', fields: ['时间'], moves: ['edit', 'retire'] });
    const decide = (by: Caller, version: number, name: string) =>
      server.send(by, moveAlertTemplate, { params: { id: made.id }, body: { version, move: name } });
    expect(await decide(first, 1, 'approve')).toMatchObject({ body: { code: 'template-approver-is-author' } });
    expect((await decide(second, 1, 'approve')).body).toMatchObject({
      state: 'approved',
      approver: { name: '刘科长' },
    });
    const changed = { ...draft, title: '大雾', version: 1 };
    const next = await server.send(second, updateAlertTemplate, { params: { id: made.id }, body: changed });
    expect(next.body).toMatchObject({ version: 2, state: 'draft' });
    const use = (version: number) =>
      server.send(first, prepareAlert, { body: input({ template: made.id, version, fields: { 时间: '明早' } }) });
    expect([(await use(1)).status, (await use(2)).body.code]).toEqual([201, 'alert-template']);
    await decide(first, 2, 'approve');
    expect([(await use(1)).body.code, (await use(2)).status]).toEqual(['alert-template', 201]);
  });

  it('comes from no template that holds too long, or is for a place that is not there: its field says so', async () => {
    const draft = { ...fog, region: '370306', validMinutes: 600 };
    const made = (await server.send(first, createAlertTemplate, { body: draft })).body;
    for (const [change, code, path] of [
      [{ validMinutes: 72 * 60, severity: 'red' }, 'alert-validity', 'validMinutes'],
      [{ region: '370306999' }, 'alert-regions', 'region'],
    ] as const) {
      const wrong = { ...draft, ...change };
      const { body } = await server.send(first, createAlertTemplate, { body: wrong });
      expect(body).toMatchObject({ code, errors: [{ path, message: expect.stringMatching(/\p{Script=Han}/u) }] });
      const again = { params: { id: made.id }, body: { ...wrong, version: 1 } };
      expect((await server.send(first, updateAlertTemplate, again)).body).toEqual(body);
    }
  });
});
