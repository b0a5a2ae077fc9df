// The catalogue on a box: from the shelf first, then what the server has; and nothing that is not what was signed.
import { describe, expect, it } from 'vitest';
import { keysIn } from '../../../src/domain/signing/trust.ts';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import { NOTHING } from '../../../src/tv/feed/store.ts';
import { EXAMPLE_GUIDES, exampleParts } from '../../../src/tv/mocks/guides.ts';
import { HOME, ITEMS, NOW } from '../examples.ts';
import { fakeShelf } from '../fakes.ts';
import { FORGER, SIGNER } from '../signer.ts';
import { library, PARTS, start } from './live.ts';

const ALL = EXAMPLE_GUIDES.map(({ number }) => number).sort();
const sorted = (numbers: readonly string[] | null) => numbers && [...numbers].sort();
/** Another 补办身份证, in a part of a newer version. */
const newer = (name = '补领身份证', version = 2) => {
  const parts = exampleParts(EXAMPLE_GUIDES.map((guide) => (guide.number === '0203' ? { ...guide, name } : guide)));
  return { parts, manifest: SIGNER.manifest(parts, { version }) };
};
const nameOf = (box: Awaited<ReturnType<typeof start>>) =>
  box.held()?.guides.find(({ number }) => number === '0203')?.name;

describe('what the server has', () => {
  it('is fetched when the box hears of it, part by part, and kept', async () => {
    const box = await start();
    expect(box.held()).toBeNull();
    await box.heard();
    expect(sorted(box.numbers())).toEqual(ALL);
    expect(box.held()).toMatchObject({ popular: ['0203', '0802'], phone: 'https://linli.example', asOf: NOW });
    expect(box.net.fetched()).toBe(PARTS.length);
    expect(box.lines()).toEqual([]);
  });

  it('is not asked for while there is none, nor again while the box has the newest', async () => {
    const box = await start();
    await box.heard(0);
    expect(box.net.requests).toEqual([]);
    await box.heard(1);
    const asked = box.net.requests.length;
    await box.heard(1);
    expect(box.net.requests).toHaveLength(asked);
  });

  it('comes again only where it has changed', async () => {
    const box = await start();
    await box.heard();
    const { parts, manifest } = newer();
    box.net.serve(parts, manifest);
    await box.heard(2);
    expect(nameOf(box)).toBe('补领身份证');
    expect(box.net.fetched()).toBe(PARTS.length + 1);
  });

  it('goes where nobody names it any more, from the shelf too', async () => {
    const box = await start();
    await box.heard();
    const parts = PARTS.filter(({ name }) => name !== 'guides/police');
    box.net.serve(parts, SIGNER.manifest(parts, { version: 2 }));
    await box.heard(2);
    expect(box.numbers()).not.toContain('0203');
    expect([...box.shelf.kept.keys()]).not.toContain('linli.part.guides/police');
  });

  it('is passed over where it is of a kind that this version does not know', async () => {
    const parts = [...PARTS, { name: 'novelties', text: '[1]' }];
    const box = await start(library(parts));
    await box.heard();
    expect(sorted(box.numbers())).toEqual(ALL);
    expect(box.net.fetched()).toBe(PARTS.length);
  });

  it('is looked at item by item: what has not the shape of a guide is left out', async () => {
    const text = JSON.stringify([{ number: '0299' }, null, EXAMPLE_GUIDES[1]]);
    const box = await start(library([{ name: 'guides/police', text }]));
    await box.heard();
    expect(box.numbers()).toEqual([EXAMPLE_GUIDES[1]?.number]);
  });
});

