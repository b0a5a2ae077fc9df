import { describe, expect, it } from 'vitest';
import { toCap } from '../../../src/domain/cap/cap.ts';
import { capNode, parseCap } from '../../../src/domain/cap/cap-document.ts';
import { Refusal } from '../../../src/domain/cap/refusal.ts';
import { DOCUMENT_LIMIT, decodeXml, readXml } from '../../../src/domain/cap/xml-read.ts';
import { leaves, writeXml } from '../../../src/domain/cap/xml-write.ts';
import { toGb18030 } from '../../support/gb18030.ts';
import { rainstorm } from '../../support/warnings.ts';

const read = (bytes: Uint8Array | string) => readXml(decodeXml(Buffer.from(bytes)));
const reason = (bytes: Uint8Array | string): string => {
  try {
    read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};
const cap = writeXml(capNode(toCap(rainstorm, () => '车站社区')));

describe('the reader of XML', () => {
  it('opens no entity that a document brings along', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    expect(reason(`<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l9;</a>`)).toBe('doctype');
    expect(reason('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe('doctype');
    expect(reason('<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>')).toBe('doctype');
    expect(reason('<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/p">%p;]><a/>')).toBe('doctype');
    expect(reason('<a>&unknown;</a>')).toBe('not-xml');
  });

  it('ends early where a document does not', () => {
    expect(reason(Buffer.alloc(DOCUMENT_LIMIT + 1, 'a'))).toBe('too-large');
    expect(reason(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`)).toBe('too-deep');
    expect(reason(`${'<a>'.repeat(100_000)}`)).toBe('too-deep');
    expect(reason(`<a>${'<b/>'.repeat(20_000)}</a>`)).toBe('too-deep');
  });

  it.each([
    '',
    '   ',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    'text',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<x:a/>',
    '<a>\u0001</a>',
    '{"a":1}',
  ])('refuses %j, which is no XML', (text) => expect(reason(text)).toBe('not-xml'));

  it('takes UTF-8 with and without its mark, UTF-16 with it, and the Chinese encodings as declared', () => {
    const title = rainstorm.content.title;
    const titleOf = (bytes: Uint8Array | string) => parseCap(read(bytes)).info[0]?.headline;
    expect(titleOf(cap)).toBe(title);
    expect(titleOf(`\ufeff${cap}`)).toBe(title);
    expect(titleOf(Buffer.from(`\ufeff${cap.replace('UTF-8', 'UTF-16')}`, 'utf16le'))).toBe(title);
    for (const name of ['GB18030', 'GBK', 'gb2312']) expect(titleOf(toGb18030(cap.replace('UTF-8', name)))).toBe(title);
  });

  it('refuses bytes that are not in the encoding they claim', () => {
    expect(reason(toGb18030(cap))).toBe('encoding');
    expect(reason(Buffer.concat([Buffer.from('<a>'), Buffer.from([0xff, 0xc0]), Buffer.from('</a>')]))).toBe(
      'encoding',
    );
    expect(reason('<?xml version="1.0" encoding="UTF-7"?><a/>')).toBe('encoding');
    expect(reason('<?xml version="1.0" encoding="x-made-up"?><a/>')).toBe('encoding');
    expect(reason('\ufeff<?xml version="1.0" encoding="GB18030"?><a/>')).toBe('encoding');
  });

  it('reads back what the writer wrote, signs of XML and blanks among it', () => {
    const text = 'a < b && c > "d"\r\n\t]]> 暴雨𠀀';
    const written = writeXml({ name: 'a', attributes: { b: text }, content: text });
    expect(readXml(written)).toMatchObject({ text, attributes: { b: text } });
    expect(readXml(writeXml({ name: 'a', content: leaves('b', ['1\u0000\u0008\ufffe\ud800', '2']) }))).toMatchObject({
      children: [{ text: '1' }, { text: '2' }],
    });
  });
});
