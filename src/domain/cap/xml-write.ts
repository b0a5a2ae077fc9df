// XML as text, from a tree of plain values; what XML cannot hold is left out of the texts.

/** A leaf holds text; `attributes` are rare: a namespace, a link. */
export interface XmlNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string | readonly XmlNode[];
}

/** What may not stand in a document of XML 1.0 however it is written (section 2.2), lone surrogates included. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escapeText = (text: string): string =>
  text.replace(IMPOSSIBLE, '').replace(/[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign);
const escapeValue = (text: string): string =>
  text
    .replace(IMPOSSIBLE, '')
    .replace(/[&<>"\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
    .replaceAll('\n', '&#10;');

/** A whole document in UTF-8, two blanks a level. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linesOf(root, '').join('\n')}\n`;
}

function linesOf({ name, attributes = {}, content = '' }: XmlNode, indent: string): string[] {
  const values = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeValue(value)}"`);
  const start = `${indent}<${name}${values.join('')}`;
  if (typeof content === 'string') return content ? [`${start}>${escapeText(content)}</${name}>`] : [`${start}/>`];
  return [`${start}>`, ...content.flatMap((child) => linesOf(child, `${indent}  `)), `${indent}</${name}>`];
}

/** Leaves for what is given: nothing for undefined, one each for a list. */
export function leaves(name: string, value: string | number | readonly string[] | undefined): XmlNode[] {
  if (value === undefined) return [];
  if (typeof value === 'string' || typeof value === 'number') return [{ name, content: String(value) }];
  return value.map((content) => ({ name, content }));
}
