// What was looked up is counted on the box, told in batches, and told again until it is heard.
import { describe, expect, it } from 'vitest';
import { Lookups } from '../../../src/contract/catalogue.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { countLookups, lookupsOn } from '../../../src/tv/catalogue/lookups.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const POST = 'POST /api/box/lookups';
const QUARTER = 15 * 60_000;

function start(shelf = fakeShelf(), net = fakeHttp({ [POST]: { status: 204 } })) {
  const timers = fakeTimers();
  const counter = countLookups({
    ...{ ask: askWith(net.http, () => 'box-token'), timers, random: () => 0.5 },
    kept: lookupsOn(shelf),
  });
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const told = () => net.asked(POST).map(({ body }) => Lookups.parse(JSON.parse(body ?? '')));
  return { net, shelf, timers, counter, pass, told };
}

describe('look-ups', () => {
  it('are gathered for some minutes and told once, as counts alone', async () => {
    const { counter, pass, told } = start();
    counter.opened('0203');
    counter.opened('0203');
    counter.opened('0802');
    counter.missed('7777');
    await pass(60_000);
    expect(told()).toEqual([]);
    await pass(QUARTER);
    expect(told()).toEqual([
      {
        opened: [
          { number: '0203', times: 2 },
          { number: '0802', times: 1 },
        ],
        missed: [{ digits: '7777', times: 1 }],
      },
    ]);
    await pass(10 * QUARTER);
    expect(told()).toHaveLength(1);
  });

  it('survive a restart and a dead line, and what comes meanwhile is told besides', async () => {
    const shelf = fakeShelf();
    const first = start(shelf, fakeHttp({ [POST]: { status: 0 } }));
    first.counter.opened('0203');
    await first.pass(QUARTER);
    expect(first.told()).toHaveLength(1);
    first.counter.stop();
    const again = start(shelf);
    again.counter.opened('0203');
    again.counter.opened('0101');
    await again.pass(QUARTER);
    expect(again.told()[0]?.opened).toEqual([
      { number: '0203', times: 2 },
      { number: '0101', times: 1 },
    ]);
    await again.pass(QUARTER);
    expect(again.told()).toHaveLength(1);
  });

  it('are not sent for ever where the server does not take them', async () => {
    const { counter, pass, told } = start(fakeShelf(), fakeHttp({ [POST]: { status: 400 } }));
    counter.missed('7777');
    await pass(20 * QUARTER);
    expect(told()).toHaveLength(1);
  });

  it('never are more than one report may hold', async () => {
    const { counter, pass, told } = start();
    for (let digits = 1000; digits < 1200; digits += 1) counter.missed(String(digits));
    await pass(QUARTER);
    expect(told()[0]?.missed).toHaveLength(50);
  });
});
