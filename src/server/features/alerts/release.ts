// The one way of an alert to the screens, whoever let it go.
import type { Transaction } from 'kysely';
import type { AlertId } from '../../../contract/ids.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import { recordAudit } from '../audit/service.ts';
import type { FeedService } from '../feed/service.ts';
import { toItem } from './item.ts';
import { findRevisions, lockAlert, type RevisionRow, updateAlert, updateRevision } from './store.ts';

/**
 * To every region that has shown a revision of it: none keeps an old one. In the transaction of the feed: what is on
 * the screens is what is in the store. `actor` null: a trusted sender's, without a person of ours.
 */
export async function release(
  trx: Transaction<Database>,
  feed: Pick<FeedService, 'append'>,
  given: { id: AlertId; revision: number; actor: Actor | null; now: number },
): Promise<void> {
  const { id, revision, actor, now } = given;
  const alert = await lockAlert(trx, id);
  const revisions = await findRevisions(trx, [id]);
  const row = revisions.find((each) => each.revision === revision);
  if (!alert || !row) throw new ProblemError('not-found');
  const { act, content, reason } = row;
  const item = toItem({ ...alert, revision, cancel: act === 'cancel', content, reason, validTo: alert.valid_to }, now);
  if (Date.parse(item.validTo) <= now) throw new ProblemError('alert-validity');
  const at = instantOf(now);
  await updateRevision(trx, id, revision, {
    state: 'released',
    released_by: actor?.id ?? null,
    released_at: at,
    valid_to: item.validTo,
  });
  await updateAlert(trx, id, { state: act === 'cancel' ? 'cancelled' : 'released', valid_to: item.validTo });
  await feed.append(trx, { regions: everyRegionOf(revisions, row), action: 'put', itemId: id, revision, item, at });
  const { severity } = content;
  const detail = { revision, act, severity, rehearsal: alert.rehearsal, reason };
  await recordAudit(trx, { at, actor, action: 'alert.release', subject: id, region: alert.authority, detail });
}

function everyRegionOf(revisions: readonly RevisionRow[], released: RevisionRow) {
  const shown = revisions.filter((each) => each === released || each.state === 'released');
  return [...new Set(shown.flatMap(({ content }) => content.regions))];
}
