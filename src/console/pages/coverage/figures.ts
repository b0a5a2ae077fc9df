// Coverage figures in words, and whether a target is reached.
import type { CoverageRow } from '../../../contract/coverage.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.coverage;

/** 75.0%; without a household there is no figure. */
export const percentText = (percent: number | null): string =>
  percent === null ? words.noHouseholds : words.percent(percent);

/** Of a community; null where there is no target, or no household to reach it with. */
export function isReached({ percent, target }: Pick<CoverageRow, 'percent' | 'target'>): boolean | null {
  return percent === null || target === null ? null : percent >= target;
}
