// Money as others write it, to fen: digit by digit, so that nothing is rounded on the way.

export type MoneyUnit = 'yuan' | 'fen';

/** A hundred thousand yuan: no household's bill and no credit is as large. In fen. */
export const MOST_FEN = 10_000_000;

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,8}))?$/;
const DECIMALS: Readonly<Record<MoneyUnit, number>> = { yuan: 2, fen: 0 };

/** Undefined for what is no decimal number, has a part of a fen, or is absurd: 46.8 -> 4680, 46.805 -> undefined. */
export function fenOf(text: string, unit: MoneyUnit): number | undefined {
  const [, sign, whole = '', part = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const kept = part.slice(0, DECIMALS[unit]).padEnd(DECIMALS[unit], '0');
  if (/[1-9]/.test(part.slice(DECIMALS[unit]))) return undefined;
  const fen = Number(whole + kept);
  if (fen > MOST_FEN) return undefined;
  // Not -0, which is another number to whoever compares.
  return sign === '-' && fen > 0 ? -fen : fen;
}
