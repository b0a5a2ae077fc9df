// Runs a benchmark by name: `npm run bench -- <name> [options] [--json]`. The last line printed is one JSON object.
import { emergency } from './emergency.ts';
import { fleet } from './fleet.ts';
import { importList } from './import.ts';
import { keyboard } from './keyboard.ts';
import { push } from './push.ts';
import { requests } from './requests.ts';
import { search } from './search.ts';

/** A benchmark takes its own command line and answers its figures; `say` is for people, silent with `--json`. */
export type Bench = (args: string[], say: (line: string) => void) => Promise<Readonly<Record<string, number>>>;

const BENCHES: Readonly<Record<string, Bench>> = {
  emergency,
  fleet,
  import: importList,
  keyboard,
  push,
  requests,
  search,
};

const [name = '', ...rest] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`usage: npm run bench -- <${Object.keys(BENCHES).join('|')}> [options] [--json]`);
  process.exit(2);
}
const args = rest.filter((arg) => arg !== '--json');
const figures = await bench(args, args.length < rest.length ? () => {} : console.log);
console.log(JSON.stringify(figures));
