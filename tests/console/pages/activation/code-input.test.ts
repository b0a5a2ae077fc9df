// A user code as people type it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeInput } from '../../../../src/console/pages/activation/code-input.ts';
import { USER_CODE_LENGTH, USER_CODE_SIGNS, UserCode } from '../../../../src/contract/activation.ts';

it('takes small letters, blanks and dashes for what they mean', () => {
  for (const typed of ['7K3M-9XPA', '7k3m9xpa', ' 7k3m 9xpa ', '7K3M—9XPA', '７Ｋ３Ｍ－９ＸＰＡ']) {
    expect(codeInput(typed)).toMatchObject({ code: '7K3M9XPA', shown: '7K3M-9XPA', isComplete: true, dropped: [] });
  }
});

it('puts the dash only where a second group begins', () => {
  expect(codeInput('7k3m').shown).toBe('7K3M');
  expect(codeInput('7k3m9').shown).toBe('7K3M-9');
});

it('names signs that no code holds, each once, and does not take them', () => {
  const { code, dropped, isComplete } = codeInput('o0O7K3M9XP');
  expect(dropped).toEqual(['O', '0']);
  expect(code).toBe('7K3M9XP');
  expect(isComplete).toBe(false);
});

it('takes no more signs than a code has', () => {
  expect(codeInput('7K3M9XPA22').code).toBe('7K3M9XPA');
});

it('shows every code so that it can be typed back, and the server takes it', () => {
  const sign = fc.constantFrom(...USER_CODE_SIGNS);
  fc.assert(
    fc.property(fc.array(sign, { minLength: USER_CODE_LENGTH, maxLength: USER_CODE_LENGTH }), (signs) => {
      const code = signs.join('');
      const { shown } = codeInput(code.toLowerCase());
      expect(codeInput(shown)).toMatchObject({ code, isComplete: true });
      expect(UserCode.parse(shown)).toBe(code);
    }),
  );
});
