// A notice written by staff is on the televisions of its community and on no other, and its receipts come back.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NoticeId } from '../../src/contract/ids.ts';
import { readDelivery } from '../../src/contract/notices.ts';
import { artifactsOf, keepPicture } from '../engines/artifacts.ts';
import { CHOSEN } from '../engines/chosen.ts';
import type { Engine, Tab } from '../engines/engine.ts';
import { installedEngine } from '../engines/installed.ts';
import { type Front, openFront } from './front.ts';
import { type House, openHouse } from './house.ts';
import { approvedNotice, type Call, REVIEWERS } from './staff.ts';
import { inSteps } from './steps.ts';
import { noticesOfList, shown, waitForScreen } from './television.ts';

const HERE = { code: '370306001001', place: '车站社区' };
const ELSEWHERE = '爱国社区';
const PLAN = new URL('../../src/server/seed/plan-2015.md', import.meta.url);

for (const name of CHOSEN) {
  const start = await installedEngine(name);

  describe.skipIf(start === null)(`a notice on its way to the television in ${name}`, () => {
    let house: House;
    let front: Front;
    let engine: Engine;
    let here: Tab;
    let elsewhere: Tab;
    let author: Call;
    let id: NoticeId;

    beforeAll(async () => {
      if (start === null) return;
      house = await openHouse(process.env.LINLI_KEEP ? join(artifactsOf(name), 'data') : undefined);
      front = await openFront(house.url);
      engine = await start();
      author = await house.staff('chezhan');
    });
    afterAll(async () => {
      await engine?.close();
      await front?.close();
      await house?.close();
    });
    const picture = (title: string, tab = here) => keepPicture(name, title, tab);

    inSteps(() => picture('failed'));

    it('finds two boxes at home in two communities', async () => {
      here = await engine.open(`${front.url}/tv/#box=${house.box(HERE.place)}`);
      elsewhere = await engine.open(`${front.url}/tv/#box=${house.box(ELSEWHERE)}`);
      for (const tab of [here, elsewhere]) await waitForScreen(tab, { screen: 'home', status: null });
      await picture('01-home');
      await picture('02-home-elsewhere', elsewhere);
    });

    it('appears on the screen in its community when it is published', async () => {
      const notice = await approvedNotice(author, await Promise.all(REVIEWERS.map(house.staff)), {
        title: '请看：智慧社区建设实施方案',
        source: '车站社区居委会',
        category: 'policy',
        text: await readFile(PLAN, 'utf8'),
        regions: [HERE.code],
        pinned: true,
        validFrom: new Date().toISOString(),
        validTo: null,
      });
      id = notice.id;
      await notice.publish();
      await waitForScreen(here, { screen: 'home', notice: id });
      await picture('03-published');
    });

    it('is in no list of a box in another community', async () => {
      await elsewhere.press('1');
      await waitForScreen(elsewhere, { screen: 'list' });
      const ids = await noticesOfList(elsewhere);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids).not.toContain(id);
      await picture('04-list-elsewhere', elsewhere);
    });

    it('is first in the list of its own community', async () => {
      await here.press('1');
      await waitForScreen(here, { screen: 'list', notice: id });
      await picture('05-list');
      await here.press('back');
      await waitForScreen(here, { screen: 'home' });
    });

    it('is read page by page to its end, with the remote alone', async () => {
      await here.press('1');
      await waitForScreen(here, { screen: 'list', notice: id });
      await here.press('ok');
      await waitForScreen(here, { screen: 'reader', notice: id });
      await picture('06-first-page');
      const pages = Number((await shown(here)).page?.split('/')[1]);
      expect(pages).toBeGreaterThan(5);
      for (let page = 2; page <= pages; page += 1) {
        await here.press('right');
        await waitForScreen(here, { screen: 'reader', page: `${page}/${pages}` });
        if (page === 2) await picture('07-second-page');
      }
      await picture('08-last-page');
    });

    it('goes back home', async () => {
      await here.press('back');
      await waitForScreen(here, { screen: 'list', notice: id });
      await here.press('back');
      await waitForScreen(here, { screen: 'home' });
      await picture('09-home-again');
    });

    it('has its receipts at the staff console', async () => {
      const delivery = async () => (await author(readDelivery, { params: { id } })).items;
      await vi.waitFor(
        async () =>
          expect(await delivery()).toEqual([
            { region: { code: HERE.code, name: HERE.place }, addressed: 8, received: 1, rendered: 1, read: 1 },
          ]),
        { timeout: 30_000, interval: 100 },
      );
    });

    it('is still on the screen when the box starts without network, marked as kept', async () => {
      await house.stop();
      await here.reload();
      await waitForScreen(here, { screen: 'home', status: 'offline' });
      await picture('10-offline');
      await here.press('1');
      await waitForScreen(here, { screen: 'list', notice: id });
      await picture('11-offline-list');
    });
  });
}
