// A schedule in the console: written with its days beside it, reviewed in three steps, read off the calendar.
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs, program } from '../support/needs.ts';
import { type Desk, openDesk, type Seat } from './staff-desk.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

/** The Monday before the National Day of 2026: 1 to 7 October are days off, Saturday the 10th is worked for them. */
const MONDAY = Date.parse('2026-09-28T09:00:00+08:00');
const END = '2026-10-12 00:00';
const TITLE = '二四六上午办理居住证';
const RIVAL = '周四全天停电';
const WEEKLY = '每周二、四、六，只在工作日，08:00 到 11:00';
const DAYS = ['09-29 周二 08:00–11:00', '10-08 周四 08:00–11:00', '10-10 周六 08:00–11:00'];
const PREVIEWS = '**/api/schedule/preview';
const SOON = { timeout: 20_000 };

describe.skipIf(chromium === null)('a schedule in the console', () => {
  let desk: Desk;
  let author: Seat;
  let colleague: Seat;
  let first: Seat;
  let second: Seat;
  let third: Seat;

  beforeAll(async () => {
    desk = await openDesk(String(chromium), MONDAY);
    author = await desk.sit('chezhan');
    colleague = await desk.sit('chezhan2');
    first = await desk.sit('sichoulu');
    second = await desk.sit('fushen');
    third = await desk.sit('qianfa');
  });
  afterAll(() => desk?.close());

  const meaning = (page: Page) => page.getByRole('alert').filter({ hasText: '意思是：' });
  const daysTold = (page: Page) => meaning(page).locator('.ant-tag').allInnerTexts();
  const fault = (page: Page, sentence: string) => page.locator('.ant-form-item-explain-error', { hasText: sentence });
  const barsOf = (page: Page, title: string) =>
    page
      .getByRole('button', { name: `${title}：` })
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label')?.split('：')[1]));

  const planned = (page: Page) => page.getByTitle(TITLE).locator('..').getByText('审核中');

  async function endAt(page: Page, time: string): Promise<void> {
    await page.locator('#validTo').fill(time);
    await page.locator('#validTo').press('Enter');
  }

  it('is written in plain words, and tells its days with the holidays left out', async () => {
    const { page, keep } = author;
    await page.getByRole('button', { name: '写通知' }).click();
    await page.locator('#title').fill(TITLE);
    await page.locator('#text').fill('请带身份证和户口本到居委会。');
    await endAt(page, END);
    await page.getByRole('combobox', { name: '重复' }).click();
    await page.locator('.ant-select-item-option', { hasText: '每周' }).click();
    await page.getByRole('combobox', { name: '每周' }).click();
    for (const day of ['周二', '周四', '周六', '周一'])
      await page.locator('.ant-select-item-option', { hasText: day }).click();
    await page.keyboard.press('Escape');
    await page.getByText('工作日', { exact: true }).click();
    await page.getByText('只在这些时段').click();
    await page.getByRole('checkbox', { name: /^全屏/ }).click();
    await meaning(page).getByText(WEEKLY).waitFor();
    await expect.poll(() => daysTold(page), SOON).toEqual(DAYS);
    await keep('schedule-written');
  });

  it('has no days beside new words before they are reckoned', async () => {
    const { page } = author;
    const held = new Promise<Route>((done) => void page.route(PREVIEWS, done, { times: 1 }));
    await page.getByText('休息日和节假日').click();
    await meaning(page).getByText('只在休息日和节假日').waitFor();
    const asked = await held;
    expect(await daysTold(page)).toEqual([]);
    await asked.continue();
    await expect.poll(async () => (await daysTold(page))[0], SOON).toBe('10-01 周四 08:00–11:00');
    await page.getByText('工作日', { exact: true }).click();
    await expect.poll(() => daysTold(page), SOON).toEqual(DAYS);
  });

  it('takes back its own faults, and leaves what the form says of the end', async () => {
    const { page } = author;
    await endAt(page, '2028-01-01 00:00');
    await fault(page, '最长 400 天').waitFor();
    await endAt(page, '2026-09-27 00:00');
    await fault(page, '最长 400 天').waitFor({ state: 'detached' });
    await meaning(page).getByText('这样排，一次也播不出来').waitFor();
    expect(await fault(page, '要晚于').count()).toBe(1);
    await endAt(page, END);
    await fault(page, '要晚于').waitFor({ state: 'detached' });
    await expect.poll(() => daysTold(page), SOON).toEqual(DAYS);
  });

  it('stands on the calendar as planned, and as published once it has passed its three steps', async () => {
    const { page } = author;
    await page.getByRole('button', { name: '保存并提交审核' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    const notice = new URL(page.url()).pathname;
    await page.getByRole('menuitem', { name: '播出日历' }).click();
    await expect.poll(() => barsOf(page, TITLE), SOON).toEqual(['2026-09-29 08:00 到 2026-09-29 11:00']);
    expect(await planned(page).count()).toBe(1);
    for (const [reviewer, steps, after] of [
      [first, ['初审通过'], '初审已通过，等待复审。'],
      [second, ['复审通过'], '复审已通过，等待签发。'],
      [third, ['签发到电视', '签发'], '正在电视上显示。'],
    ] as const) {
      await reviewer.page.goto(`${desk.url}${notice}`);
      for (const step of steps) await reviewer.page.getByRole('button', { name: new RegExp(`${step}$`) }).click();
      await reviewer.page.getByText(after).waitFor();
    }
    await page.reload();
    await expect.poll(() => barsOf(page, TITLE), SOON).toHaveLength(1);
    expect(await planned(page).count()).toBe(0);
  });

  it('is on that calendar on the days it told, the working Saturday with them and the holidays not', async () => {
    const { page, keep } = author;
    await page.getByRole('button', { name: '下一周' }).click();
    await page.getByText('2026-10-05 到 2026-10-11').waitFor();
    await expect
      .poll(() => barsOf(page, TITLE), SOON)
      .toEqual(['2026-10-08 08:00 到 2026-10-08 11:00', '2026-10-10 08:00 到 2026-10-10 11:00']);
    await page.getByText('这一周没有冲突').waitFor();
    await keep('schedule-week');
  });

  it('is named beside what wants its place at the same time', async () => {
    const status = await colleague.page.evaluate(async (title) => {
      const send = (path: string, body: object) =>
        fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const made = await send('/api/notices', {
        title,
        source: '车站社区居委会',
        category: 'outage',
        text: '全天停电。',
        regions: ['370306001001'],
        pinned: false,
        validFrom: '2026-10-07T16:00:00.000Z',
        validTo: '2026-10-08T16:00:00.000Z',
        placements: ['full'],
      });
      const { id, revision } = await made.json();
      return (await send(`/api/notices/${id}/moves`, { move: 'submit', revision })).status;
    }, RIVAL);
    expect(status).toBe(200);
    const { page, keep } = author;
    await page.reload();
    const conflict = page.getByRole('alert').filter({ hasText: '几条通知同时要占全屏' });
    await conflict.getByText('2026-10-08 08:00 到 2026-10-08 11:00').waitFor();
    expect((await conflict.getByRole('link').allInnerTexts()).sort()).toEqual([TITLE, RIVAL].sort());
    await keep('schedule-conflict');
  });

  it('is on the television at its hours, and off it on the holiday', async () => {
    const { page } = author;
    const onAir = page.locator('.ant-descriptions').getByRole('link', { name: TITLE });
    const lookAt = async (time: string) => {
      await page.getByLabel('时刻').fill(time);
      await page.getByLabel('时刻').press('Enter');
    };
    await lookAt('2026-10-08 09:00');
    await onAir.first().waitFor();
    await lookAt('2026-10-01 09:00');
    await onAir.first().waitFor({ state: 'detached' });
    await lookAt('2026-10-10 10:59');
    await onAir.first().waitFor();
  });

  it('leaves the browser nothing to complain of', () => {
    expect([author, colleague, first, second, third].flatMap((each) => each.complaints)).toEqual([]);
  });
});
