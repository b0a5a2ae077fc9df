// Text on the stage: broken into lines by the rules of Chinese print, cut with an ellipsis, white and tinted.
import { widthOfText } from '../../domain/text/characters.ts';
import { ellipsize } from '../../domain/text/lines.ts';
import { FONTS, type TypeScale } from '../theme/theme.ts';
import { type Element, type Kit, snap } from './kit.ts';

/** Lightning sets the middle of a Chinese character this much of its size below the middle of its line. */
const BELOW_MIDDLE = 0.12;

export interface TextOptions {
  readonly x?: number;
  /** Top of the first line. */
  readonly y?: number;
  readonly scale: TypeScale;
  readonly bold?: boolean;
  readonly color: number;
  /** Width of the column, px; without it a text is one line as long as it is. */
  readonly w?: number;
  /** Lines at most; default 1. */
  readonly lines?: number;
  /** Which part of the text stands at `x`; default its left edge. */
  readonly align?: 'left' | 'center' | 'right';
}

export interface Text {
  readonly element: Element;
  /** Shows a text; returns how many lines it takes. */
  show(text: string): number;
  /** Shows lines that are broken already. */
  showLines(lines: readonly string[]): void;
  tint(color: number): void;
  embolden(bold: boolean): void;
  moveTo(x: number, y: number): void;
}

const MOUNT = { left: 0, center: 0.5, right: 1 } as const;

/**
 * Lines are broken and cut by `domain/text`, whose tokenizer pages the notices too, and not by Lightning: that measures
 * with the engine's font, so each box would break elsewhere and the server could not count pages.
 * The texture is white: tinting costs a multiplication, another `textColor` would draw the text again.
 */
export function createText(kit: Kit, options: TextOptions): Text {
  const { scale, w, lines: most = 1, align = 'left' } = options;
  const lift = scale.size * BELOW_MIDDLE;
  const element = kit.stage.createElement({
    x: snap(kit, options.x ?? 0),
    y: snap(kit, (options.y ?? 0) - lift),
    mountX: MOUNT[align],
    color: options.color,
    visible: false,
    text: {
      text: '',
      fontFace: [...FONTS],
      fontStyle: options.bold ? 'bold' : 'normal',
      fontSize: scale.size,
      lineHeight: scale.line,
      verticalAlign: 'middle',
      textAlign: align,
      wordWrap: false,
    },
  });
  const put = (text: string) => element.patch({ visible: text !== '', text: { text } });
  return {
    element,
    show(text) {
      const lines = w === undefined ? [text] : ellipsize(text, w / scale.size, most);
      put(lines.join('\n'));
      return lines.length;
    },
    showLines: (lines) => put(lines.join('\n')),
    tint: (color) => element.patch({ color }),
    embolden: (bold) => element.patch({ text: { fontStyle: bold ? 'bold' : 'normal' } }),
    moveTo: (x, y) => element.patch({ x: snap(kit, x), y: snap(kit, y - lift) }),
  };
}

/** How wide a text of this size is at most, px. */
export const widthAt = (text: string, scale: TypeScale): number => Math.ceil(widthOfText(text) * scale.size);
