// A notice on its way through the console: written, reviewed in three steps, signed off, seen arriving, withdrawn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../support/demo-folder.ts';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

const TITLE = '后天上午停水检修，请提前存水';
const TEXT = '后天上午 8:00 到 11:30 停水检修。\n\n- 请提前存水\n- 来水后先放掉黄水';

describe.skipIf(chromium === null)('a notice in the console', () => {
  let desk: Desk;
  let author: Seat;
  let colleague: Seat;
  let first: Seat;
  let second: Seat;
  let third: Seat;
  let id = '';

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    author = await desk.sit('chezhan');
    colleague = await desk.sit('chezhan2');
    first = await desk.sit('sichoulu');
    second = await desk.sit('fushen');
    third = await desk.sit('qianfa');
  });
  afterAll(() => desk?.close());

  it('is written with the television beside it', async () => {
    const { page, keep } = author;
    await page.getByRole('button', { name: '写通知' }).click();
    await page.locator('#title').fill(TITLE);
    await page.locator('#text').fill(TEXT);
    await page.getByText('大字模式下共 1 页').waitFor();
    const television = page.frameLocator('iframe[title="电视预览"]');
    await television.locator('canvas').waitFor();
    await keep('editor');
  });

  it('takes a pasted picture, and shows it under a short name', async () => {
    const { page } = author;
    await page.locator('#text').evaluate(async (area) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([blob ?? ''], 'map.png', { type: 'image/png' }));
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('图片 1 / 8').waitFor();
    expect(await page.locator('#text').inputValue()).toMatch(/!\[图片说明\]\(picture:[0-9a-f]{8}\)/);
    await page.getByText('大字模式下共 1 页').waitFor();
  });

  it('tells at the text what a television cannot show', async () => {
    const { page } = author;
    await page.locator('#text').fill(`${TEXT}\n\n<script>alert(1)</script>`);
    await page.getByText(/第 6 行：/).waitFor();
    await page.locator('#text').fill(TEXT);
    await page.getByText(/第 6 行：/).waitFor({ state: 'detached' });
  });

  it('is not lost by a click on another page', async () => {
    const { page } = author;
    await page.getByRole('menuitem', { name: '机顶盒' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    expect(await page.locator('#text').inputValue()).toBe(TEXT);
  });

  it('is not lost when the session ends in the middle of writing', async () => {
    const { page, context } = author;
    await context.clearCookies();
    await page.getByRole('button', { name: '保存草稿' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '登录已过期' });
    await dialog.locator('#password').fill(DEMO_PASSWORD);
    await dialog.getByRole('button', { name: '登录' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('#title').inputValue()).toBe(TITLE);
  });

  it('is saved as a draft', async () => {
    const { page } = author;
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}\/edit$/);
    id = page.url().split('/').at(-2) ?? '';
  });

  it('is not overwritten unasked when someone else has saved it meanwhile', async () => {
    const { page } = author;
    const status = await colleague.page.evaluate(async (path) => {
      const { title, source, category, text, pinned, validFrom, validTo, regions, revision } = await (
        await fetch(path)
      ).json();
      const codes = regions.map((region: { code: string }) => region.code);
      const body = { title, source, category, text, pinned, validFrom, validTo, revision, regions: codes };
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method: 'PUT', headers, body: JSON.stringify(body) })).status;
    }, `/api/notices/${id}`);
    expect(status).toBe(200);
    await page.locator('#source').fill('车站社区居委会');
    await page.getByRole('button', { name: '保存草稿' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '别人改过这条通知' });
    await dialog.getByRole('button', { name: '覆盖保存' }).click();
    await page.getByText('草稿已保存').last().waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is submitted, and not offered to its author for review', async () => {
    const { page } = author;
    await page.getByRole('button', { name: '保存并提交审核' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    await page.getByText('自己写的通知要由别人审核').waitFor();
    expect(await page.getByRole('button', { name: '初审通过' }).count()).toBe(0);
  });

  it('is found among what waits for the reviewer, and goes on to the next', async () => {
    const { page, keep } = first;
    await page.reload();
    await page.getByText(/有 \d+ 条等您审核/).waitFor();
    await keep('waiting');
    await page.getByRole('button', { name: '去看看' }).first().click();
    await page.waitForURL(/waiting=mine/);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: '初审通过' }).click();
    await page.getByText('初审已通过，等待复审。').waitFor();
    expect(await page.getByRole('button', { name: '复审通过' }).count()).toBe(0);
    await keep('review-first');
  });

  it('goes back to draft by an edit, which says that the review is void', async () => {
    const { page, keep } = author;
    await page.reload();
    await page.getByRole('button', { name: '修改', exact: true }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '修改这条正在审核的通知' });
    await dialog.getByText('已经通过的审核全部作废').waitFor();
    await dialog.getByRole('button', { name: '修改', exact: true }).click();
    await page.locator('#source').fill('车站社区居委会、自来水公司');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('草稿已保存').last().waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('alert').getByText('内容改过，原来的审核作废').waitFor();
    await keep('review-void');
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.getByText('自己写的通知要由别人审核').waitFor();
    expect(await page.getByRole('alert').getByText('内容改过，原来的审核作废').count()).toBe(0);
  });

  it('takes each step by someone else', async () => {
    await first.page.reload();
    await first.page.getByRole('button', { name: '初审通过' }).click();
    await first.page.getByText('您已经参与过这条通知的审核').waitFor();
    await second.page.goto(`${desk.url}/console/notices/${id}`);
    await second.page.getByRole('button', { name: '复审通过' }).click();
    await second.page.getByText('复审已通过，等待签发。').waitFor();
    expect(await second.page.getByRole('button', { name: '签发到电视' }).count()).toBe(0);
  });

  it('is signed off after a question that says how far it goes', async () => {
    const { page, keep } = third;
    await page.goto(`${desk.url}/console/notices/${id}`);
    await page.getByRole('button', { name: /签发到电视$/ }).click();
    await page.getByText('签发后，1 个地区的电视马上就会显示这条通知。').waitFor();
    await page.getByRole('button', { name: '签发', exact: true }).click();
    await page.getByText('正在电视上显示。').waitFor();
    await page.getByRole('cell', { name: '8 台', exact: true }).waitFor();
    await keep('signed-off');
  });

  it('is seen arriving while one watches', async () => {
    const { page, keep } = third;
    const notice = { item: id, revision: 4 };
    await desk.report('车站社区', 0, [
      { ...notice, step: 'received' },
      { ...notice, step: 'rendered' },
    ]);
    await page.getByRole('row').filter({ hasText: '车站社区8 台1 台1 台0 台' }).waitFor();
    await desk.report('车站社区', 1, [{ ...notice, step: 'received' }]);
    await page.getByRole('row').filter({ hasText: '车站社区8 台2 台1 台0 台' }).waitFor();
    await keep('delivery');
  });

  it('explains why a step is too late', async () => {
    const { page } = author;
    await page.reload();
    await page.getByRole('button', { name: '撤回' }).waitFor();
    await third.page.getByRole('button', { name: '撤回' }).click();
    await third.page.locator('#reason').fill('检修改期');
    await third.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await third.page.getByText('已撤回，电视上不再显示。').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.locator('#reason').fill('检修改期');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('这条内容目前的状态不允许这个操作。').waitFor();
    await page.getByText('已撤回，电视上不再显示。').waitFor();
    await page.getByText('原因：检修改期').waitFor();
  });

  it('leaves the browser nothing to complain of', () => {
    expect([author, first, second, third].flatMap((each) => each.complaints)).toEqual([]);
  });
});
