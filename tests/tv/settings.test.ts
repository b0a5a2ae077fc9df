// settings.json is written by operators: whatever is in it, the app starts.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PROFILES } from '../../src/tv/remote/profiles.ts';
import { DEFAULTS, readSettings } from '../../src/tv/settings.ts';

const knows = (name: string): boolean => name === 'auto' || name in PROFILES;
const read = (file: unknown) => readSettings(JSON.stringify(file), knows);

it('takes what the operator says', () => {
  const app = { remote: 'ipanel', elder: false, motion: false, standby: 15 };
  const root = 'AFYm0sX1uJ3k5q8v9wB2cD4eF6gH7iJ8kL9mN0oP1qQ';
  const file = { appSettings: app, platformSettings: { path: 'https://cdn.example/tv/' }, trust: { root } };
  expect(read(file)).toEqual({
    app,
    root,
    path: 'https://cdn.example/tv/',
  });
});

it.each([
  ['no file', ''],
  ['no JSON', '<html>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['other types', '{"appSettings":{"remote":3,"elder":"yes","motion":null,"standby":-1},"platformSettings":7}'],
  ['a root that is no key', '{"trust":{"root":"AFYm0sX1"}}'],
  ['an unknown remote', '{"appSettings":{"remote":"universal"}}'],
])('starts with the defaults on %s', (_, text) => {
  expect(readSettings(text, knows)).toEqual(DEFAULTS);
});

it('ships with the defaults', async () => {
  const text = await readFile(new URL('../../settings.json', import.meta.url), 'utf8');
  expect(readSettings(text, knows)).toEqual(DEFAULTS);
});
