// A set-top box out of its carton: it shows a code, staff bind it, it lives, it is steered from afar, and it is sent away.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { approveActivation } from '../../src/contract/activation.ts';
import { authoriseBoxes, commandBox, readBox, revokeBox } from '../../src/contract/fleet.ts';
import type { BoxId } from '../../src/contract/ids.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import { keepPicture } from '../engines/artifacts.ts';
import { CHOSEN } from '../engines/chosen.ts';
import type { Engine, Tab } from '../engines/engine.ts';
import { installedEngine } from '../engines/installed.ts';
import { type House, openHouse } from './house.ts';
import type { Call } from './staff.ts';
import { inSteps } from './steps.ts';
import { waitForScreen } from './television.ts';

const HOME = '3703060020070010010101' as RegionCode;
/** A box reports what it shows up to half a minute later. */
const REPORTED_MS = 60_000;

for (const name of CHOSEN) {
  const start = await installedEngine(name);

  describe.skipIf(start === null)(`a box that joins in ${name}`, () => {
    let house: House;
    let engine: Engine;
    let tab: Tab;
    let operator: Call;
    let box: BoxId;
    let pin: string | null;

    beforeAll(async () => {
      if (start === null) return;
      house = await openHouse();
      engine = await start();
      operator = await house.staff('operator');
    });
    afterAll(async () => {
      await engine?.close();
      await house?.close();
    });
    const picture = (title: string) => keepPicture(name, title, tab);
    const code = () => tab.evaluate<string | null>("document.documentElement.getAttribute('data-code')");

    inSteps(() => picture('failed'));

    it('shows a code when nobody has set it up', async () => {
      tab = await engine.open(`${house.url}/tv/`);
      await waitForScreen(tab, { screen: 'activate' });
      await tab.waitFor("document.documentElement.getAttribute('data-code')", { what: 'a code' });
      expect(await code()).toMatch(/^[2-9AFHKMPRWXY]{4}-?[2-9AFHKMPRWXY]{4}$/);
      await picture('20-activate');
    });

    it('goes home as soon as the code was typed in the console, without anyone touching it', async () => {
      const userCode = (await code()) ?? '';
      const bound = await operator(approveActivation, {
        params: { userCode },
        body: { household: HOME, smartCard: null },
      });
      [box, pin] = [bound.box, bound.pin];
      expect(bound).toMatchObject({ place: '爱国社区', name: '1号楼 101' });
      await waitForScreen(tab, { screen: 'home', status: null });
      await picture('21-home');
    });

    it('is seen online in the fleet, with nothing missing on its screen', async () => {
      await vi.waitFor(
        async () => {
          const { standing, position } = await operator(readBox, { params: { id: box } });
          expect(standing).toBe('online');
          expect(position.desired).toBeGreaterThan(0);
          expect(position).toEqual({
            desired: position.desired,
            received: position.desired,
            verified: position.desired,
            rendered: position.desired,
          });
        },
        { timeout: REPORTED_MS, interval: 250 },
      );
    });

    it('puts a sign on its screen when the staff look for it, and says that it did', async () => {
      await operator(commandBox, { params: { id: box }, body: { kind: 'identify' } });
      await waitForScreen(tab, { overlay: 'identify' });
      await picture('22-identify');
      await tab.press('back');
      await waitForScreen(tab, { screen: 'home', overlay: null });
      await vi.waitFor(async () => {
        const { commands } = await operator(readBox, { params: { id: box } });
        expect(commands[0]?.doneAt).not.toBeNull();
      });
    });

    it("shows what is private only once the operator allows it, and only for the household's PIN", async () => {
      expect(pin).toMatch(/^\d{6}$/);
      const type = async (digits: string) => {
        for (const digit of digits) await tab.press(digit as RemoteKey);
      };
      await operator(authoriseBoxes, { body: { boxes: [box] } });
      await tab.press('blue');
      await waitForScreen(tab, { overlay: 'pin' });
      await picture('23-pin');
      await type(pin === '222222' ? '333333' : '222222');
      // Refused: the boxes are empty again.
      await waitForScreen(tab, { overlay: 'pin', focus: 'digits:0' });
      await type(pin ?? '');
      await waitForScreen(tab, { screen: 'household', overlay: null });
      await picture('24-household');
      await tab.press('back');
      await waitForScreen(tab, { screen: 'home' });
    });

    it('falls back to a new code at once when its credential is revoked', async () => {
      await operator(revokeBox, { params: { id: box }, body: { reason: '机顶盒丢失' } });
      await waitForScreen(tab, { screen: 'activate' });
      await picture('25-revoked');
    });
  });
}
