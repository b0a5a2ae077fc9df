import { describe, expect, it } from 'vitest';
import type { CapReason } from '../../../../src/contract/cap.ts';
import { toCap } from '../../../../src/domain/cap/cap.ts';
import { capNode, parseCap } from '../../../../src/domain/cap/cap-document.ts';
import { Refusal } from '../../../../src/domain/cap/refusal.ts';
import { readXml } from '../../../../src/domain/cap/xml-read.ts';
import { writeXml } from '../../../../src/domain/cap/xml-write.ts';
import { readKey, readSigned } from '../../../../src/server/features/cap/signature.ts';
import { rainstorm } from '../../../support/warnings.ts';
import { makeKeys, signXml } from '../../../support/xml-sign.ts';

const NOW = Date.parse('2026-11-23T04:01:00.000Z');
const keys = makeKeys();
const key = readKey(keys.publicKey);
const plain = writeXml(capNode(toCap(rainstorm, () => '车站社区')));
const forged = plain.replace('暴雨红色预警', '警报已全部解除');
const DECLARATION = /^<\?xml[^>]*\?>\s*/;

const check = (xml: string, of = key) => readSigned(xml, readXml(xml), of, NOW);
function refusal(xml: string, of = key): CapReason | 'accepted' {
  try {
    check(xml, of);
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

describe('a signed document', () => {
  it('is read as it was signed, without its signature', () => {
    const alert = parseCap(check(signXml(plain, keys)));
    expect(alert.info[0]?.headline).toBe(rainstorm.content.title);
  });

  it('is refused without a signature, with that of another key, and with one of a broken digest', () => {
    expect(refusal(plain)).toBe('signature-missing');
    expect(refusal(signXml(plain, makeKeys()))).toBe('signature-invalid');
    const sha1 = signXml(plain, keys, { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' });
    expect(refusal(sha1)).toBe('signature-invalid');
  });

  it('is never checked with a key it brings along', () => {
    const stranger = makeKeys();
    const der = stranger.publicKey.replace(/-----.*-----|\s/g, '');
    const info = `<KeyInfo><KeyValue>${der}</KeyValue></KeyInfo></Signature>`;
    expect(refusal(signXml(plain, stranger).replace('</Signature>', info))).toBe('signature-invalid');
  });

  it('is refused where the signed part was wrapped into something else', () => {
    const signed = signXml(plain, keys);
    const body = signed.replace(DECLARATION, '');
    const [signature = ''] = /<Signature[\s\S]*<\/Signature>/.exec(body) ?? [];
    const original = body.replace(signature, '');
    const evil = forged.replace(DECLARATION, '');
    const wrapped = [
      // The signed alert inside the forged one, its signature where it is looked for.
      evil.replace('</alert>', `<note>${original}</note>${signature}</alert>`),
      evil.replace(
        '</alert>',
        `${signature.replace('</Signature>', `<Object>${original}</Object></Signature>`)}</alert>`,
      ),
      evil.replace('</alert>', `${body}</alert>`),
      // The signature alone moved over.
      evil.replace('</alert>', `${signature}</alert>`),
      `<Envelope>${body}</Envelope>`,
    ];
    for (const xml of wrapped) expect(refusal(xml)).not.toBe('accepted');
  });

  it('is refused where only a part of it was signed', () => {
    expect(refusal(signXml(plain, keys, { xpath: "//*[local-name(.)='info']" }))).toBe('signature-invalid');
    const byId = signXml(plain.replace('<alert', '<alert Id="x"'), keys, { xpath: '/*' });
    const evil = byId.replace('<alert Id="x"', '<alert Id="y"').replace('<info>', '<info Id="x">');
    expect(refusal(evil)).toBe('signature-invalid');
  });

  it('is refused with two references, one of which is good', () => {
    const signed = signXml(plain, keys);
    const [reference = ''] = /<Reference[\s\S]*<\/Reference>/.exec(signed) ?? [];
    expect(refusal(signed.replace(reference, reference + reference))).toBe('signature-invalid');
  });

  it('is refused once the certificate of its sender has run out', () => {
    expect(refusal(signXml(plain, keys), { ...key, validTo: NOW - 1 })).toBe('certificate-expired');
    expect(refusal(signXml(plain, keys), { ...key, validTo: NOW + 1 })).toBe('accepted');
  });
});

describe('a key', () => {
  it('is an RSA public key of 2048 bits or more, and nothing else', () => {
    expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    for (const wrong of ['', 'hello', makeKeys(1_024).publicKey, keys.privateKey, keys.publicKey.slice(0, 80)])
      expect(() => readKey(wrong)).toThrow(RangeError);
  });
});
