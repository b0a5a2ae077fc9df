// Coverage figures in words, and targets.
import { expect, it } from 'vitest';
import { isReached, percentText } from '../../../../src/console/pages/coverage/figures.ts';

it('shows one decimal, also of a whole number', () => {
  expect(percentText(75)).toBe('75.0%');
  expect(percentText(69.9)).toBe('69.9%');
});

it('says so where no household is known', () => {
  expect(percentText(null)).toBe('没有住户');
});

it('reaches a target at it, not just below it', () => {
  expect(isReached({ percent: 70, target: 70 })).toBe(true);
  expect(isReached({ percent: 69.9, target: 70 })).toBe(false);
});

it('knows neither yes nor no without a target or without households', () => {
  expect(isReached({ percent: 75, target: null })).toBeNull();
  expect(isReached({ percent: null, target: 70 })).toBeNull();
});
