// A resident reports a car on the fire lane: by keys, on by phone, handled in the console, rated; then one without a network.
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHandover } from '../../src/contract/box-requests.ts';
import { listRequests, readRequest } from '../../src/contract/request-calls.ts';
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import { answer, openCase, start } from '../console/request-desk.ts';
import { signIn } from '../console/staff-desk.ts';
import { keepPicture } from '../engines/artifacts.ts';
import { CHOSEN } from '../engines/chosen.ts';
import type { Engine, Tab } from '../engines/engine.ts';
import { installedEngine } from '../engines/installed.ts';
import { needs, program } from '../support/needs.ts';
import { type Front, openFront } from './front.ts';
import { type House, openHouse } from './house.ts';
import { pinOf } from './pin.ts';
import type { Call } from './staff.ts';
import { inSteps } from './steps.ts';
import { shown, waitForScreen } from './television.ts';

const PLACE = '车站社区';
const MOST_KEYS = 15;
const ANSWER = '车已经挪走，消防通道划了黄线';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' };

/** Notes what the page asks for: the phone's square is for a camera, and not for a test. */
const WATCH = `(function () {
  var asked = (window.asked = []);
  var open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url) {
    asked.push(method + ' ' + url);
    return open.apply(this, arguments);
  };
})()`;

const phonePath = await needs({
  what: 'Chromium',
  find: () => program('chromium'),
  install: 'apt-get install chromium',
});

