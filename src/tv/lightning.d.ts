// The part of Lightning core the app uses, in types; tsconfig.json puts it in the place of core's own. Core ships its .ts
// sources beside its declarations, TypeScript prefers them, and they do not compile with exactOptionalPropertyTypes.

/** Properties of an element or a texture by name; core's setters take them. */
export interface Patch {
  readonly [property: string]: unknown;
}

interface Events<Map> {
  on<Name extends keyof Map>(name: Name, listener: Map[Name]): void;
  once<Name extends keyof Map>(name: Name, listener: Map[Name]): void;
}

export declare class Element implements Events<{ txLoaded(): void; txError(error: unknown): void }> {
  constructor(stage: Stage);
  readonly stage: Stage;
  readonly parent: Element | null;
  readonly childList: ElementList;
  visible: boolean;
  alpha: number;
  patch(values: Patch): void;
  /** Numbers only; `duration` in seconds. */
  setSmooth(property: string, value: number, settings: { duration: number; timingFunction: string }): void;
  transition(property: string): Events<{ finish(): void }>;
  on(name: 'txLoaded' | 'txError', listener: () => void): void;
  once(name: 'txLoaded' | 'txError', listener: () => void): void;
}

export interface ElementList {
  /** Adds one or several. */
  a(elements: Element | readonly Element[]): void;
  addAt(element: Element, index: number): void;
  remove(element: Element): void;
  clear(): void;
}

export declare class Component extends Element {
  /** Called once, when the component is first attached. */
  _init(): void;
}

export interface Stage extends Events<{ frameEnd(): void }> {
  readonly platform: WebPlatform;
  readonly transitions: { readonly active: ReadonlySet<unknown> };
  readonly frameCounter: number;
  /** Pixels of textures in use. */
  readonly usedMemory: number;
  createElement(values: Patch): Element;
  drawFrame(): void;
  getDrawingCanvas(): HTMLCanvasElement;
  getRenderPrecision(): number;
  isWebgl(): boolean;
}

type Loaded = (error: unknown, answer?: unknown) => void;

export declare class WebPlatform {
  init(stage: Stage): void;
  startLoop(): void;
  stopLoop(): void;
  loop(): void;
  /** After each frame, with whether anything was drawn. */
  nextFrame(changes: boolean): void;
  /** Returns how to give it up. */
  loadSrcTexture(options: { readonly src: string; readonly hasAlpha: boolean }, done: Loaded): (() => void) | undefined;
}

export declare class ImageTexture {}

export declare const Tools: {
  /** A texture drawn on a canvas of our own, once for each `lookupId`. */
  getCanvasTexture(
    factory: (done: (error: Error | null, canvas?: HTMLCanvasElement) => void, stage: Stage) => void,
    lookupId: string,
  ): Patch;
};

declare const Lightning: { readonly Component: typeof Component };
export default Lightning;
