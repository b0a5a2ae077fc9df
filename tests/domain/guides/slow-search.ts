// What a query finds, spelled out: every way to shorten each syllable, from every syllable on.
import { digitsOf } from '../../../src/domain/guides/search.ts';

/** Numbers in ascending order. */
export function foundSlowly(
  guides: readonly { readonly number: string; readonly readings: readonly string[] }[],
  query: string,
): string[] {
  return guides
    .filter(({ readings }) => readings.some((reading) => fits(reading, query)))
    .map(({ number }) => number)
    .sort();
}

/** As a regular expression: 739 against shen fen zheng is ^(7|74|743|7436)(3|33|336)(9|94|...)... cut anywhere. */
function fits(reading: string, query: string): boolean {
  const syllables = reading.split(' ').map(digitsOf);
  return syllables.some((_, from) => {
    const rest = syllables.slice(from);
    return rest.some((_, count) => {
      const parts = rest
        .slice(0, count + 1)
        .map(
          (digits) =>
            `(${Array.from({ length: digits.length }, (_, length) => digits.slice(0, length + 1)).join('|')})`,
        );
      return new RegExp(`^${parts.join('')}$`).test(query);
    });
  });
}
