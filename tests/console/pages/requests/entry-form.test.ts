// What a counter sends of what it was told.
import { expect, it } from 'vitest';
import { dueText } from '../../../../src/console/pages/requests/due-text.ts';
import { answersOf, inputOf } from '../../../../src/console/pages/requests/entry-form.ts';
import { toPicker } from '../../../../src/console/shared/time.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';
import { createRequest } from '../../../../src/contract/request-calls.ts';
import { listCategories } from '../../../../src/contract/request-settings.ts';
import type { RequestField } from '../../../../src/contract/requests.ts';
import { Instant } from '../../../../src/contract/time.ts';

const [lamp] = listCategories.reply.parse(listCategories.example.reply).items;
if (!lamp) throw new Error('the contract has no example');
const household = RegionCode.parse('3703060010010010010101');
const field = (code: string, kind: RequestField['kind']): RequestField => ({
  code,
  label: '问题',
  kind,
  required: false,
  options: [],
});

it('is what the contract takes, the only place there can be filled in', () => {
  const { revision: _, ...category } = lamp;
  const body = inputOf({ household, category: lamp.code, place: ' 小广场 ', answers: { what: 'dark' } }, category);
  expect(createRequest.body.parse(body)).toEqual(createRequest.body.parse(createRequest.example.body));
});

it('answers of every kind become texts, and none is nothing', () => {
  const fields = [
    field('a', 'choices'),
    field('b', 'number'),
    field('c', 'date'),
    field('d', 'text'),
    field('e', 'text'),
  ];
  const day = toPicker('2026-11-26T02:00:00.000Z');
  expect(answersOf(fields, { a: ['x', 'y'], b: 3, c: day, d: ' 漏水 ', e: ' ' })).toEqual({
    a: 'x,y',
    b: '3',
    c: '2026-11-26',
    d: '漏水',
  });
});

it('a deadline at midnight is told by the day it ends', () => {
  expect(dueText(Instant.parse('2026-12-07T16:00:00.000Z'))).toBe('2026-12-07 24:00');
  expect(dueText(Instant.parse('2026-12-07T04:30:00.000Z'))).toBe('2026-12-07 12:30');
});
