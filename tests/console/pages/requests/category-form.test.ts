// A category as its form makes it: codes are made where there are none, and kept where there are.
import { expect, it } from 'vitest';
import { type CategoryValues, categoryOf, valuesOf } from '../../../../src/console/pages/requests/category-form.ts';
import { listCategories } from '../../../../src/contract/request-settings.ts';

const [stored] = listCategories.reply.parse(listCategories.example.reply).items;
if (!stored) throw new Error('the contract has no example');
const { revision: _, ...input } = stored;

it('one that is opened and saved is what it was', () => {
  expect(categoryOf(valuesOf(stored))).toEqual(input);
});

it('gives new questions and options codes that are free', () => {
  const fields: CategoryValues['fields'] = [
    {
      code: 'q1',
      label: '怎么了',
      kind: 'choice',
      required: true,
      options: [{ name: '坏了' }, { key: 'o1', name: '丢了' }],
    },
    { label: '几盏', kind: 'number', required: false },
  ];
  const made = categoryOf({ ...valuesOf(stored), fields });
  expect(made?.fields.map(({ code }) => code)).toEqual(['q1', 'q2']);
  expect(made?.fields[0]?.options.map(({ key }) => key)).toEqual(['o2', 'o1']);
});

it('drops the options of a question that is no choice any more', () => {
  const [first] = valuesOf(stored).fields ?? [];
  const made = first && categoryOf({ ...valuesOf(stored), fields: [{ ...first, kind: 'text' }] });
  expect(made?.fields[0]).toMatchObject({ kind: 'text', options: [] });
});

it('is nothing where the contract would not take it', () => {
  expect(categoryOf({ ...valuesOf(stored), where: [] })).toBeNull();
});
