// The page of `npm run bench -- keyboard`: reads the dictionary and types, as a box would; the times are left on the window.

import { inPieces } from '../../../src/tv/feed/pieces.ts';
import { readDictionary } from '../../../src/tv/keyboard/dictionary.ts';
import { beginTyping, candidates, press, readings } from '../../../src/tv/keyboard/engine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import type { KeyboardTask, KeyboardTimes } from './protocol.ts';

const request = new XMLHttpRequest();
request.open('GET', '/task.json');
request.onload = () => void measure();

async function measure(): Promise<void> {
  const task = JSON.parse(request.responseText) as KeyboardTask;
  const begun = performance.now();
  let [since, pieceMs] = [begun, 0];
  const ended = () => {
    pieceMs = Math.max(pieceMs, performance.now() - since);
  };
  const timers = {
    wall: Date.now,
    steady: () => performance.now(),
    after(ms: number, run: () => void) {
      ended();
      const timer = setTimeout(() => {
        since = performance.now();
        run();
      }, ms);
      return () => clearTimeout(timer);
    },
  };
  const dictionary = await readDictionary(task.dictionary, inPieces(timers));
  ended();
  const readMs = performance.now() - begun;
  const keyMs: number[] = [];
  let written = 0;
  let recent: readonly string[] = [];
  for (const row of task.rows) {
    let typing = beginTyping('', 60, recent);
    for (const key of [...row.split(''), 'ok'] as RemoteKey[]) {
      const pressed = performance.now();
      const next = press(dictionary, typing, key);
      if (next.kind === 'typing') typing = next.typing;
      candidates(dictionary, typing);
      readings(dictionary, typing);
      keyMs.push(performance.now() - pressed);
    }
    written += typing.text.length;
    recent = typing.recent;
  }
  const times: KeyboardTimes = { readMs, pieceMs, keyMs, written };
  Object.assign(window, { times });
}
request.send();
