// Lightning's platform with a frame loop that sleeps while nothing moves: a still picture costs no processor time.
import { WebPlatform } from '@lightningjs/core';
import type { Stage } from './kit.ts';

/** So many frames without a change, and the loop sleeps. Uploads of textures take a few. */
const FRAMES_TO_REST = 10;

/** Core's own `pauseRafLoopOnIdle` still polls thirty times a second. */
export class RestingPlatform extends WebPlatform {
  declare private picture: Stage;
  declare private still: number;
  declare private asleep: boolean;
  declare private stopped: boolean;

  override init(stage: Stage): void {
    super.init(stage);
    this.picture = stage;
    this.still = 0;
    this.asleep = true;
    this.stopped = true;
  }

  override startLoop(): void {
    this.stopped = false;
    this.wake();
  }

  override stopLoop(): void {
    this.stopped = true;
  }

  /** Called by whoever changes what is on the screen. */
  wake(): void {
    this.still = 0;
    if (this.stopped || !this.asleep) return;
    this.asleep = false;
    // Else the first step of a movement would take as long as the sleep was.
    Object.assign(this.picture, { currentTime: 0 });
    this.loop();
  }

  override loop(): void {
    requestAnimationFrame(() => {
      if (this.stopped) {
        this.asleep = true;
        return;
      }
      this.picture.drawFrame();
      if (this.still >= FRAMES_TO_REST) this.asleep = true;
      else this.loop();
    });
  }

  /** Core tells after each frame whether it drew anything. */
  override nextFrame(changes: boolean): void {
    super.nextFrame(changes);
    const moving = this.picture.transitions.active.size > 0;
    this.still = changes || moving ? 0 : this.still + 1;
  }

  /** A picture arrives while the loop sleeps. */
  override loadSrcTexture(
    options: Parameters<WebPlatform['loadSrcTexture']>[0],
    done: Parameters<WebPlatform['loadSrcTexture']>[1],
  ): ReturnType<WebPlatform['loadSrcTexture']> {
    return super.loadSrcTexture(options, (...answer: Parameters<typeof done>) => {
      done(...answer);
      this.wake();
    });
  }
}
