// Two revisions of a guide, field by field: only those that differ.
import type { GuideInput } from '../../../contract/guides.ts';
import { type FieldName, GROUPS } from './guide-lines.ts';
import { diffLines, type LineChange, withMoves } from './text-diff.ts';

export interface FieldChange {
  readonly name: FieldName;
  readonly lines: readonly LineChange[];
}

export function diffGuides(before: GuideInput, after: GuideInput): FieldChange[] {
  return GROUPS.flatMap(({ fields }) => fields).flatMap(({ name, lines }) => {
    const changes = withMoves(diffLines(lines(before), lines(after)));
    return changes.some(({ kind }) => kind !== 'same') ? [{ name, lines: changes }] : [];
  });
}
