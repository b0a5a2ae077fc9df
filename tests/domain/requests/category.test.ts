// What is wrong with a category as it was entered.
import { expect, it } from 'vitest';
import { RequestCategory } from '../../../src/contract/requests.ts';
import { categoryFaults } from '../../../src/domain/requests/category.ts';

const option = (key: string) => ({ key, name: key });
const field = (code: string, ...keys: string[]) => ({
  ...{ code, label: '怎么了？', kind: 'choice', required: true },
  options: keys.map(option),
});
const category = (change: object) =>
  RequestCategory.parse({
    ...{ code: 'lamp', name: '路灯', group: 'repair', icon: 'bulb', timeClass: 'ordinary', privacy: 'open' },
    ...{ where: ['public'], fields: [field('what', 'dark')], asksWhen: false, order: 1, active: true },
    ...change,
  });

it.each([
  ['nothing', {}, []],
  ['nothing, where two questions have the same options', { fields: [field('a', 'x'), field('b', 'x')] }, []],
  ['an anonymous report from home', { privacy: 'anonymous', where: ['public', 'home'] }, ['where']],
  ['a place twice', { where: ['public', 'public'] }, ['where.1']],
  ['two questions of one code', { fields: [field('a', 'x'), field('b', 'x'), field('a', 'y')] }, ['fields.2.code']],
  ['two options of one key', { fields: [field('a', 'x', 'y', 'x')] }, ['fields.0.options.2.key']],
])('is %s', (_, change, paths) => {
  expect(categoryFaults(category(change)).map(({ path }) => path)).toEqual(paths);
});
