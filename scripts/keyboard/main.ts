// Makes the dictionary of the on-screen keyboard: `node scripts/keyboard/main.ts <pinyin_simp.dict.yaml>`.
// The source is Debian's package rime-data-pinyin-simp (/usr/share/rime-data), Apache-2.0, derived from Android's Pinyin IME.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { pack, type Source } from './pack.ts';
import { TRADE_WORDS } from './trade-words.ts';

const NOTICE =
  'Characters, words and their frequencies: rime-pinyin-simp (https://github.com/rime/rime-pinyin-simp), derived from ' +
  "the Android Open Source Project's PinyinIME. Copyright (C) 2009 The Android Open Source Project, Apache License 2.0. " +
  'Changed: shortened to what is common, frequencies in classes, words of this trade added.';
const DATA = new URL('../../static/keyboard/zh-CN.json', import.meta.url);
const VERSION = new URL('../../src/tv/keyboard/dictionary-file.ts', import.meta.url);

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node scripts/keyboard/main.ts <pinyin_simp.dict.yaml>');

const packed = pack(sourcesIn(await readFile(file, 'utf8')), TRADE_WORDS);
const text = `${JSON.stringify({ notice: NOTICE, ...packed })}\n`;
const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
await writeFile(DATA, text);
await writeFile(
  VERSION,
  `// Which dictionary belongs to this app; made by scripts/keyboard/main.ts.
export const DICTIONARY_FILE = { path: '/tv/keyboard/zh-CN.json', version: '${version}' } as const;
`,
);
const kB = (bytes: number) => (bytes / 1000).toFixed(1);
console.log(
  `${kB(Buffer.byteLength(text))} kB, gzip ${kB(gzipSync(text, { level: 9 }).length)} kB -> ${DATA.pathname}`,
);

function sourcesIn(yaml: string): Source[] {
  const rows = yaml.slice(yaml.indexOf('\n...\n')).split('\n');
  return rows.flatMap((row) => {
    const [word, reading, weight] = row.split('\t');
    return word && reading && weight ? [{ word, reading, weight: Number(weight) }] : [];
  });
}
