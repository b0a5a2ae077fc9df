// A text of several pieces as one field: a line each.

export const textOf = (pieces: readonly string[]): string => pieces.join('\n');

/** Empty lines are nothing. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
