// A guide on its way through the console: changed by its department, published by somebody else, compared, confirmed;
// and all of them out as a sheet and in again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuideInput } from '../../src/contract/guides.ts';
import { guidesWorkbook } from '../../src/server/features/guides/workbook/write.ts';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SUMMARY = '身份证丢了、被偷了，就近重新办一张。';

describe.skipIf(chromium === null)('a guide in the console', () => {
  let desk: Desk;
  let officer: Seat;
  let colleague: Seat;
  let publisher: Seat;
  let content: GuideInput;

  const contentOf = ({ page }: Seat, number: string): Promise<GuideInput> =>
    page.evaluate(async (path) => (await (await fetch(path)).json()).content, `/api/guides/${number}`);
  const upload = ({ page }: Seat, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: '办事指南.xlsx', mimeType: XLSX, buffer });

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    officer = await desk.sit('gongan');
    colleague = await desk.sit('district');
    publisher = await desk.sit('review');
    content = await contentOf(officer, '0201');
  });
  afterAll(() => desk?.close());

  it('is found by its own department, which sees no other', async () => {
    const { page, keep } = officer;
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    await page.getByText(/有 \d+ 项部门还没有核实/).waitFor();
    expect(await page.getByRole('cell', { name: '公安' }).count()).toBe(20);
    await keep('guides');
    await page.getByLabel('名称中的字，或编号').fill('0201');
    await page.keyboard.press('Enter');
    await page.getByText('共 1 条').waitFor();
    await page.getByRole('link', { name: '补办身份证' }).click();
    await page.getByText('正在电视上显示。').waitFor();
  });

  it('tells at the field what is missing, and saves nothing', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '修改', exact: true }).click();
    await page.getByLabel('怎么办，第 1 条').fill('');
    await page.getByLabel('咨询电话').fill('12-a');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('有 2 处要改，已经标出来了').waitFor();
    await page.getByText('只能有数字和短横').waitFor();
    await page.getByLabel('咨询电话').fill('12345');
    await page.getByLabel('怎么办，第 1 条').fill('到派出所窗口说身份证丢了，相关手续现场办。');
    expect((await contentOf(officer, '0201')).steps).toEqual(content.steps);
  });

  it('is shown on the television beside it while it is written', async () => {
    const { page, keep } = officer;
    await page.locator('#summary').fill(SUMMARY);
    const television = page.frameLocator('iframe[title="电视预览"]');
    await television.locator('canvas').waitFor();
    await page.getByRole('button', { name: '第 5 栏' }).click();
    await page.getByRole('button', { name: '第 3 条下移' }).last().click();
    expect(await page.getByLabel('怎么办，第 4 条').inputValue()).toBe(content.steps[2]);
    await keep('guide-editor');
  });

  it('is not lost by a click on another page', async () => {
    const { page } = officer;
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    expect(await page.locator('#summary').inputValue()).toBe(SUMMARY);
  });

  it('is not overwritten unasked when someone else has saved it meanwhile', async () => {
    const { page } = officer;
    const status = await colleague.page.evaluate(
      async ([path, changed]) => {
        const body = JSON.stringify({ content: changed, revision: 1 });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(path, { method: 'PUT', headers, body })).status;
      },
      ['/api/guides/0201', { ...content, result: '新的身份证' }] as const,
    );
    expect(status).toBe(200);
    await page.getByRole('button', { name: '保存草稿' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '别人改过这份办事指南' });
    await dialog.getByRole('button', { name: '覆盖保存' }).click();
    await page.getByText('草稿已保存').last().waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is looked at by the machine as it is saved, which says where to look again', async () => {
    const { page } = officer;
    await page.getByText('居民不这样说话，换个说法：相关手续').waitFor();
    await page.getByText('怎么办，第 1 条').click();
    await page.getByLabel('怎么办，第 1 条').fill('到派出所窗口说身份证丢了。');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('没有发现问题。').waitFor();
  });

  it('is submitted, and not offered to its author to publish', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '保存并提交，请人发布' }).click();
    await page.getByText('自己写的要由别人发布').waitFor();
    expect(await page.getByRole('button', { name: '发布到电视' }).count()).toBe(0);
  });

  it('is found among what waits for the one who publishes, with what differs from the television', async () => {
    const { page, keep } = publisher;
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    const strip = page.getByRole('alert').filter({ hasText: '有 1 项等您发布' });
    await strip.getByRole('button', { name: '去看看' }).click();
    await page.waitForURL(/waiting=mine/);
    await page.getByRole('link', { name: '补办身份证' }).click();
    await page.getByText('和电视上的第 1 版有什么不同').waitFor();
    expect(await page.locator('ins').first().innerText()).toBe('就近');
    expect(await page.locator('del').first().isVisible()).toBe(true);
    await page.getByText('换了位置').waitFor();
    await keep('guide-waiting');
  });

  it('goes back with a reason that its author reads', async () => {
    const { page } = publisher;
    await page.getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('收费标准写清楚');
    await dialog.getByRole('button', { name: '退回修改' }).click();
    await page.getByText('草稿，还没有提交。').waitFor();
    await officer.page.reload();
    await officer.page.getByText('原因：收费标准写清楚').waitFor();
    await officer.page.getByRole('button', { name: '提交，请人发布' }).click();
    await officer.page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click();
    await officer.page.getByText('自己写的要由别人发布').waitFor();
  });

  it('is published by somebody else, after a question', async () => {
    const { page, keep } = publisher;
    await page.reload();
    await page.getByRole('button', { name: '发布到电视' }).click();
    await page.getByText('全区的电视马上会更新“补办身份证”。').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('正在电视上显示。').waitFor();
    await page.getByText('刘科长 发布').waitFor();
    await keep('guide-published');
  });

  it('can be compared with any of its versions', async () => {
    const { page, keep } = publisher;
    await page.getByRole('button', { name: '比较两个版本' }).click();
    const drawer = page.getByRole('dialog').filter({ hasText: '比较两个版本' });
    await drawer.getByLabel('原来').click();
    await page
      .getByTitle(/第 1 版/)
      .last()
      .click();
    await drawer.getByText('一句话说明').waitFor();
    expect(await drawer.locator('ins').first().innerText()).toBe('就近');
    await keep('guide-compare');
    await drawer.locator('.ant-drawer-close').click();
    await drawer.waitFor({ state: 'hidden' });
  });

  it('is confirmed as of today by its department', async () => {
    const { page } = officer;
    await page.reload();
    await page.getByText('部门还没有核实这份指南').waitFor();
    await page.getByRole('button', { name: '今天核实过' }).click();
    await page.getByRole('button', { name: '确认，都一样' }).click();
    await page.getByText('马警官 核实').waitFor();
    await page.getByText('部门还没有核实这份指南').waitFor({ state: 'detached' });
    expect((await contentOf(officer, '0201')).verified).toBe(true);
  });

  it('comes back unchanged from the sheet it was taken out by', async () => {
    const { page } = officer;
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出' }).click(),
    ]);
    await page.getByRole('button', { name: '导入' }).click();
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await page.getByText('核对完成，没有要保存的行。').waitFor();
    await page.getByText('没有变化 33').waitFor();
  });

  it('is not lost with a bad row beside it, which is told and left out', async () => {
    const { page, keep } = officer;
    const bad = { ...content, number: '0202', office: { ...content.office, phone: '没有电话' } } as GuideInput;
    const sheet = await guidesWorkbook([{ ...(await contentOf(officer, '0201')), result: '新的居民身份证' }, bad]);
    await page.getByRole('button', { name: '换一个文件' }).click();
    await upload(officer, sheet);
    await page.getByText('核对完成，还没有保存。有 1 行可以保存为草稿。').waitFor();
    await page.getByRole('row').filter({ hasText: '0202' }).getByText('咨询电话：只能有数字和短横').waitFor();
    await keep('guide-import');
    await page.getByRole('button', { name: '保存这 1 行' }).click();
    await page.getByRole('button', { name: '保存为草稿', exact: true }).click();
    await page.getByText('已保存 1 份草稿。').waitFor();
    await page.getByText('有 1 行不能用').waitFor();
    expect((await contentOf(officer, '0201')).result).toBe('新的居民身份证');
    await page.getByRole('button', { name: '查看草稿' }).click();
    await page.getByText('共 1 条').waitFor();
  });

  it('is counted as often as it is looked up, and what is not found is told by its letters', async () => {
    const { page, keep } = publisher;
    await desk.lookUp('车站社区', 0, {
      opened: [{ number: '0201', times: 3 }],
      missed: [{ digits: '7487', times: 2 }],
    });
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    await page.getByRole('button', { name: '查阅统计' }).click();
    await page.getByRole('img', { name: /每天查阅次数的柱状图，共 3 次/ }).waitFor();
    await page.getByRole('row').filter({ hasText: '7487' }).getByText('pqrs · gh · t · pqrs').waitFor();
    await keep('guide-statistics');
    await page.getByText('近 7 天').click();
    await page.waitForURL(/days=7/);
    await page.getByRole('link', { name: '0201 补办身份证' }).click();
    await page.getByText('版本', { exact: true }).waitFor();
  });

  it('begins anew with a number of its department that is free', async () => {
    const { page } = officer;
    await page.getByRole('menuitem', { name: '办事指南' }).click();
    await page.getByRole('button', { name: '新增' }).click();
    await page.locator('#number[value="0234"]').waitFor();
  });

  it('leaves the browser nothing to complain of', () => {
    expect([officer, colleague, publisher].flatMap((each) => each.complaints)).toEqual([]);
  });
});
