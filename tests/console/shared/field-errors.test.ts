// What the server found wrong lands at the field it is about, and nothing is swallowed.
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/console/api/problem.ts';
import { fieldErrors } from '../../../src/console/shared/field-errors.ts';

const NAMES = ['title', 'text', 'regions'] as const;
const problem = (errors: { path: string; message: string }[]) =>
  new ProblemError('bad-input', 400, '有些内容填得不对', errors);

describe('field errors', () => {
  it('stand at their field, all of them', () => {
    const error = problem([
      { path: 'text', message: '第 1 行：不能有链接' },
      { path: 'text', message: '第 3 行：不能有表格' },
    ]);
    expect(fieldErrors(error, NAMES)).toEqual({
      fields: [{ name: 'text', errors: ['第 1 行：不能有链接', '第 3 行：不能有表格'] }],
      rest: undefined,
    });
  });

  it('of one entry of a list stand at the list', () => {
    expect(fieldErrors(problem([{ path: 'regions.3', message: '不存在' }]), NAMES).fields).toEqual([
      { name: 'regions', errors: ['不存在'] },
    ]);
  });

  it('are not taken for those of a field whose name begins alike', () => {
    expect(fieldErrors(problem([{ path: 'titleColour', message: '不认识' }]), NAMES)).toEqual({
      fields: [],
      rest: '有些内容填得不对',
    });
  });

  it('without words of their own say what the problem says', () => {
    expect(fieldErrors(problem([{ path: 'title', message: '' }]), NAMES).fields).toEqual([
      { name: 'title', errors: ['有些内容填得不对'] },
    ]);
  });

  it('are told once', () => {
    const twice = { path: 'regions.0', message: '不存在' };
    expect(fieldErrors(problem([twice, { ...twice, path: 'regions.1' }]), NAMES).fields).toEqual([
      { name: 'regions', errors: ['不存在'] },
    ]);
  });
});

describe('a problem without fields', () => {
  it('is told as a whole', () => {
    expect(fieldErrors(problem([]), NAMES)).toEqual({ fields: [], rest: '有些内容填得不对' });
  });

  it('that nobody foresaw is told too', () => {
    expect(fieldErrors(new TypeError('x is not a function'), NAMES).rest).toMatch(/刷新/);
  });
});
