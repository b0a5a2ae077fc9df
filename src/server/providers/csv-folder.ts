// Providers that drop CSV files into a folder: the newest whole file counts, one that is still being written is passed over.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { type Clock, instantOf } from '../runtime.ts';
import type { BillsMapping, CsvSettings, OutagesMapping } from './config.ts';
import { outagesOf, statementOf } from './mapping.ts';
import { type Provider, ProviderError } from './port.ts';

/** A file that was written to later than this ago may not be whole yet. */
export const SETTLED_MS = 30_000;
/** Of the district's hundred thousand households a line each has room. */
const FILE_LIMIT = 16 * 1024 * 1024;
/** Files that are looked at before it is given up. */
const MOST_TRIED = 5;
const PIECE = 64 * 1024;

type Row = Readonly<Record<string, string>>;

interface Read {
  /** Of the file's name, time and size: while it is the same, the file is not read again. */
  readonly mark: string;
  readonly writtenAt: number;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly byAccount: ReadonlyMap<string, readonly Row[]>;
}

export function csvFolder(settings: CsvSettings, clock: Clock): Provider {
  const { utility, name, phone, kind, testAccount, atOnce, bills, outages } = settings;
  const readBills = bills && newestIn(bills.folder, clock, bills.mapping.account);
  const readOutages = outages && newestIn(outages.folder, clock, outages.mapping.fields.number);
  return {
    utility,
    name: { name, phone },
    kind,
    testAccount,
    atOnce,
    bills:
      bills &&
      readBills &&
      (async (account) => {
        const { columns, writtenAt, byAccount } = await readBills();
        if (columnsOf(bills.mapping).some((column) => !columns.includes(column)))
          throw new ProviderError('unreadable', 'list');
        const rows = byAccount.get(account);
        if (!rows) throw new ProviderError('no-account', 'account');
        const asked = { account, asOf: instantOf(writtenAt), now: clock() };
        return statementOf({ ...rows[0], rows }, { ...bills.mapping, items: 'rows' }, asked);
      }),
    outages:
      outages &&
      readOutages &&
      (async () => {
        const { rows, columns } = await readOutages();
        if (outageColumnsOf(outages.mapping).some((column) => !columns.includes(column)))
          throw new ProviderError('unreadable', 'list');
        return outagesOf({ rows }, { ...outages.mapping, items: 'rows' });
      }),
  };
}

function columnsOf({ account, balance, fields }: BillsMapping): string[] {
  const { period, amount, due, usage, status } = fields;
  const days = 'month' in period ? [period.month] : [period.from, period.to];
  return [account, balance, ...days, amount, due?.at, usage?.at, status.at].filter((each) => each != null);
}

const outageColumnsOf = ({ fields }: OutagesMapping): string[] =>
  [fields.number, fields.areas, fields.from, fields.to, fields.text].filter((each) => each !== null);

/** Reads the folder's newest whole file, or gives what it read of it before. */
function newestIn(folder: string, clock: Clock, key: string): () => Promise<Read> {
  let last: Read | undefined;
  let reading: Promise<Read> | undefined;

  async function look(): Promise<Read> {
    for (const { file, mark, writtenAt } of (await filesIn(folder, clock)).slice(0, MOST_TRIED)) {
      if (last?.mark === mark) return last;
      const whole = await readWhole(file);
      if (!whole) continue;
      const byAccount = new Map<string, Row[]>();
      for (const row of whole.rows) {
        const under = byAccount.get(row[key] ?? '');
        if (under) under.push(row);
        else byAccount.set(row[key] ?? '', [row]);
      }
      last = { mark, writtenAt, ...whole, byAccount };
      return last;
    }
    throw new ProviderError('unreachable', 'no-file');
  }

  return () => {
    reading ??= look().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

/** The newest first. */
async function filesIn(folder: string, clock: Clock) {
  const names = await readdir(folder).catch(() => {
    throw new ProviderError('unreachable', 'folder');
  });
  const found = names
    .filter((name) => /^[^.].*\.csv$/i.test(name))
    .map(async (name) => {
      const file = path.join(folder, name);
      // It may have been taken away since.
      const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
      return { file, size, writtenAt: Math.floor(mtimeMs), mark: `${name} ${mtimeMs} ${size}` };
    });
  const files = (await Promise.all(found)).filter(
    ({ size, writtenAt }) => size > 0 && size <= FILE_LIMIT && writtenAt <= clock() - SETTLED_MS,
  );
  return files.sort((one, other) => other.writtenAt - one.writtenAt || (one.file < other.file ? 1 : -1));
}

/** Undefined where the file breaks off, or is no table. */
async function readWhole(file: string): Promise<Pick<Read, 'columns' | 'rows'> | undefined> {
  const text = textOf(await readFile(file));
  if (!text?.endsWith('\n')) return undefined;
  let columns: string[] = [];
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    columns: (header: string[]) => {
      columns = header;
      return header;
    },
  });
  // The loop below hears of errors by itself.
  pipeline(Readable.from(inPieces(text)), parser, () => {});
  const rows: Row[] = [];
  try {
    for await (const row of parser) rows.push(row as Row);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
  return { columns, rows };
}

/** Whoever else waits is served between two pieces. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PIECE) {
    yield text.slice(start, start + PIECE);
    await setImmediate();
  }
}

/** A table made in China is as likely GB 18030 as UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  return undefined;
}
