// Favourites change at once on the box and reach the server in order, with or without a network meanwhile.
import { describe, expect, it } from 'vitest';
import type { GuideNumber } from '../../../src/contract/guides.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { type FavouriteChange, favouriteChangesOn, tellFavourites } from '../../../src/tv/catalogue/favourites.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const [CARD, BOOK] = ['0203', '0801'] as [GuideNumber, GuideNumber];
const keep = (number: GuideNumber) => ({ number, keep: true });
const drop = (number: GuideNumber) => ({ number, keep: false });

async function start(status = 204, shelf = fakeShelf()) {
  const timers = fakeTimers();
  const net = fakeHttp({});
  const serve = (next: number) => {
    for (const method of ['PUT', 'DELETE'])
      for (const number of [CARD, BOOK]) net.routes[`${method} /api/box/favourites/${number}`] = { status: next };
  };
  serve(status);
  const told: FavouriteChange[] = [];
  const teller = tellFavourites({
    ...{ ask: askWith(net.http, () => 'box-token'), timers, random: () => 0.5 },
    kept: favouriteChangesOn(shelf),
    told: (change) => told.push(change),
  });
  await settled();
  const asked = () => net.requests.map(({ method, path }) => `${method} ${path.slice(-4)}`);
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  return {
    teller,
    told,
    asked,
    serve,
    pass,
    shelf,
    async change(one: FavouriteChange) {
      teller.change(one);
      await settled();
    },
  };
}

describe('a favourite', () => {
  it('is told at once', async () => {
    const { change, asked, told } = await start();
    await change(keep(CARD));
    await change(drop(BOOK));
    expect(asked()).toEqual(['PUT 0203', 'DELETE 0801']);
    expect(told).toEqual([keep(CARD), drop(BOOK)]);
  });

  it('waits for the line, over a restart, and stands over what the server says meanwhile', async () => {
    const shelf = fakeShelf();
    const first = await start(0, shelf);
    await first.change(keep(CARD));
    await first.change(drop(BOOK));
    expect(first.teller.over([BOOK])).toEqual([CARD]);
    first.teller.stop();
    const again = await start(204, shelf);
    expect(again.asked()).toEqual(['PUT 0203', 'DELETE 0801']);
    expect(again.teller.over([BOOK])).toEqual([BOOK]);
  });

  it('that was changed back before anyone heard is told as it is now', async () => {
    const { change, asked, serve, teller } = await start(0);
    await change(keep(CARD));
    await change(keep(BOOK));
    await change(drop(BOOK));
    serve(204);
    teller.hurry();
    await settled();
    expect(asked()).toEqual(['PUT 0203', 'PUT 0203', 'DELETE 0801']);
  });

  it('of a guide that is gone is not told for ever', async () => {
    const { change, asked, told, pass } = await start(404);
    await change(keep(CARD));
    await pass(3_600_000);
    expect([asked(), told]).toEqual([['PUT 0203'], []]);
  });
});
