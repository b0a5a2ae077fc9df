// What can be wrong with one row of the operator's list, as data: the server has the sentences.
import type { BoxState } from '../../contract/boxes.ts';
import type { IMPORT_COLUMNS } from '../../contract/imports.ts';

export type Column = keyof typeof IMPORT_COLUMNS;

/**
 * A cell that a spreadsheet has changed beyond repair: a long number rounded to 15 digits, a room number turned into a
 * date, a formula that failed.
 */
interface Spoilt {
  readonly spoilt: 'number' | 'date' | 'error';
  readonly text: string;
}
export type Cell = string | Spoilt;

/** One row, by column. */
export type ListRow = Readonly<Record<Column, Cell>>;

export type MalformedFault =
  | { readonly kind: 'blank'; readonly column: Column }
  | { readonly kind: 'spoilt'; readonly column: Column; readonly how: Spoilt['spoilt']; readonly text: string }
  | { readonly kind: 'smart-card'; readonly text: string }
  | { readonly kind: 'too-long'; readonly column: Column; readonly most: number }
  | { readonly kind: 'flag'; readonly column: Column; readonly text: string }
  | { readonly kind: 'household-code'; readonly text: string };

/** `place` is where it was looked for: 车站社区, or 车站社区 1号楼. */
export type AddressFault =
  | { readonly kind: 'no-code'; readonly text: string }
  | { readonly kind: 'no-community'; readonly text: string }
  | { readonly kind: 'many-communities'; readonly text: string }
  | { readonly kind: 'no-building'; readonly place: string; readonly text: string }
  | { readonly kind: 'no-room'; readonly place: string; readonly text: string }
  | { readonly kind: 'contradiction'; readonly place: string }
  | { readonly kind: 'outside' };

/** `place` null: it lies where whoever imports may not look. */
export type DuplicateFault =
  | { readonly kind: 'earlier-row'; readonly row: number }
  | { readonly kind: 'other-box'; readonly place: string | null; readonly state: BoxState };

export type Fault = MalformedFault | AddressFault | DuplicateFault;
