import { expect, it } from 'vitest';
import { toneFile } from '../../../src/tv/alerts/tone.ts';
import { createVoice } from '../../../src/tv/alerts/voice.ts';
import type { AlertSheet } from '../../../src/tv/navigation/frames/alerts.ts';
import { alertId } from '../../domain/alerts/alert.ts';
import { fakeTimers } from '../fakes.ts';

function listening() {
  const heard: string[] = [];
  const timers = fakeTimers();
  const loudspeaker = {
    tone: () => void heard.push('tone'),
    say: (words: readonly string[]) => void heard.push(words.join('')),
    hush: () => void heard.push('hush'),
  };
  return { heard, timers, voice: createVoice(loudspeaker, timers) };
}
const sheet = (change: Partial<AlertSheet> = {}) =>
  ({ id: alertId(1), revision: 1, severity: 'orange', sound: true, spoken: ['大风'], ...change }) as AlertSheet;

it('sounds the tone, then speaks, and again after a while', () => {
  const { heard, timers, voice } = listening();
  voice.follow(sheet());
  expect(heard).toEqual(['tone']);
  timers.pass(3_500);
  expect(heard).toEqual(['tone', '大风']);
  timers.pass(48_500);
  expect(heard).toEqual(['tone', '大风', 'tone', '大风']);
});

it('falls silent when it leaves the screen, and when nobody turns it off for long', () => {
  const { heard, timers, voice } = listening();
  voice.follow(sheet());
  voice.follow(null);
  timers.pass(600_000);
  expect(heard).toEqual(['tone', 'hush']);
  voice.follow(sheet());
  timers.pass(3_600_000);
  expect(heard.filter((one) => one === 'tone').length).toBe(4);
  expect(timers.pending()).toBe(0);
});

it('begins anew for an update, and not for the same picture drawn again', () => {
  const { heard, voice } = listening();
  voice.follow(sheet());
  voice.follow(sheet());
  voice.follow(sheet({ revision: 2 }));
  expect(heard).toEqual(['tone', 'hush', 'tone']);
});

it('is not heard where none is wanted', () => {
  const { heard, voice } = listening();
  voice.follow(sheet({ sound: false }));
  expect(heard).toEqual([]);
});

it('has a tone that is a whole WAV file and never clips', () => {
  const file = toneFile();
  const text = (from: number, to: number) => String.fromCharCode(...file.slice(from, to));
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(file.length).toBe(44 + 24_000);
  for (const byte of file) expect(byte >= 0 && byte <= 255 && Number.isInteger(byte)).toBe(true);
});
