// Whose word counts: the resident's before the operator's, the operator's before the file.
import { describe, expect, it } from 'vitest';
import { chosen, settingsInForce } from '../../src/tv/in-force.ts';

const FILE = { remote: 'auto', elder: true, motion: true, standby: 0 } as const;

describe('the settings in force', () => {
  it('are those of the file, unless the operator overrides them', () => {
    expect(settingsInForce(FILE, {}, {})).toEqual(FILE);
    expect(settingsInForce(FILE, { remote: 'ipanel', elder: false, standby: 20 }, {})).toEqual({
      remote: 'ipanel',
      elder: false,
      motion: true,
      standby: 20,
    });
  });

  it('are what the resident chose, where they chose', () => {
    expect(settingsInForce(FILE, { elder: false, motion: false }, { elder: true })).toEqual({
      remote: 'auto',
      elder: true,
      motion: false,
      standby: 0,
    });
  });
});

describe('a choice', () => {
  it('is only what was changed: the rest goes on following the operator', () => {
    expect(chosen({}, FILE, { elder: false, motion: true })).toEqual({ elder: false });
    expect(chosen({ elder: false }, { elder: false, motion: true }, { elder: false, motion: false })).toEqual({
      elder: false,
      motion: false,
    });
  });
});
