// A box believes what was signed, word for word, for this place and this number, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../../src/contract/ids.ts';
import { REFUSALS } from '../../../src/contract/signing.ts';
import { checkEntry, checkPlace, type Vouched } from '../../../src/domain/signing/check-entry.ts';
import { keysIn, verifyInScript } from '../../../src/domain/signing/trust.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { ITEMS } from '../../tv/examples.ts';
import { FORGER, SIGNER } from '../../tv/signer.ts';

const REGION = '370306001001';
const item = ITEMS[0] ?? never();
const KEYS = keysIn(SIGNER.trustList());
const put = SIGNER.sign({ action: 'put', region: REGION, seq: 7, item });
const drop = SIGNER.sign({ action: 'drop', region: REGION, seq: 8, id: item.id as ItemId, revision: 2 });

function never(): never {
  throw new Error('there are examples');
}
const check = (entry: unknown, keys = KEYS, verify = verifyNatively) => checkEntry(entry, keys, verify);
const reasonOf = (entry: unknown, keys = KEYS) => {
  const checked = check(entry, keys);
  return 'reason' in checked ? checked.reason : null;
};

describe('an entry', () => {
  it('is believed as it was signed, by script and by OpenSSL', () => {
    for (const verify of [verifyInScript, verifyNatively]) {
      expect(check(put, KEYS, verify)).toMatchObject({ action: 'put', region: REGION, seq: 7, id: item.id, item });
      expect(check(drop, KEYS, verify)).toMatchObject({ action: 'drop', id: item.id, revision: 2 });
    }
  });

  it('is believed in whatever order its fields come', () => {
    const reversed = Object.fromEntries(Object.entries(put.item).reverse());
    expect(reasonOf({ ...put, item: reversed })).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['without a signature', { ...put, signature: undefined }, 'unsigned'],
    ['whose signature is nothing', { ...put, signature: null }, 'unsigned'],
    ['with a word changed', { ...put, item: { ...put.item, title: '假的' } }, 'forged'],
    ['with a field added', { ...put, item: { ...put.item, extra: 1 } }, 'forged'],
    ['with a longer life', { ...put, item: { ...put.item, validTo: null } }, 'forged'],
    ['of another region', { ...put, region: '370306' }, 'forged'],
    ['at another number', { ...put, seq: 9 }, 'forged'],
    ['made a withdrawal', { ...drop, revision: 3 }, 'forged'],
    ['signed by somebody else', FORGER.sign({ action: 'put', region: REGION, seq: 7, item }), 'key-unknown'],
    [
      'signed by somebody else under a known key’s name',
      {
        ...put,
        signature: {
          ...FORGER.sign({ action: 'put', region: REGION, seq: 7, item }).signature,
          key: put.signature.key,
        },
      },
      'forged',
    ],
    ['with a signature of another entry', { ...put, signature: drop.signature }, 'forged'],
    [
      'whose key has a name that every object knows',
      { ...put, signature: { ...put.signature, key: 'constructor' } },
      'key-unknown',
    ],
    ['that is a put and a drop', { ...drop, item: put.item }, 'malformed'],
    ['that does something else', { ...put, action: 'show' }, 'malformed'],
    ['with half a character', { ...put, item: { ...put.item, title: '\ud83d' } }, 'malformed'],
    ['that is none', 'hello', 'malformed'],
    ['that is nothing', null, 'malformed'],
  ])('%s is refused', (_, entry, reason) => {
    expect(reasonOf(entry)).toBe(reason);
  });

  it('under a revoked key is refused, whatever it says', () => {
    const [first] = SIGNER.trustList().keys;
    const second = SIGNER.key(2);
    const list = SIGNER.trustList({ version: 2, current: second.id, keys: [second], revoked: first ? [first.id] : [] });
    expect(reasonOf(put, keysIn(list))).toBe('key-revoked');
    expect(reasonOf(SIGNER.sign({ action: 'put', region: REGION, seq: 9, item }, second), keysIn(list))).toBeNull();
  });

  it('says which item it claims to be, as far as that can be read', () => {
    expect(check({ ...put, signature: null })).toEqual({ reason: 'unsigned', id: item.id, revision: item.revision });
    expect(check({ action: 'put', item: 5 })).toEqual({ reason: 'malformed', id: null, revision: null });
  });

  it('that nests without end is refused, and does no harm', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    expect(reasonOf({ ...put, item: { ...put.item, blocks: deep } })).toBe('malformed');
  });

  it('is refused for a reason after any change of any field or sign: a thousand tries', () => {
    const text = { put: JSON.stringify(put), drop: JSON.stringify(drop) };
    const whole = fc.constantFrom<unknown>(put, drop);
    const changed = fc.oneof(
      fc.tuple(whole, fc.nat(), fc.anything()).map(([entry, at, value]) => changedAt(entry, at, value)),
      fc.tuple(fc.constantFrom(text.put, text.drop), fc.nat(), fc.nat({ max: 127 })).map(([json, at, sign]) => {
        const place = at % json.length;
        return parsed(json.slice(0, place) + String.fromCharCode(sign) + json.slice(place + 1));
      }),
    );
    const reasons = new Set<string>();
    fc.assert(
      fc.property(changed, (entry) => {
        const same = [text.put, text.drop].includes(JSON.stringify(entry) ?? '');
        const checked = check(entry);
        if ('reason' in checked) {
          expect(REFUSALS).toContain(checked.reason);
          reasons.add(checked.reason);
        }
        // What is ignored by everybody may change: it is no part of what is shown.
        expect('reason' in checked).toBe(!same && !sameMeaning(entry));
      }),
      { numRuns: 1_000 },
    );
    expect([...reasons].sort()).toEqual(['forged', 'key-unknown', 'malformed', 'unsigned']);
  });
});

