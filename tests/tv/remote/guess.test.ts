// Which remote raw codes come from, as a suggestion to an installer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessProfile } from '../../../src/tv/remote/guess.ts';
import { PROFILES, type ProfileName, type Source } from '../../../src/tv/remote/profiles.ts';

const from = (source: Source, ...codes: number[]) => codes.map((code) => ({ source, code }));

describe('a guess', () => {
  it.each([
    ['ipanel', from('keydown', 1, 2, 3, 340, 512)],
    ['hbbtv', from('keydown', 38, 40, 461, 403)],
    ['ctc', from('keydown', 38, 275, 276, 270)],
    ['ctc', from('keypress', 38, 275, 276)],
    ['rdk', from('keydown', 8, 36, 71, 13)],
    ['android', from('bridge', 19, 20, 4, 23)],
    ['ipanel', from('system', 1, 2, 3)],
  ] as const)('is %s for %j', (name, raw) => {
    expect(guessProfile(raw)).toBe(name);
  });

  it('is none for too few keys, or for keys that all remotes have', () => {
    expect(guessProfile(from('keydown', 461, 403))).toBeNull();
    expect(guessProfile(from('keydown', 38, 40, 37, 39, 13))).toBeNull();
  });

  it('is never another remote than the one whose keys alone were pressed, all of them', () => {
    const name = fc.constantFrom(...(Object.keys(PROFILES) as ProfileName[]));
    fc.assert(
      fc.property(name, (profile) => {
        for (const source of Object.keys(PROFILES[profile].codes) as Source[]) {
          if (source === 'keypress') continue;
          const codes = Object.keys(PROFILES[profile].codes[source] ?? {}).map(Number);
          expect([profile, null]).toContain(guessProfile(from(source, ...codes)));
        }
      }),
    );
  });
});
