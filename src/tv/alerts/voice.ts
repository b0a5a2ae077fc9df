// What is heard of an alert: the attention tone, then its words, again after a while, until it leaves the screen.
import type { AlertVoice } from '../navigation/frames/alerts.ts';
import type { Cancel, Loudspeaker, Timers } from '../ports.ts';

/** The tone, and a breath after it. */
const TONE_MS = 3_500;
/** Calmly: who has heard it needs time to act. */
const AGAIN_MS = 45_000;
/** A television nobody watches falls silent after a while; red goes on for a quarter of an hour. */
const TIMES = { red: 20, other: 3 } as const;

export interface Voice {
  /** What is to be heard now; null: nothing. */
  follow(heard: AlertVoice | null): void;
}

export function createVoice(loudspeaker: Loudspeaker, timers: Pick<Timers, 'after'>): Voice {
  let followed = '';
  let cancel: Cancel = () => undefined;

  function speak(words: readonly string[], times: number): void {
    loudspeaker.tone();
    cancel = timers.after(TONE_MS, () => {
      loudspeaker.say(words);
      cancel = timers.after(AGAIN_MS, () => {
        if (times > 1) speak(words, times - 1);
      });
    });
  }

  return {
    follow(heard) {
      const key = heard?.sound ? `${heard.id} ${heard.revision}` : '';
      if (key === followed) return;
      if (followed !== '') loudspeaker.hush();
      followed = key;
      cancel();
      if (heard?.sound) speak(heard.spoken, heard.severity === 'red' ? TIMES.red : TIMES.other);
    },
  };
}
