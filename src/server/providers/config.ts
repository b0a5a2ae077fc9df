// providers.json: which providers there are, how each is reached, and where in its answers what is meant stands.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Utility } from '../../contract/bills.ts';
import { RegionCode } from '../../contract/regions.ts';
import { ConfigError } from '../config.ts';
import { hasParts } from './dates.ts';

const PROVIDERS_FILE = 'providers.json';

/** A path in the answer, or a column of the file: data.bills, @no. */
const Where = z.string().regex(/^[^\s.]{1,60}(\.[^\s.]{1,60}){0,7}$/);
/** The answer itself is the list. */
const WhereList = z.union([Where, z.literal('')]);
const DayPattern = z
  .string()
  .refine((text) => hasParts(text, ['yyyy', 'MM', 'dd']), 'a pattern of yyyy, MM and dd, such as yyyy-MM-dd');
const MonthPattern = z.string().refine((text) => hasParts(text, ['yyyy', 'MM']), 'a pattern of yyyy and MM');
const TimePattern = z
  .string()
  .refine(
    (text) => text === 'iso' || hasParts(text, ['yyyy', 'MM', 'dd', 'HH', 'mm'], ['ss']),
    'iso, or a pattern of yyyy, MM, dd, HH, mm and perhaps ss',
  );

export const BillsMapping = z.strictObject({
  /** Where the answer says whose it is: that of another account is not shown. */
  account: Where,
  items: WhereList,
  money: z.enum(['yuan', 'fen']),
  balance: Where.nullable().default(null),
  /** Within one item. */
  fields: z.strictObject({
    period: z.union([
      z.strictObject({ month: Where, pattern: MonthPattern }),
      z.strictObject({ from: Where, to: Where, pattern: DayPattern }),
    ]),
    amount: Where,
    due: z.strictObject({ at: Where, pattern: DayPattern }).nullable().default(null),
    usage: z
      .strictObject({ at: Where, unit: z.enum(['m3', 'kWh']) })
      .nullable()
      .default(null),
    /** Every word the provider has for each: another one is not guessed at. */
    status: z.strictObject({ at: Where, paid: z.array(z.string()).min(1), unpaid: z.array(z.string()).min(1) }),
  }),
});
export type BillsMapping = z.infer<typeof BillsMapping>;

export const OutagesMapping = z.strictObject({
  items: WhereList,
  fields: z.strictObject({
    number: Where,
    /** A list, or one text with `、`, `，`, `,` or `;` between. */
    areas: Where,
    from: Where,
    /** An empty one: not known yet. */
    to: Where.nullable().default(null),
    text: Where,
  }),
  times: TimePattern,
  /** What the provider calls an area, and the region it is; names of communities and towns are understood anyway. */
  areas: z.record(z.string(), RegionCode).default({}),
});
export type OutagesMapping = z.infer<typeof OutagesMapping>;

/** `{env:WATER_TOKEN}` is taken from the environment: no secret stands in the file. */
const Url = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:/.test(text), 'an address that begins with http');
const headers = z.record(z.string().regex(/^[\w-]{1,60}$/), z.string().max(2000)).default({});
const common = {
  utility: Utility,
  name: z.string().trim().min(2).max(30),
  phone: z
    .string()
    .regex(/^[\d-]{3,14}$/)
    .nullable()
    .default(null),
  /** How many questions at once. */
  atOnce: z.int().min(1).max(50).default(4),
  /** An account of the provider's own, to try with. */
  testAccount: z.string().nullable().default(null),
};

const OverHttp = z.strictObject({
  ...common,
  kind: z.enum(['json', 'xml']),
  headers,
  timeLimitMs: z.int().min(50).max(30_000).default(5_000),
  bills: z
    .strictObject({
      url: Url.refine((text) => text.includes('{account}'), '{account} stands where the number goes'),
      mapping: BillsMapping,
    })
    .nullable()
    .default(null),
  outages: z.strictObject({ url: Url, mapping: OutagesMapping }).nullable().default(null),
});
export type HttpSettings = z.infer<typeof OverHttp>;

const InFolder = z.strictObject({
  ...common,
  kind: z.literal('csv'),
  /** Files whose names end in .csv; a relative folder is one in the data folder. */
  bills: z
    .strictObject({ folder: z.string().min(1), mapping: BillsMapping })
    .nullable()
    .default(null),
  outages: z
    .strictObject({ folder: z.string().min(1), mapping: OutagesMapping })
    .nullable()
    .default(null),
});
export type CsvSettings = z.infer<typeof InFolder>;

const One = z.discriminatedUnion('kind', [OverHttp, InFolder]);
export type ProviderSettings = z.infer<typeof One>;
export const ProvidersFile = z.strictObject({ providers: z.array(One) });

type Environment = Readonly<Record<string, string | undefined>>;

/** What the file in the folder says; undefined where there is none. @throws ConfigError with every mistake */
export async function readProviders(folder: string, env: Environment): Promise<ProviderSettings[] | undefined> {
  const file = path.join(folder, PROVIDERS_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : providersIn(text, file, { env, folder });
}

/** @throws ConfigError */
export function providersIn(
  text: string,
  file: string,
  { env, folder }: { env: Environment; folder: string },
): ProviderSettings[] {
  const mistakes = (lines: readonly string[]) => new ConfigError([`${file} has mistakes:`, ...lines].join('\n  '));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw mistakes([error instanceof Error ? error.message : String(error)]);
  }
  const parsed = ProvidersFile.safeParse(json);
  if (!parsed.success) throw mistakes(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const { providers } = parsed.data;
  const missing: string[] = [];
  const secretOf = (name: string): string => {
    const value = env[name];
    if (value === undefined || value === '') missing.push(`the environment variable ${name} is not set`);
    return value ?? '';
  };
  const filled = providers.map((one) => {
    if (one.kind === 'csv') {
      const within = <T extends { folder: string }>(given: T | null) =>
        given && { ...given, folder: path.resolve(folder, given.folder) };
      return { ...one, bills: within(one.bills), outages: within(one.outages) };
    }
    const given = Object.entries(one.headers).map(([name, value]) => [
      name,
      value.replaceAll(/\{env:(\w+)\}/g, (_, secret: string) => secretOf(secret)),
    ]);
    return { ...one, headers: Object.fromEntries(given) as Record<string, string> };
  });
  const twice = providers.filter((one, index) => providers.findIndex(({ utility }) => utility === one.utility) < index);
  const lines = [...missing, ...twice.map(({ utility }) => `there are two providers of ${utility}`)];
  if (lines.length > 0) throw mistakes(lines);
  return filled;
}
