// The colours of the television, named by what they are for; values are 0xAARRGGBB as Lightning takes them.
import type { TileIcon } from '../navigation/frames/notices.ts';

/** Opaque colour of 0xRRGGBB. */
const rgb = (value: number): number => 0xff000000 + value;

const WHITE = rgb(0xffffff);

export const COLORS = {
  /** The evening: from top left to bottom right, drawn once into one texture. */
  groundFrom: rgb(0x0d1b2a),
  groundTo: rgb(0x14304a),
  /** Cards, the reader's sheet. */
  surface: rgb(0x1b3a57),
  /** On a surface: key caps, badges. */
  raised: rgb(0x24496b),
  text: rgb(0xf6f2ea),
  second: rgb(0xb8c7d6),
  /** Only for text of 32 and more. */
  hint: rgb(0x8fa6bc),
  /** The lamp: only where the resident is. */
  focus: rgb(0xffc45c),
  focusRing: rgb(0xffe2a8),
  focusText: rgb(0x1a1206),
  focusSecond: rgb(0x4a3410),
  /** What is not there: the rest of the progress line, the line between rows. */
  line: rgb(0x35597a),
  /** 演练 across an alert: seen at once, and in nobody's way. */
  watermark: 0x24ffffff,
  /** Over the screen, below an overlay. */
  veil: 0xd9081420,
} as const;

/** A category always has its icon besides its colour. */
export const ACCENTS: Readonly<Record<TileIcon, number>> = {
  all: rgb(0x5ab0ff),
  guides: rgb(0x63d2a1),
  bills: rgb(0xf2d45c),
  life: rgb(0xff8fa8),
  requests: rgb(0xffa36b),
  general: rgb(0x5ab0ff),
  service: rgb(0x63d2a1),
  outage: rgb(0xffa36b),
  safety: rgb(0xb79cff),
  policy: rgb(0xf2d45c),
  activity: rgb(0xff8fa8),
};

/** 红橙黄蓝, and what is over; always with a pattern and the word besides. */
export const ALERT_COLORS = {
  red: { fill: rgb(0xc8102e), text: WHITE },
  orange: { fill: rgb(0xe8710a), text: rgb(0x1a1206) },
  yellow: { fill: rgb(0xf2c200), text: rgb(0x1a1206) },
  blue: { fill: rgb(0x1b5fd0), text: WHITE },
  over: { fill: rgb(0x17724a), text: WHITE },
} as const;

/** The coloured keys as they look on the remote, with the text that stands on them. */
export const KEY_COLORS = {
  red: { fill: rgb(0xc8102e), text: WHITE },
  green: { fill: rgb(0x17824f), text: WHITE },
  yellow: { fill: rgb(0xf2c200), text: rgb(0x1a1206) },
  blue: { fill: rgb(0x1b5fd0), text: WHITE },
} as const;
