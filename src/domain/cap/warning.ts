// A warning as it travels between systems, whatever the format: ours on the way out, anyone's on the way in.
import type { Severity } from '../../contract/alerts.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Instant } from '../../contract/time.ts';
import type { Purpose } from './codes.ts';

/** By what name a message is known: `sentAt` null where a format tells no time of what it refers to. */
export interface Reference {
  readonly sender: string;
  readonly identifier: string;
  readonly sentAt: Instant | null;
}

/** Instants are whole seconds: neither format counts finer. */
export interface Warning {
  readonly identifier: string;
  readonly sender: string;
  readonly sentAt: Instant;
  readonly act: 'issue' | 'update' | 'cancel';
  /** The messages it updates or cancels. */
  readonly references: readonly Reference[];
  /** Null: a cancel that does not tell; as what it cancels. */
  readonly purpose: Purpose | null;
  /** Null: a cancel that says no more than what it cancels. */
  readonly content: WarningContent | null;
}

export interface WarningContent {
  readonly severity: Severity;
  readonly event: string;
  readonly title: string;
  /** Who warns, by name; null where the document does not tell. */
  readonly source: string | null;
  readonly text: readonly string[];
  readonly instructions: readonly string[];
  /** Null: not told. */
  readonly sound: boolean | null;
  readonly validFrom: Instant;
  /** Null: not told; whoever shows it decides. */
  readonly validTo: Instant | null;
  /** None lies within another; sorted. */
  readonly regions: readonly RegionCode[];
}

/** Paragraphs of a text that came as one piece. */
export const paragraphsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
