// What boxes tell of themselves, each in its maker's way.
import { describe, expect, it } from 'vitest';
import { engineOf, factsFromGlobals } from '../../../src/tv/box/globals.ts';

const CARD = '8531002026000017';

describe('what a box tells of itself', () => {
  it.each([
    ['iPanel', { CA: { card: { serialNumber: CARD } }, hardware: { STB: { hVersion: 'HC3100' } } }],
    ['Coship', { CA: { serialNumber: CARD }, hardware: { STB: { model: 'HC3100' } } }],
    [
      'Inspur',
      {
        iSTB: { settings: { get: (name: string) => (name === 'sys:ca0:cardnumber' ? CARD : '') } },
        linliBox: { model: 'HC3100' },
      },
    ],
    ["an operator's shell", { linliBox: { smartCard: '8531 0020 2600 0017', model: ' HC3100 ' } }],
  ])('is read from %s', (_, globals) => {
    expect(factsFromGlobals(globals)).toEqual({ model: 'HC3100', smartCard: CARD });
  });

  it('is read from an IPTV box, whichever carrier it is of', () => {
    const CUGetConfig = (name: string) => (name === 'STBType' ? 'B860AV2' : '');
    expect(factsFromGlobals({ Authentication: { CTCGetConfig: () => '', CUGetConfig } })).toEqual({
      model: 'B860AV2',
      smartCard: null,
    });
  });

  it('is nothing in a plain browser, or where a maker left a placeholder', () => {
    expect(factsFromGlobals({})).toEqual({ model: null, smartCard: null });
    expect(
      factsFromGlobals({ CA: { card: { serialNumber: '0' } }, Authentication: { CTCGetConfig: () => null } }),
    ).toEqual({
      model: null,
      smartCard: null,
    });
  });

  it('is nothing rather than a fault when an object throws at being looked at', () => {
    const CA = Object.defineProperty({}, 'card', {
      get: () => {
        throw new Error('no card');
      },
    });
    expect(factsFromGlobals({ CA, linliBox: { smartCard: CARD } }).smartCard).toBe(CARD);
    expect(factsFromGlobals({ CA }).smartCard).toBeNull();
  });
});

describe('the engine', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15',
      'WebKit 605.1.15',
    ],
    ['Mozilla/5.0 (Linux) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36', 'Chromium 143.0.0.0'],
    ['iPanel', 'iPanel'],
    ['', 'unknown'],
  ])('of %s is %s', (agent, engine) => {
    expect(engineOf(agent)).toBe(engine);
  });
});
