// What an operator can set, from the environment; every mistake is named at once.
import path from 'node:path';
import { z } from 'zod';

const Switch = z.enum(['on', 'off']).transform((value) => value === 'on');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** Folder of the embedded store, pictures and keys. */
  LINLI_DATA: z.string().min(1).default('./data'),
  /** PostgreSQL instead of the embedded store. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** As browsers and boxes reach this server; https makes cookies secure. */
  LINLI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LINLI_DEMO: Switch.default(true),
  LINLI_DEMO_PASSWORD: z.string().min(8).optional(),
  /** Master key, 32 bytes in base64; else one is made and kept in the data folder. Processes side by side share one. */
  LINLI_KEY: z
    .base64()
    .refine((value) => Buffer.from(value, 'base64').length === 32)
    .optional(),
  /** Resource code of this platform in the emergency broadcast (GD/J 082), as the province gives it. */
  LINLI_EBR_ID: z
    .string()
    .regex(/^\d{23}$/)
    .default('43703060000000103010101'),
  LINLI_ALLOW_EMBEDDED: z.enum(['1']).optional(),
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string | undefined;
  /** Folder of the built pages. */
  readonly dist: string;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly masterKey: Buffer | undefined;
  /** Resource code of this platform in the emergency broadcast. */
  readonly ebrId: string;
  readonly allowEmbedded: boolean;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Throws a ConfigError that lists everything that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration has mistakes:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.LINLI_DATA),
    databaseUrl: value.DATABASE_URL,
    publicUrl: value.LINLI_PUBLIC_URL,
    dist: path.resolve(import.meta.dirname, '../../dist'),
    demo: value.LINLI_DEMO,
    demoPassword: value.LINLI_DEMO_PASSWORD,
    masterKey: value.LINLI_KEY === undefined ? undefined : Buffer.from(value.LINLI_KEY, 'base64'),
    ebrId: value.LINLI_EBR_ID,
    allowEmbedded: value.NODE_ENV !== 'production' || value.LINLI_ALLOW_EMBEDDED === '1',
    logLevel: value.LOG_LEVEL,
  };
}

/** Each setting with its value and where it comes from, secrets hidden; for `linli config`. */
export function explainConfig(
  env: Readonly<Record<string, string | undefined>>,
): { name: string; value: string; source: string }[] {
  const parsed = Environment.parse(env);
  const secret = (name: string) => ['LINLI_DEMO_PASSWORD', 'DATABASE_URL', 'LINLI_KEY'].includes(name);
  return Object.keys(Environment.shape).map((name) => {
    const value = parsed[name as keyof typeof parsed];
    return {
      name,
      value: value === undefined ? '-' : secret(name) ? '(set)' : String(value),
      source: env[name] ? 'environment' : 'default',
    };
  });
}
