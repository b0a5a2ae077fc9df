// Which box this is: a token that comes once in the address (#box=TOKEN) or by activation, and is kept on the box.
import type { Place, Shelf } from '../ports.ts';
import { recordOn, type ShelfRecord } from './record.ts';

const FRAGMENT = /^#box=([A-Za-z0-9._~+/=-]{8,400})$/;

export interface BoxSession {
  /** Null: nobody has set this box up. */
  readonly token: string | null;
  /** Another token than before: what was kept belongs to another home. */
  readonly changed: boolean;
}

/** Where the token is kept. */
export const sessionOn = (shelf: Shelf): ShelfRecord<string> =>
  recordOn(shelf, 'linli.session', 1, (value) => (typeof value === 'string' ? value : null));

/** The fragment stays where it is when it could not be kept: without it a reload would forget the box. */
export function readSession(place: Place, shelf: Shelf): BoxSession {
  const record = sessionOn(shelf);
  const kept = record.read();
  const given = FRAGMENT.exec(place.hash)?.[1] ?? null;
  if (given === null) return { token: kept, changed: false };
  if (given === kept || record.write(given)) place.dropHash();
  return { token: given, changed: given !== kept };
}
