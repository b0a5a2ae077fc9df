import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/contract/feed.ts';
import {
  countWaiting,
  listNotices,
  moveNotice,
  type NoticeInput,
  readNotice,
  updateNotice,
} from '../../../src/contract/notices.ts';
import { addWords, createDeputy, listColleagues, saveRule } from '../../../src/contract/reviews.ts';
import { ANY_TIME } from '../../../src/contract/schedule.ts';
import { hashOf } from '../../../src/server/features/notices/item.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

const HOUR_MS = 3_600_000;

describe.each(await storeEngines())('the review of a notice, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let author: Caller;
  let clerk: Caller;
  let town: Caller;
  let second: Caller;
  let third: Caller;
  let district: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    await signIn();
  });
  afterAll(() => server.stop());

  async function signIn() {
    author = await server.staff('chezhan');
    clerk = await server.staff('chezhan2');
    town = await server.staff('sichoulu');
    second = await server.staff('fushen');
    third = await server.staff('qianfa');
    district = await server.staff('district');
  }
  type Sent = { id: string; revision: number };
  const move = (caller: Caller, notice: Sent, name: string, reason?: string) =>
    server.send(caller, moveNotice, {
      params: { id: notice.id },
      body: { move: name, revision: notice.revision, ...(reason && { reason }) },
    });
  const look = async (caller: Caller, { id }: Sent) => (await server.send(caller, readNotice, { params: { id } })).body;
  const edit = (caller: Caller, notice: Sent, change = {}) =>
    server.send(caller, updateNotice, {
      params: { id: notice.id },
      body: { ...server.draft(change), revision: notice.revision },
    });
  const submitted = (change = {}) => server.notice(author, server.draft(change), [author, 'submit']);
  const colleague = async (name: string) =>
    (await server.send(district, listColleagues)).body.items.find((each: { name: string }) => each.name === name);
  const onScreen = async () =>
    (await server.send(server.box('车站社区'), readFeed)).body.entries.map(
      (each: { item: { id: string } }) => each.item.id,
    );

  it('is taken by nobody twice', async () => {
    const notice = await submitted();
    await server.moved(notice, [town, 'review-first']);
    expect(await move(town, notice, 'review-second')).toMatchObject({ status: 409, body: { code: 'reviewer-twice' } });
    await server.moved(notice, [second, 'review-second']);
    for (const caller of [town, second])
      expect(await move(caller, notice, 'sign-off')).toMatchObject({ status: 409, body: { code: 'reviewer-twice' } });
    expect((await look(town, notice)).moves).toEqual(['edit', 'return']);
    expect(await move(third, notice, 'sign-off')).toMatchObject({ status: 200, body: { state: 'published' } });
  });

  it('is not taken by someone who has changed the text', async () => {
    const draft = await server.notice(author, server.draft());
    const { body } = await edit(town, draft, { title: '镇办改过' });
    const notice = await server.moved(body, [author, 'submit']);
    expect(await move(town, notice, 'review-first')).toMatchObject({
      status: 409,
      body: { code: 'reviewer-is-author' },
    });
  });

  it('starts again after an edit, which says so', async () => {
    const notice = await server.approved(author, server.draft());
    const edited = await edit(author, notice, { title: '改过一个字' });
    expect(edited.body).toMatchObject({ state: 'draft', approvals: [], dueAt: null, revision: 2 });
    const told = edited.body.history.map(({ action }: { action: string }) => action);
    expect(told.slice(-2)).toEqual(['edit', 'void']);
    expect(await move(third, edited.body, 'sign-off')).toMatchObject({ status: 409 });
    const again = await server.moved(edited.body, [author, 'submit'], [town, 'review-first']);
    expect(again.approvals).toMatchObject([{ step: 'first', holds: true }]);
  });

  it.each([
    ['its title', sql`title = '改成别的'`],
    ['its text', sql`blocks = '[{"type":"paragraph","text":"改成别的"}]'`],
    ['its end', sql`valid_to = '2030-01-01T00:00:00Z'`],
  ])('does not reach the screens when %s was altered behind the API', async (_, change) => {
    const notice = await server.approved(author, server.draft());
    await sql`update notice set ${change} where id = ${notice.id}`.execute(server.store.db);
    const answer = await move(third, notice, 'sign-off');
    expect(answer).toMatchObject({ status: 409, body: { code: 'approval-void' } });
    expect(answer.body.detail).toContain('作废');
    const seen = await look(third, notice);
    expect(seen.approvals).toMatchObject([{ holds: false }, { holds: false }]);
    expect(seen.moves).toEqual(['edit', 'return']);
    expect(await onScreen()).not.toContain(notice.id);
    expect(await move(third, notice, 'return', '请核对')).toMatchObject({ body: { state: 'draft', approvals: [] } });
  });

  it('does not reach the screens when its regions or its state were altered behind the API', async () => {
    const wider = await server.approved(author, server.draft());
    await sql`insert into notice_region values (${wider.id}, '370306002')`.execute(server.store.db);
    expect(await move(third, wider, 'sign-off')).toMatchObject({ status: 409, body: { code: 'approval-void' } });
    const skipped = await submitted();
    await sql`update notice set state = 'approved' where id = ${skipped.id}`.execute(server.store.db);
    expect(await move(third, skipped, 'sign-off')).toMatchObject({ status: 409, body: { code: 'approval-void' } });
    for (const notice of [wider, skipped]) await server.moved(notice, [third, 'return']);
  });

  it('is of all that an author fills in: each field that changes makes it another content', async () => {
    const fields: { [Field in keyof NoticeInput]: unknown } = {
      title: '另一个标题',
      source: '另一个单位',
      category: 'service',
      text: '另一段正文。',
      regions: ['370306001'],
      pinned: true,
      validFrom: server.instant(HOUR_MS),
      validTo: server.instant(30 * 24 * HOUR_MS),
      schedule: { ...ANY_TIME, dayparts: [{ from: 480, to: 600 }] },
      placements: ['card'],
      weight: 2,
    };
    const hashAfter = async (change: object) => {
      const { id } = await server.notice(town, server.draft(change));
      const row = await server.store.db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const regions = await server.store.db
        .selectFrom('notice_region')
        .selectAll()
        .where('notice_id', '=', id)
        .orderBy('region_code')
        .execute();
      return hashOf(
        row,
        regions.map((each) => each.region_code),
      );
    };
    const plain = await hashAfter({});
    expect(await hashAfter({})).toBe(plain);
    for (const [field, value] of Object.entries(fields))
      expect([field, await hashAfter({ [field]: value })]).not.toEqual([field, plain]);
  });

  it('is not started with a word the district stops, and tells the line', async () => {
    const words = [
      { word: '赌博', level: 'stop', note: '违法' },
      { word: '最低价', level: 'warn', note: '' },
    ];
    expect(await server.send(district, addWords, { body: { words, reason: '试一试' } })).toMatchObject({ status: 200 });
    const draft = await server.notice(author, server.draft({ text: '大家好。\n\n来赌 * 博吧，全城最低价' }));
    expect(await move(author, draft, 'submit')).toMatchObject({
      status: 422,
      body: { code: 'review-stopped', errors: [{ path: 'text', message: '第 3 行：不能出现“赌 * 博”（违法）' }] },
    });
    expect((await look(author, draft)).state).toBe('draft');
  });

  it('shows its reviewers what the machine doubts', async () => {
    const notice = await submitted({ text: '全城最低价，电话 13812345678。' });
    expect((await look(town, notice)).findings).toMatchObject([
      { level: 'warn', code: 'word', line: 1 },
      { level: 'warn', code: 'phone-number', line: 1 },
      { level: 'warn', code: 'open-outage', field: 'validTo' },
    ]);
    const { body } = await edit(author, notice);
    expect(body.findings).toEqual([]);
  });

  it('is begun by the community where that was handed down, and only there', async () => {
    const activity = await submitted({ category: 'activity', text: '周六上午有活动。' });
    expect((await look(clerk, activity)).moves).toContain('review-first');
    expect(await move(clerk, activity, 'review-first')).toMatchObject({ status: 200, body: { state: 'reviewed' } });
    expect(await move(clerk, activity, 'review-second')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const outage = await submitted();
    expect(await move(clerk, outage, 'review-first')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('is taken by a deputy in the place of someone away, on the days named', async () => {
    const [absent, present] = [await colleague('张科长'), await colleague('赵委员')];
    const tomorrow = new Date(server.now() + 24 * HOUR_MS).toISOString().slice(0, 10);
    const body = { for: absent.id, by: present.id, from: tomorrow, to: tomorrow, reason: '外出学习' };
    expect(await server.send(town, createDeputy, { body })).toMatchObject({ status: 201 });
    const notice = await submitted();
    expect(await move(clerk, notice, 'review-first')).toMatchObject({ status: 403 });
    server.pass(24 * HOUR_MS);
    await signIn();
    expect((await move(clerk, notice, 'review-first')).body).toMatchObject({
      state: 'reviewed',
      approvals: [{ step: 'first', by: { name: '赵委员' }, for: { name: '张科长' } }],
    });
    expect(await move(town, notice, 'review-second')).toMatchObject({ status: 409, body: { code: 'reviewer-twice' } });
  });

  it('is late after the hours its rule gives, and listed as such', async () => {
    const rule = { region: '370306001001', category: 'policy', step: 'second', reason: '政策要快' };
    await server.send(district, saveRule, { body: { ...rule, terms: { level: 'town', hours: 2 } } });
    const notice = await submitted({ category: 'policy' });
    expect(Date.parse((await look(town, notice)).dueAt)).toBe(server.now() + 24 * HOUR_MS);
    const { dueAt } = await server.moved(notice, [town, 'review-first']);
    expect(Date.parse(dueAt)).toBe(server.now() + 2 * HOUR_MS);
    const overdue = async (caller: Caller) =>
      (await server.send(caller, listNotices, { query: { waiting: 'overdue' } })).body.items.map(({ id }: Sent) => id);
    expect(await overdue(town)).not.toContain(notice.id);
    const before = (await server.send(second, countWaiting)).body;
    server.pass(2 * HOUR_MS + 1);
    await signIn();
    expect(await overdue(town)).toContain(notice.id);
    const after = (await server.send(second, countWaiting)).body;
    expect(after.mineOverdue).toBeGreaterThan(before.mineOverdue);
    await server.moved(notice, [second, 'review-second'], [third, 'sign-off']);
    expect(await overdue(town)).not.toContain(notice.id);
  });

  it('is listed for those who may take the next step, and counted alike', async () => {
    const notice = await submitted({ category: 'safety' });
    const mine = async (caller: Caller) =>
      (await server.send(caller, listNotices, { query: { waiting: 'mine', pageSize: 100 } })).body;
    const ids = async (caller: Caller) => (await mine(caller)).items.map(({ id }: Sent) => id);
    expect(await ids(town)).toContain(notice.id);
    expect(await ids(author)).not.toContain(notice.id);
    for (const caller of [author, clerk, town, second, district])
      expect((await server.send(caller, countWaiting)).body.mine).toBe((await mine(caller)).total);
    for (const { id, revision } of (await mine(town)).items)
      expect((await look(town, { id, revision })).moves.some((each: string) => /^(review-|sign-)/.test(each))).toBe(
        true,
      );
    await server.moved(notice, [town, 'review-first']);
    expect(await ids(town)).not.toContain(notice.id);
    expect(await ids(second)).toContain(notice.id);
  });
});
