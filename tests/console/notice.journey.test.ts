// A notice on its way through the console: written, reviewed by someone else, published, seen arriving, withdrawn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  let reviewer: Seat;
  let id = '';

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    author = await desk.sit('chezhan');
    reviewer = await desk.sit('sichoulu');
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
    await dialog.locator('#password').fill('desk-password-1');
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
    const status = await reviewer.page.evaluate(async (path) => {
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

  it('is submitted', async () => {
    const { page } = author;
    await page.getByRole('button', { name: '保存并提交审核' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    await page.getByText('自己写的通知要由别人审核').waitFor();
    expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(0);
  });

  it('is found by its state, and approved by someone else', async () => {
    const { page, keep } = reviewer;
    await page.getByLabel('状态').click();
    await page.getByTitle('待审核').click();
    await page.waitForURL(/state=submitted/);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: '审核通过' }).click();
    await page.getByText('审核已通过，等待发布。').waitFor();
    await keep('review');
  });

  it('is published after a question that says how far it goes', async () => {
    const { page } = reviewer;
    await page.getByRole('button', { name: /发布到电视$/ }).click();
    await page.getByText('发布后，1 个地区的电视马上就会显示这条通知。').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('正在电视上显示。').waitFor();
    await page.getByRole('cell', { name: '8 台', exact: true }).waitFor();
  });

  it('is seen arriving while one watches', async () => {
    const { page, keep } = reviewer;
    const notice = { item: id, revision: 3 };
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
    await reviewer.page.getByRole('button', { name: '撤回' }).click();
    await reviewer.page.locator('#reason').fill('检修改期');
    await reviewer.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await reviewer.page.getByText('已撤回，电视上不再显示。').waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.locator('#reason').fill('检修改期');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('这条内容目前的状态不允许这个操作。').waitFor();
    await page.getByText('已撤回，电视上不再显示。').waitFor();
    await page.getByText('原因：检修改期').waitFor();
  });

  it('leaves the browser nothing to complain of', () => {
    expect([...author.complaints, ...reviewer.complaints]).toEqual([]);
  });
});
