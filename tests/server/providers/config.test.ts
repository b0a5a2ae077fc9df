import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/server/config.ts';
import { providersIn } from '../../../src/server/providers/config.ts';
import { dayFrom, instantFrom, monthFrom } from '../../../src/server/providers/dates.ts';
import { simulatedSettings } from '../../../src/server/seed/providers/settings.ts';

const whole = () => structuredClone(simulatedSettings({ url: 'http://127.0.0.1:1', gasFolder: 'gas' }));
const read = (providers: unknown, env: Record<string, string> = {}) =>
  providersIn(JSON.stringify({ providers }), 'providers.json', { env, folder: '/data' });

describe('providers.json', () => {
  it('is understood, with a relative folder in the data folder', () => {
    const providers = read(whole());
    expect(providers.map(({ utility }) => utility)).toEqual(['water', 'power', 'gas', 'tv']);
    expect(providers[2]).toMatchObject({ kind: 'csv', bills: { folder: '/data/gas' } });
  });

  it('is told by an example that is one', async () => {
    const example = await readFile('docs/providers.example.json', 'utf8');
    const env = { WATER_TOKEN: 'a', POWER_TOKEN: 'b', TV_TOKEN: 'c' };
    const kinds = providersIn(example, 'the example', { env, folder: '/data' }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['json', 'xml', 'csv']));
  });

  it('takes secrets from the environment, and names those that are missing', () => {
    const [water] = whole();
    const secret = { ...water, headers: { authorization: 'Bearer {env:WATER_TOKEN}', 'x-app': 'linli' } };
    expect(read([secret], { WATER_TOKEN: 'abc' })[0]).toMatchObject({
      headers: { authorization: 'Bearer abc', 'x-app': 'linli' },
    });
    expect(() => read([secret])).toThrow('WATER_TOKEN is not set');
  });

  it('says of every mistake where it is', () => {
    const providers = whole() as unknown as { bills: { url: string; mapping: { fields: Record<string, unknown> } } }[];
    const [water, power] = providers;
    if (!water || !power) throw new Error('no providers');
    water.bills.url = 'http://127.0.0.1/bills';
    power.bills.mapping.fields.due = { at: 'due', pattern: 'yyyy-MM-dd HH:mm' };
    const problem = () => read([...providers, { utility: 'heat', kind: 'json' }]);
    expect(problem).toThrow(ConfigError);
    expect(problem).toThrow('providers.0.bills.url: {account} stands where the number goes');
    expect(problem).toThrow('providers.1.bills.mapping.fields.due.pattern: a pattern of yyyy, MM and dd');
    expect(problem).toThrow('providers.4.utility');
  });

  it('has one provider of each utility', () => {
    const [water] = whole();
    expect(() => read([water, water])).toThrow('there are two providers of water');
  });

  it('that is no JSON is named with its file', () => {
    expect(() => providersIn('{', 'providers.json', { env: {}, folder: '/data' })).toThrow(
      /providers\.json has mistakes/,
    );
  });
});

describe('a day, a month, a time as others write them', () => {
  it('are read by their pattern', () => {
    expect(dayFrom('20261125', 'yyyyMMdd')).toBe('2026-11-25');
    expect(dayFrom('25.11.2026', 'dd.MM.yyyy')).toBe('2026-11-25');
    expect(monthFrom('202602', 'yyyyMM')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthFrom('2028/02', 'yyyy/MM')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(monthFrom('2026-12', 'yyyy-MM')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(instantFrom('2026-11-27 08:30', 'yyyy-MM-dd HH:mm')).toBe('2026-11-27T00:30:00.000Z');
    expect(instantFrom('2026-11-27T08:30:00+08:00', 'iso')).toBe('2026-11-27T00:30:00.000Z');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-1-1', '20261125', '', '0000-00-00'])(
    'are not read out of %j',
    (text) => {
      expect(dayFrom(text, 'yyyy-MM-dd')).toBeUndefined();
    },
  );

  it('are not guessed: a time without its offset is no ISO time', () => {
    expect(instantFrom('2026-11-27T08:30:00', 'iso')).toBeUndefined();
    expect(instantFrom('2026-11-27 24:00', 'yyyy-MM-dd HH:mm')).toBeUndefined();
    expect(instantFrom('2026-11-27 08:60', 'yyyy-MM-dd HH:mm')).toBeUndefined();
  });
});
