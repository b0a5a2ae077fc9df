import { openStore } from '../../src/server/store/open.ts';
import { fill } from './requests.ts';
const log = { info() {}, warn() {}, error() {}, fatal() {} };
const store = await openStore({ dataDir: '', databaseUrl: process.argv[2], clock: Date.now, log });
try { console.time('fill'); console.log(await fill(store, 100000)); } catch (e) { console.log(e); }
console.timeEnd('fill');
await store.close();
