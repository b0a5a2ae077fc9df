// What was asked for at the counter, as its form holds it, and the input the server takes.
import type { Dayjs } from 'dayjs';
import type { z } from 'zod';
import type { RegionCode } from '../../../contract/regions.ts';
import type { createRequest } from '../../../contract/request-calls.ts';
import type { CategoryCode, RequestCategory, RequestField, WhenChoice, WhereKind } from '../../../contract/requests.ts';

/** Of a field: the key chosen, the keys chosen, words, a figure or a day. */
export type AnswerValue = string | readonly string[] | number | Dayjs | null | undefined;

export interface EntryValues {
  readonly household: RegionCode;
  readonly category: CategoryCode;
  readonly where?: WhereKind;
  readonly place?: string;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly when?: WhenChoice;
  readonly text?: string;
}

export function inputOf(values: EntryValues, category: RequestCategory): z.input<typeof createRequest.body> {
  const kind = values.where ?? category.where[0] ?? 'home';
  return {
    household: values.household,
    category: category.code,
    where: { kind, place: kind === 'public' ? values.place?.trim() || null : null, position: null },
    answers: answersOf(category.fields, values.answers ?? {}),
    when: category.asksWhen ? (values.when ?? 'any') : 'any',
    text: values.text?.trim() ?? '',
  };
}

/** What was not answered is left out; of several choices the keys, with commas between. */
export function answersOf(
  fields: readonly RequestField[],
  answers: Readonly<Record<string, AnswerValue>>,
): Record<string, string> {
  const told = fields.map(({ code }): [string, string] => [code, textOf(answers[code])]);
  return Object.fromEntries(told.filter(([, text]) => text !== ''));
}

function textOf(answer: AnswerValue): string {
  if (answer === null || answer === undefined) return '';
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer === 'number') return String(answer);
  return 'format' in answer ? answer.format('YYYY-MM-DD') : answer.join(',');
}
