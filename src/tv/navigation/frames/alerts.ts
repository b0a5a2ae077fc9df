// What an emergency shows: over everything, or as a band above the screen.
import type { Severity } from '../../../contract/alerts.ts';
import type { AlertId } from '../../../contract/ids.ts';
import type { Line } from '../../../domain/text/paginate.ts';
import type { Hint } from '../frame.ts';

/** An emergency: at most one over everything, and at most one as a band above the screen. */
export interface AlertLayer {
  readonly sheet: AlertSheet | null;
  readonly band: AlertBand | null;
  /** Also without a sheet, where what is on the screen carries the alert. */
  readonly heard: AlertVoice | null;
}

export interface AlertFace {
  readonly id: AlertId;
  readonly revision: number;
  readonly severity: Severity;
  readonly rehearsal: boolean;
  /** False: it is over. */
  readonly standing: boolean;
  /** 暴雨 */
  readonly event: string;
  /** 橙色预警, 已解除 */
  readonly level: string;
}

export interface AlertSheet extends AlertFace {
  readonly title: string;
  /** Of this page, broken already. */
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  /** Who sent it when. */
  readonly sent: string;
  readonly until: string;
  /** That there are others; empty: there are none. */
  readonly more: string;
  /** Opened by a key, not by itself. */
  readonly reading: boolean;
  readonly hints: readonly Hint[];
  /** What is read out, where there is a voice. */
  readonly spoken: readonly string[];
  readonly sound: boolean;
}

export type AlertVoice = Pick<AlertSheet, 'id' | 'revision' | 'severity' | 'sound' | 'spoken'>;

export interface AlertBand extends AlertFace {
  /** One after another where they do not fit at once. */
  readonly texts: readonly string[];
  /** One slim line instead of a band. */
  readonly line: boolean;
  readonly others: number;
  /** Whether 8 opens it, besides the red key. */
  readonly eight: boolean;
}
