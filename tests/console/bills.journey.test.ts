// Bills in the console: an account is linked to a household, a provider is tried.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

describe.skipIf(chromium === null)('bills in the console', () => {
  let desk: Desk;
  let operator: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    operator = await desk.sit('operator');
  });
  afterAll(() => desk?.close());

  it('a provider is tried, and says how it does', async () => {
    const { page, keep } = operator;
    await page.getByRole('menuitem', { name: '缴费接口' }).click();
    const water = page.locator('.ant-card', { hasText: '周村自来水公司' });
    await water.getByText('23 户关联了户号').waitFor();
    await water.getByRole('button', { name: '现在试一次' }).click();
    await page.getByText('已经问过，结果见下面').waitFor();
    await water
      .getByRole('row', { name: /查账单/ })
      .getByText('正常')
      .waitFor();
    await keep('providers');
  });

  it('an account is linked to a household, shown masked, and not to a second one', async () => {
    const { page, keep } = operator;
    await page.goto(`${desk.url}/console/boxes`);
    await page
      .getByRole('link', { name: /1号楼 102/ })
      .first()
      .click();
    const card = page.locator('.ant-card', { hasText: '缴费户号' });
    await card
      .getByRole('row', { name: /水费/ })
      .getByRole('button', { name: /关\s*联/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('户号').fill('12');
    await dialog.getByRole('button', { name: /关\s*联/ }).click();
    await dialog.getByText('4 到 24 位数字或字母，印在缴费单上').waitFor();
    await dialog.getByLabel('户号').fill('2010 335678');
    await dialog.getByRole('button', { name: /关\s*联/ }).click();
    await page.getByText('已关联，居民重新打开账单就能看到').waitFor();
    await card.getByText('******5678').waitFor();
    await keep('accounts');

    await page.goto(`${desk.url}/console/boxes`);
    await page
      .getByRole('link', { name: /1号楼 201/ })
      .first()
      .click();
    await card
      .getByRole('row', { name: /水费/ })
      .getByRole('button', { name: /更\s*换/ })
      .click();
    await dialog.getByLabel('户号').fill('2010335678');
    await dialog.getByRole('button', { name: /关\s*联/ }).click();
    await dialog.getByText('这个户号已经关联到另一户家庭').waitFor();
    expect(operator.complaints).toEqual([]);
  });
});
