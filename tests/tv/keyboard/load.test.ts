// Where the dictionary comes from: the shelf, or the server, whose copy is kept.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DICTIONARY_FILE } from '../../../src/tv/keyboard/dictionary-file.ts';
import { loadDictionary } from '../../../src/tv/keyboard/load.ts';
import type { HttpAnswer } from '../../../src/tv/ports.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const TEXT = await readFile(new URL('../../../static/keyboard/zh-CN.json', import.meta.url), 'utf8');

function box(answer: Partial<HttpAnswer>, stored: string | null = null) {
  const shelf = fakeShelf();
  if (stored !== null) shelf.write('linli.keyboard', stored);
  const { http, requests } = fakeHttp({ [`GET ${DICTIONARY_FILE.path}`]: answer });
  return {
    parts: { shelf, http, timers: fakeTimers() },
    kept: shelf.kept,
    asked: () => requests.map(({ path }) => path),
  };
}

it('is fetched once, then lies on the shelf', async () => {
  const { parts, asked } = box({ status: 200, body: TEXT });
  expect(await loadDictionary(parts)).not.toBe('missing');
  expect(await loadDictionary({ ...parts, http: box({}).parts.http })).not.toBe('missing');
  expect(asked()).toEqual([`${DICTIONARY_FILE.path}?${DICTIONARY_FILE.version}`]);
});

it('is fetched anew when another one belongs to the app, or the kept one is damaged', async () => {
  for (const stored of [`000000000000${TEXT}`, `${DICTIONARY_FILE.version}{"chara`]) {
    const { parts, kept, asked } = box({ status: 200, body: TEXT }, stored);
    expect(await loadDictionary(parts)).not.toBe('missing');
    expect(asked()).toHaveLength(1);
    expect(kept.get('linli.keyboard')).toBe(DICTIONARY_FILE.version + TEXT);
  }
});

it('is missing when nobody answers, or with something else', async () => {
  for (const answer of [{ status: 0 }, { status: 404, body: '{}' }, { status: 200, body: '<html>login</html>' }]) {
    const { parts, kept } = box(answer);
    expect(await loadDictionary(parts)).toBe('missing');
    expect(kept.size).toBe(0);
  }
});

it('is read in pieces, between which keys are heard', async () => {
  const { parts } = box({ status: 200, body: TEXT });
  let now = 0;
  const slow = () => {
    now += 11;
    return now;
  };
  const timers = { ...parts.timers, steady: slow };
  let read = false;
  const reading = loadDictionary({ ...parts, timers }).then((dictionary) => {
    read = dictionary !== 'missing';
  });
  let pauses = 0;
  for (; !read && pauses < 10_000; pauses += 1) {
    parts.timers.pass(0);
    await settled();
  }
  await reading;
  expect([read, pauses > 100]).toEqual([true, true]);
});
