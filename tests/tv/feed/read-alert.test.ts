import { expect, it } from 'vitest';
import { readAlert } from '../../../src/tv/feed/read-alert.ts';
import { alert } from '../../domain/alerts/alert.ts';

const CARRIER = { id: '019ab000-0000-7000-8000-0000000000a1', revision: 2 };

it('takes from an alert the notices that carry it, and none that it cannot make out', () => {
  const carriers = [CARRIER, { id: 7, revision: 1 }, { id: CARRIER.id, revision: '2' }, null, 'a'];
  expect(readAlert({ ...alert(), carriers })?.carriers).toEqual([CARRIER]);
});

it('covers everything with an alert that names none, or none in a list', () => {
  expect(readAlert(alert())?.carriers).toEqual([]);
  expect(readAlert({ ...alert(), carriers: CARRIER })?.carriers).toEqual([]);
});
