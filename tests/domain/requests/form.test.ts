// A report against its category's form.
import { describe, expect, it } from 'vitest';
import type { RequestField } from '../../../src/contract/requests.ts';
import { faultsOf, saidOf } from '../../../src/domain/requests/form.ts';

const option = (key: string, name: string) => ({ key, name });
const field = (code: string, kind: RequestField['kind'], required = false): RequestField => ({
  ...{ code, label: code, kind, required },
  options: kind.startsWith('choice') ? [option('dark', '不亮了'), option('pole', '杆子歪了')] : [],
});
const form = {
  where: ['public', 'home'] as ('public' | 'home')[],
  fields: [
    field('what', 'choice', true),
    field('also', 'choices'),
    field('count', 'number'),
    field('day', 'date'),
    field('words', 'text'),
  ],
};
const at = (place: string | null) => ({ kind: 'public' as const, place, position: null });
const faults = (answers: Record<string, string>, where = at('小广场')) =>
  faultsOf({ where, answers }, form).map(({ path, fault }) => `${path} ${fault}`);

describe('a report', () => {
  it('is right with what the form wants, and what it leaves open left open', () => {
    expect(faults({ what: 'dark' })).toEqual([]);
    expect(faults({ what: 'dark', also: 'dark,pole', count: '2.5', day: '2028-02-29', words: '三盏' })).toEqual([]);
  });

  it.each([
    [{}, 'answers.what missing'],
    [{ what: '' }, 'answers.what missing'],
    [{ what: 'blue' }, 'answers.what option'],
    [{ what: 'dark', also: 'dark,blue' }, 'answers.also option'],
    [{ what: 'dark', count: 'two' }, 'answers.count number'],
    [{ what: 'dark', day: '2026-02-29' }, 'answers.day date'],
    [{ what: 'dark', day: '26-2-9' }, 'answers.day date'],
    [{ what: 'dark', colour: 'red' }, 'answers.colour unknown'],
  ])('with the answers %o has the fault %s', (answers, fault) => {
    expect(faults(answers as Record<string, string>)).toEqual([fault]);
  });

  it('says where it is: a place for a public one, none for a home', () => {
    expect(faults({ what: 'dark' }, at(null))).toEqual(['where.place place']);
    expect(faultsOf({ where: { ...at('小广场'), kind: 'home' }, answers: { what: 'dark' } }, form)).toHaveLength(1);
    expect(faultsOf({ where: { ...at(null), kind: 'stairwell' }, answers: { what: 'dark' } }, form)).toEqual([
      { path: 'where.kind', fault: 'where' },
    ]);
  });

  it('is told in the words of the form, in its order', () => {
    expect(saidOf({ words: '三盏', also: 'pole,dark', what: 'dark' }, form)).toEqual([
      { label: 'what', text: '不亮了' },
      { label: 'also', text: '杆子歪了、不亮了' },
      { label: 'words', text: '三盏' },
    ]);
  });
});
