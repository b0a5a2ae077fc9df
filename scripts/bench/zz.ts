import { postgres, startPostgres } from '../../tests/support/postgres.ts';
const p = await postgres.find();
const s = await startPostgres(p!, { sharedBuffers: '128MB' });
console.log(await s.createDatabase());
await new Promise(() => {setInterval(()=>{},1e6)});
