// The three steps of review, and what a notice gathers on its way through them.
import { z } from 'zod';
import { StaffId } from './ids.ts';
import { Instant } from './time.ts';

/** 初审, 复审, 签发: each by someone else, none by the author. */
export const REVIEW_STEPS = ['first', 'second', 'sign-off'] as const;
export const ReviewStep = z.enum(REVIEW_STEPS);
export type ReviewStep = z.infer<typeof ReviewStep>;

export const Person = z.object({ id: StaffId, name: z.string() });
export type Person = z.infer<typeof Person>;

export const Approval = z.object({
  step: ReviewStep,
  by: Person,
  /** Whom `by` stood in for. */
  for: Person.nullable(),
  /** Of the content that was approved: SHA-512 of its canonical form, lower-case hex. */
  hash: z.string(),
  at: Instant,
  /** False: the content is no longer what was approved. */
  holds: z.boolean(),
});
export type Approval = z.infer<typeof Approval>;

/** `stop`: not to be submitted like this. `warn`: for the reviewers to look at. */
export const FINDING_LEVELS = ['stop', 'warn'] as const;
export const FindingLevel = z.enum(FINDING_LEVELS);
export type FindingLevel = z.infer<typeof FindingLevel>;

export const FINDING_CODES = [
  'word',
  'id-number',
  'phone-number',
  'open-outage',
  'no-time',
  'long-validity',
  'title-repeats',
  'long-text',
  'picture-without-words',
  'dead-link',
  'link-not-asked',
] as const;

/** What the machine found before the first review. */
export const Finding = z.object({
  level: FindingLevel,
  code: z.enum(FINDING_CODES),
  /** The field of the notice it is about. */
  field: z.enum(['title', 'source', 'text', 'validTo']),
  /** Line of the text, from 1; null where it is not about a line. */
  line: z.int().positive().nullable(),
  /** A sentence in Chinese. */
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;
