// settings.json is written by operators: whatever is in it, the app starts.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { PROFILES } from '../../src/tv/remote/profiles.ts';
import { DEFAULTS, readSettings } from '../../src/tv/settings.ts';

const knows = (name: string): boolean => name === 'auto' || name in PROFILES;
const read = (file: unknown) => readSettings(JSON.stringify(file), knows);

it('takes what the operator says', () => {
  const app = { remote: 'ipanel', elder: false, motion: false };
  expect(read({ appSettings: app, platformSettings: { path: 'https://cdn.example/tv/' } })).toEqual({
    app,
    path: 'https://cdn.example/tv/',
  });
});

it.each([
  ['no file', ''],
  ['no JSON', '<html>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['other types', '{"appSettings":{"remote":3,"elder":"yes","motion":null},"platformSettings":7}'],
  ['an unknown remote', '{"appSettings":{"remote":"universal"}}'],
])('starts with the defaults on %s', (_, text) => {
  expect(readSettings(text, knows)).toEqual(DEFAULTS);
});

it('ships with the defaults', async () => {
  const text = await readFile(new URL('../../settings.json', import.meta.url), 'utf8');
  expect(readSettings(text, knows)).toEqual(DEFAULTS);
});
