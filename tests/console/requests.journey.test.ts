// Requests in the console: a category that needs no code, entered at a counter, assigned, answered with ready words,
// called back, closed; many at once, two made one; counted by a formula, and handed out as a sheet.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRequest } from '../../src/contract/request-calls.ts';
import { needs, program } from '../support/needs.ts';
import {
  answerByTemplate,
  assign,
  callBack,
  classify,
  close,
  merge,
  numberOf,
  openCase,
  pickDepartment,
  start,
} from './request-desk.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

/** 车站社区 1号楼 101, a home of the demo district. */
const HOME = '3703060010010010010101';

describe.skipIf(chromium === null)('requests in the console', () => {
  let desk: Desk;
  let dispatcher: Seat;
  let handler: Seat;
  let counter: Seat;
  let number: string;
  let numbers: string[];

  /** Enters a request as the pages do; answers its number. */
  const enter = (
    { page }: Seat,
    category: string,
    place: string,
    answers: Record<string, string> = {},
  ): Promise<string> =>
    page.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return reply.ok ? (await reply.json()).number : reply.text();
      },
      [
        createRequest.path,
        {
          household: HOME,
          category,
          where: { kind: 'public', place, position: null },
          answers,
          when: 'any',
          text: '请来看看',
        },
      ] as const,
    );

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
    dispatcher = await desk.sit('district');
    handler = await desk.sit('zhujian');
    counter = await desk.sit('chezhan');
  });
  afterAll(() => desk?.close());

  it('a category is added with its phrases, seen as on the television', async () => {
    const { page, keep } = dispatcher;
    await page.getByRole('menuitem', { name: '事项', exact: true }).click();
    await page.getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '添加类别' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('名称', { exact: true }).fill('流浪犬');
    await drawer.getByLabel('编码').fill('stray-dog');
    await drawer.getByLabel('图标').fill('狗');
    await page.getByTitle('狗', { exact: true }).click();
    await drawer.getByText('家里', { exact: true }).click();
    await drawer.getByText('公共地方', { exact: true }).click();
    await drawer.getByLabel('第 1 题，问题').fill('怎么了');
    await drawer.getByLabel('第 1 题，选项 1').fill('追咬人');
    await drawer.getByRole('button', { name: '加一个选项' }).click();
    await drawer.getByLabel('第 1 题，选项 2').fill('成群乱跑');
    await drawer.getByText('必须答').click();
    await drawer.getByRole('img', { name: '电视上大概这样' }).getByText('成群乱跑').waitFor();
    await keep('request-category');
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存，电视上很快会更新').waitFor();
    await page.getByRole('row', { name: /流浪犬/ }).waitFor();
  });

  it('the calendar of this year is known, of one far ahead it is said that it is not', async () => {
    const { page, keep } = dispatcher;
    await page.goto(`${desk.url}/console/requests/settings?tab=calendar&year=2026`);
    await page.getByLabel(/^2026-10-01 /).waitFor();
    expect(await page.getByText('的工作日历还没有填').count()).toBe(0);
    await keep('working-days');
    await page.goto(`${desk.url}/console/requests/settings?tab=calendar&year=2031`);
    await page.getByText('2031 年的工作日历还没有填').waitFor();
  });

  it('is entered for a resident who came to the counter', async () => {
    const { page, keep } = counter;
    await page.getByRole('menuitem', { name: '事项', exact: true }).click();
    await page.getByRole('button', { name: '登记事项' }).click();
    await page.locator('#household').fill('车站 1号楼 101');
    await page.getByTitle(/1号楼 101/).click();
    await page.locator('#category').fill('流浪犬');
    await page.getByTitle('流浪犬').click();
    await page.getByLabel('哪个地方').fill('小广场');
    await page.getByText('追咬人').click();
    await page.getByLabel('居民的原话').fill('三条大狗，孩子不敢下楼');
    await keep('request-entry');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText(/已登记，编号 \d{11}/).waitFor();
    await page.waitForURL(/requests\/[0-9a-f-]{36}$/);
    await page.getByText('三条大狗，孩子不敢下楼').waitFor();
    number = await numberOf(page);
  });

  it('is assigned by the dispatcher to a department', async () => {
    const { page } = dispatcher;
    await openCase(page, number);
    await assign(page, '住建');
  });

  it('is found, begun and answered with ready words by its handler', async () => {
    const { page, keep } = handler;
    // It is the first page this account sees.
    await page.reload();
    await page
      .getByRole('row', { name: /流浪犬/ })
      .getByRole('link')
      .click();
    await start(page, '今天下午去看');
    await answerByTemplate(page, '已修好');
    await page.getByText('您反映的问题已经修好').waitFor();
    await keep('request-case');
  });

  it('waits in the list of calls, and is not closed before somebody has called', async () => {
    const { page } = dispatcher;
    await page.goto(`${desk.url}/console/requests`);
    await page.getByRole('tab', { name: '待回访' }).click();
    await page.getByRole('link', { name: number }).click();
    await page.getByText('您反映的问题已经修好').waitFor();
    expect(await page.getByRole('button', { name: '办结', exact: true }).count()).toBe(0);
  });

  it('is called back and closed by the dispatcher', async () => {
    const { page } = dispatcher;
    await callBack(page, '居民说办好了', '满意');
    await page.getByText('居民说办好了，满意').waitFor();
    await close(page);
    await page.goto(`${desk.url}/console/requests?inbox=call-back`);
    await page.getByText('共 2 条').waitFor();
    expect(await page.getByRole('link', { name: number }).count()).toBe(0);
  });

  it('many are assigned at once', async () => {
    const { page, keep } = dispatcher;
    numbers = [await enter(counter, 'stray-dog', '东门口'), await enter(counter, 'stray-dog', '西门口')];
    await page.goto(`${desk.url}/console/requests?inbox=all&category=stray-dog&open=1`);
    await page.getByText('共 2 条').waitFor();
    for (const each of numbers) await page.getByLabel(`选中 ${each}`).check();
    await page.getByRole('button', { name: '一起派单' }).click();
    const dialog = page.getByRole('dialog');
    await pickDepartment(page, dialog, '公安');
    await dialog.getByRole('button', { name: '派单' }).click();
    await page.getByText('派出 2 件').waitFor();
    await keep('requests');
    expect(await page.getByRole('row', { name: /公安/ }).count()).toBe(2);
  });

  it('is merged into one of the same place and category that is suggested', async () => {
    const { page } = dispatcher;
    const [first = ''] = numbers;
    const second = await enter(counter, 'dog', '东门口', { what: 'stray' });
    await openCase(page, second);
    await classify(page, '流浪犬', '说的是同一群狗');
    await page.getByText('可能是同一件事').waitFor();
    await merge(page, first);
    await page.locator('.ant-tag', { hasText: '已合并' }).first().waitFor();
    await openCase(page, first);
    await page.getByText('2 户反映').first().waitFor();
    await page.getByText(`并入 ${second}`).waitFor();
  });

  it('the rows of the filter come out as a sheet', async () => {
    const { page } = dispatcher;
    await page.goto(`${desk.url}/console/requests?inbox=all&category=stray-dog`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(1 + 4);
    for (const each of [number, ...numbers]) expect(lines.some((line) => line.includes(each))).toBe(true);
  });

  it('is counted by a formula that is told, and the figure leads to the case', async () => {
    const { page, keep } = dispatcher;
    await page.goto(`${desk.url}/console/requests/statistics?by=category`);
    const counted = page.getByRole('link', { name: '查看：流浪犬，响应率里算的全部' });
    await counted.filter({ hasText: /^3$/ }).waitFor();
    await page.getByRole('button', { name: '按时率怎么算' }).click();
    await page.getByText('期限内答复的 ÷ 已经答复或已经过期的').waitFor();
    await keep('request-statistics');
    await page.getByLabel('并入另一件的').click();
    await counted.filter({ hasText: /^4$/ }).waitFor();
    await page.getByRole('link', { name: '查看：流浪犬，没办完' }).click();
    await page.getByText('共 2 条').waitFor();
  });

  it('leaves the browser nothing to complain of', () => {
    expect([dispatcher, handler, counter].flatMap((each) => each.complaints)).toEqual([]);
  });
});
