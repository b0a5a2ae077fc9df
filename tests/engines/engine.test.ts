// The contract of the engine port, held by all three browsers.
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_NAMES, type Engine, type Tab } from './engine.ts';
import { installedEngine } from './installed.ts';
import { serveTestPage, type TestPage } from './test-page.ts';

for (const name of ENGINE_NAMES) {
  const start = await installedEngine(name);

  describe.skipIf(start === null)(`${name} as a set-top box`, () => {
    let engine: Engine;
    let page: TestPage;
    let tab: Tab;

    beforeAll(async () => {
      if (start === null) return;
      page = await serveTestPage();
      engine = await start();
      tab = await engine.open(page.url);
    });
    afterAll(async () => {
      await engine?.close();
      await page?.close();
    });

    const keys = () => tab.evaluate<[code: number, trusted: boolean][]>('keys.splice(0)');

    it.each([
      ['up', 38],
      ['down', 40],
      ['left', 37],
      ['right', 39],
      ['ok', 13],
      ['back', 8],
      ['home', 36],
      ['pageUp', 33],
      ['pageDown', 34],
      ['5', 53],
      ['red', 82],
    ] as const)('hands the key %s to the page as a real key with code %i', async (key, code) => {
      await tab.press(key);
      expect(await keys()).toEqual([[code, true]]);
    });

    it.each([340, 403, 513] as const)('hands raw code %i, which no keyboard has, to the page', async (code) => {
      await tab.press(code);
      expect(await keys()).toEqual([[code, expect.anything()]]);
    });

    it('keeps the order of keys pressed one after the other', async () => {
      for (const key of ['down', 'right', 'right', 'ok'] as const) await tab.press(key);
      expect((await keys()).map(([code]) => code)).toEqual([40, 39, 39, 13]);
    });

    it('gives values of the page and throws its exceptions', async () => {
      expect(await tab.evaluate('{ text: "邻里", list: [1, null, true] }')).toEqual({
        text: '邻里',
        list: [1, null, true],
      });
      expect(await tab.evaluate('undefined')).toBeNull();
      await expect(tab.evaluate('nowhere.to.be.seen')).rejects.toThrow('nowhere');
    });

    it('fetches with XMLHttpRequest', async () => {
      expect(await tab.waitFor('fetched', { what: 'the fetched text' })).toEqual({ text: '邻里' });
    });

    it('receives server-sent events with their ids', async () => {
      await tab.waitFor('source.readyState === 1', { what: 'an open stream' });
      page.send('370306001001:7', '通知');
      expect(await tab.waitFor('events[0]', { what: 'the event' })).toEqual(['370306001001:7', '通知']);
    });

    it('waits in vain with an error that says what for and where', async () => {
      const waiting = tab.waitFor('document.title', { what: 'a title', timeoutMs: 0 });
      await expect(waiting).rejects.toThrow(/a title[\s\S]*127\.0\.0\.1[\s\S]*/);
    });

    it('takes a picture of the right size with what the canvas shows', async () => {
      expect(await tab.evaluate('[innerWidth, innerHeight]')).toEqual([engine.size.width, engine.size.height]);
      const picture = PNG.sync.read(await tab.screenshot());
      expect({ width: picture.width, height: picture.height }).toEqual(engine.size);
      const centre = 4 * (picture.width * (picture.height / 2) + picture.width / 2);
      expect([...picture.data.subarray(centre, centre + 3)]).toEqual([255, 196, 92]);
    });

    it('keeps its storage over a reload, and shares none with another box', async () => {
      await tab.reload();
      expect(await tab.evaluate('localStorage.getItem("visits")')).toBe('2');
      const other = await engine.open(page.url);
      expect(await other.evaluate('localStorage.getItem("visits")')).toBe('1');
      await other.close();
    });

    it('tells what the page wrote to its console', async () => {
      await tab.evaluate('console.log("a word")');
      expect(await tab.console()).toContainEqual(expect.stringContaining('a word'));
    });
  });
}
