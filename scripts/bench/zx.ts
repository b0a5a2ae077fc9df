import { openStore } from '../../src/server/store/open.ts';
import { p95, tasks } from './requests.ts';
const log = { info() {}, warn() {}, error() {}, fatal() {} };
const store = await openStore({ dataDir: '', databaseUrl: process.argv[2], clock: Date.now, log });
try { for (const [n, run] of tasks(store)) if (n.match(process.argv[3] ?? '')) console.log(n, await p95(run)); } catch (e) { console.log(e); }
await store.close();
