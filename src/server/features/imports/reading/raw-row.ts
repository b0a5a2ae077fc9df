// A row of a list as its file has it, before its columns are told apart.
import type { Cell } from '../../../../domain/boxes/fault.ts';

export interface RawRow {
  /** As the spreadsheet counts: from 1. */
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
}
