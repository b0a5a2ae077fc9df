// What the household's bills show.
import type { Utility, UtilityBills } from '../../../contract/bills.ts';
import type { IconName } from '../../ui/icons.ts';

/** Behind the PIN: what each provider bills, one of them in detail. */
export interface BillsModel {
  readonly name: 'bills';
  readonly title: string;
  readonly closing: string;
  readonly cards: readonly BillCard[];
  readonly focus: number;
  /** Of the card in focus; null: there are no cards. */
  readonly detail: BillDetail | null;
  /** Stands in place of the cards: loading, or what is the matter. */
  readonly text: string | null;
}

export interface BillCard {
  readonly utility: Utility;
  readonly state: UtilityBills['state'];
  readonly icon: IconName;
  /** 水费 */
  readonly label: string;
  /** 46.80 元; empty: nothing is known, or nothing is due. */
  readonly amount: string;
  /** 11月30日前交 */
  readonly meta: string;
  /** Before the words; null: none. */
  readonly sign: 'alert' | 'offline' | 'over' | null;
}

export interface BillDetail {
  /** 周村自来水公司 */
  readonly provider: string;
  /** Telephone, account, what was paid in advance; one line each. */
  readonly facts: readonly string[];
  /** What is the matter, or what to do; empty: nothing. */
  readonly words: string;
  /** The last bills, the oldest first. */
  readonly bars: readonly BillBar[];
  /** Of the newest bill. */
  readonly lines: readonly string[];
  /** When the provider said so; empty: it has said nothing. */
  readonly asOf: string;
}

export interface BillBar {
  /** 9—10月 */
  readonly label: string;
  /** 46.80 */
  readonly amount: string;
  /** Of the highest, from 0 to 1. */
  readonly part: number;
  readonly paid: boolean;
}
