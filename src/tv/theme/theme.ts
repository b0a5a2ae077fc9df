// Sizes, places and times of the television, in 1080p coordinates; elder mode is larger type in the same places.

export interface TypeScale {
  /** Height of the letters, px. */
  readonly size: number;
  /** Distance between lines, px. */
  readonly line: number;
}

/** No screen uses more than three of these. */
export interface Type {
  readonly title: TypeScale;
  readonly body: TypeScale;
  readonly small: TypeScale;
  /** A notice's title above it, where it takes two lines. */
  readonly heading: TypeScale;
  /** The notice itself: 26 characters a line, rows as `PAGE_LAYOUT` has them. */
  readonly reading: TypeScale;
}

export const TYPE: { readonly normal: Type; readonly elder: Type } = {
  normal: {
    title: { size: 56, line: 72 },
    body: { size: 38, line: 52 },
    small: { size: 30, line: 42 },
    heading: { size: 40, line: 54 },
    reading: { size: 38, line: 58 },
  },
  elder: {
    title: { size: 64, line: 82 },
    body: { size: 46, line: 60 },
    small: { size: 36, line: 48 },
    heading: { size: 44, line: 54 },
    reading: { size: 46, line: 76 },
  },
};

export const SPACE = {
  screen: { w: 1920, h: 1080 },
  /** The screen with what may come into sight around it when it is made smaller. */
  beyond: { x: -240, y: -240, w: 2400, h: 1560 },
  /** Television sets cut off the edges. */
  safe: { left: 96, right: 1824, top: 54, bottom: 1026, w: 1728 },
  gutter: 24,
  radius: 20,
  topBar: { y: 54, h: 72 },
  /** Between the top bar and the hints. */
  content: { y: 150, bottom: 950 },
  hintBar: { y: 972, h: 54 },
  ring: { width: 6, gap: 6 },
} as const;

/** Seconds; everything eases out. */
export const MOTION = { focus: 0.16, page: 0.24 } as const;

/** How much a focused tile grows. */
export const FOCUS_SCALE = 1.06;

/** What Chinese boxes have: the operator's own font first, if it has a name we know. */
export const FONTS = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'Microsoft YaHei',
  'PingFang SC',
  'WenQuanYi Micro Hei',
  'Droid Sans Fallback',
  'sans-serif',
] as const;
