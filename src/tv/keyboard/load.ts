// The dictionary from the box's shelf, or else from the server: it is no part of the bundle, as most never write.
import { inPieces } from '../feed/pieces.ts';
import type { Http, Shelf, Timers } from '../ports.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { DICTIONARY_FILE } from './dictionary-file.ts';

const KEY = 'linli.keyboard';
const TIMEOUT_MS = 15_000;

interface LoadParts {
  readonly http: Http;
  readonly shelf: Shelf;
  readonly timers: Timers;
}

/** `missing`: it is neither here nor there. Not signed: nothing but what OK is pressed on is ever written by it. */
export async function loadDictionary({ http, shelf, timers }: LoadParts): Promise<Dictionary | 'missing'> {
  const { path, version } = DICTIONARY_FILE;
  const kept = shelf.read(KEY);
  if (kept !== null && kept.slice(0, version.length) === version) {
    const dictionary = await readDictionary(kept.slice(version.length), inPieces(timers));
    if (dictionary) return dictionary;
  }
  const request = { method: 'GET', path: `${path}?${version}`, headers: {}, timeoutMs: TIMEOUT_MS } as const;
  const { status, body } = await http(request);
  const dictionary = status === 200 ? await readDictionary(body, inPieces(timers)) : null;
  if (dictionary) shelf.write(KEY, version + body);
  return dictionary ?? 'missing';
}
