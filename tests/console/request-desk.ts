// What staff do to a request in the console, by clicking: for journeys that have it handled on the way.
import type { Locator, Page } from 'playwright-core';

/** Opens the case by its number; the page is anywhere in the console, signed in. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.goto(new URL(`/console/requests?inbox=all&text=${number}`, page.url()).href);
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('heading', { name: `事项 ${number}` }).waitFor();
}

/** Of the case that is open. */
export const numberOf = async (page: Page): Promise<string> =>
  /\d{11}/.exec(await page.getByRole('heading', { name: /^事项 \d{11}/ }).innerText())?.[0] ?? '';

/** A department by its name: 公安. */
export async function assign(page: Page, department: string): Promise<void> {
  const dialog = await begin(page, '派单');
  await pickDepartment(page, dialog, department);
  await finish(page, dialog, '派单');
  await page.getByText(`→ ${department}`).last().waitFor();
}

/** Of `words` the resident reads each one. */
export const start = (page: Page, words?: string): Promise<void> => withWords(page, '开始办理', words);
export const answer = (page: Page, words: string): Promise<void> => withWords(page, '答复', words);

/** A ready answer of the office, by its name. */
export async function answerByTemplate(page: Page, template: string): Promise<void> {
  const dialog = await begin(page, '答复');
  await dialog.getByRole('button', { name: template, exact: true }).click();
  await finish(page, dialog, '答复');
}

/** 居民说办好了, 居民说没办好 or 没打通; `satisfied`: 满意, 不满意 or 没有说. */
export async function callBack(page: Page, outcome: string, satisfied?: string): Promise<void> {
  const dialog = await begin(page, '回访');
  await dialog.getByText(outcome, { exact: true }).click();
  if (satisfied) await dialog.getByText(satisfied, { exact: true }).click();
  await finish(page, dialog, '回访');
}

export async function close(page: Page): Promise<void> {
  await withWords(page, '办结');
  await page.locator('.ant-tag', { hasText: '已办结' }).first().waitFor();
}

/** Of another category, by its name. */
export async function classify(page: Page, category: string, reason: string): Promise<void> {
  const dialog = await begin(page, '改类别');
  await dialog.locator('#category').fill(category);
  await page.getByTitle(category, { exact: true }).last().click();
  await dialog.getByLabel(/内部说明/).fill(reason);
  await finish(page, dialog, '改类别');
}

/** Into one of those that are suggested, by its number. */
export async function merge(page: Page, into: string): Promise<void> {
  const dialog = await begin(page, '合并');
  await dialog.getByText(into).click();
  await finish(page, dialog, '合并');
}

export async function pickDepartment(page: Page, dialog: Locator, department: string): Promise<void> {
  await dialog.getByLabel('选择部门').fill(department);
  await page.getByTitle(department, { exact: true }).last().click();
}

/** Opens a move's form, and answers its dialog. */
async function begin(page: Page, move: string): Promise<Locator> {
  await page.getByRole('button', { name: move, exact: true }).click();
  return page.getByRole('dialog').filter({ hasText: move });
}

/** The form stays where the server refuses it. */
async function finish(page: Page, dialog: Locator, move: string): Promise<void> {
  await dialog.getByRole('button', { name: move, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(`已记下：${move}`).last().waitFor();
}

async function withWords(page: Page, move: string, words?: string): Promise<void> {
  const dialog = await begin(page, move);
  if (words) await dialog.getByLabel(/对居民说的话/).fill(words);
  await finish(page, dialog, move);
}
