// Raw key codes of the five kinds of box; exactly one profile is in force, because codes collide between boxes.
import type { RemoteKey } from './keys.ts';

export type ProfileName = 'rdk' | 'ipanel' | 'ctc' | 'hbbtv' | 'android';

/** How a code reached the page: a DOM event, iPanel's own events, or a function the box calls. */
export type Source = 'keydown' | 'keypress' | 'system' | 'bridge';

type Codes = Readonly<Record<number, RemoteKey>>;

export interface Profile {
  readonly name: ProfileName;
  /** A source that is missing is not listened to. */
  readonly codes: Readonly<Partial<Record<Source, Codes>>>;
}

const digitsFrom = (first: number): Codes =>
  Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [first + digit, `${digit}` as RemoteKey]));

/** What every DOM-like box shares. */
const DOM_ARROWS: Codes = { 38: 'up', 40: 'down', 37: 'left', 39: 'right', 13: 'ok' };
const DOM_PAGES: Codes = { 33: 'pageUp', 34: 'pageDown' };
const DOM_DIGITS: Codes = digitsFrom(48);
const KEYPAD_DIGITS: Codes = digitsFrom(96);

/** RDK and WPE boxes, and a desktop keyboard: 27 (exit, Escape) is one more way back. */
const RDK: Codes = {
  ...DOM_ARROWS,
  ...DOM_PAGES,
  ...DOM_DIGITS,
  ...KEYPAD_DIGITS,
  ...{ 8: 'back', 27: 'back', 36: 'home' },
  // No colour keys on such a remote; on a keyboard F1 to F4 or their initials, M or the menu key.
  ...{ 112: 'red', 113: 'green', 114: 'yellow', 115: 'blue' },
  ...{ 82: 'red', 71: 'green', 89: 'yellow', 66: 'blue', 77: 'menu', 93: 'menu' },
};

/** iPanel cable boxes: 259-268 are digits here, volume on CTC; 3 and 4 are arrows here, Home and Back on Android. */
const IPANEL: Codes = {
  ...{ 1: 'up', 2: 'down', 3: 'left', 4: 'right', 13: 'ok' },
  ...{ 340: 'back', 339: 'back', 512: 'home', 513: 'menu' },
  ...{ 832: 'red', 833: 'green', 834: 'yellow', 835: 'blue' },
  ...{ 372: 'pageUp', 373: 'pageDown' },
  ...DOM_DIGITS,
  ...digitsFrom(259),
};

/** CTC IPTV boxes. 270 is stop or back; the other backs are makers' own: Skyworth 32, iPanel 2.0 122, Coship 640. */
const CTC: Codes = {
  ...DOM_ARROWS,
  ...DOM_PAGES,
  ...DOM_DIGITS,
  ...KEYPAD_DIGITS,
  ...{ 65293: 'ok', 272: 'home', 27: 'back' },
  ...{ 8: 'back', 32: 'back', 122: 'back', 270: 'back', 640: 'back', 65367: 'back' },
  ...{ 275: 'red', 276: 'green', 277: 'yellow', 278: 'blue' },
};

/** HbbTV-type sets; back is 461 on webOS and HbbTV, 10009 on Tizen. */
const HBBTV: Codes = {
  ...DOM_ARROWS,
  ...DOM_PAGES,
  ...DOM_DIGITS,
  ...{ 461: 'back', 10009: 'back' },
  ...{ 403: 'red', 404: 'green', 405: 'yellow', 406: 'blue' },
};

/** Android's native key codes, as a box hands them to `linliKey(code)`: 13 is the digit 6 here, OK elsewhere. */
const ANDROID: Codes = {
  ...{ 19: 'up', 20: 'down', 21: 'left', 22: 'right', 23: 'ok', 66: 'ok' },
  ...{ 4: 'back', 3: 'home', 82: 'menu' },
  ...{ 183: 'red', 184: 'green', 185: 'yellow', 186: 'blue' },
  ...{ 92: 'pageUp', 93: 'pageDown' },
  ...digitsFrom(7),
};
/** What a WebView itself turns into DOM events: arrows, OK and digits; Back it keeps for the bridge. */
const WEBVIEW: Codes = { ...DOM_ARROWS, ...DOM_PAGES, ...DOM_DIGITS };

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  rdk: { name: 'rdk', codes: { keydown: RDK } },
  ipanel: { name: 'ipanel', codes: { system: IPANEL, keydown: IPANEL } },
  ctc: { name: 'ctc', codes: { keydown: CTC, keypress: CTC } },
  hbbtv: { name: 'hbbtv', codes: { keydown: HBBTV } },
  android: { name: 'android', codes: { bridge: ANDROID, keydown: WEBVIEW } },
};

/** What `settings.json` names, else what the box's globals betray, else RDK. `globals` is the page's window. */
export function chooseProfile(remote: 'auto' | ProfileName, globals: object): Profile {
  if (remote !== 'auto') return PROFILES[remote];
  if ('iPanel' in globals) return PROFILES.ipanel;
  if ('Authentication' in globals || 'Utility' in globals) return PROFILES.ctc;
  return PROFILES.rdk;
}

/** The key a code means in this profile; undefined: none, the box may keep it. */
export function keyOf(profile: Profile, source: Source, code: number): RemoteKey | undefined {
  return profile.codes[source]?.[code];
}
