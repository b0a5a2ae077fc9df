import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTLED_MS } from '../../../src/server/providers/csv-folder.ts';
import { toGb18030 } from '../../support/gb18030.ts';
import { ACCOUNT, gasFile, gasRows, OCTOBER, openWorld, type World } from './world.ts';

const HOUR = 3_600_000;
const paid = (amount: string) => gasFile(gasRows(OCTOBER, ACCOUNT, [amount, '54.09']));

describe("a folder into which a provider's files are dropped", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.stop());

  const amount = async () => (await world.bills('gas')).bills[0]?.amountDue;

  it('is read from its newest file, and dates what it tells by when that was written', async () => {
    await world.drop('z-old.csv', paid('11.11'), 3 * HOUR);
    await world.drop('a-new.csv', paid('22.22'), 2 * HOUR);
    expect(await amount()).toBe(2_222);
    expect((await world.bills('gas')).asOf).toBe('2026-11-25T02:00:00.000Z');
  });

  it('gives what a newer file says as soon as it has been whole for a while', async () => {
    await world.drop('1.csv', paid('11.11'), HOUR);
    await world.drop('2.csv', paid('22.22'), SETTLED_MS - 1);
    expect(await amount()).toBe(1_111);
    world.pass(1);
    expect(await amount()).toBe(2_222);
  });

  it('passes over files that break off, wherever they do', async () => {
    await world.drop('1.csv', paid('11.11'), 2 * HOUR);
    const whole = paid('22.22');
    const row = whole.lastIndexOf('\r\n', whole.length - 3) + 2;
    for (const end of [0, 5, row + 1, row + 20, whole.length - 1]) {
      await world.drop('2.csv', whole.slice(0, end), HOUR);
      expect(await amount()).toBe(1_111);
      // A row that breaks off and is ended all the same has too few cells.
      if (end > row) await world.drop('2.csv', `${whole.slice(0, row + 20)}\r\n`, HOUR);
      expect(await amount()).toBe(1_111);
    }
  });

  it('passes over what is no CSV file by its name, and what is hidden', async () => {
    await world.drop('1.csv', paid('11.11'), 2 * HOUR);
    for (const name of ['2.csv.part', '2.tmp', '.2.csv', '2.txt']) await world.drop(name, paid('22.22'), HOUR);
    expect(await amount()).toBe(1_111);
  });

  it('is read in GB 18030 as well, and with a byte order mark', async () => {
    await world.drop('1.csv', toGb18030(paid('11.11')), 2 * HOUR);
    expect(await amount()).toBe(1_111);
    await world.drop('2.csv', `\uFEFF${paid('22.22')}`, HOUR);
    expect(await amount()).toBe(2_222);
  });

  it('is out of reach without a whole file, and without the folder', async () => {
    await expect(amount()).rejects.toMatchObject({ trouble: 'unreachable', fault: 'no-file' });
    await world.stop();
    await expect(amount()).rejects.toMatchObject({ trouble: 'unreachable', fault: 'folder' });
    world = await openWorld();
  });

  it('is unreadable where a column of the mapping is missing', async () => {
    await world.drop('1.csv', paid('11.11').replace('金额', '钱'));
    await expect(amount()).rejects.toMatchObject({ trouble: 'unreadable', fault: 'list' });
  });

  it("never shows another account's row", async () => {
    await world.drop('1.csv', gasFile([...gasRows(OCTOBER, '9999999999', ['1.00', '1.00']), ...gasRows(OCTOBER)]));
    expect((await world.bills('gas')).bills.map((bill) => bill.amountDue)).toEqual([4_680, 5_409]);
  });
});
