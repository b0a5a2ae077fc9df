// The dictionary that is shipped, and keys for it.

import { type Dictionary, type Entry, unpack } from '../../../src/tv/keyboard/dictionary.ts';
import { beginTyping, press, type Typed, type Typing } from '../../../src/tv/keyboard/engine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import packed from '../../../static/keyboard/zh-CN.json' with { type: 'json' };

export const DICTIONARY: Dictionary = await unpack(packed, () => null);
export const ENTRIES: readonly Entry[] = Object.values(DICTIONARY.entries).flat();

export const EMPTY = beginTyping('', 60, []);

/** What comes of keys one after another; digits may stand together. A key that does nothing stops nothing. */
export function typed(keys: string, from: Typing = EMPTY, dictionary: Dictionary | null = DICTIONARY): Typing {
  let now = from;
  for (const key of keysOf(keys)) {
    const next = press(dictionary, now, key);
    if (next.kind === 'typing') now = next.typing;
  }
  return now;
}

/** What the last of them comes to. */
export function result(keys: string, from: Typing = EMPTY, dictionary: Dictionary | null = DICTIONARY): Typed {
  const all = keysOf(keys);
  const before = typed(all.slice(0, -1).join(' '), from, dictionary);
  return press(dictionary, before, all[all.length - 1] as RemoteKey);
}

const keysOf = (keys: string): RemoteKey[] => (keys.match(/\d|[a-zA-Z]+/g) ?? []) as RemoteKey[];