describe('without a network', () => {
  it('a box that is started anew has what it had, and knows how old it is', async () => {
    const shelf = fakeShelf();
    const first = await start(library(), { shelf });
    await first.heard();
    first.keeper.stop();
    const again = await start(library([]), { shelf });
    expect(sorted(again.numbers())).toEqual(ALL);
    expect(again.held()?.asOf).toBe(NOW);
    expect(again.net.requests).toEqual([]);
  });

  it('it tries again, later each time, and at once when the line is up', async () => {
    const box = await start(library([], SIGNER.manifest(PARTS)));
    const [manifest, ...parts] = ['GET /api/box/catalogue', ...Object.keys(box.net.routes).slice(1)];
    for (const name of Object.keys(box.net.routes)) box.net.routes[name] = { status: 0 };
    await box.heard();
    expect(box.net.asked(manifest ?? '')).toHaveLength(1);
    await box.pass(5_000);
    expect(box.net.asked(manifest ?? '')).toHaveLength(2);
    await box.pass(9_999);
    expect(box.net.asked(manifest ?? '')).toHaveLength(2);
    box.net.serve(PARTS, SIGNER.manifest(PARTS));
    box.keeper.hurry();
    for (let turn = 0; turn < 20; turn += 1) await box.pass(0);
    expect(sorted(box.numbers())).toEqual(ALL);
    expect(parts.length).toBeGreaterThan(0);
  });

  it('it keeps what has come, and asks for the manifest anew where a part is gone', async () => {
    const box = await start();
    const { parts } = SIGNER.manifest(PARTS);
    box.net.routes[`GET /api/catalogue/${parts[2]?.hash}`] = { status: 404 };
    await box.heard();
    expect(box.numbers()).toHaveLength(ALL.length - 1);
    const newest = newer('补办身份证', 2);
    box.net.serve(newest.parts, newest.manifest);
    await box.pass(10_000);
    for (let turn = 0; turn < 10; turn += 1) await box.pass(0);
    expect(sorted(box.numbers())).toEqual(ALL);
    expect(box.net.asked('GET /api/box/catalogue')).toHaveLength(2);
  });
});

describe('who can write to the network', () => {
  const [first] = PARTS;
  const altered = PARTS.map((part) => ({ ...part, text: part.text.replace('补办身份证', '交钱办身份证') }));

  it.each<[string, string, () => object]>([
    ['signs a list himself', 'key-unknown', () => FORGER.manifest(altered, { version: 9 })],
    ['changes the list', 'forged', () => ({ ...SIGNER.manifest(PARTS), parts: SIGNER.manifest(altered).parts })],
    ['takes the signature away', 'unsigned', () => ({ ...SIGNER.manifest(altered), signature: null })],
    ['changes where a phone goes', 'forged', () => ({ ...SIGNER.manifest(PARTS), phone: 'https://evil.example' })],
    [
      'gives the list of another community',
      'elsewhere',
      () => SIGNER.manifest(altered, { community: '370306001002' as never }),
    ],
    ['sends rubbish', 'malformed', () => ({ ...SIGNER.manifest(PARTS), parts: [1] })],
  ])('%s, and nothing of it shows', async (_, reason, manifest) => {
    const box = await start();
    box.net.serve(altered, SIGNER.manifest(altered));
    box.net.routes['GET /api/box/catalogue'] = { json: manifest() };
    await box.heard(9);
    expect(box.held()).toBeNull();
    expect(box.lines()).toEqual([`catalogue: refused, ${reason}`]);
    expect(box.net.fetched()).toBe(0);
  });

  it('brings back no older list', async () => {
    const shelf = fakeShelf();
    const latest = newer('补办身份证（新）', 5);
    const box = await start(library(latest.parts, latest.manifest), { shelf });
    await box.heard(5);
    box.net.serve(PARTS, SIGNER.manifest(PARTS, { version: 4 }));
    await box.heard(6);
    expect(nameOf(box)).toBe('补办身份证（新）');
    expect(box.lines()).toEqual(['catalogue: refused, replayed']);
    box.keeper.stop();
    const again = await start(library(PARTS, SIGNER.manifest(PARTS, { version: 4 })), { shelf });
    await again.heard(6);
    expect(nameOf(again)).toBe('补办身份证（新）');
    expect(again.lines()).toEqual(['catalogue: refused, replayed']);
  });

  it('alters a part, and nothing of that part shows; the others do', async () => {
    const box = await start();
    const signed = SIGNER.manifest(PARTS);
    box.net.routes[`GET /api/catalogue/${signed.parts[0]?.hash}`] = { body: altered[0]?.text ?? '' };
    await box.heard();
    expect(first?.name).toBe('guides/police');
    expect(JSON.stringify(box.emitted)).not.toContain('交钱');
    expect(box.numbers()).not.toContain('0203');
    expect(box.numbers()).toContain('0802');
    expect(box.lines()).toEqual(['catalogue: refused, altered: guides/police']);
    expect([...box.shelf.kept.values()].join()).not.toContain('交钱');
  });
});

