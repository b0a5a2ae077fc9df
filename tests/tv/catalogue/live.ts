// A keeper of the catalogue at work against a server of a few lines, on fake time.
import type { Manifest } from '../../../src/contract/catalogue.ts';
import { type KeyOf, keysIn } from '../../../src/domain/signing/trust.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import type { Catalogue } from '../../../src/tv/catalogue/catalogue.ts';
import { keepCatalogue } from '../../../src/tv/catalogue/keep.ts';
import { catalogueOn } from '../../../src/tv/catalogue/shelf.ts';
import { createClock } from '../../../src/tv/feed/clock.ts';
import { createLog } from '../../../src/tv/log.ts';
import { exampleParts } from '../../../src/tv/mocks/guides.ts';
import { HOME } from '../examples.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';
import { SIGNER } from '../signer.ts';

type Part = ReturnType<typeof exampleParts>[number];

export const PARTS: readonly Part[] = exampleParts();

/** `serve` changes what it has; the hash of a part decides its path. */
export function library(parts: readonly Part[] = PARTS, manifest: Manifest = SIGNER.manifest(parts)) {
  const net = fakeHttp({});
  const serve = (next: readonly Part[], signed: Manifest) => {
    net.routes['GET /api/box/catalogue'] = { json: signed };
    signed.parts.forEach(({ hash }, index) => {
      net.routes[`GET /api/catalogue/${hash}`] = { body: next[index]?.text ?? '' };
    });
  };
  serve(parts, manifest);
  const fetched = () => net.requests.filter(({ path }) => path.startsWith('/api/catalogue/')).length;
  return { ...net, serve, fetched };
}

export async function start(
  net = library(),
  {
    shelf = fakeShelf(),
    keys = keysIn(SIGNER.trustList()) as KeyOf,
    workMs = 0,
    readKeys = async () => null as unknown,
  } = {},
) {
  const timers = fakeTimers();
  let worked = 0;
  const steady = () => {
    worked += workMs;
    return timers.steady() + worked;
  };
  const emitted: Catalogue[] = [];
  let trusted = keys;
  const log = createLog(() => timers.wall());
  const keeper = keepCatalogue({
    ask: askWith(net.http, () => 'box-token'),
    timers: { ...timers, steady },
    random: () => 0.5,
    log,
    clock: createClock(timers, shelf, () => undefined),
    kept: catalogueOn(shelf),
    keyOf: (id) => trusted(id),
    readKeys,
    emit: (catalogue) => emitted.push(catalogue),
  });
  await settled();
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const heard = async (catalogue = 1, community = HOME.community) => {
    keeper.heard({ catalogue, community });
    for (let turn = 0; turn < 20; turn += 1) await settled();
  };
  const held = () => emitted[emitted.length - 1] ?? null;
  const numbers = () => held()?.guides.map(({ number }) => number) ?? null;
  const lines = () => log.waiting().map(({ text }) => text);
  const trust = (next: KeyOf) => {
    trusted = next;
  };
  return { net, shelf, timers, keeper, emitted, pass, heard, held, numbers, lines, trust };
}
