// Bytes as text, against Node's own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../src/domain/signing/base64url.ts';

describe('base64url', () => {
  it('is what Node makes of it, and leads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text, bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('refuses another length, another sign, and a second spelling of the same bytes', () => {
    expect(fromBase64url('AAA', 1)).toBeNull();
    expect(fromBase64url('AA', 2)).toBeNull();
    expect(fromBase64url('A+', 1)).toBeNull();
    expect(fromBase64url('AA==', 1)).toBeNull();
    expect(fromBase64url('AA', 1)).toEqual(Uint8Array.of(0));
    expect(fromBase64url('AB', 1)).toBeNull();
    expect(fromBase64url('A', 0)).toBeNull();
  });
});
