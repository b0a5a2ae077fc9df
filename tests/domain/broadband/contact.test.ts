import { expect, it } from 'vitest';
import { contactAfter, contactMoves } from '../../../src/domain/broadband/contact.ts';

it.each([
  ['new', ['contact', 'close'], ['contacted', 'closed']],
  ['contacted', ['close'], ['closed']],
  ['closed', [], []],
] as const)('a wish that is %s may %j', (state, moves, states) => {
  expect(contactMoves(state)).toEqual(moves);
  expect(moves.map((move) => contactAfter(state, move))).toEqual(states);
});

it('is not contacted twice', () => {
  expect(contactAfter('contacted', 'contact')).toBeUndefined();
});
