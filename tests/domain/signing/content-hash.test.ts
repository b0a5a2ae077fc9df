// The canonical form and its hash, against Node's own SHA-512 and UTF-8.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, contentHash, utf8 } from '../../../src/domain/signing/content-hash.ts';

const wellFormed = fc.string({ unit: 'binary' });

describe('the content hash', () => {
  it('is the SHA-512 of the canonical form', () => {
    const value = { b: [1, 'é'], a: '停水' };
    const bytes = Buffer.from('{"a":"停水","b":[1,"é"]}');
    expect(Buffer.from(canonicalBytes(value))).toEqual(bytes);
    expect(contentHash(value)).toBe(createHash('sha512').update(bytes).digest('hex'));
  });

  it('is the same in whatever order the fields come', () => {
    fc.assert(
      fc.property(fc.dictionary(wellFormed, fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(contentHash(reversed)).toBe(contentHash(value));
      }),
    );
  });

  it('refuses half a character', () => {
    expect(() => contentHash({ title: '\ud83d' })).toThrow();
  });
});

describe('the text in bytes', () => {
  it('is UTF-8', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, 'utf8'));
      }),
    );
  });
});
