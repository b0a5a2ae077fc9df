// Five kinds of remote, one meaning for each key; the same code means different keys on different boxes.
import { describe, expect, it } from 'vitest';
import { REMOTE_KEYS, type RemoteKey } from '../../../src/tv/remote/keys.ts';
import { chooseProfile, keyOf, PROFILES, type ProfileName, type Source } from '../../../src/tv/remote/profiles.ts';

type Row = Partial<Record<RemoteKey, readonly number[]>>;
const digits = (...firsts: number[]): Row =>
  Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`${digit}`, firsts.map((first) => first + digit)]));

const TABLE: Record<ProfileName, { readonly source: Source; readonly row: Row }> = {
  rdk: {
    source: 'keydown',
    row: {
      ...{ up: [38], down: [40], left: [37], right: [39], ok: [13], back: [8, 27], home: [36] },
      ...{ pageUp: [33], pageDown: [34], red: [112, 82], green: [113, 71], yellow: [114, 89], blue: [115, 66] },
      ...digits(48, 96),
    },
  },
  ipanel: {
    source: 'system',
    row: {
      ...{ up: [1], down: [2], left: [3], right: [4], ok: [13], back: [340, 339], home: [512], menu: [513] },
      ...{ red: [832], green: [833], yellow: [834], blue: [835], pageUp: [372], pageDown: [373] },
      ...digits(48, 259),
    },
  },
  ctc: {
    source: 'keydown',
    row: {
      ...{ up: [38], down: [40], left: [37], right: [39], ok: [13, 65293], home: [272] },
      ...{ back: [8, 27, 32, 122, 270, 640, 65367], pageUp: [33], pageDown: [34] },
      ...{ red: [275], green: [276], yellow: [277], blue: [278] },
      ...digits(48, 96),
    },
  },
  hbbtv: {
    source: 'keydown',
    row: {
      ...{ up: [38], down: [40], left: [37], right: [39], ok: [13], back: [461, 10009] },
      ...{ red: [403], green: [404], yellow: [405], blue: [406], pageUp: [33], pageDown: [34] },
      ...digits(48),
    },
  },
  android: {
    source: 'bridge',
    row: {
      ...{ up: [19], down: [20], left: [21], right: [22], ok: [23, 66], back: [4], home: [3], menu: [82] },
      ...{ red: [183], green: [184], yellow: [185], blue: [186], pageUp: [92], pageDown: [93] },
      ...digits(7),
    },
  },
};
const NAMES = Object.keys(TABLE) as ProfileName[];

describe('a remote profile', () => {
  it.each(NAMES)('%s knows the codes of its boxes', (name) => {
    const { source, row } = TABLE[name];
    for (const key of REMOTE_KEYS) {
      for (const code of row[key] ?? []) expect([code, keyOf(PROFILES[name], source, code)]).toEqual([code, key]);
    }
  });

  it.each(NAMES)('%s has arrows, OK, Back and all digits, so everything can be reached', (name) => {
    const known = Object.values(PROFILES[name].codes).flatMap((codes) => Object.values(codes));
    const needed: RemoteKey[] = ['up', 'down', 'left', 'right', 'ok', 'back', '0', '1', '2', '3', '4', '5', '6', '9'];
    expect(known).toEqual(expect.arrayContaining(needed));
  });

  it('tells apart the codes that boxes share', () => {
    expect(keyOf(PROFILES.ipanel, 'system', 259)).toBe('0');
    expect(keyOf(PROFILES.ctc, 'keydown', 259)).toBeUndefined();
    expect(keyOf(PROFILES.ipanel, 'system', 3)).toBe('left');
    expect(keyOf(PROFILES.android, 'bridge', 3)).toBe('home');
    expect(keyOf(PROFILES.ipanel, 'system', 4)).toBe('right');
    expect(keyOf(PROFILES.android, 'bridge', 4)).toBe('back');
    expect(keyOf(PROFILES.android, 'bridge', 13)).toBe('6');
    expect(keyOf(PROFILES.android, 'keydown', 13)).toBe('ok');
    expect(keyOf(PROFILES.ctc, 'keydown', 270)).toBe('back');
    expect(keyOf(PROFILES.rdk, 'keydown', 270)).toBeUndefined();
  });

  it('leaves volume and channels to the box', () => {
    for (const code of [173, 174, 175]) expect(keyOf(PROFILES.rdk, 'keydown', code)).toBeUndefined();
    for (const code of [595, 596, 597]) expect(keyOf(PROFILES.ipanel, 'system', code)).toBeUndefined();
    for (const code of [257, 258, 259, 260, 261, 768]) expect(keyOf(PROFILES.ctc, 'keydown', code)).toBeUndefined();
  });
});

describe('choosing the profile', () => {
  it('takes what the settings name, whatever the box is', () => {
    expect(chooseProfile('hbbtv', { iPanel: {} }).name).toBe('hbbtv');
  });

  it.each([
    ['iPanel', 'ipanel'],
    ['Authentication', 'ctc'],
    ['Utility', 'ctc'],
    ['nothing of the kind', 'rdk'],
  ])('sees a box with %s as %s', (global, name) => {
    expect(chooseProfile('auto', { [global]: {} }).name).toBe(name);
  });

  it('takes a box with iPanel and Utility for an iPanel', () => {
    expect(chooseProfile('auto', { Utility: {}, iPanel: {} }).name).toBe('ipanel');
  });
});
