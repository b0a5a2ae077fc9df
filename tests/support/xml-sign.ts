// Keys and enveloped XML signatures for tests, as a sender makes them.
import { generateKeyPairSync } from 'node:crypto';
import { SignedXml } from 'xml-crypto';

const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

export const makeKeys = (bits = 2_048): KeyPair =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** Over the whole document, as its last child; or over what `xpath` selects. */
export function signXml(xml: string, keys: KeyPair, given: { xpath?: string; algorithm?: string } = {}): string {
  const signer = new SignedXml({
    privateKey: keys.privateKey,
    canonicalizationAlgorithm: EXCLUSIVE,
    signatureAlgorithm: given.algorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    getKeyInfoContent: () => null,
  });
  const isWhole = given.xpath === undefined;
  signer.addReference({
    xpath: given.xpath ?? '/*',
    transforms: isWhole ? [ENVELOPED, EXCLUSIVE] : [EXCLUSIVE],
    digestAlgorithm: SHA256,
    ...(isWhole && { uri: '', isEmptyUri: true }),
  });
  signer.computeSignature(xml, { location: { reference: '/*', action: 'append' } });
  return signer.getSignedXml();
}
