// Settings at a distance: the narrowest scope that sets a thing wins.
import { describe, expect, it } from 'vitest';
import type { BoxSettings } from '../../../src/contract/box-settings.ts';
import type { BoxId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { scopeKey, scopeOf, scopesFor, settingsFor } from '../../../src/domain/boxes/settings.ts';

const box = {
  id: '019ab000-0000-7000-8000-0000000000b1' as BoxId,
  chain: ['370306', '370306001', '370306001001'] as RegionCode[],
  model: 'HC:3100',
};
const effective = (given: Record<string, BoxSettings>, of = box) =>
  settingsFor(scopesFor(of), new Map(Object.entries(given)));

describe('settings at a distance', () => {
  it('hold nothing where nobody set anything', () => {
    expect(effective({})).toEqual({});
  });

  it('come from a wider scope where a narrower one is silent', () => {
    const given = { 'region:370306': { elder: true, motion: false }, 'region:370306001001': { elder: false } };
    expect(effective(given)).toEqual({ elder: false, motion: false });
  });

  it('take what the model says before what the place says, and what the box says before all', () => {
    const given: Record<string, BoxSettings> = {
      'region:370306001001': { remote: 'rdk' },
      'model:HC:3100': { remote: 'ipanel', elder: false },
    };
    expect(effective(given)).toEqual({ remote: 'ipanel', elder: false });
    expect(effective({ ...given, [`box:${box.id}`]: { remote: 'ctc' } })).toEqual({ remote: 'ctc', elder: false });
  });

  it('know a scope by one text, and read it back', () => {
    for (const scope of scopesFor(box)) expect(scopeOf(scopeKey(scope))).toEqual(scope);
    expect(() => scopeOf('planet:mars')).toThrow(RangeError);
  });
});
