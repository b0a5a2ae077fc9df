// What every view is built with: the stage, the sizes in force, where pictures come from.
import type { Element, Stage } from '@lightningjs/core';
import type { Frame } from '../navigation/frame.ts';
import type { Type } from '../theme/theme.ts';

export type { Element, Stage };

export interface Kit {
  readonly stage: Stage;
  readonly type: Type;
  /** True in elder mode; a change builds the views anew. */
  readonly elder: boolean;
  /** The absolute address of a file of the app or of the server: core's image worker takes no other. */
  readonly asset: (path: string) => string;
  readonly picture: (id: string) => string;
  readonly after: (ms: number, run: () => void) => () => void;
}

/** A place on the screen, px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the one ring goes; null: nothing on this screen takes the focus. */
export interface Spot extends Box {
  readonly radius: number;
}

/** A screen or overlay: made once, told its model whenever that changes; it holds no state and decides nothing. */
export interface View<Model> {
  readonly element: Element;
  /** Returns where the focus is. */
  draw(model: Model, frame: Frame): Spot | null;
}

/** The nearest place on the grid of drawn pixels: on a 720p box a coordinate is two thirds of a pixel, and text blurs. */
export function snap(kit: Pick<Kit, 'stage'>, place: number): number {
  const scale = kit.stage.getRenderPrecision();
  return Math.round(place * scale) / scale;
}

/** Moves properties to their values, or puts them there when motion is off. */
export function glide(
  element: Element,
  values: Readonly<Record<string, number>>,
  seconds: number,
  motion: boolean,
): void {
  for (const [property, value] of Object.entries(values)) {
    element.setSmooth(property, value, { duration: motion ? seconds : 0, timingFunction: 'ease-out' });
  }
}
