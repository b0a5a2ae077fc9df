// One row of the operator's list, taken at its word: blanks and full-width signs forgiven, everything else checked.
import { SmartCard } from '../../contract/activation.ts';
import type { Cell, Column, ListRow, MalformedFault } from './fault.ts';

/** What a well-formed row says. `household` is a 22-digit code or the text for a room. */
export interface Listing {
  readonly smartCard: SmartCard;
  readonly model: string;
  readonly chipId: string;
  readonly address: string;
  readonly household: string;
  readonly twoWay: boolean;
  readonly hd: boolean;
}

const MOST = { model: 60, chipId: 40, address: 200, household: 60 } as const;
const FLAGS: Readonly<Record<string, boolean>> = {
  是: true,
  '1': true,
  Y: true,
  YES: true,
  TRUE: true,
  否: false,
  '0': false,
  N: false,
  NO: false,
  FALSE: false,
};
/** 8.53100202600002E+15, as a spreadsheet writes a long number into a CSV file. */
const ROUNDED = /^\d(\.\d+)?E\+?\d+$/i;
/** Control signs and halves of surrogate pairs: neither a person nor the database can do anything with them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b-\u200f\ufeff]/gu;

/** Width and blanks evened out; `="101"` and `'101` are ways to keep a spreadsheet from counting. */
function tidy(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim();
  return plain
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'(?=\d)/, '')
    .trim();
}

/** The text of a cell whatever has become of it, for showing. */
export const cellText = (cell: Cell): string => tidy(typeof cell === 'string' ? cell : cell.text);

/** The listing, or all that is wrong with the row. */
export function readListing(row: ListRow): Listing | MalformedFault[] {
  const faults: MalformedFault[] = [];

  function textOf(column: Column): string {
    const cell = row[column];
    if (typeof cell !== 'string') {
      faults.push({ kind: 'spoilt', column, how: cell.spoilt, text: short(cell.text) });
      return '';
    }
    const text = tidy(cell);
    if (text === '') faults.push({ kind: 'blank', column });
    return text;
  }

  function bounded(column: keyof typeof MOST): string {
    const text = textOf(column);
    if ([...text].length > MOST[column]) faults.push({ kind: 'too-long', column, most: MOST[column] });
    return text;
  }

  function flag(column: Column): boolean {
    const text = textOf(column);
    const value = Object.hasOwn(FLAGS, text.toUpperCase()) ? FLAGS[text.toUpperCase()] : undefined;
    if (value === undefined && text !== '') faults.push({ kind: 'flag', column, text: short(text) });
    return value ?? false;
  }

  function smartCard(): SmartCard {
    const text = textOf('smartCard').replaceAll(' ', '');
    if (ROUNDED.test(text)) faults.push({ kind: 'spoilt', column: 'smartCard', how: 'number', text: short(text) });
    else if (text !== '' && !SmartCard.safeParse(text).success) faults.push({ kind: 'smart-card', text: short(text) });
    return text as SmartCard;
  }

  function household(): string {
    const text = bounded('household').replaceAll(' ', '');
    if (ROUNDED.test(text)) faults.push({ kind: 'spoilt', column: 'household', how: 'number', text: short(text) });
    // No room has so many digits: a code with some of its digits lost or doubled.
    else if (/^\d{7,}$/.test(text) && text.length !== 22) faults.push({ kind: 'household-code', text: short(text) });
    return text;
  }

  const listing: Listing = {
    smartCard: smartCard(),
    model: bounded('model'),
    chipId: bounded('chipId'),
    address: bounded('address'),
    household: household(),
    twoWay: flag('twoWay'),
    hd: flag('hd'),
  };
  return faults.length > 0 ? faults : listing;
}

/** Enough of a wrong text to recognise it by. */
export function short(text: string): string {
  const signs = [...tidy(text)];
  return signs.length > 30 ? `${signs.slice(0, 30).join('')}…` : signs.join('');
}
