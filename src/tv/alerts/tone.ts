// The attention tone as a sound file, worked out on the spot: every engine with an <audio> element plays it.

/** Eight bits and 8 kHz: 24 KB, good enough for a tone. */
const RATE = 8_000;
const SECONDS = 3;
/** Two notes, half a second each in turn: heard through a wall by old ears, without frightening. */
const NOTES = [660, 880] as const;
const NOTE_SECONDS = 0.5;
const LOUDNESS = 90;
/** Without it each note begins and ends with a click. */
const FADE_SECONDS = 0.02;

const word = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** index) % 256);
const letters = (text: string): number[] => text.split('').map((letter) => letter.charCodeAt(0));

/** A whole WAV file (PCM, mono, unsigned 8 bit). */
export function toneFile(): number[] {
  const count = RATE * SECONDS;
  const format = [
    ...word(16, 4),
    ...word(1, 2),
    ...word(1, 2),
    ...word(RATE, 4),
    ...word(RATE, 4),
    ...word(1, 2),
    ...word(8, 2),
  ];
  const file = [
    ...letters('RIFF'),
    ...word(36 + count, 4),
    ...letters('WAVEfmt '),
    ...format,
    ...letters('data'),
    ...word(count, 4),
  ];
  for (let index = 0; index < count; index += 1) file.push(128 + Math.round(LOUDNESS * level(index / RATE)));
  return file;
}

function level(second: number): number {
  const at = second % NOTE_SECONDS;
  const note = NOTES[Math.floor(second / NOTE_SECONDS) % NOTES.length] ?? NOTES[0];
  const fade = Math.min(1, at / FADE_SECONDS, (NOTE_SECONDS - at) / FADE_SECONDS);
  return fade * Math.sin(2 * Math.PI * note * second);
}
