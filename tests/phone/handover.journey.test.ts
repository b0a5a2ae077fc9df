// A phone goes on with what the television began: written, photographed, cut off from the network, sent.
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followHandover, openHandover } from '../../src/contract/box-requests.ts';
import { type Desk, openDesk, type Seat } from '../console/staff-desk.ts';
import { needs, program } from '../support/needs.ts';

const chromium = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const HERE = { latitude: 36.803, longitude: 117.852 };
const lamp = {
  category: 'street-lamp',
  where: { kind: 'public', place: '小广场', position: null },
  answers: {},
  when: 'any',
  text: '',
  photos: [],
};
const dish = { ...lamp, category: 'dish', where: { kind: 'stairwell', place: null, position: null } };

describe.skipIf(chromium === null)('a phone that goes on with a request', () => {
  let desk: Desk;
  let phone: Seat;
  let id: string;

  beforeAll(async () => {
    desk = await openDesk(String(chromium));
  });
  afterAll(() => desk?.close());

  const asBox = () => ({
    'content-type': 'application/json',
    authorization: `Bearer ${desk.token('车站社区', 0)}`,
  });
  async function handOver(input: object) {
    const handover = randomUUID();
    const url = desk.url + openHandover.path.replace(':id', handover);
    const answer = await fetch(url, { method: 'PUT', headers: asBox(), body: JSON.stringify(input) });
    if (!answer.ok) throw new Error(await answer.text());
    return { id: handover, link: String((await answer.json()).url) };
  }
  /** What the television sees once it is past a revision. */
  const seen = async (handover: string, after: number) =>
    (
      await fetch(`${desk.url}${followHandover.path.replace(':id', handover)}?after=${after}`, { headers: asBox() })
    ).json();
  async function scan(link: string, device: object = PHONE): Promise<Seat> {
    const seat = await desk.seat({ ...device, geolocation: HERE, permissions: ['geolocation'] });
    await seat.page.goto(link);
    return seat;
  }
  const photo = async (color: string) => ({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create: { width: 2400, height: 1800, channels: 3, background: color } })
      .jpeg()
      .toBuffer(),
  });

  it('shows the form of the category, large enough for a thumb', async () => {
    const made = await handOver(lamp);
    id = made.id;
    phone = await scan(made.link);
    const { page } = phone;
    await page.getByRole('heading', { name: '路灯' }).waitFor();
    await page.getByText('车站社区 小广场').waitFor();
    await page.getByText('您写的话会公开').waitFor();
    const sizes = await page
      .locator('button, label.add, input:not([type=file]), textarea')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(sizes.length).toBeGreaterThan(6);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    await phone.keep('phone-form');
  });

  it('says what is missing before it goes on', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: '写好了，看一看' }).tap();
    await page.getByText('这一项还没有填').waitFor();
    await phone.keep('phone-missing');
    await page.getByRole('button', { name: '不亮了' }).tap();
    await page.getByText('这一项还没有填').waitFor({ state: 'hidden' });
  });

  it('brings words and place to the television as they are written', async () => {
    const { page } = phone;
    await page.getByLabel('还想说什么').fill('三盏都不亮');
    await page.getByRole('button', { name: '带上现在的位置' }).tap();
    await page.getByText('位置已经带上了').waitFor();
    let draft = await seen(id, 2);
    while (draft.text === '' || draft.position === null) draft = await seen(id, draft.revision);
    expect(draft).toMatchObject({ text: '三盏都不亮', answers: { what: 'dark' } });
    // GCJ-02 lies some hundred metres beside what the phone was told.
    expect(draft.position.lat).not.toBeCloseTo(HERE.latitude, 4);
    expect(Math.abs(draft.position.lat - HERE.latitude)).toBeLessThan(0.01);
  });

  it('keeps what is written and photographed without a network, over a reload too, and sends it on once there is one', async () => {
    const { page, context } = phone;
    await page.locator('input[type=file]').setInputFiles(await photo('#705020'));
    await page.getByAltText('第 1 张照片').waitFor();
    await page.getByText('已经存好了').waitFor();
    const before = (await seen(id, 0)).revision;
    await context.setOffline(true);
    await page.getByText('没网了，已经存在手机里，连上就接着传').waitFor();
    await page.getByLabel('还想说什么').fill('三盏都不亮，天黑了看不见路');
    await page.locator('input[type=file]').setInputFiles(await photo('#205070'));
    await page.getByText('等着传').waitFor();
    await phone.keep('phone-offline');
    // The network comes back for the page before it does for its calls: nothing gets through before the reload.
    await page.route('**/api/phone/**', (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await page.getByText('连不上，请看看手机有没有网').waitFor();
    await page.unroute('**/api/phone/**');
    await page.getByRole('button', { name: '再试一次' }).tap();
    await page.getByText('已经存好了').waitFor();
    expect(await page.getByLabel('还想说什么').inputValue()).toBe('三盏都不亮，天黑了看不见路');
    let draft = await seen(id, before);
    while (draft.photos.length < 2) draft = await seen(id, draft.revision);
    expect(draft).toMatchObject({ text: '三盏都不亮，天黑了看不见路' });
    await page.getByAltText('第 2 张照片').waitFor();
  });

  it('shows all of it once more, and sends it with a number that the television has too', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: '写好了，看一看' }).tap();
    await page.getByRole('heading', { name: '看看对不对' }).waitFor();
    await page.getByText('2 张').waitFor();
    await phone.keep('phone-review');
    await page.getByRole('button', { name: '交上去' }).tap();
    await page.getByRole('heading', { name: '已经交上去了' }).waitFor();
    const { state, number } = await seen(id, 0);
    expect(state).toBe('sent');
    await page.getByText(number).waitFor();
    await phone.keep('phone-sent');
    await page.reload();
    await page.getByText(number).waitFor();
    expect(phone.complaints).toEqual([]);
  });

  it('keeps nothing of an anonymous report in the phone, and tells its code, on the narrowest screen', async () => {
    const { link } = await handOver(dish);
    const narrow = await scan(link, { ...PHONE, viewport: { width: 320, height: 568 } });
    const { page } = narrow;
    await page.getByText('不记名，不会让人知道是谁反映的。').waitFor();
    expect(await page.getByRole('button', { name: '带上现在的位置' }).count()).toBe(0);
    await page.getByRole('button', { name: '装了小耳朵' }).tap();
    await page.getByLabel('还想说什么').fill('楼顶东边');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await narrow.keep('phone-narrow');
    await page.getByRole('button', { name: '写好了，看一看' }).tap();
    await page.getByRole('button', { name: '交上去' }).tap();
    await page.getByText(/^\d{10}$/).waitFor();
    await narrow.keep('phone-code');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(narrow.complaints).toEqual([]);
  });

  it('says so where a link is none', async () => {
    const { page, keep } = await scan(`${desk.url}/m/r/${'x'.repeat(43)}.${'y'.repeat(43)}`);
    await page.getByRole('heading', { name: '打不开这个链接' }).waitFor();
    await keep('phone-gone');
  });
});
