// A process for killing: opens the store in a folder and inserts rows one after another, printing each when acknowledged.
import { openStore } from '../../../src/server/store/open.ts';

const [dataDir = '', from = '0'] = process.argv.slice(2);
const store = await openStore({ dataDir, clock: Date.now });
process.stdout.write('open\n');
for (let n = Number(from); ; n += 1) {
  const at = new Date(0).toISOString() as never;
  const row = { at, who: 'test', action: 'test', subject: String(n), detail: '{}', staff_id: null, region_code: null };
  await store.transaction(async (trx) => {
    await trx.insertInto('audit').values(row).execute();
  });
  process.stdout.write(`${n}\n`);
}
