// A report against its category's form: what is wrong with it, and what it says in words.
import type { RequestCategory, RequestField, RequestInput } from '../../contract/requests.ts';

export interface FormFault {
  readonly path: string;
  readonly fault: 'where' | 'place' | 'unknown' | 'missing' | 'option' | 'number' | 'date';
}
type Form = Pick<RequestCategory, 'where' | 'fields'>;
type Given = Pick<RequestInput, 'where' | 'answers'>;

/** Empty: it is as the form wants it. */
export function faultsOf({ where, answers }: Given, form: Form): FormFault[] {
  const known = new Set(form.fields.map(({ code }) => code));
  return [
    ...(form.where.includes(where.kind) ? [] : [{ path: 'where.kind', fault: 'where' as const }]),
    ...((where.kind === 'public') === !!where.place ? [] : [{ path: 'where.place', fault: 'place' as const }]),
    ...Object.keys(answers)
      .filter((code) => !known.has(code))
      .map((code) => ({ path: `answers.${code}`, fault: 'unknown' as const })),
    ...form.fields.flatMap((field) => {
      const fault = answerFault(field, answers[field.code] ?? '');
      return fault ? [{ path: `answers.${field.code}`, fault }] : [];
    }),
  ];
}

function answerFault({ kind, required, options }: RequestField, answer: string): FormFault['fault'] | undefined {
  if (answer === '') return required ? 'missing' : undefined;
  const isOption = (key: string) => options.some((option) => option.key === key);
  switch (kind) {
    case 'choice':
      return isOption(answer) ? undefined : 'option';
    case 'choices':
      return answer.split(',').every(isOption) ? undefined : 'option';
    case 'number':
      return /^-?\d{1,12}(\.\d{1,4})?$/.test(answer) ? undefined : 'number';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(answer) && isDate(answer) ? undefined : 'date';
    case 'text':
      return undefined;
  }
}

const isDate = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};

/** What was answered, in the order of the form. */
export function saidOf(answers: RequestInput['answers'], { fields }: Pick<Form, 'fields'>) {
  return fields.flatMap(({ code, label, options }) => {
    const answer = answers[code];
    if (!answer) return [];
    const nameOf = (key: string) => options.find((option) => option.key === key)?.name ?? key;
    return [{ label, text: options.length > 0 ? answer.split(',').map(nameOf).join('、') : answer }];
  });
}
