// A resident looks at the bills while one provider hangs, at what is planned, at places and broadband, and asks to be called.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listContacts } from '../../src/contract/broadband.ts';
import { dayOf } from '../../src/domain/time/almanac.ts';
import { demoAccount, demoOutages } from '../../src/server/seed/providers/demo.ts';
import { simulatedSettings } from '../../src/server/seed/providers/settings.ts';
import { startSimulator } from '../../src/server/seed/providers/simulator.ts';
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import { keepPicture } from '../engines/artifacts.ts';
import { CHOSEN } from '../engines/chosen.ts';
import type { Engine, Tab } from '../engines/engine.ts';
import { installedEngine } from '../engines/installed.ts';
import { type Front, openFront } from './front.ts';
import { type House, openHouse } from './house.ts';
import { pinOf } from './pin.ts';
import { inSteps } from './steps.ts';
import { waitForScreen } from './television.ts';

const PLACE = '车站社区';
/** How long the server waits for a provider. */
const TIME_LIMIT_MS = 1_500;

for (const name of CHOSEN) {
  const start = await installedEngine(name);

  describe.skipIf(start === null)(`bills, outages, places and broadband on the television in ${name}`, () => {
    let folder: string;
    let house: House;
    let front: Front;
    let engine: Engine;
    let tab: Tab;
    let pin: readonly RemoteKey[];
    let simulator: Awaited<ReturnType<typeof startSimulator>>;

    beforeAll(async () => {
      if (start === null) return;
      folder = await mkdtemp(join(tmpdir(), 'linli-living-'));
      await mkdir(join(folder, 'gas'));
      simulator = await startSimulator({
        account: (utility, number) => demoAccount(utility, number, dayOf(Date.now())),
        outages: (utility) => demoOutages(utility, Date.now()),
      });
      simulator.misbehave('power', 'hang');
      const settings = simulatedSettings({
        url: simulator.url,
        gasFolder: join(folder, 'gas'),
        timeLimitMs: TIME_LIMIT_MS,
      });
      await writeFile(join(folder, 'providers.json'), JSON.stringify({ providers: settings }));
      house = await openHouse(folder);
      front = await openFront(house.url);
      engine = await start();
      pin = await pinOf(house, PLACE);
    });
    afterAll(async () => {
      await engine?.close();
      await front?.close();
      await house?.close();
      await simulator?.stop();
      if (folder) await rm(folder, { recursive: true });
    });
    const picture = (title: string) => keepPicture(name, `living-${title}`, tab);
    inSteps(() => picture('failed'));
    const press = async (...keys: readonly RemoteKey[]) => {
      for (const key of keys) await tab.press(key);
    };

    it('shows the bills by the PIN; that of the provider which hangs says so, and those of the others stand', async () => {
      tab = await engine.open(`${front.url}/tv/#box=${house.box(PLACE)}`);
      await waitForScreen(tab, { screen: 'home', status: null });
      await picture('01-home');
      await press('5');
      await waitForScreen(tab, { screen: 'home', overlay: 'pin' });
      await press(...pin);
      await waitForScreen(tab, {
        screen: 'bills',
        focus: 'cards:0',
        bills: 'water:known power:trouble gas:trouble tv:known',
      });
      await picture('02-bills');
      await press('2');
      await waitForScreen(tab, { screen: 'bills', focus: 'cards:1' });
      await picture('03-silent');
    });

    it('asks again by OK, and shows what the provider says as soon as it answers', async () => {
      simulator.misbehave('power', null);
      await press('ok');
      await waitForScreen(tab, { screen: 'bills', bills: 'water:known power:known gas:trouble tv:known' });
      await picture('04-answered');
    });

    it('keeps nothing of them once they were left', async () => {
      await press('7');
      await waitForScreen(tab, { screen: 'outages', bills: null });
      await press('back', '5');
      await waitForScreen(tab, { screen: 'home', overlay: 'pin' });
      await press('back');
      await waitForScreen(tab, { screen: 'home', overlay: null });
    });

    it('shows what is planned, and the places with how far they are', async () => {
      await press('6');
      await waitForScreen(tab, { screen: 'life', focus: 'cards:0' });
      await picture('05-life');
      await press('3');
      await waitForScreen(tab, { screen: 'outages', focus: 'rows:0' });
      await picture('06-outages');
      await press('back', '1');
      await waitForScreen(tab, { screen: 'places', focus: 'cards:0' });
      await picture('07-places');
      await press('ok');
      await waitForScreen(tab, { screen: 'place', focus: 'rows:0' });
      await picture('08-place');
      await press('back', 'back');
      await waitForScreen(tab, { screen: 'life', overlay: null });
    });

    it('lets a household ask by its PIN to be called, and staff see that', async () => {
      await press('2');
      await waitForScreen(tab, { screen: 'offers', focus: 'columns:0' });
      await picture('09-offers');
      await press('ok');
      await waitForScreen(tab, { screen: 'offers', overlay: 'pin' });
      await press(...pin);
      await waitForScreen(tab, { screen: 'contact', contact: 'done' });
      await picture('10-contact');
      const waiting = await (await house.staff('operator'))(listContacts);
      expect(waiting.items.map(({ state, regionName }) => [state, regionName])).toEqual([['new', PLACE]]);
      await press('back', 'green');
      await waitForScreen(tab, { screen: 'offers', overlay: null });
      await picture('11-standard-type');
    });
  });
}
