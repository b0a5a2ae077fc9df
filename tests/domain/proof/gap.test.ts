// Why a box has not shown an item: one reason, the one that stands nearest to the screen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX_STATES } from '../../../src/contract/boxes.ts';
import { gapOf, type Whereabouts } from '../../../src/domain/proof/gap.ts';

const whereabouts = (): fc.Arbitrary<Whereabouts> =>
  fc.record({
    state: fc.constantFrom(...BOX_STATES),
    came: fc.constantFrom('nowhere', 'received', 'verified', 'rendered'),
    refused: fc.boolean(),
    online: fc.boolean(),
    seen: fc.boolean(),
  });
const box: Whereabouts = { state: 'authorised', came: 'nowhere', refused: false, online: true, seen: true };

describe('why a box has not shown an item', () => {
  it.each<[string, Partial<Whereabouts>, ReturnType<typeof gapOf>]>([
    ['it refused it', { came: 'received', refused: true }, 'refused'],
    ['it refused it, and is off since', { refused: true, online: false }, 'refused'],
    ['it holds it and is on another screen', { came: 'verified' }, 'not-drawn'],
    ['it took what it had refused before, and has not drawn it', { came: 'verified', refused: true }, 'not-drawn'],
    ['it is online and does not have it yet', {}, 'lagging'],
    ['it is off', { online: false }, 'offline'],
    ['it was never on', { online: false, seen: false }, 'never-seen'],
    ['it was never activated', { state: 'listed', online: false, seen: false }, 'not-joined'],
    ['it was revoked after it had received it', { state: 'revoked', came: 'received' }, 'not-drawn'],
  ])('%s', (_why, change, gap) => {
    expect(gapOf({ ...box, ...change })).toBe(gap);
  });

  it('is told for every box that has not shown it and for no other', () => {
    fc.assert(
      fc.property(whereabouts(), (each) => {
        expect(gapOf(each) === null).toBe(each.came === 'rendered');
      }),
    );
  });
});
