// Places and broadband in the console: hours are written, read as the television will say them; a wish is settled.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBoxHome } from '../../src/contract/boxes.ts';
import { askForContact, listOffers } from '../../src/contract/broadband.ts';
import { openPrivate, PRIVATE_HEADER, resetPin } from '../../src/contract/households.ts';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

/** The Wednesday before the National Day of 2026: tomorrow is a holiday, and Saturday the 10th is worked for it. */
const EVE = Date.parse('2026-09-30T18:00:00+08:00');

describe.skipIf(chromium === null)('places and broadband in the console', () => {
  let desk: Desk;
  let community: Seat;
  let operator: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium), EVE);
    community = await desk.sit('chezhan');
    operator = await desk.sit('operator');
  });
  afterAll(() => desk?.close());

  it('a place is entered with its hours, which are read as the television says them', async () => {
    const { page, keep } = community;
    await page.getByRole('menuitem', { name: '便民地点' }).click();
    await page.getByRole('button', { name: '添加地点' }).click();
    await page.getByLabel('属于哪个地区').click();
    await page.locator('.ant-select-tree-title', { hasText: '车站社区' }).click();
    await page.getByLabel('类别').last().click();
    await page.locator('.ant-select-item', { hasText: '银行' }).click();
    await page.getByLabel('名称', { exact: true }).fill('车站储蓄所');
    await page.getByLabel('地址', { exact: true }).fill('车站社区5号楼一楼');
    await page.getByLabel('位置：纬度').fill('36.8');
    await page.getByRole('button', { name: '周六 全天' }).click();
    const preview = page.locator('.ant-card', { hasText: '电视上会这样写' });
    await preview.getByText('周六 全天').waitFor();
    await preview.getByText('现在关着，10月8日8:30开门').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('纬度和经度要一起填').waitFor();
    await page.getByLabel('位置：经度').fill('117.87');
    await page.getByText('纬度和经度要一起填').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存，电视上很快会更新').waitFor();
    const row = page.locator('tr', { hasText: '车站储蓄所' });
    await row.getByText('现在关着，10月8日8:30开门').waitFor();
    await keep('places');
  });

  it('those above are there to be read, not to be changed', async () => {
    const { page } = community;
    const above = page.locator('tr', { hasText: '周村区政务服务大厅' }).first();
    await above.waitFor();
    expect(await above.getByRole('button').count()).toBe(0);
  });

  it('one is taken away after a question', async () => {
    const { page } = community;
    const row = page.locator('tr', { hasText: '车站储蓄所' });
    await row.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await row.waitFor({ state: 'detached' });
    expect(community.complaints).toEqual([]);
  });

  it('a household that wants a call is looked up, called and settled', async () => {
    const { page, keep } = operator;
    const offer = await askForCall(desk, operator);
    await page.getByRole('menuitem', { name: '宽带套餐' }).click();
    await page.getByText('示例运营商甲').first().waitFor();
    await page.getByRole('tab', { name: '待办' }).click();
    const row = page.locator('tr', { hasText: offer });
    await row.getByText('车站社区 1号楼 ***').waitFor();
    await row.getByRole('button', { name: '看地址' }).click();
    await page.getByRole('dialog').getByText('车站社区 1号楼 101').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await row.getByRole('button', { name: '已联系' }).click();
    await row.getByText('广电运维').waitFor();
    await row.getByRole('button', { name: /办\s*结/ }).click();
    await page.getByLabel('原因').fill('已办理');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /办\s*结/ })
      .click();
    await page.getByText('没有要联系的住户。').waitFor();
    await page.getByRole('tab', { name: '已办' }).click();
    await page.getByText('已办理').waitFor();
    await keep('broadband-done');
    expect(operator.complaints).toEqual([]);
  });
});

/** The first home of 车站社区 asks for a call, with its PIN, about the offer whose name is returned. */
async function askForCall(desk: Desk, operator: Seat): Promise<string> {
  const { request } = operator.context;
  const headers = { authorization: `Bearer ${desk.token('车站社区', 0)}` };
  const at = (path: string, id = '') => desk.url + path.replace(/:\w+/, id);
  const { chain } = await (await fetch(at(readBoxHome.path), { headers })).json();
  const { pin } = await (
    await request.post(at(resetPin.path, chain.at(-1)), { data: { reason: '用户忘记密码' } })
  ).json();
  const opened = await fetch(at(openPrivate.path), {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ pin }),
  });
  const { pass } = await opened.json();
  const [offer] = (await (await request.get(at(listOffers.path))).json()).items;
  const asked = await fetch(at(askForContact.path, offer.id), {
    method: 'PUT',
    headers: { ...headers, [PRIVATE_HEADER]: pass },
  });
  if (!asked.ok) throw new Error(`the wish was refused: ${await asked.text()}`);
  return `${offer.provider} ${offer.name}`;
}