for (const name of CHOSEN) {
  const startEngine = await installedEngine(name);

  describe.skipIf(startEngine === null || phonePath === null)(`a request from the television in ${name}`, () => {
    let house: House;
    let front: Front;
    let engine: Engine;
    let tab: Tab;
    let browser: Browser;
    let phone: Page;
    let police: Call;
    let pin: readonly RemoteKey[];
    let number: string;
    let begun: string;

    beforeAll(async () => {
      if (startEngine === null || phonePath === null) return;
      house = await openHouse();
      begun = new Date().toISOString();
      front = await openFront(house.url);
      engine = await startEngine();
      browser = await chromium.launch({ executablePath: phonePath, args: ['--no-sandbox'] });
      pin = await pinOf(house, PLACE);
      police = await house.staff('gongan');
    });
    afterAll(async () => {
      await browser?.close();
      await engine?.close();
      await front?.close();
      await house?.close();
    });
    const picture = (title: string) => keepPicture(name, `request-${title}`, tab);
    inSteps(() => picture('failed'));
    const press = async (...keys: readonly RemoteKey[]) => {
      for (const key of keys) await tab.press(key);
    };
    /** Those of this journey, not of the demo. */
    const received = async () =>
      (await police(listRequests, { query: { inbox: 'all' } })).items.filter(({ askedAt }) => askedAt >= begun);

    /** The link in the square, as the television got it. */
    async function linkOf(): Promise<string> {
      const asked = await tab.evaluate<string[]>('window.asked');
      const path = asked.map((line) => line.match(/^PUT .*(\/api\/box\/handovers\/[\w-]+)$/)?.[1]).find(Boolean);
      const { method, example } = openHandover;
      const answer = await fetch(`${front.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${house.box(PLACE)}` },
        // Handed over it is already: what is told now changes nothing.
        body: JSON.stringify(example.body),
      });
      return openHandover.reply.parse(await answer.json()).url;
    }

    it(`is put together and handed to a phone by at most ${MOST_KEYS} keys`, async () => {
      tab = await engine.open(`${front.url}/tv/#box=${house.box(PLACE)}`);
      await waitForScreen(tab, { screen: 'home', status: null });
      await tab.evaluate(WATCH);
      const steps = [
        ['3', { screen: 'report', page: '1/3' }],
        ['right', { screen: 'report', page: '2/3' }],
        ['3', { screen: 'report-where' }],
        ['2', { screen: 'report-where', focus: 'cards:0' }],
        ['4', { screen: 'report-what' }],
        ['1', { screen: 'report-review', focus: 'actions:0' }],
        ['7', { screen: 'handover', request: 'waiting' }],
      ] as const;
      for (const [key, screen] of steps) {
        await press(key);
        await waitForScreen(tab, screen);
        await picture(`0${steps.findIndex((step) => step[0] === key && step[1] === screen) + 1}-${screen.screen}`);
      }
      expect(steps.length).toBeLessThanOrEqual(MOST_KEYS);
    });

    it('goes on at the phone, with words and a photo, and the television follows until it has its number', async () => {
      phone = await (await browser.newContext(PHONE)).newPage();
      await phone.goto(await linkOf());
      await phone.getByRole('heading', { name: '乱停车' }).waitFor();
      await phone.getByLabel('还想说什么').fill('白色面包车，停了三天');
      const create = { width: 1600, height: 1200, channels: 3, background: '#705020' } as const;
      const buffer = await sharp({ create }).jpeg().toBuffer();
      await phone.locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
      await phone.getByAltText('第 1 张照片').waitFor();
      await waitForScreen(tab, { screen: 'handover', request: 'writing' });
      await phone.getByRole('button', { name: '写好了，看一看' }).tap();
      await picture('08-writing');
      await phone.getByRole('button', { name: '交上去' }).tap();
      await phone.getByRole('heading', { name: '已经交上去了' }).waitFor();
      await waitForScreen(tab, { screen: 'handover', request: 'sent' });
      number = (await shown(tab)).number ?? '';
      await phone.getByText(number).waitFor();
      await picture('09-sent-by-phone');
    });

    it('is with the police, who begin and answer in the console', async () => {
      const [summary, ...others] = await received();
      expect([summary?.number, others]).toEqual([number, []]);
      const params = { id: summary?.id ?? '' };
      const { state, text, actions } = await police(readRequest, { params });
      expect([state, text]).toEqual(['assigned', '白色面包车，停了三天']);
      expect(actions[0]?.photos).toHaveLength(1);
      const desk = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
      await desk.goto(`${house.url}/console/`);
      await signIn(desk, 'gongan');
      await desk.getByRole('menuitem').first().waitFor();
      await openCase(desk, number);
      await start(desk, '马上去看');
      await answer(desk, ANSWER);
      await desk.close();
      expect((await police(readRequest, { params })).state).toBe('answered');
    });

    it('is looked at behind the PIN and rated by a digit, which closes it', async () => {
      await press('ok');
      await waitForScreen(tab, { screen: 'report' });
      await press('blue', ...pin);
      await waitForScreen(tab, { screen: 'requests', focus: 'rows:0' });
      await picture('10-mine');
      await press('ok');
      await waitForScreen(tab, { screen: 'request', request: 'answered' });
      await picture('11-answered');
      await press('5');
      await waitForScreen(tab, { screen: 'request', request: 'closed' });
      await picture('12-rated');
      const [summary] = await received();
      const request = await police(readRequest, { params: { id: summary?.id ?? '' } });
      expect(request).toMatchObject({ state: 'closed', score: 5 });
    });

    it('without a network stays in the box, over a power cut too', async () => {
      await press('home');
      await waitForScreen(tab, { screen: 'home' });
      front.setLine('cut');
      await press('3', 'right', '3', '1', '2', 'ok');
      await waitForScreen(tab, { screen: 'report-sent', request: 'kept' });
      await picture('13-kept');
      await press('back');
      await waitForScreen(tab, { screen: 'home', request: 'kept' });
      await picture('14-waiting');
      expect(await received()).toHaveLength(1);
    });

    it('is received once when there is one again, also where its first answer got lost', async () => {
      front.setLine('deaf');
      await tab.reload();
      await expect.poll(async () => (await received()).length, { timeout: 20_000 }).toBe(2);
      // Cut, so that the box cannot hear of it and start anew in the same moment.
      front.setLine('cut');
      await tab.reload();
      await waitForScreen(tab, { screen: 'home', request: 'kept' });
      front.setLine('whole');
      await waitForScreen(tab, { screen: 'home', request: 'told' });
      await press('3');
      await waitForScreen(tab, { screen: 'report-sent', request: 'sent' });
      await picture('15-told');
      const numbers = (await received()).map((each) => each.number);
      expect(numbers).toHaveLength(2);
      expect(numbers).toContain((await shown(tab)).number);
    });
  });
}
