// The shipped dictionary: what is in it, how large it is, and that all of it can be written.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../../scripts/keyboard/pack.ts';
import { TRADE_WORDS } from '../../../scripts/keyboard/trade-words.ts';
import { digitsOf } from '../../../src/domain/guides/search.ts';
import { candidatesOf, divides, readingsOf } from '../../../src/tv/keyboard/candidates.ts';
import { readDictionary, unpack } from '../../../src/tv/keyboard/dictionary.ts';
import { DICTIONARY, ENTRIES } from './shipped.ts';

const FILE = new URL('../../../static/keyboard/zh-CN.json', import.meta.url);
const textsFor = (digits: string) => candidatesOf(DICTIONARY, digits, null, []).map(({ text }) => text);

describe('the dictionary', () => {
  it('takes at most 60 kB on the line, and says whose it is', async () => {
    const text = await readFile(FILE, 'utf8');
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(60_000);
    expect(JSON.parse(text).notice).toMatch(/rime-pinyin-simp.*Apache License 2\.0/s);
  });

  it('has the common characters, the common words, and every word of this trade', () => {
    const texts = new Set(ENTRIES.map(({ text }) => text));
    const characters = [...texts].filter((text) => text.length === 1).length;
    expect(characters).toBeGreaterThan(3400);
    expect(texts.size - characters).toBeGreaterThan(6000);
    for (const each of TRADE_WORDS) expect(texts).toContain(typeof each === 'string' ? each : each.word);
  });

  it('reads every character of an entry by a syllable of its own', () => {
    for (const { text, reading } of ENTRIES) {
      expect(reading.length, text).toBe(text.length);
      for (const syllable of reading) expect(DICTIONARY.syllables[digitsOf(syllable)], text).toContain(syllable);
    }
  });

  it('knows a word by its own reading where that of its characters would be another', () => {
    expect(textsFor(digitsOf('yinhang'))).toContain('银行');
    expect(textsFor(digitsOf('yinxing'))).not.toContain('银行');
  });

  it('offers every entry for the digits of its reading', () => {
    for (const { text, digits } of ENTRIES) {
      const found = candidatesOf(DICTIONARY, digits, null, []).find((candidate) => candidate.text === text);
      expect(found?.taken, `${text} ${digits}`).toBe(digits.length);
    }
  });

  it('is not read from what is none', async () => {
    for (const text of ['', '<html>', '[]', '{"characters":{"a":1},"words":{}}'])
      expect(await readDictionary(text, () => null)).toBeNull();
  });
});

describe('a row of digits', () => {
  const reading = fc.array(fc.constantFrom(...Object.values(DICTIONARY.syllables).flat()), {
    minLength: 1,
    maxLength: 6,
  });

  it('of whole syllables divides, also while the last one is still typed', () => {
    fc.assert(
      fc.property(reading, fc.nat(), (syllables, cut) => {
        const digits = syllables.map(digitsOf).join('');
        expect(divides(DICTIONARY, digits.slice(0, 1 + (cut % digits.length)))).toBe(true);
      }),
    );
  });

  it('can be read as it was meant from its first syllable on, and something is offered for it', () => {
    fc.assert(
      fc.property(reading, (syllables) => {
        const digits = syllables.map(digitsOf).join('');
        const [first = ''] = syllables;
        expect(readingsOf(DICTIONARY, digits)).toContain(first);
        const found = candidatesOf(DICTIONARY, digits, first, []);
        expect(found.length).toBeGreaterThan(0);
        for (const candidate of found) expect(candidate.reading[0]).toBe(first);
      }),
    );
  });

  it('that no syllable begins with does not', () => {
    expect(divides(DICTIONARY, '1')).toBe(false);
    expect(divides(DICTIONARY, '56810')).toBe(false);
  });
});

describe('the order of what is offered', () => {
  it('puts the most common first', () => {
    expect(textsFor('744')[0]).toBe('是');
  });

  it('puts what fits all digits before longer words, and those before what fits a part', () => {
    const found = candidatesOf(DICTIONARY, digitsOf('xiashui'), null, []);
    const texts = found.map(({ text }) => text);
    expect(texts).toContain('下水道');
    expect(texts.indexOf('下水道')).toBeLessThan(texts.indexOf('下'));
    expect(found[texts.indexOf('下')]?.taken).toBe(3);
  });

  it('puts what was chosen last before what is more common', () => {
    const before = textsFor('568');
    const [first = '', , third = ''] = before;
    const after = candidatesOf(DICTIONARY, '568', null, [third, first]).map(({ text }) => text);
    expect(after.slice(0, 2)).toEqual([third, first]);
    expect([...after].sort()).toEqual([...before].sort());
  });
});

describe('packing', () => {
  const sources = [
    { word: '行', reading: 'xing', weight: 900 },
    { word: '行', reading: 'hang', weight: 90 },
    { word: '银', reading: 'yin', weight: 60 },
    { word: '银行', reading: 'yin hang', weight: 300 },
    { word: '愛', reading: 'ai', weight: 500 },
  ];

  it('writes a reading only where it is not the usual one, and leaves other scripts out', async () => {
    const packed = pack(sources, []);
    expect(Object.values(packed.words)).toEqual(["银行:yin'hang"]);
    expect(packed.characters.ai).toBeUndefined();
    const { entries } = await unpack(packed, () => null);
    expect(entries[digitsOf('yinhang')]?.map(({ text }) => text)).toEqual(['银行']);
  });

  it('refuses a word of the trade that nobody can read', () => {
    expect(() => pack(sources, ['漏水'])).toThrow('no reading of 漏');
  });
});
