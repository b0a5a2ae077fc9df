// The number a new guide is offered.
import { expect, it } from 'vitest';
import { freeNumber, prefixOf } from '../../../../src/console/pages/guides/guide-number.ts';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import { GuideNumber } from '../../../../src/contract/guides.ts';
import { departmentOf } from '../../../../src/domain/guides/number.ts';

it.each(DEPARTMENTS)('is one of its department: %s', (department) => {
  const number = GuideNumber.parse(freeNumber(department, []));
  expect(departmentOf(number)).toBe(department);
  expect(number).toBe(`${prefixOf(department)}01`);
});

it('comes after the highest that is taken', () => {
  expect(freeNumber('police', ['0201', '0207', '0203'])).toBe('0208');
});

it('fills a gap where the highest is taken', () => {
  expect(freeNumber('police', ['0201', '0299', '0202'])).toBe('0203');
});

it('is none where all are taken', () => {
  const all = Array.from({ length: 99 }, (_, at) => `02${String(at + 1).padStart(2, '0')}`);
  expect(freeNumber('police', all)).toBeUndefined();
});
