// A box believes the manifest that was signed for its community, and none that is older than what it holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from '../../../src/contract/catalogue.ts';
import type { KeyId } from '../../../src/contract/signing.ts';
import { checkManifest } from '../../../src/domain/signing/check-manifest.ts';
import { manifestStatement } from '../../../src/domain/signing/statement.ts';
import { keysIn, verifyInScript } from '../../../src/domain/signing/trust.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { FORGER, SIGNER } from '../../tv/signer.ts';

const COMMUNITY = '370306001001';
const KNOWN = { community: COMMUNITY, version: 3 };
const KEYS = keysIn(SIGNER.trustList());
const PART = { name: 'guides/police', hash: 'b'.repeat(128) };

type Change = Partial<Record<keyof Manifest, unknown>>;

function manifest(change: Change = {}, by = SIGNER.key(1)): Manifest {
  const unsigned = {
    community: COMMUNITY,
    version: 3,
    issuedAt: '2026-11-25T01:00:00.000Z',
    phone: null,
    parts: [PART],
    ...change,
    signature: { key: by.id as KeyId, value: '' },
  } as Manifest;
  return { ...unsigned, signature: { key: by.id, value: by.sign(manifestStatement(unsigned)) } };
}
const reasonOf = (value: unknown, known = KNOWN, keys = KEYS) => {
  const checked = checkManifest(value, known, keys, verifyNatively);
  return 'reason' in checked ? checked.reason : null;
};

describe('a manifest', () => {
  it('is believed as it was signed, by script and by OpenSSL', () => {
    const signed = Manifest.parse(manifest());
    for (const verify of [verifyInScript, verifyNatively])
      expect(checkManifest(signed, KNOWN, KEYS, verify)).toEqual({ manifest: signed });
  });

  it('is believed with fields that this box does not know, as long as they were signed', () => {
    const later = manifest({ ...({ mirrors: ['https://linli.example.com'] } as object) });
    expect(reasonOf(later)).toBeNull();
    expect(reasonOf({ ...manifest(), mirrors: [] })).toBe('forged');
  });

  it('is believed again when it is the one that is held, and when it is newer', () => {
    expect([reasonOf(manifest()), reasonOf(manifest({ version: 4 }))]).toEqual([null, null]);
  });

  it.each<[string, unknown, string]>([
    ['that is nothing', null, 'malformed'],
    ['that is a text', 'manifest', 'malformed'],
    ['without a signature', { ...manifest(), signature: undefined }, 'unsigned'],
    ['whose signature is nothing', { ...manifest(), signature: null }, 'unsigned'],
    ['with another part', { ...manifest(), parts: [{ ...PART, hash: 'c'.repeat(128) }] }, 'forged'],
    ['with a part less', { ...manifest(), parts: [] }, 'forged'],
    ['with another address for phones', { ...manifest(), phone: 'https://evil.example.com' }, 'forged'],
    ['that was made newer', { ...manifest(), version: 9 }, 'forged'],
    ['of another community', manifest({ community: '370306001003' }), 'elsewhere'],
    [
      'that says it was for this community',
      { ...manifest({ community: '370306001003' }), community: COMMUNITY },
      'forged',
    ],
    ['that is older', manifest({ version: 2 }), 'replayed'],
    ['signed by somebody else', manifest({}, FORGER.key(1)), 'key-unknown'],
    [
      'signed by somebody else under a known key’s name',
      { ...manifest(), signature: { ...manifest({}, FORGER.key(1)).signature, key: SIGNER.key(1).id } },
      'forged',
    ],
    ['with half a character', { ...manifest(), issuedAt: '\ud800' }, 'malformed'],
    ['whose part has no hash', { ...manifest(), parts: [{ name: 'guides/police', hash: 'b' }] }, 'malformed'],
  ])('%s is refused', (_, value, reason) => {
    expect(reasonOf(value)).toBe(reason);
  });

  it('signed by a revoked key is refused', () => {
    const keys = keysIn(
      SIGNER.trustList({ keys: [SIGNER.key(2)], current: SIGNER.key(2).id, revoked: [SIGNER.key(1).id] }),
    );
    expect(reasonOf(manifest(), KNOWN, keys)).toBe('key-revoked');
    expect(reasonOf(manifest({}, SIGNER.key(2)), KNOWN, keys)).toBeNull();
  });

  it('is never believed from whatever JSON may come', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => reasonOf(value) !== null));
  });
});
