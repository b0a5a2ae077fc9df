// How far a case is, as a bar of steps.
import { expect, it } from 'vitest';
import { stepsOf } from '../../../../src/console/pages/requests/case-steps.ts';
import { REQUEST_STATES } from '../../../../src/contract/requests.ts';

it('goes on step by step to the end', () => {
  const way = (['received', 'assigned', 'handling', 'answered', 'closed'] as const).map((each) => stepsOf(each));
  expect(way.map(({ current }) => current)).toEqual([0, 1, 2, 3, 4]);
  expect(way.at(-1)?.status).toBe('finish');
});

it('stands still where it is worked on while it is suspended', () => {
  expect(stepsOf('suspended')).toMatchObject({ current: stepsOf('handling').current, status: 'wait' });
  expect(stepsOf('suspended').titles[2]).toBe('已挂起');
});

it.each(REQUEST_STATES)('%s stands at a step that is there', (state) => {
  const { titles, current } = stepsOf(state);
  expect(titles[current]).toBeTruthy();
});
