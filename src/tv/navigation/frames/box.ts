// What the screens of the box itself show: its start, its activation, a sentence, who belongs to the household.

/** Before anything is known: the name of the house and one calm sentence. */
export interface BootModel {
  readonly name: 'boot';
  readonly text: string;
}

/** A box without a credential: a code to read out, a square to scan, or why there is none. */
export interface ActivateModel {
  readonly name: 'activate';
  readonly title: string;
  /** What to do, one line each. */
  readonly steps: readonly string[];
  /** As the server spells it; null: there is none. */
  readonly userCode: string | null;
  /** In two groups, as it is read out; null: there is none. */
  readonly groups: readonly [string, string] | null;
  /** What the square leads to; null: there is none. */
  readonly link: string | null;
  /** How long the code is good, or what is being waited for. */
  readonly state: string;
  /** Something is wrong with the line. */
  readonly offline: boolean;
  /** The button that is focused; null: nothing to press. */
  readonly action: string | null;
}

/** Empty, failed, not set up: one sentence and one thing to do. */
export interface MessageModel {
  readonly name: 'message';
  readonly tone: 'empty' | 'failed' | 'offline';
  readonly title: string;
  readonly text: string;
  /** The button that is focused: 再试一次 */
  readonly action: string | null;
}

/** Behind the PIN: where this home is, and its boxes. */
export interface HouseholdModel {
  readonly name: 'household';
  readonly title: string;
  readonly address: string;
  /** At most three: those around the chosen one. */
  readonly boxes: readonly HouseholdRow[];
  readonly focus: number;
  /** Stands in place of the boxes: loading, or what is the matter. */
  readonly text: string | null;
  /** How it closes. */
  readonly closing: string;
}

export interface HouseholdRow {
  /** 这一台, 另一台 */
  readonly label: string;
  readonly own: boolean;
  /** 智能卡 8531********0017 */
  readonly card: string;
  /** 可以看家庭内容 · 11月20日登记 */
  readonly meta: string;
}
