import { expect, test } from 'vitest';
import { maskSmartCard } from '../../../src/domain/boxes/mask.ts';

test('a smart-card number on a shared screen keeps its ends only', () => {
  expect(maskSmartCard('8531002026000017')).toBe('8531********0017');
  expect(maskSmartCard('85310020')).toBe('****0020');
});
