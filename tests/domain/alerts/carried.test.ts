import { describe, expect, it } from 'vitest';
import type { NoticeId } from '../../../src/contract/ids.ts';
import { isCarriedBy } from '../../../src/domain/alerts/carried.ts';
import { presentationOf } from '../../../src/domain/alerts/presentation.ts';
import { alert } from './alert.ts';

const notice = { id: '019ab000-0000-7000-8000-0000000000a1' as NoticeId, revision: 3 };

describe('a notice carries an alert', () => {
  it('that names it, in the revision that is named', () => {
    expect(isCarriedBy(alert({ carriers: [notice] }), notice)).toBe(true);
    expect(isCarriedBy(alert({ carriers: [notice] }), { ...notice, revision: 4 })).toBe(false);
  });

  it('and no other, and none where nothing is on the screen', () => {
    expect(isCarriedBy(alert({ carriers: [notice] }), { ...notice, id: '019ab000' as NoticeId })).toBe(false);
    expect(isCarriedBy(alert({ carriers: [notice] }), null)).toBe(false);
    expect(isCarriedBy(alert(), notice)).toBe(false);
  });
});

describe('an alert that is carried', () => {
  const as = (change: Parameters<typeof alert>[0], seen = false) => presentationOf(alert(change), seen, true);

  it('stands beside what carries it, whatever its gravity would take', () => {
    expect(as({ severity: 'red' })).toBe('beside');
    expect(as({ severity: 'orange' })).toBe('beside');
  });

  it('is as it would be where it covers nothing anyway', () => {
    expect(as({ severity: 'yellow' })).toBe('band');
    expect(as({ severity: 'blue' })).toBe('line');
    expect(as({ severity: 'red' }, true)).toBe('band');
    expect(as({ standing: false })).toBe('band');
  });
});