/** The n-th of all fields, deep ones included, is given another value, or taken away. */
function changedAt(entry: unknown, at: number, value: unknown): unknown {
  const copy = structuredClone(entry) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [node, key] = places[at % places.length] ?? never();
  if (at % 5 === 0) delete node[key];
  else node[key] = value;
  return copy;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** The signed parts are what they were. */
function sameMeaning(entry: unknown): boolean {
  const { action, region, seq, item: its, id, revision, signature } = Object(entry);
  const about = its === undefined ? { action, region, seq, id, revision } : { action, region, seq, item: its };
  const sign = { key: signature?.key, value: signature?.value };
  return [put, drop].some((good) => {
    const { signature: own, ...rest } = good;
    try {
      return canonical({ ...about, sign }) === canonical({ ...rest, sign: own });
    } catch {
      return false;
    }
  });
}

/** JSON with sorted keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, node) =>
    typeof node === 'object' && node !== null && !Array.isArray(node)
      ? Object.fromEntries(Object.entries(node).sort(([one], [other]) => (one < other ? -1 : 1)))
      : node,
  );

describe('an entry that is signed', () => {
  const chain = ['370306', '370306001', REGION];
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  const vouched = (change: object): Vouched => ({ ...(check(put) as Vouched), ...change }) as Vouched;
  const nothing = { chain, held: undefined, gone: undefined, now };

  it('has its place in the own chain', () => {
    expect(checkPlace(vouched({}), nothing)).toBeNull();
    expect(checkPlace(vouched({ region: '370306002' }), nothing)).toBe('elsewhere');
  });

  it.each<[string, object, object, string | null]>([
    ['an older revision than the one held', { revision: 1 }, { held: { revision: 2, seq: 5 } }, 'replayed'],
    ['the same revision, signed anew', { revision: 2 }, { held: { revision: 2, seq: 5 } }, null],
    ['a newer one', { revision: 3 }, { held: { revision: 2, seq: 5 } }, null],
    ['an older revision than was dropped', { revision: 1 }, { gone: { revision: 2, seq: 5 } }, 'replayed'],
    ['what was dropped later', { revision: 2, seq: 4 }, { gone: { revision: 2, seq: 5 } }, 'replayed'],
    ['what was put again after', { revision: 2, seq: 6 }, { gone: { revision: 2, seq: 5 } }, null],
  ])('is fresh or not: %s', (_, change, situation, reason) => {
    expect(checkPlace(vouched(change), { ...nothing, ...situation })).toBe(reason);
  });

  it('does not drop a newer revision than it names', () => {
    const entry = check(drop) as Vouched;
    expect(checkPlace(entry, { ...nothing, held: { revision: 3, seq: 5 } })).toBe('replayed');
    expect(checkPlace(entry, { ...nothing, held: { revision: 2, seq: 5 } })).toBeNull();
    expect(checkPlace(entry, nothing)).toBeNull();
  });

  it('comes neither after its end nor long before it was made, by a clock that is sure', () => {
    const over = vouched({ item: { ...item, validTo: '2026-11-23T11:58:00.000Z' } });
    const ahead = vouched({ item: { ...item, publishedAt: '2026-11-23T12:16:00.000Z' } });
    expect([checkPlace(over, nothing), checkPlace(ahead, nothing)]).toEqual(['expired', 'too-early']);
    expect([checkPlace(over, { ...nothing, now: null }), checkPlace(ahead, { ...nothing, now: null })]).toEqual([
      null,
      null,
    ]);
    const tomorrow = vouched({ item: { ...item, validFrom: '2026-11-24T12:00:00.000Z', validTo: null } });
    expect(checkPlace(tomorrow, nothing)).toBeNull();
  });
});
