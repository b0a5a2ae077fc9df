import { expect, test } from 'vitest';
import { maskAddress, maskSmartCard } from '../../../src/domain/boxes/mask.ts';

test('a smart-card number on a shared screen keeps its ends only', () => {
  expect(maskSmartCard('8531002026000017')).toBe('8531********0017');
  expect(maskSmartCard('85310020')).toBe('****0020');
});

test('a room is hidden, its building is not; where they cannot be told apart both are', () => {
  expect(maskAddress('1号楼 101')).toBe('1号楼 ***');
  expect(maskAddress('3号楼 2单元 501')).toBe('3号楼 2单元 ***');
  expect(maskAddress('12排3号')).toBe('***');
});
