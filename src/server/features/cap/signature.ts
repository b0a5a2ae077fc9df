// XML signatures of documents that come in: checked against the key we hold of the sender, and what was signed is what
// is read. A key in the document is never looked at; nothing of the document around the signed part is used.
import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { SIGNATURE_NAMESPACE } from '../../../domain/cap/cap-document.ts';
import { Refusal } from '../../../domain/cap/refusal.ts';
import { readXml, type XmlElement } from '../../../domain/cap/xml-read.ts';

const SIGNATURES = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
] as const;
/** Never SHA-1: others can make a second document for the same digest. */
const DIGESTS = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'] as const;
const LEAST_BITS = 2_048;
/** Whatever else a transform could do, it could also cut something out. */
const TRANSFORMS = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
] as const;

export interface SenderKey {
  readonly key: KeyObject;
  /** End of a certificate's validity, milliseconds since 1970; null for a bare key. */
  readonly validTo: number | null;
  /** SHA-256 of the key in DER, lower-case hex. */
  readonly fingerprint: string;
}

/** An RSA key of at least 2048 bits, as a certificate or bare, in PEM. @throws RangeError for anything else */
export function readKey(pem: string): SenderKey {
  const certificate = pem.includes('BEGIN CERTIFICATE') ? parse(() => new X509Certificate(pem)) : null;
  const key = certificate?.publicKey ?? parse(() => createPublicKey(pem));
  const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'rsa' || modulusLength < LEAST_BITS || pem.includes('PRIVATE'))
    throw new RangeError('not an RSA public key of 2048 bits or more');
  return {
    key,
    validTo: certificate && Date.parse(certificate.validTo),
    fingerprint: createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new RangeError('not PEM', { cause: error });
  }
}

export const isSigned = (root: XmlElement): boolean => signaturesIn(root) > 0;

const signaturesIn = (element: XmlElement): number =>
  element.children.reduce((count, child) => count + signaturesIn(child), isSignature(element) ? 1 : 0);

const isSignature = ({ name, namespace }: XmlElement): boolean =>
  name === 'Signature' && namespace === SIGNATURE_NAMESPACE;

/**
 * The document as it was signed, without its signature. `root` is `text` as read.
 * @throws Refusal `signature-missing`, `signature-invalid` or `certificate-expired`
 */
export function readSigned(text: string, root: XmlElement, sender: SenderKey, now: number): XmlElement {
  if (!isSigned(root)) throw new Refusal('signature-missing');
  if (sender.validTo !== null && sender.validTo < now) throw new Refusal('certificate-expired');
  checkScope(root);
  const signed = readXml(verified(text, sender.key));
  if (isSigned(signed) || signed.name !== root.name || signed.namespace !== root.namespace)
    throw new Refusal('signature-invalid');
  return signed;
}

/** What a signature holds, and nothing twice: no two readers may take different parts for the one that counts. */
const SIGNATURE_PARTS: Readonly<Record<string, readonly string[]>> = {
  Signature: ['SignedInfo', 'SignatureValue'],
  SignedInfo: ['CanonicalizationMethod', 'SignatureMethod', 'Reference'],
  Reference: ['Transforms', 'DigestMethod', 'DigestValue'],
};

/** One signature, of the whole: else something unsigned could stand around or beside what was signed. */
function checkScope(root: XmlElement): void {
  const [signature] = root.children.filter(isSignature);
  const [info] = signature?.children ?? [];
  const reference = info?.children.find(({ name }) => name === 'Reference');
  const uri = reference?.attributes.URI;
  const whole = uri === '' || (root.attributes.Id !== undefined && uri === `#${root.attributes.Id}`);
  const plain = [signature, info, reference].every((each) => each && hasParts(each));
  if (signaturesIn(root) !== 1 || !whole || !plain) throw new Refusal('signature-invalid', root.name);
}

function hasParts({ name, children }: XmlElement): boolean {
  const names = children.filter((child) => child.name !== 'KeyInfo').map((child) => child.name);
  return (
    names.join() === SIGNATURE_PARTS[name]?.join() && children.every((child) => child.namespace === SIGNATURE_NAMESPACE)
  );
}

function verified(text: string, key: KeyObject): string {
  const checker = new SignedXml({
    publicCert: key.export({ type: 'spki', format: 'pem' }),
    getCertFromKeyInfo: () => null,
  });
  checker.SignatureAlgorithms = only(checker.SignatureAlgorithms, SIGNATURES);
  checker.HashAlgorithms = only(checker.HashAlgorithms, DIGESTS);
  checker.CanonicalizationAlgorithms = only(checker.CanonicalizationAlgorithms, TRANSFORMS);
  try {
    const document = new DOMParser({ errorHandler: fail }).parseFromString(text, 'text/xml');
    const [signature] = checker.findSignatures(document);
    if (!signature) throw new Refusal('signature-missing');
    checker.loadSignature(signature);
    const [signed] = checker.checkSignature(text) ? checker.getSignedReferences() : [];
    if (signed !== undefined) return signed;
  } catch {
    // Whatever is wrong with it, it proves nothing.
  }
  throw new Refusal('signature-invalid');
}

function fail(_level: string, message: unknown): never {
  throw new Error(String(message));
}

function only<T>(table: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}
