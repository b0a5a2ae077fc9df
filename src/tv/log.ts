// The box's own log: a short ring of lines that go with the next report. Nothing in it tells of people.
import type { LogLevel, LogLine } from '../contract/boxes.ts';
import type { Instant } from '../contract/time.ts';

export interface Log {
  error(text: string): void;
  warn(text: string): void;
  info(text: string): void;
  debug(text: string): void;
  /** From which level on lines are kept for the next report. */
  setLevel(level: LogLevel): void;
  level(): LogLevel;
  /** Faults since the start, whether their lines are still there or not. */
  faults(): number;
  /** What waits for the next report, oldest first. */
  waiting(): readonly LogLine[];
  /** These were heard by the server. */
  sent(lines: readonly LogLine[]): void;
}

/** The contract's most for one report; older lines give way. */
const MOST_LINES = 50;
const MOST_TEXT = 300;

const ORDER: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 };

export const isLogLevel = (value: unknown): value is LogLevel =>
  typeof value === 'string' && Object.keys(ORDER).indexOf(value) >= 0;

/** @param now ms since 1970, by the server's clock as far as it is known */
export function createLog(now: () => number): Log {
  let least: LogLevel = 'warn';
  let faults = 0;
  let lines: readonly LogLine[] = [];

  const write = (level: LogLevel) => (text: string) => {
    if (level === 'error') faults += 1;
    if (ORDER[level] > ORDER[least]) return;
    const line = { at: new Date(now()).toISOString() as Instant, level, text: cleaned(text).slice(0, MOST_TEXT) };
    lines = [...lines, line].slice(-MOST_LINES);
  };

  return {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: write('debug'),
    setLevel: (level) => {
      least = level;
    },
    level: () => least,
    faults: () => faults,
    waiting: () => lines,
    sent(gone) {
      lines = lines.filter((line) => gone.indexOf(line) < 0);
    },
  };
}

/**
 * An engine's own message may quote an address with a ticket in it, or what somebody typed: queries, fragments, long
 * numbers (PINs, phones, cards) and anything that looks like a credential are cut out.
 */
function cleaned(text: string): string {
  return text
    .replace(/[?#][^\s)'"]+/g, '')
    .replace(/[A-Za-z0-9_=.-]{24,}/g, '…')
    .replace(/\d{6,}/g, '…');
}
