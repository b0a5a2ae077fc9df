// Alerts that another system sends (CAP, EBM): they wait for two people here, unless the sender is trusted to need none.
import type { Transaction } from 'kysely';
import type { AlertAct, AlertCap, AlertContent, AlertOrigin } from '../../../contract/alerts.ts';
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { shownOf, waitingOf } from '../../../domain/alerts/steps.ts';
import { isWithin } from '../../../domain/regions/code.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import { recordAudit } from '../audit/service.ts';
import type { FeedService } from '../feed/service.ts';
import { factsOf } from './record.ts';
import { release } from './release.ts';
import { findRevisions, insertAlert, insertRevision, lockAlert, updateAlert, updateRevision } from './store.ts';

export interface OutsideAlert {
  readonly act: AlertAct;
  /** Which alert is updated or cancelled; null with `issue`. */
  readonly alert: AlertId | null;
  readonly origin: Exclude<AlertOrigin, 'console'>;
  /** Null: a cancel that does not tell; as what it cancels. */
  readonly rehearsal: boolean | null;
  /** Of the sender; the regions lie within it. */
  readonly authority: RegionCode;
  /** Null: a cancel that says no more than what it cancels. */
  readonly content: AlertContent | null;
  readonly cap: AlertCap;
  /** Why it is updated or cancelled, in the sender's words. */
  readonly reason: string | null;
  /** The sender is trusted: straight to the screens. */
  readonly direct: boolean;
}

const SUPERSEDED = '被外来的新消息取代';

/**
 * Takes the transaction of whoever keeps the document. What waits of the same alert is discarded: the sender knows
 * better by now. A cancel of what was never released ends there. @throws ProblemError not-found, move-not-allowed,
 * alert-regions, alert-validity
 */
export async function prepareFromOutside(
  trx: Transaction<Database>,
  deps: { feed: Pick<FeedService, 'append'>; runtime: Runtime },
  given: OutsideAlert,
): Promise<{ id: AlertId; revision: number | null }> {
  const now = deps.runtime.clock();
  const at = instantOf(now);
  const id = given.act === 'issue' ? (deps.runtime.uuids() as AlertId) : given.alert;
  if (!id) throw new ProblemError('not-found');
  if (given.act === 'issue') {
    const { origin, authority } = given;
    const rehearsal = given.rehearsal ?? false;
    const blank = { template_id: null, template_version: null, valid_to: null, created_at: at };
    await insertAlert(trx, { id, origin, rehearsal, authority, state: 'waiting', ...blank });
  }
  const alert = await lockAlert(trx, id);
  if (!alert || alert.authority !== given.authority) throw new ProblemError('not-found');
  if (given.rehearsal !== null && alert.rehearsal !== given.rehearsal) throw new ProblemError('move-not-allowed');
  const revisions = await findRevisions(trx, [id]);
  const facts = factsOf(alert, revisions);
  const shown = shownOf(facts);
  const waiting = waitingOf(facts);
  if (shown?.act === 'cancel' || alert.state === 'discarded') throw new ProblemError('move-not-allowed');
  if (waiting) await updateRevision(trx, id, waiting.revision, { state: 'discarded', reason: SUPERSEDED });
  if (given.act === 'cancel' && !shown) {
    await updateAlert(trx, id, { state: 'discarded' });
    await note('discard', null);
    return { id, revision: null };
  }
  const before = revisions.find((each) => each.revision === shown?.revision)?.content;
  const content = given.content ?? before;
  if (!content) throw new ProblemError('bad-input');
  if (!content.regions.every((region) => isWithin(region, alert.authority))) throw new ProblemError('alert-regions');
  const revision = (revisions.at(-1)?.revision ?? 0) + 1;
  await insertRevision(
    trx,
    {
      alert_id: id,
      revision,
      act: shown ? given.act : 'issue',
      state: 'incoming',
      content: JSON.stringify(given.act === 'cancel' && before ? { ...content, regions: before.regions } : content),
      reason: given.reason,
      prepared_by: null,
      prepared_at: at,
      cap: JSON.stringify(given.cap),
    },
    content.regions,
  );
  await note('receive', revision);
  if (given.direct) await release(trx, deps.feed, { id, revision, actor: null, now });
  return { id, revision };

  function note(verb: string, revision: number | null) {
    const { identifier, sender } = given.cap;
    const detail = { revision, act: given.act, identifier, sender, reason: given.reason };
    return recordAudit(trx, {
      at,
      actor: null,
      action: `alert.${verb}`,
      subject: id as AlertId,
      region: given.authority,
      detail,
    });
  }
}
