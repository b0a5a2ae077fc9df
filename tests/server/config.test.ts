import { describe, expect, it } from 'vitest';
import { ConfigError, explainConfig, readConfig } from '../../src/server/config.ts';

describe('the configuration', () => {
  it('works with nothing set', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      demo: true,
      databaseUrl: undefined,
      allowEmbedded: true,
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(8080);
  });

  it('names every mistake at once', () => {
    const read = () =>
      readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', LINLI_KEY: 'c2hvcnQ=', LOG_LEVEL: 'loud' });
    expect(read).toThrow(ConfigError);
    for (const name of ['PORT', 'DATABASE_URL', 'LINLI_KEY', 'LOG_LEVEL']) expect(read).toThrow(name);
  });

  it('allows the embedded store in production only when asked', () => {
    expect(readConfig({ NODE_ENV: 'production' }).allowEmbedded).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', LINLI_ALLOW_EMBEDDED: '1' }).allowEmbedded).toBe(true);
  });

  it('is explained with its sources and without its secrets', () => {
    const rows = explainConfig({ PORT: '9000', LINLI_DEMO_PASSWORD: 'hush-hush-hush' });
    expect(rows).toContainEqual({ name: 'PORT', value: '9000', source: 'environment' });
    expect(rows).toContainEqual({ name: 'HOST', value: '127.0.0.1', source: 'default' });
    expect(JSON.stringify(rows)).not.toContain('hush');
  });
});
