// The codes the keys of a remote arrive with: those of the RDK profile, which an engine without a box's globals gets.
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import { PROFILES } from '../../src/tv/remote/profiles.ts';

/** The lowest code of each key; several codes may mean the same key. */
const KEY_CODES = new Map(
  Object.entries(PROFILES.rdk.codes.keydown ?? {})
    .map(([code, key]) => [key, Number(code)] as const)
    .sort(([, a], [, b]) => b - a),
);

/** The key code of a key, or the raw code itself. */
export function codeOf(key: RemoteKey | number): number {
  const code = typeof key === 'number' ? key : KEY_CODES.get(key);
  if (code === undefined) throw new Error(`the RDK profile has no code for ${key}`);
  return code;
}

/** The character a keyboard types with a code: digits and lower-case letters; undefined for all other codes. */
export const characterOf = (code: number): string | undefined =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) ? String.fromCharCode(code).toLowerCase() : undefined;

/** An ES5 expression that sends a key the engine's driver has no name for. */
export const dispatchedKey = (code: number): string => `(function () {
  var types = ['keydown', 'keyup'];
  for (var i = 0; i < types.length; i++) {
    var event = document.createEvent('Event');
    event.initEvent(types[i], true, true);
    event.keyCode = event.which = ${code};
    (document.activeElement || document.body || document).dispatchEvent(event);
  }
})()`;
