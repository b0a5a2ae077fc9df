// Whether a community reaches its target.
import { Tag } from 'antd';
import type { CoverageRow } from '../../../contract/coverage.ts';
import { texts } from '../../texts/zh-CN.ts';
import { isReached } from './figures.ts';

const words = texts.coverage;

export function ReachedTag({ row }: { readonly row: Pick<CoverageRow, 'percent' | 'target'> }) {
  const reached = isReached(row);
  if (reached === null) return null;
  return reached ? <Tag color="green">{words.reachedYes}</Tag> : <Tag color="orange">{words.reachedNo}</Tag>;
}
