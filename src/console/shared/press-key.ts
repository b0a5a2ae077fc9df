// A key of the remote, pressed in the television app that a frame shows.

const KEY_CODES = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40 } as const;
const DIGIT_ZERO = 48;

/** A digit from 0 to 9 stands for its key. */
export type FrameKey = keyof typeof KEY_CODES | number;

/** Same origin, so its document can be reached. */
export function pressKey(frame: HTMLIFrameElement | null, pressed: FrameKey): void {
  const inside = frame?.contentDocument;
  if (!inside) return;
  const isDigit = typeof pressed === 'number';
  const keyCode = isDigit ? DIGIT_ZERO + pressed : KEY_CODES[pressed];
  const key = String(pressed);
  const code = isDigit ? `Digit${pressed}` : key;
  for (const type of ['keydown', 'keyup']) {
    inside.dispatchEvent(new KeyboardEvent(type, { key, code, keyCode, which: keyCode, bubbles: true }));
  }
}
