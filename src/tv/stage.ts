// Opens the stage: the only place that knows the Lightning SDK.
import { Launch, Lightning, Utils } from '@lightningjs/sdk';
import { COLORS } from './theme/colors.ts';
import { FONTS } from './theme/theme.ts';
import { canvasSize, hasWebgl } from './ui/canvas.ts';
import type { Element, Stage } from './ui/kit.ts';
import { RestingPlatform } from './ui/platform.ts';

/** Pixels of textures before core throws away what is not shown: about 40 MB. */
const TEXTURE_PIXELS = 10e6;
/** The SDK attaches nothing before the fonts are there; one that hangs must not leave the screen empty. */
const FONTS_MS = 1500;

export interface OpenStage {
  readonly root: Element;
  readonly stage: Stage;
  /** The address of a file of the app. */
  asset(path: string): string;
  /** Has the next frame drawn: call it after every change. */
  wake(): void;
}

/** The SDK makes and attaches it, some time after Launch. */
class Root extends Lightning.Component {
  static opened: (root: Root) => void = () => undefined;

  override _init(): void {
    Root.opened(this);
  }
}

/** Puts a canvas into the page, below what is there, and resolves when the stage takes elements. */
export function openStage(page: Window, path: string): Promise<OpenStage> {
  const { document } = page;
  const viewport = () => ({ width: page.innerWidth, height: page.innerHeight, ratio: page.devicePixelRatio || 1 });
  let canvas = document.createElement('canvas');
  const webgl = hasWebgl(canvas);
  // A canvas that has tried one kind of context gives no other.
  if (!webgl) canvas = document.createElement('canvas');
  const { w, h, precision } = canvasSize(viewport());
  const place = () => {
    const { left, top, width, height } = canvasSize(viewport());
    Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  };
  place();
  canvas.style.position = 'absolute';
  document.body.insertBefore(canvas, document.body.firstChild);
  page.addEventListener('resize', place);
  // The driver was reset: nothing of what was drawn is left.
  canvas.addEventListener('webglcontextlost', () => page.location.reload());

  return new Promise((resolve) => {
    Root.opened = (root) => {
      const { stage } = root;
      const platform = stage.platform as RestingPlatform;
      resolve({ root: root, stage, asset: (name) => Utils.asset(name), wake: () => platform.wake() });
    };
    Launch(
      Root,
      {
        // No keys: the app has its own listener, so Back never closes anything here.
        keys: false,
        debug: false,
        enablePointer: false,
        stage: {
          canvas,
          w,
          h,
          precision,
          canvas2d: !webgl,
          clearColor: COLORS.groundFrom,
          memoryPressure: TEXTURE_PIXELS,
          forceTxCanvasSource: true,
          useImageWorker: 'createImageBitmap' in page,
          defaultFontFace: FONTS[0],
          platform: RestingPlatform,
        },
      },
      { path, fontLoader: () => fontsWithin(page, FONTS_MS) },
    );
  });
}

function fontsWithin(page: Window, ms: number): Promise<void> {
  const { fonts } = page.document as { readonly fonts?: FontFaceSet };
  const late = new Promise<void>((resolve) => page.setTimeout(resolve, ms));
  return fonts ? Promise.race([fonts.ready.then(() => undefined), late]) : Promise.resolve();
}
