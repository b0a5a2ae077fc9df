// Does what is on the screen say itself what an alert has to say? Then the alert need not cover it.
import type { AlertItem } from '../../contract/alerts.ts';
import type { NoticeItem } from '../../contract/feed.ts';

/** In the very revision that the alert names: what was changed since may say something else. */
export const isCarriedBy = (
  { carriers = [] }: Pick<AlertItem, 'carriers'>,
  notice: Pick<NoticeItem, 'id' | 'revision'> | null,
): boolean => notice !== null && carriers.some(({ id, revision }) => id === notice.id && revision === notice.revision);
