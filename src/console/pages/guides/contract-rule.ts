// What the contract says of one field, as a rule of the form and in words for the person at it.
import type { FormRule } from 'antd';
import type { z } from 'zod';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guideEditor;

/** `format`: what is said where it has the wrong shape. */
export const byContract = (schema: z.ZodType, format?: string): FormRule => ({
  validator: (_, value: unknown) => {
    const fault = faultIn(schema, value, format);
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
  },
});

/** Null where nothing is wrong. A text of blanks counts as not given. */
export function faultIn(schema: z.ZodType, value: unknown, format: string = words.wrong): string | null {
  const given = value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;
  const parsed = schema.safeParse(given);
  if (parsed.success) return null;
  if (given === null) return texts.common.required;
  const [issue] = parsed.error.issues;
  if (!issue) return format;
  const [at] = issue.path;
  const fault = sentenceOf(issue, format);
  return typeof at === 'number' ? words.entry(at + 1, fault) : fault;
}

function sentenceOf(issue: z.core.$ZodIssue, format: string): string {
  switch (issue.code) {
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'string') return words.tooShort(least);
      return issue.origin === 'array' ? words.tooFew(least) : words.least(least);
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return words.tooLong(most);
      return issue.origin === 'array' ? words.tooMany(most) : words.most(most);
    }
    default:
      return format;
  }
}
