// XML to a small tree, for documents of strangers: no document type, so no entities; nothing deep, wide or endless.
import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface Growing extends XmlElement {
  children: Growing[];
  text: string;
}

/** Of a document in bytes. */
export const DOCUMENT_LIMIT = 512 * 1024;
const DEEPEST = 32;
const MOST_ELEMENTS = 10_000;

/** @throws Refusal `too-deep`, `doctype` or `not-xml` */
export function readXml(text: string): XmlElement {
  const root: Growing = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    throw new Refusal('not-xml');
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (open.length > DEEPEST || elements > MOST_ELEMENTS) throw new Refusal('too-deep');
    const plain = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const element = { name: local, namespace: uri, attributes: Object.fromEntries(plain), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const append = (more: string) => {
    const parent = open.at(-1);
    if (parent) parent.text += more;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(text).close();
  const [only] = root.children;
  if (!only) throw new Refusal('not-xml');
  return only;
}

/** As a declaration names them; GB 2312 and GBK are parts of GB 18030. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};
const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/;
/** A declaration stands in the first bytes or nowhere. */
const HEAD = 200;

/**
 * A document's bytes as text: by its byte order mark, else by what its declaration says, else UTF-8.
 * @throws Refusal `too-large`, or `encoding` where it is unknown or the bytes are not in it
 */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.length > DOCUMENT_LIMIT) throw new Refusal('too-large');
  const encoding = encodingOf(bytes);
  if (encoding === undefined) throw new Refusal('encoding');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('encoding');
  }
}

function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const declared = DECLARED.exec(marked ? head.slice(3) : head)?.[1];
  const encoding = declared === undefined ? 'utf-8' : ENCODINGS[declared.toLowerCase()];
  // The mark and the declaration contradict each other: one of them was changed on the way.
  return marked && encoding !== 'utf-8' ? undefined : encoding;
}
