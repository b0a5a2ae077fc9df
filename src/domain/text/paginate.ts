// Lays a notice out in pages of lines: the same function counts pages for the author and draws them on the television.
import type { Block } from '../../contract/notices.ts';
import { widthOfText } from './characters.ts';
import { breakLines } from './lines.ts';

/** One line of a page. Pictures take several lines' height and stand as one entry. `rowsOf` tells each entry's height. */
export type Line =
  | {
      readonly kind: 'heading' | 'text' | 'gap';
      readonly text: string;
      /** Cells from the column's left edge to the first character of `text`. */
      readonly indent: number;
      /** What a list item's first line has at the column's left edge, before the indent: `•`, `1.`; else empty. */
      readonly marker: string;
    }
  | {
      readonly kind: 'picture';
      readonly picture: string;
      readonly alt: string;
      readonly width: number;
      readonly height: number;
      readonly rows: number;
    };

/** Cells (full-width characters) a line, rows (lines of body text) a page. */
export interface PageLayout {
  readonly cells: number;
  readonly rows: number;
}

/** The reader's column: the television draws it, the server counts its pages. */
export const PAGE_LAYOUT = { elder: { cells: 26, rows: 9 }, normal: { cells: 26, rows: 12 } } as const satisfies Record<
  'elder' | 'normal',
  PageLayout
>;

/** A gap between paragraphs is half a line of body text high. */
const GAP_ROWS = 0.5;
/** Chinese print sets a paragraph in by two characters. */
const INDENT = 2;
/** Body text stands on lines 1.5 times its size: what a row is to a cell. */
const ROW_IN_CELLS = 1.5;
/** A row of body text in normal size, in the picture's own pixels: a small picture is not blown up. */
const ROW_IN_PIXELS = 54;
const LEAST_PICTURE_ROWS = 2;
/** What a large picture leaves of a page, so that a line above and a line below find room with their gaps. */
const ROWS_BESIDE_PICTURE = 3;

/** How many rows an entry of a page takes: a line 1, a gap half, a picture its own. */
export function rowsOf(line: Line): number {
  if (line.kind === 'picture') return line.rows;
  return line.kind === 'gap' ? GAP_ROWS : 1;
}

/**
 * The pages of a notice: always at least one, none higher than `layout.rows`. Gaps stand between paragraphs, never at a
 * page's edge; a heading stays with what it heads; a picture is never cut, at most made smaller.
 */
export function paginate(blocks: readonly Block[], layout: PageLayout): Line[][] {
  const entries = entriesOf(blocks, layout);
  const pages: Line[][] = [];
  let page: Line[] = [];
  let used = 0;
  const turn = () => {
    pages.push(page);
    page = [];
    used = 0;
  };
  for (let at = 0; at < entries.length; ) {
    const end = groupEnd(entries, at);
    let group = entries.slice(at, end);
    if (page.length > 0) {
      group = shrunk(group, layout.rows - used, Math.floor(layout.rows / 2));
      if (used + height(group) > layout.rows) turn();
    }
    if (page.length === 0) {
      group = entries.slice(entries[at]?.kind === 'gap' ? at + 1 : at, end);
      group = shrunk(group, layout.rows, LEAST_PICTURE_ROWS);
    }
    for (const line of group) {
      // Only a heading longer than a page comes apart here.
      if (used + rowsOf(line) > layout.rows) turn();
      page.push(line);
      used += rowsOf(line);
    }
    at = end;
  }
  if (page.length > 0 || pages.length === 0) turn();
  return pages;
}

const height = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + rowsOf(line), 0);

/** Gaps and headings do not end a page: a group runs on to the first entry that may. */
function groupEnd(entries: readonly Line[], from: number): number {
  let end = from;
  while (end < entries.length && (entries[end]?.kind === 'gap' || entries[end]?.kind === 'heading')) end += 1;
  return Math.min(end + 1, entries.length);
}

/** A picture gives way to what stands above it, so that both stay on one page, as long as `least` rows are left to it. */
function shrunk(group: readonly Line[], rows: number, least: number): Line[] {
  const last = group[group.length - 1];
  if (last?.kind !== 'picture' || height(group) <= rows) return [...group];
  const left = Math.floor(rows - height(group.slice(0, -1)));
  return left < least ? [...group] : [...group.slice(0, -1), { ...last, rows: left }];
}

function entriesOf(blocks: readonly Block[], layout: PageLayout): Line[] {
  const entries: Line[] = [];
  let before: Block['type'] | null = null;
  for (const block of blocks) {
    const lines = linesOf(block, layout);
    if (lines.length === 0) continue;
    const close = before === 'heading' || (before === 'item' && block.type === 'item');
    if (before !== null && !close) entries.push({ kind: 'gap', text: '', indent: 0, marker: '' });
    entries.push(...lines);
    before = block.type;
  }
  return entries;
}

function linesOf(block: Block, { cells, rows }: PageLayout): Line[] {
  switch (block.type) {
    case 'heading':
      return breakLines(block.text, cells).map((text) => ({ kind: 'heading', text, indent: 0, marker: '' }));
    case 'paragraph':
      return breakLines(block.text, cells, INDENT).map((text, index) => ({
        kind: 'text',
        text,
        indent: index === 0 ? INDENT : 0,
        marker: '',
      }));
    case 'item': {
      const indent = Math.max(INDENT, Math.ceil(widthOfText(block.marker) + 0.4));
      return breakLines(block.text, cells - indent).map((text, index) => ({
        kind: 'text',
        text,
        indent,
        marker: index === 0 ? block.marker : '',
      }));
    }
    case 'picture': {
      const { picture, alt, width, height } = block;
      const wanted = Math.ceil(Math.min((cells * height) / width / ROW_IN_CELLS, height / ROW_IN_PIXELS));
      return [
        {
          kind: 'picture',
          picture,
          alt,
          width,
          height,
          rows: Math.min(Math.max(wanted, LEAST_PICTURE_ROWS), rows - ROWS_BESIDE_PICTURE),
        },
      ];
    }
  }
}
