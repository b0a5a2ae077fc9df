// The engine's sound and voice, where it has them; where it has not, or forbids them, an alert is silent and still seen.
import type { Loudspeaker } from '../ports.ts';
import { toneFile } from './tone.ts';

/** A little slower than people speak: it is for old ears. */
const RATE = 0.9;

export function loudspeakerOf(window: Window): Loudspeaker {
  let audio: HTMLAudioElement | null = null;

  /** Made when it is first needed. */
  function player(): HTMLAudioElement | null {
    if (audio || typeof Audio !== 'function' || typeof window.btoa !== 'function') return audio;
    const letters = toneFile().map((byte) => String.fromCharCode(byte));
    audio = new Audio(`data:audio/wav;base64,${window.btoa(letters.join(''))}`);
    return audio;
  }

  return {
    tone: () =>
      quietly(() => {
        const made = player();
        if (!made) return;
        made.currentTime = 0;
        // Old engines answer with nothing, others with a promise that fails where sound needs a key press first.
        const playing: Promise<void> | undefined = made.play();
        playing?.catch(() => undefined);
      }),
    say: (words) =>
      quietly(() => {
        const { speechSynthesis } = window;
        if (!speechSynthesis || typeof SpeechSynthesisUtterance !== 'function') return;
        speechSynthesis.cancel();
        for (const text of words) {
          const utterance = new SpeechSynthesisUtterance(text);
          utterance.lang = 'zh-CN';
          utterance.rate = RATE;
          speechSynthesis.speak(utterance);
        }
      }),
    hush: () =>
      quietly(() => {
        audio?.pause();
        window.speechSynthesis?.cancel();
      }),
  };
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // An engine that cannot, or may not.
  }
}
