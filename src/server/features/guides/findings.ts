// Findings of the domain, together with what only the server can tell: how a name is read.
import type { GuideInput } from '../../../contract/guides.ts';
import type { Day } from '../../../contract/time.ts';
import { type Found, findingsOf, type Neighbour } from '../../../domain/guides/findings.ts';
import { readingsOf } from './readings.ts';

export function findIn(guide: GuideInput, others: readonly Neighbour[], today: Day): Found[] {
  const unread = readingsOf(guide).flatMap((reading, index) =>
    reading.unread.map((what) => ({ path: index === 0 ? 'name' : `aliases.${index - 1}`, what })),
  );
  return findingsOf(guide, { today, others, unread });
}
