// Set-top boxes in the console: found, told to show themselves, let in by their code, counted for the coverage.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVICE_AUTHORIZATION_PATH, DeviceAuthorization, TV_CLIENT_ID } from '../../src/contract/activation.ts';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat, signIn } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

/** The table renews itself every 30 s. */
const RENEWED_WITHIN_MS = 45_000;

const PHONE = { width: 360, height: 740 };

describe.skipIf(chromium === null)('set-top boxes in the console', () => {
  let desk: Desk;
  let operator: Seat;
  let member: Seat;
  let television: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    television = await desk.television('车站社区', 0);
    operator = await desk.sit('operator');
    member = await desk.seat();
  });
  afterAll(() => desk?.close());

  /** A box that has no home yet asks for a code. */
  async function ask(): Promise<DeviceAuthorization> {
    const body = new URLSearchParams({ client_id: TV_CLIENT_ID, scope: 'box', model: 'HC3100', app: '0.1.0' });
    const response = await fetch(`${desk.url}${DEVICE_AUTHORIZATION_PATH}`, { method: 'POST', body });
    return DeviceAuthorization.parse(await response.json());
  }

  it('are counted by region, and a number leads to its boxes', async () => {
    const { page, keep } = operator;
    await page.getByRole('menuitem', { name: '机顶盒' }).click();
    await page.getByText('按地区').click();
    const town = page.getByRole('row').filter({ hasText: '丝绸路街道' });
    await town.getByRole('button').click();
    const community = page.getByRole('row').filter({ hasText: '车站社区' });
    await community.getByRole('link', { name: '8', exact: true }).waitFor();
    await keep('boxes-by-region');
    await community.getByRole('link', { name: '8', exact: true }).click();
    await page.waitForURL(/region=370306001001/);
    await page.getByRole('row').filter({ hasText: '车站社区' }).nth(7).waitFor();
  });

  it('are found by what they are called', async () => {
    const { page, keep } = operator;
    await page.getByLabel('智能卡号或名称').fill('1号楼 101');
    await page.getByLabel('智能卡号或名称').press('Enter');
    const row = page.getByRole('row').filter({ hasText: '车站社区 1号楼 101' });
    await page.getByRole('row').filter({ hasText: '2号楼' }).first().waitFor({ state: 'detached' });
    // What the television did since the table was read is in it when it renews itself.
    await row.getByText('在线').waitFor({ timeout: RENEWED_WITHIN_MS });
    await keep('boxes');
    await row.getByRole('link').click();
    await page.waitForURL(/\/boxes\/[0-9a-f-]{36}$/);
  });

  it('show a sign on their screen, and the console sees that they did', async () => {
    const { page, keep } = operator;
    await page.getByRole('button', { name: '识别' }).click();
    await page.getByRole('listitem').filter({ hasText: '识别' }).getByText('完成').waitFor();
    await keep('box');
    await television.keep('box-identify');
  });

  it('are restarted only after a question', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '重启' }).click();
    await page.getByText('住户正在看的画面会中断几秒').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    expect(await page.getByRole('listitem').filter({ hasText: '重启' }).count()).toBe(0);
  });

  it('have their household’s PIN made anew, with a reason, and told once', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '重设家庭密码' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '重设家庭密码' }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.locator('#reason').fill('用户忘记密码');
    await dialog.getByRole('button', { name: '重设家庭密码' }).click();
    const told = page.getByRole('dialog').filter({ hasText: '新的家庭密码' });
    expect(await told.getByTestId('pin').textContent()).toMatch(/^\d{6}$/);
    await told.getByRole('button', { name: '我已记下' }).click();
    await told.waitFor({ state: 'detached' });
    await page.getByText('已设置').waitFor();
  });

  it('are let in on a phone: the code of the QR survives the log-in', async () => {
    const { page, keep } = member;
    await page.setViewportSize(PHONE);
    await page.goto((await ask()).verification_uri_complete);
    await signIn(page, 'chezhan');
    await page.getByText('HC3100').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await keep('activation-phone');
    await page.getByRole('button', { name: '换一个登记码' }).click();
  });

  it('are not let in by a code that does not exist', async () => {
    const { page } = member;
    await page.getByLabel('登记码').fill('2222 2222');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('登记码不对，或已经过期').waitFor();
  });

  it('are let in by a code typed as people type, for a chosen household, and the PIN is told', async () => {
    const { page, keep } = member;
    const { user_code } = await ask();
    await page.getByLabel('登记码').fill(user_code.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('不在清单里，自己选住户').click();
    await page.locator('#household').fill('1号楼 202');
    await page.getByTitle('车站社区 1号楼 202').click();
    await page.getByRole('button', { name: '确认开通' }).click();
    await page.getByText('已开通').waitFor();
    expect(await page.getByTestId('pin').textContent()).toMatch(/^\d{6}$/);
    await keep('activation-done');
  });

  it('wait for the operator then, who ticks and authorises them', async () => {
    const { page } = operator;
    await page.goto(`${desk.url}/console/boxes?state=bound`);
    const row = page.getByRole('row').filter({ hasText: '车站社区 1号楼 202' });
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: '授权所选 1 台' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '授权' }).click();
    await page.getByText('已授权 1 台').waitFor();
    await row.waitFor({ state: 'detached' });
  });

  it('are refused by staff who know nothing of them', async () => {
    const { page } = member;
    await page.getByRole('button', { name: '再开通一台' }).click();
    const { user_code } = await ask();
    await page.getByLabel('登记码').fill(user_code);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '拒绝' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click();
    await page.getByText('已拒绝，电视上的登记码已作废').waitFor();
    await page.getByLabel('登记码').waitFor();
  });

  it('come in by a list, tried first', async () => {
    const { page, keep } = operator;
    await page.getByRole('menuitem', { name: '导入' }).click();
    const rows = ['智能卡号,型号,芯片号,地址,户号,双向,高清', '8531002026900001,HC3100,A1,车站社区1号楼,101,是,是'];
    const faulty = '8531002026900002,HC3100,A2,没有这个社区,1,是,是';
    const buffer = Buffer.from(`\uFEFF${[...rows, faulty].join('\r\n')}`);
    await page.locator('input[type=file]').setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 行可以导入').waitFor();
    await page.getByRole('row').filter({ hasText: '地址不认识' }).waitFor();
    await keep('import');
    await page.getByRole('button', { name: '正式导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '正式导入' }).click();
    await page.getByText('已正式导入 1 行').waitFor();
  });

  it('count for the coverage, which says how, and whose', async () => {
    const { page, keep } = operator;
    await page.getByRole('menuitem', { name: '覆盖率' }).click();
    await page.getByText('最近 30 天内开过机').waitFor();
    await page.getByRole('table').getByRole('button', { name: '丝绸路街道' }).click();
    await page.getByRole('row').filter({ hasText: '车站社区' }).getByText('70%').waitFor();
    await page.getByRole('table').getByRole('button', { name: '车站社区' }).click();
    await page.getByRole('img', { name: '车站社区近 12 个月的覆盖率' }).locator('canvas').waitFor();
    await keep('coverage');
    await page.getByRole('button', { name: /^已覆盖 \d+$/ }).click();
    const drawer = page.getByRole('dialog').filter({ hasText: '车站社区已覆盖的住户' });
    await drawer.getByRole('row').filter({ hasText: '1号楼 101' }).waitFor();
    await keep('coverage-households');
  });

  it('leave the browser nothing to complain of', () => {
    expect([...operator.complaints, ...member.complaints]).toEqual([]);
  });
});
