// One page of a notice: the lines as they come, headings bold, list marks beside them, pictures in their rows.
import { type Line, PAGE_LAYOUT, type PageLayout, rowsOf } from '../../../domain/text/paginate.ts';
import { COLORS } from '../../theme/colors.ts';
import type { Element, Kit } from '../../ui/kit.ts';
import { createPicture } from '../../ui/picture.ts';
import { createText, type Text } from '../../ui/text.ts';

/** Chinese print's own space, as wide as a character. */
const CELL = '\u3000';
/** A picture keeps off the lines above and below. */
const PICTURE_GAP = 16;

export interface Page {
  readonly element: Element;
  readonly w: number;
  readonly h: number;
  show(lines: readonly Line[]): void;
}

type TextLine = Exclude<Line, { kind: 'picture' }>;
interface Run {
  readonly kind: TextLine['kind'];
  readonly row: number;
  readonly lines: string[];
}

/** @param layout what the lines were broken for; a notice's own by default */
export function createPage(
  kit: Kit,
  { cells, rows }: PageLayout = kit.elder ? PAGE_LAYOUT.elder : PAGE_LAYOUT.normal,
): Page {
  const { reading: scale } = kit.type;
  const w = cells * scale.size;
  const element = kit.stage.createElement({});
  const texts: Text[] = [];
  let pictures: Element[] = [];

  /** Texts are kept and used again; there are at most as many as the longest page needs. */
  function put(index: number, lines: readonly string[], y: number, bold: boolean): void {
    let text = texts[index];
    if (!text) {
      text = createText(kit, { scale, color: COLORS.text });
      texts.push(text);
      element.childList.a(text.element);
    }
    text.embolden(bold);
    text.moveTo(0, y);
    text.showLines(lines);
  }

  return {
    element,
    w,
    h: rows * scale.line,
    show(lines) {
      const { runs, marks, shots } = arrange(lines);
      let used = 0;
      for (const run of runs) put(used++, run.lines, run.row * scale.line, run.kind === 'heading');
      for (const mark of marks) put(used++, [mark.text], mark.row * scale.line, false);
      for (const text of texts.slice(used)) text.showLines([]);
      for (const picture of pictures) element.childList.remove(picture);
      pictures = shots.map(({ line, row }) =>
        createPicture(kit, line, {
          x: 0,
          y: row * scale.line + PICTURE_GAP / 2,
          w,
          h: line.rows * scale.line - PICTURE_GAP,
        }),
      );
      element.childList.a(pictures);
    },
  };
}

/** Lines of one kind that follow each other become one text, so a page is a few textures and not a dozen. */
function arrange(lines: readonly Line[]) {
  const runs: Run[] = [];
  const marks: { text: string; row: number }[] = [];
  const shots: { line: Extract<Line, { kind: 'picture' }>; row: number }[] = [];
  let row = 0;
  let before: Line['kind'] | null = null;
  for (const line of lines) {
    if (line.kind === 'picture') shots.push({ line, row });
    else if (line.kind !== 'gap') {
      const text = CELL.repeat(line.indent) + line.text;
      const open = runs[runs.length - 1];
      if (open && before === line.kind) open.lines.push(text);
      else runs.push({ kind: line.kind, row, lines: [text] });
      if (line.marker !== '') marks.push({ text: line.marker, row });
    }
    before = line.kind;
    row += rowsOf(line);
  }
  return { runs, marks, shots };
}
