// The numbered SQL files that bring any store to the present: read from disk, never edited once they are out.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Migration {
  /** 1, 2, 3 ... without holes: the store's version after it ran. */
  readonly number: number;
  /** File name: 001-foundation.sql */
  readonly name: string;
  readonly sql: string;
  /** Of the text with \n line ends, lower-case hex: a checkout on Windows is no edit. */
  readonly sha256: string;
}

const FILE_NAME = /^(\d{3})-[a-z0-9-]+\.sql$/;
const OWN_FOLDER = path.join(import.meta.dirname, 'migrations');

/** In order. @throws Error when a file is misnamed or a number is missing or taken twice: a mistake of ours */
export async function readMigrations(folder: string = OWN_FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE_NAME.exec(name)?.[1]);
      if (number !== index + 1)
        throw new Error(`${name}: migrations are named 001-what-it-does.sql and numbered without holes`);
      return migrationOf(number, name, await readFile(path.join(folder, name), 'utf8'));
    }),
  );
}

export function migrationOf(number: number, name: string, text: string): Migration {
  const sql = text.replaceAll('\r\n', '\n');
  return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}