describe('keys', () => {
  it('that are not known yet are asked for once', async () => {
    let asked = 0;
    const box = await start(library(), {
      keys: () => undefined,
      readKeys: async () => {
        asked += 1;
        box.trust(keysIn(SIGNER.trustList()));
        return null;
      },
    });
    await box.heard();
    expect(asked).toBe(1);
    expect(sorted(box.numbers())).toEqual(ALL);
  });

  it('that are trusted no longer take what came under them with them, at once and at the next start', async () => {
    const shelf = fakeShelf();
    const box = await start(library(), { shelf });
    await box.heard();
    const revoked = SIGNER.manifest(PARTS).signature.key;
    const gone = keysIn({ ...SIGNER.trustList(), revoked: [revoked] });
    box.trust(gone);
    box.keeper.keysChanged();
    expect(box.numbers()).toEqual([]);
    expect(box.lines()).toContain('catalogue: dropped, key-revoked');
    expect([...shelf.kept.keys()].filter((key) => key.startsWith('linli.part'))).toEqual([]);

    const other = fakeShelf();
    const before = await start(library(), { shelf: other });
    await before.heard();
    const again = await start(library([]), { shelf: other, keys: gone });
    expect(again.held()).toBeNull();
    expect([...other.kept.keys()].filter((key) => key.startsWith('linli.part'))).toEqual([]);
  });
});

it('keys that are revoked while parts are on their way leave nothing behind', async () => {
  const box = await start();
  const gone = keysIn({ ...SIGNER.trustList(), revoked: [SIGNER.manifest(PARTS).signature.key] });
  const { parts } = SIGNER.manifest(PARTS);
  const text = PARTS[2]?.text ?? '';
  box.net.routes[`GET /api/catalogue/${parts[2]?.hash}`] = () => {
    box.trust(gone);
    box.keeper.keysChanged();
    return { body: text };
  };
  await box.heard();
  expect(box.numbers()).toEqual([]);
  expect([...box.shelf.kept.keys()].filter((key) => key.startsWith('linli.part'))).toEqual([]);
});

describe('on a small shelf', () => {
  it('the catalogue is there until the box is switched off, and says once that it does not fit', async () => {
    const box = await start(library(), { shelf: fakeShelf(3_000) });
    await box.heard();
    expect(sorted(box.numbers())).toEqual(ALL);
    expect(box.lines().filter((line) => line === 'catalogue: the shelf is full')).toHaveLength(1);
  });

  it('it gives way to notices, part by part, and no further than it has to', async () => {
    const shelf = fakeShelf();
    const box = await start(library(), { shelf });
    await box.heard();
    const parts = () => [...shelf.kept.keys()].filter((key) => key.startsWith('linli.part')).length;
    const used = [...shelf.kept.values()].reduce((sum, text) => sum + text.length, 0);
    const tight = fakeShelf(used + 500);
    for (const [key, text] of shelf.kept) tight.write(key, text);
    const items = Object.fromEntries(ITEMS.map((item, seq) => [item.id, { item, key: 'k', seq }]));
    const known = { ...NOTHING, [HOME.community.code]: { seq: 9, items, gone: {} } };
    const cache = cacheOn(tight);
    expect(cache.keepFeed(known, true)).toBe(true);
    expect(cache.feed.read()?.complete).toBe(true);
    const left = [...tight.kept.keys()].filter((key) => key.startsWith('linli.part')).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(parts());
  });
});

it('goes with the home of a box', async () => {
  const shelf = fakeShelf();
  const box = await start(library(), { shelf });
  await box.heard();
  cacheOn(shelf).clear();
  expect([...shelf.kept.keys()].filter((key) => /part|catalogue/.test(key))).toEqual([]);
});

it('works in pieces on a slow box, and comes to the same', async () => {
  const box = await start(library(), { workMs: 4 });
  box.keeper.heard({ catalogue: 1, community: HOME.community });
  for (let turn = 0; turn < 200; turn += 1) await box.pass(1);
  expect(sorted(box.numbers())).toEqual(ALL);
});
