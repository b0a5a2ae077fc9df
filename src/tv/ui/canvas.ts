// The canvas: how large it is in a viewport of any shape, and whether a real WebGL context comes out of it.

export interface CanvasSize {
  /** On the page, CSS px: the largest 16:9 that fits, and where it stands. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Drawn pixels: never more than 1080p has. */
  readonly w: number;
  readonly h: number;
  /** Drawn pixels for each of the 1920 coordinates. */
  readonly precision: number;
}

const FULL = { w: 1920, h: 1080 };

export function canvasSize(viewport: {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}): CanvasSize {
  const width = Math.round(Math.min(viewport.width, (viewport.height * FULL.w) / FULL.h));
  const height = Math.round((width * FULL.h) / FULL.w);
  const w = Math.max(1, Math.min(FULL.w, Math.round(width * viewport.ratio)));
  return {
    left: Math.floor((viewport.width - width) / 2),
    top: Math.floor((viewport.height - height) / 2),
    width,
    height,
    w,
    h: Math.round((w * FULL.h) / FULL.w),
    precision: w / FULL.w,
  };
}

/** As core asks for it, so that core gets the very context that was tried. */
const CONTEXT = {
  alpha: true,
  antialias: false,
  premultipliedAlpha: true,
  stencil: true,
  preserveDrawingBuffer: false,
};
/** The longest text is a line of this many pixels. */
const LEAST_TEXTURE = 2048;

/** Boxes have the WebGL classes and no driver behind them: only a context that works counts. */
export function hasWebgl(canvas: HTMLCanvasElement): boolean {
  try {
    const gl = canvas.getContext('webgl', CONTEXT) ?? canvas.getContext('experimental-webgl', CONTEXT);
    if (!(gl && 'getParameter' in gl) || gl.isContextLost()) return false;
    return gl.getParameter(gl.MAX_TEXTURE_SIZE) >= LEAST_TEXTURE;
  } catch {
    return false;
  }
}
