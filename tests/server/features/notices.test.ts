import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../../../src/contract/feed.ts';
import {
  createNotice,
  listNotices,
  moveNotice,
  NOTICE_LIMITS,
  previewNotice,
  readNotice,
  updateNotice,
} from '../../../src/contract/notices.ts';
import { storeEngines } from '../../support/engines.ts';
import { type Caller, openTestServer, type TestServer } from '../../support/server.ts';

describe.each(await storeEngines())('a notice, on $kind', ({ openDemo }) => {
  let server: TestServer;
  let author: Caller;
  let reviewer: Caller;
  let far: Caller;

  beforeAll(async () => {
    server = await openTestServer({ store: await openDemo() });
    author = await server.staff('chezhan');
    reviewer = await server.staff('sichoulu');
    far = await server.staff('lijiatuan');
  });
  afterAll(() => server.stop());

  const move = (caller: Caller, notice: { id: string; revision: number }, name: string, reason?: string) =>
    server.send(caller, moveNotice, {
      params: { id: notice.id },
      body: { move: name, revision: notice.revision, ...(reason && { reason }) },
    });
  const published = (change = {}) => server.published(author, server.draft(change));
  const onScreen = async (box: Caller) =>
    (await server.send(box, readFeed)).body.entries.map((entry: { item: { id: string } }) => entry.item.id);
  const count = async () =>
    (
      await server.store.db
        .selectFrom('notice')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  it('goes from a draft through three other people to the screens of its region, and nowhere else', async () => {
    const notice = await published();
    expect(notice).toMatchObject({ state: 'published', author: { name: '李书记' }, dueAt: null });
    const names = notice.approvals.map((each: { by: { name: string }; holds: boolean }) => [each.by.name, each.holds]);
    expect(names).toEqual([
      ['刘科长', true],
      ['王科长', true],
      ['陈主任', true],
    ]);
    expect(await onScreen(server.box('车站社区'))).toContain(notice.id);
    expect(await onScreen(server.box('李家疃村'))).not.toContain(notice.id);
  });

  it('leaves the screens when it is withdrawn, with the reason on record', async () => {
    const notice = await published();
    expect(await move(author, notice, 'withdraw')).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
    const withdrawn = await move(author, notice, 'withdraw', '时间写错了');
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', moves: [] });
    expect(withdrawn.body.history.at(-1)).toMatchObject({ action: 'withdraw', who: '李书记', reason: '时间写错了' });
    expect(await onScreen(server.box('车站社区'))).not.toContain(notice.id);
  });

  it('is not reviewed by its author, nor by someone without the role', async () => {
    const own = await server.notice(reviewer, server.draft(), [reviewer, 'submit']);
    expect(await move(reviewer, own, 'review-first')).toMatchObject({
      status: 409,
      body: { code: 'reviewer-is-author' },
    });
    const other = await server.notice(author, server.draft(), [author, 'submit']);
    expect(await move(author, other, 'review-first')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('cannot be decided on a revision that was edited since', async () => {
    const draft = await server.notice(author, server.draft());
    const { status, body } = await server.send(author, updateNotice, {
      params: { id: draft.id },
      body: { ...server.draft({ title: '改过' }), revision: 1 },
    });
    expect({ status, revision: body.revision, title: body.title }).toEqual({ status: 200, revision: 2, title: '改过' });
    expect(await move(author, draft, 'submit')).toMatchObject({ status: 409, body: { code: 'stale-revision' } });
  });

  it('is published once by two who press at the same time', async () => {
    const notice = await server.approved(author, server.draft());
    const signer = await server.staff('qianfa');
    const answers = await Promise.all([move(signer, notice, 'sign-off'), move(reviewer, notice, 'sign-off')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const entries = await server.store.db
      .selectFrom('feed_entry')
      .select('seq')
      .where('item_id', '=', notice.id)
      .execute();
    expect(entries).toHaveLength(1);
  });

  it('cannot be edited once it is on the screens, and returns to its author with a reason before', async () => {
    const out = await published();
    const edit = (notice: { id: string; revision: number }) =>
      server.send(author, updateNotice, {
        params: { id: notice.id },
        body: { ...server.draft(), revision: notice.revision },
      });
    expect(await edit(out)).toMatchObject({ status: 409, body: { code: 'move-not-allowed' } });
    const notice = await server.notice(author, server.draft(), [author, 'submit']);
    const returned = await move(reviewer, notice, 'return', '请写清楚哪几栋楼');
    expect(returned.body).toMatchObject({ state: 'draft', approvals: [], dueAt: null });
    expect((await server.send(author, readNotice, { params: { id: notice.id } })).body.moves).toEqual([
      'edit',
      'submit',
    ]);
  });

  it('goes once to places named twice', async () => {
    const notice = await server.notice(reviewer, server.draft({ regions: ['370306001', '370306001001'] as never }));
    expect(notice.regions).toEqual([{ code: '370306001', name: '丝绸路街道' }]);
  });

  it('is listed for those whose regions it concerns, newest first, page by page', async () => {
    server.pass(1000);
    const notice = await published({ title: '查得到的通知' });
    const find = async (caller: Caller) => (await server.send(caller, listNotices, { query: { text: '查得到' } })).body;
    expect((await find(reviewer)).items).toMatchObject([{ id: notice.id }]);
    expect(await find(far)).toMatchObject({ items: [], total: 0 });
    const page = await server.send(author, listNotices, { query: { page: 1, pageSize: 2, state: 'published' } });
    expect(page.body.items).toHaveLength(2);
    expect(page.body.items[0].id).toBe(notice.id);
  });

  it("shows a district's published notices to a village, but not the district's drafts", async () => {
    const district = await server.staff('district');
    const review = await server.staff('review');
    const draft = await server.notice(district, server.draft({ regions: ['370306'] as never }), [district, 'submit']);
    expect(await server.send(far, readNotice, { params: { id: draft.id } })).toMatchObject({ status: 404 });
    const [second, third] = [await server.staff('fushen'), await server.staff('qianfa')];
    await server.moved(draft, [review, 'review-first'], [second, 'review-second'], [third, 'sign-off']);
    expect(await server.send(far, readNotice, { params: { id: draft.id } })).toMatchObject({
      status: 200,
      body: { moves: [] },
    });
  });

  it('tells its author how long it is on the television', async () => {
    const { body } = await server.send(author, previewNotice, { body: { text: '一段话。\n\n'.repeat(40) } });
    expect(body.reading.pages).toBeGreaterThan(3);
    expect(body.blocks).toHaveLength(40);
  });

  describe('that is bad input', () => {
    const refused = async (body: unknown, expected: object, caller = author) => {
      const before = await count();
      const answer = await server.send(caller, createNotice, { body });
      expect(answer).toMatchObject(expected);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
      expect(await count()).toBe(before);
    };

    it('of the wrong type is refused with the place of each mistake', () =>
      refused(
        { ...server.draft(), title: 7, pinned: 'yes' },
        {
          status: 400,
          body: { code: 'bad-input', errors: [{ path: 'title' }, { path: 'pinned' }] },
        },
      ));
    it('with unknown fields is refused', () =>
      refused({ ...server.draft(), state: 'published' }, { status: 400, body: { code: 'bad-input' } }));
    it('over-long is refused', () =>
      refused(server.draft({ text: '长'.repeat(NOTICE_LIMITS.text + 1) }), {
        status: 400,
        body: { errors: [{ path: 'text' }] },
      }));
    it('larger than the door is refused', () =>
      refused(server.draft({ text: '长'.repeat(1_000_000) }), { status: 413, body: { code: 'too-large' } }));
    it('with HTML or script is refused with the line', () =>
      refused(server.draft({ text: '你好\n\n<script>alert(1)</script>' }), {
        status: 422,
        body: { code: 'notice-markup', errors: [{ path: 'text', message: expect.stringContaining('第 3 行') }] },
      }));
    it("outside the author's regions is refused", () =>
      refused(server.draft({ regions: ['370306001003'] as never }), {
        status: 403,
        body: { code: 'region-outside', errors: [{ message: expect.stringContaining('370306001003') }] },
      }));
    it('for a place that does not exist is refused', () =>
      refused(server.draft({ regions: ['370306001001999'] as never }), {
        status: 422,
        body: { code: 'notice-regions' },
      }));
    it('that ends before it begins is refused', () =>
      refused(server.draft({ validTo: server.instant(-1) as never }), {
        status: 422,
        body: { code: 'notice-validity' },
      }));
    it('with a picture nobody uploaded is refused', () =>
      refused(server.draft({ text: `![图](picture:${'0'.repeat(64)})` }), {
        status: 422,
        body: { code: 'picture-unknown' },
      }));
    it('that is no JSON is refused', async () => {
      const response = await server.app.inject({
        method: 'POST',
        url: createNotice.path,
        headers: { ...author.headers, 'content-type': 'application/json' },
        payload: '{"title":',
      });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ code: 'bad-input' });
    });
  });
});
