// Accounts in the console: failed log-ins, new people with temporary passwords, who sees which pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat, signIn } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

describe.skipIf(chromium === null)('accounts in the console', () => {
  let desk: Desk;
  let operator: Seat;
  let temporary = '';

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    operator = await desk.sit('operator');
  });
  afterAll(() => desk?.close());

  it('say why a log-in fails, and lock after the fifth', async () => {
    const { page, context } = await desk.seat();
    await page.goto(`${desk.url}/console/`);
    for (let attempt = 1; attempt <= 5; attempt++) {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await signIn(page, 'lijiatuan', 'wrong password');
      await answered;
    }
    await signIn(page, 'lijiatuan');
    await page.getByText(/账号暂时锁定/).waitFor();
    await context.close();
  });

  it('are made with a temporary password that is shown once', async () => {
    const { page, keep } = operator;
    await page.getByRole('menuitem', { name: '人员' }).click();
    await page.getByRole('button', { name: '新建账号' }).click();
    await page.locator('#name').fill('赵六');
    await page.locator('#account').fill('zhao.liu');
    await page.locator('#role').click();
    await page.getByTitle('社区工作人员').click();
    await page.locator('#region').fill('车站');
    await page.locator('.ant-select-tree-title', { hasText: '车站社区' }).click();
    await page.getByRole('button', { name: /新建$/ }).click();
    temporary = (await page.locator('code').textContent()) ?? '';
    await keep('temporary-password');
    await page.getByRole('button', { name: '我已记下' }).click();
    await page.getByRole('row', { name: /赵六.*还在用临时密码/ }).waitFor();
    expect(await page.getByText(temporary).count()).toBe(0);
  });

  it('change the temporary password first, then go where they wanted to', async () => {
    const { page, complaints } = await desk.seat();
    await page.goto(`${desk.url}/console/boxes?pageSize=50`);
    await signIn(page, 'zhao.liu', temporary);
    await page.locator('#current').fill(temporary);
    await page.locator('#next').fill('correct horse battery');
    await page.locator('#repeat').fill('correct horse batter');
    await page.getByRole('button', { name: /修改密码$/ }).click();
    await page.getByText('两次输入的新密码不一样').waitFor();
    await page.locator('#repeat').fill('correct horse battery');
    await page.getByRole('button', { name: /修改密码$/ }).click();
    await page.getByText('共 8 条').waitFor();
    expect(page.url()).toBe(`${desk.url}/console/boxes?pageSize=50`);
    expect(complaints).toEqual([]);
  });

  it('see the pages of their role only', async () => {
    const labels = async (seat: Seat) =>
      (await seat.page.getByRole('menuitem').allInnerTexts()).map((text) => text.trim());
    expect(await labels(await desk.sit('chezhan'))).toEqual([
      '通知',
      '应急预警',
      '审核设置',
      '播出日历',
      '事项',
      '便民地点',
      '机顶盒',
      '开通',
      '覆盖率',
    ]);
    expect(await labels(await desk.sit('auditor'))).toEqual([
      '通知',
      '应急预警',
      '播出日历',
      '事项',
      '办事指南',
      '便民地点',
      '机顶盒',
      '覆盖率',
      '人员',
      '操作记录',
    ]);
  });

  it('leave nothing behind when they sign out', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '广电运维' }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('账号').waitFor();
    await page.goBack();
    await page.getByLabel('账号').waitFor();
    expect(operator.complaints).toEqual([]);
  });
});
