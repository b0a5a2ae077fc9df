// The twelve departments of the district's plan, each with the number a resident can type or say.
import { z } from 'zod';

/**
 * In the plan's order (section 四): 综治, 公安, 工商, 住建, 交通, 卫计, 人社, 民政, 司法, 水, 电, 气. Their places from 1 are
 * the first two digits of their guides' numbers.
 */
export const DEPARTMENTS = [
  'public-order',
  'police',
  'market',
  'housing',
  'transport',
  'health',
  'labour',
  'civil-affairs',
  'justice',
  'water',
  'power',
  'gas',
] as const;
export const Department = z.enum(DEPARTMENTS);
export type Department = z.infer<typeof Department>;
