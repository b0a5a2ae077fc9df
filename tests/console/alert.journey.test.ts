// A rehearsal in the console: prepared by one with the television beside it, confirmed by another, updated, ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

const CARRIER = '认识这几种骗局';
const TITLE = '暴雨红色预警：今晚有特大暴雨';

describe.skipIf(chromium === null)('an alert in the console', () => {
  let desk: Desk;
  let first: Seat;
  let second: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    first = await desk.sit('district');
    second = await desk.sit('review');
  });
  afterAll(() => desk?.close());

  const open = ({ page }: Seat) => page.getByRole('menuitem', { name: '应急预警' }).click();

  it('is filled in from a template, and asked for after a second look', async () => {
    const { page, keep } = first;
    await open(first);
    await page.getByRole('button', { name: '发布预警' }).click();
    await page.locator('#template').click();
    await page.locator('.ant-select-item-option', { hasText: '暴雨红色预警' }).click();
    for (const [name, value] of [
      ['时间', '今晚'],
      ['范围', '全区'],
      ['雨量', '150'],
    ] as const)
      await page.getByLabel(name, { exact: true }).fill(value);
    await page.locator('#source').fill('周村区气象台');
    await page.getByRole('button', { name: '提出发布' }).click();
    // Neither of the two is taken for granted.
    await expect.poll(() => page.locator('.ant-form-item-explain-error').count()).toBe(2);
    await page.getByText('演练', { exact: true }).click();
    await page.locator('#regions').click();
    await page.getByRole('checkbox').first().click();
    await page.keyboard.press('Escape');
    await page.locator('#carriers').fill(CARRIER);
    await page.locator('.ant-select-item-option', { hasText: CARRIER }).waitFor();
    await page.locator('#carriers').press('Enter');
    await page.keyboard.press('Escape');
    await page.frameLocator('iframe[title="电视预览"]').locator('html[data-alert-as="sheet"]').waitFor();
    await keep('alert-prepare');
    await page.getByRole('button', { name: '提出发布' }).click();
    await page.getByText('这是演练。').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '提出发布' }).click();
    await page.getByText('您是提出的人，不能自己确认').waitFor();
    await keep('alert-asked');
  });

  it('is confirmed by another, who sees in large letters that it is a rehearsal', async () => {
    const { page, keep } = second;
    await open(second);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: '确认发布（演练）' }).waitFor();
    await page.getByRole('link', { name: CARRIER }).waitFor();
    await keep('alert-confirm');
    await page.getByRole('button', { name: '确认发布（演练）' }).click();
    await page.getByText('每两秒更新').waitFor();
    await keep('alert-released');
  });

  it('is ended by the two, the other way round', async () => {
    await second.page.getByRole('button', { name: /^解\s*除$/ }).click();
    await second.page.locator('#reason').fill('演练结束');
    await second.page.getByRole('button', { name: '提出解除' }).click();
    await first.page.getByRole('button', { name: '确认解除（演练）' }).click();
    await first.page.getByText('已解除', { exact: true }).first().waitFor();
    await first.keep('alert-ended');
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  it('comes from a template that someone else has to approve', async () => {
    const { page, keep } = first;
    await open(first);
    await page.getByRole('button', { name: '预警模板' }).click();
    await page.getByRole('button', { name: '写模板' }).click();
    await page.locator('#name').fill('大雾黄色预警');
    await page.locator('#event').fill('大雾');
    await page.locator('#title').fill('大雾黄色预警：{时间}有大雾');
    await page.locator('#text').fill('{时间}全区有大雾。');
    // By keyboard: the list opens at the edge of the window and is still moving.
    await page.locator('#region').fill('周村区');
    await page.locator('.ant-select-tree-title', { hasText: '周村区' }).waitFor();
    await page.locator('#region').press('ArrowDown');
    await page.locator('#region').press('Enter');
    await keep('alert-template');
    await page.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.getByText('已保存，请另一个人批准').waitFor();
    const row = (seat: Seat) => seat.page.getByRole('row', { name: /大雾黄色预警/ });
    expect(
      await row(first)
        .getByRole('button', { name: /^批\s*准$/ })
        .count(),
    ).toBe(0);
    await open(second);
    await second.page.getByRole('button', { name: '预警模板' }).click();
    await row(second)
      .getByRole('button', { name: /^批\s*准$/ })
      .click();
    await second.page
      .getByRole('dialog')
      .getByRole('button', { name: /^批\s*准$/ })
      .click();
    await row(second).getByText('可以用').waitFor();
  });
});
