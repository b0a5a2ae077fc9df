// What the utilities are called.
import type { Utility } from '../../contract/bills.ts';

export const UTILITY_NAMES: Readonly<Record<Utility, string>> = {
  water: '水费',
  power: '电费',
  gas: '燃气费',
  tv: '有线电视费',
};
