// A list of keys is believed from one root, whole, and never an older one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTrust, keysIn, verifyInScript } from '../../../src/domain/signing/trust.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { FORGER, SIGNER } from '../../tv/signer.ts';

const KNOWN = { root: SIGNER.root, version: 3 };
const list = SIGNER.trustList({ version: 3 });
const faultOf = (value: unknown, known: { root: string | null; version: number } = KNOWN) => {
  const checked = checkTrust(value, known, verifyNatively);
  return 'fault' in checked ? checked.fault : null;
};

describe('a list of keys', () => {
  it('is believed from the root one knows, or from the first', () => {
    for (const verify of [verifyInScript, verifyNatively]) {
      expect(checkTrust(list, KNOWN, verify)).toEqual({ list });
      expect(checkTrust(list, { root: null, version: 0 }, verify)).toEqual({ list });
    }
  });

  it.each<[string, unknown, string]>([
    ['of another root', FORGER.trustList({ version: 9 }), 'another-root'],
    ['of another root that says it is ours', { ...FORGER.trustList({ version: 9 }), root: SIGNER.root }, 'malformed'],
    [
      'signed by another root under our root’s name',
      {
        ...list,
        version: 9,
        signature: { key: list.signature.key, value: FORGER.trustList({ version: 9 }).signature.value },
      },
      'forged',
    ],
    ['with a key put in', { ...list, keys: [...list.keys, ...FORGER.trustList().keys] }, 'forged'],
    ['with a key given back', { ...list, revoked: ['0123456789abcdef'] }, 'forged'],
    ['that is older', SIGNER.trustList({ version: 2 }), 'older'],
    ['with a higher version than was signed', { ...list, version: 4 }, 'forged'],
    ['with a field more', { ...list, note: 1 }, 'forged'],
    [
      'whose key is not its name’s',
      SIGNER.trustList({ keys: [{ ...keyOf(list), id: '0123456789abcdef' as never }] }),
      'malformed',
    ],
    ['whose current key is not in it', SIGNER.trustList({ current: '0123456789abcdef' as never }), 'malformed'],
    ['that is none', { keys: [] }, 'malformed'],
  ])('%s is not believed', (_, value, fault) => {
    expect(faultOf(value)).toBe(fault);
  });

  it('is believed after no change at all but of the order of its fields', () => {
    const json = JSON.stringify(list);
    fc.assert(
      fc.property(fc.nat(json.length - 1), fc.integer({ min: 32, max: 126 }), (at, sign) => {
        const text = json.slice(0, at) + String.fromCharCode(sign) + json.slice(at + 1);
        fc.pre(text !== json);
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          return;
        }
        expect(faultOf(value)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(faultOf(value)).not.toBeNull();
      }),
    );
  });

  it('holds a revoked key for revoked, also where it is named among the others', () => {
    const { id } = keyOf(list);
    expect(keysIn({ ...list, revoked: [id] })(id)).toBe('revoked');
    expect(keysIn(list)(id)).toBeInstanceOf(Uint8Array);
    expect(keysIn(list)('toString')).toBeUndefined();
  });
});

function keyOf({ keys }: typeof list) {
  const [key] = keys;
  if (!key) throw new Error('the list has a key');
  return key;
}
