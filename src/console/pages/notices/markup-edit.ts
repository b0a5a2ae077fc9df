// What the editor's toolbar does to the text: pure, so that undo and tests see the same edits.

/** The text with what is selected in it (`from` = `to`: the caret). */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Replace `from`..`to` by `insert`, then select `select`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [number, number];
}

export type LineStyle = 'heading' | 'bullets' | 'numbers';

const ANY_PREFIX = /^(#{1,6} +|[-*+] +|\d+\. +)/;
const PREFIX: Readonly<Record<LineStyle, { has: RegExp; write: (index: number) => string }>> = {
  heading: { has: /^#{1,6} +/, write: () => '## ' },
  bullets: { has: /^[-*+] +/, write: () => '- ' },
  numbers: { has: /^\d+\. +/, write: (index) => `${index + 1}. ` },
};
const PICTURE = /!\[[^\]]*\]\(picture:[0-9a-f]{64}\)/g;
const PICTURE_REST = /\(picture:/;

/** Gives the selected lines a style, in place of the one they have; takes it off where all have it already. */
export function styleLines({ text, from, to }: Selected, style: LineStyle): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(start, end).split('\n');
  const { has, write } = PREFIX[style];
  const filled = lines.filter((line) => line.trim() !== '');
  const isOn = filled.length > 0 && filled.every((line) => has.test(line));
  let count = 0;
  const styled = lines.map((line) => {
    const bare = line.replace(ANY_PREFIX, '');
    if (isOn || (bare === '' && lines.length > 1)) return bare;
    return `${write(count++)}${bare}`;
  });
  const insert = styled.join('\n');
  const select: [number, number] =
    from === to ? [start + insert.length, start + insert.length] : [start, start + insert.length];
  return { from: start, to: end, insert, select };
}

/** Puts a picture in a paragraph of its own behind the selection, its description selected for typing over. */
export function insertPicture({ text, to }: Selected, id: string, alt: string): Edit {
  const before = text.slice(0, to);
  const after = text.slice(to);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const altAt = to + lead.length + '!['.length;
  return { from: to, to, insert: `${lead}![${alt}](picture:${id})${tail}`, select: [altAt, altAt + alt.length] };
}

export function applyEdit(text: string, { from, to, insert }: Edit): string {
  return text.slice(0, from) + insert + text.slice(to);
}

export function countPictures(text: string): number {
  return text.match(PICTURE)?.length ?? 0;
}

/** Letters as the author counts them: a picture's address is not text. */
export function countLetters(text: string): number {
  return [...text.replace(PICTURE, '')].length;
}

/** True where something is left of a picture that was half deleted: the television would show it as letters. */
export function hasBrokenPicture(text: string): boolean {
  return PICTURE_REST.test(text.replace(PICTURE, ''));
}
