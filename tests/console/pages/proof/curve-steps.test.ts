// The lines of a curve.
import { expect, it } from 'vitest';
import { stepsShown } from '../../../../src/console/pages/proof/curve-steps.ts';

const point = (seconds: number, refused: number) => ({
  seconds,
  received: 3,
  verified: 2,
  rendered: 2,
  read: 1,
  refused,
});

it('draws refusals only where a box has refused', () => {
  expect(stepsShown([point(1, 0), point(2, 0)])).toEqual(['received', 'verified', 'rendered', 'read']);
  expect(stepsShown([point(1, 0), point(2, 1)])).toEqual(['received', 'verified', 'rendered', 'read', 'refused']);
});
