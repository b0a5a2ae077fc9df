// The settings of reviews in the console: a rule handed down, a word that stops a notice, a deputy who takes a step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

describe.skipIf(chromium === null)('the settings of reviews in the console', () => {
  let desk: Desk;
  let district: Seat;
  let town: Seat;
  let author: Seat;
  let deputy: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    district = await desk.sit('district');
    town = await desk.sit('sichoulu');
    author = await desk.sit('chezhan');
    deputy = await desk.sit('chezhan2');
  });
  afterAll(() => desk?.close());

  it('hand a first step down to a community, with a reason that stays beside it', async () => {
    const { page, keep } = town;
    await page.getByRole('menuitem', { name: '审核设置' }).click();
    const row = page.getByRole('row').filter({ hasText: '办事服务' });
    await row.getByRole('button', { name: '镇办 · 24 小时' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('社区及以上').click();
    await dialog.locator('#reason').fill('办事服务由社区自己初审');
    await keep('reviews-rule');
    await dialog
      .getByRole('button', { name: '保 存' })
      .or(dialog.getByRole('button', { name: '保存' }))
      .click();
    await row.getByRole('button', { name: '社区 · 24 小时' }).waitFor();
    await row.getByText('本地区设置').waitFor();
    await keep('reviews-rules');
  });

  it('leave a town nothing to change besides', async () => {
    const row = town.page.getByRole('row').filter({ hasText: '停水停电' });
    await row.getByText('镇办 · 24 小时').first().waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    expect(await town.page.getByRole('tab', { name: '审核词' }).count()).toBe(0);
  });

  it('take a list of words', async () => {
    const { page, keep } = district;
    await page.getByRole('menuitem', { name: '审核设置' }).click();
    await page.getByRole('tab', { name: '审核词' }).click();
    await page.getByRole('button', { name: '添加词' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('禁止提交').click();
    await dialog.locator('textarea').fill('稳赚不赔，涉嫌诈骗\n\n内部消息');
    await dialog.getByText('2 个词').waitFor();
    await dialog.locator('#reason').fill('按上级通知更新');
    await keep('reviews-add-words');
    await dialog.getByRole('button', { name: /添\s?加/ }).click();
    await page.getByRole('row').filter({ hasText: '稳赚不赔' }).getByText('涉嫌诈骗').waitFor();
    await keep('reviews-words');
  });

  it('stop a notice that has one of them, at its line', async () => {
    const { page, keep } = author;
    await page.getByRole('button', { name: '写通知' }).click();
    await page.locator('#title').fill('理财讲座');
    await page.locator('#text').fill('周六上午九点讲座。\n稳 赚 不 赔，欢迎参加。');
    await page.getByText('大字模式下共 1 页').waitFor();
    await page.getByRole('button', { name: '保存并提交审核' }).click();
    await page.getByText('第 2 行：不能出现“稳 赚 不 赔”（涉嫌诈骗）').waitFor();
    await keep('reviews-stopped');
    await page.locator('#text').fill('周六上午九点讲座，电话 13812345678。');
    await page.getByRole('button', { name: '保存并提交审核' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
  });

  it('name a deputy, who takes the step in the place of the one who is away', async () => {
    const { page, keep } = town;
    await page.getByRole('tab', { name: '请假代理' }).click();
    await page.getByRole('button', { name: '指定代理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('代理人').click();
    await page.getByTitle('赵委员（车站社区）').click();
    const days = dialog.locator('.ant-picker-range input');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    for (const index of [0, 1]) {
      await days.nth(index).fill(today);
      await days.nth(index).press('Enter');
    }
    await dialog.locator('#reason').fill('外出学习');
    await keep('reviews-name-deputy');
    await dialog.getByRole('button', { name: /指\s?定/ }).click();
    await page.getByRole('row').filter({ hasText: '赵委员' }).getByText('正在代理').waitFor();
    await keep('reviews-deputies');

    await deputy.page.goto(author.page.url());
    await deputy.page.getByText('有完整的手机号').waitFor();
    await deputy.page.getByRole('button', { name: '初审通过' }).click();
    await deputy.page.getByText('赵委员（代 张科长）').first().waitFor();
    await deputy.keep('review-deputy');
  });

  it('leave the browser nothing to complain of', () => {
    expect([district, town, author, deputy].flatMap((each) => each.complaints)).toEqual([]);
  });
});
