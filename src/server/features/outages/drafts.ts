// A notice for each planned outage: drafted and submitted in the provider's name, and never further than that.
import type { NoticeId } from '../../../contract/ids.ts';
import { NOTICE_LIMITS, type Notice, type NoticeInput } from '../../../contract/notices.ts';
import { ANY_TIME } from '../../../contract/schedule.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { ProblemError } from '../../problem.ts';
import type { GuardedProvider } from '../../providers/guarded.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { outageTexts as TEXTS } from '../../texts/outages.zh-CN.ts';
import type { NoticeService } from '../notices/service.ts';
import type { ProviderAuthors } from '../staff/providers.ts';
import { type OutageRow, updateOutage } from './store.ts';

/** How long a notice stands whose outage has no end yet, from its beginning. */
const OPEN_MS = 7 * 86_400_000;
const UNPUBLISHED: readonly Notice['state'][] = ['draft', 'submitted', 'reviewed', 'approved'];

export interface DraftDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly notices: Pick<NoticeService, 'create' | 'update' | 'move' | 'read'>;
  readonly authors: ProviderAuthors;
  readonly log: { warn(given: object, text: string): void };
}

export function createOutageDrafts(deps: DraftDeps) {
  const { store, runtime, notices } = deps;

  /** Brings the draft of each outage to what the provider says now. */
  async function follow(provider: GuardedProvider, rows: readonly OutageRow[]): Promise<void> {
    const due = rows.filter((row) => !isDone(row) && isAhead(row));
    if (due.length === 0) return;
    const author = await deps.authors.authorOf(provider.utility, provider.name.name);
    for (const row of due) await draft(author, provider, row);
  }

  const isAhead = ({ to_at, from_at }: OutageRow): boolean =>
    (to_at === null ? Date.parse(from_at) + OPEN_MS : Date.parse(to_at)) > runtime.clock();

  async function draft(author: Actor, provider: GuardedProvider, row: OutageRow): Promise<void> {
    const before = row.notice_id ? await notices.read(author, row.notice_id) : null;
    const isGone = row.gone_at !== null;
    const isOurs = before?.revision === row.notice_revision;
    const told = toldOf(provider, row);
    const validTo = instantOf(row.to_at ? Date.parse(row.to_at) : Date.parse(row.from_at) + OPEN_MS);
    const input = (title: string, text: string): NoticeInput => ({
      title: title.slice(0, NOTICE_LIMITS.title),
      source: provider.name.name,
      category: 'outage',
      text,
      regions: row.regions.map(({ code }) => code),
      pinned: false,
      validFrom: instantOf(runtime.clock()),
      validTo,
      schedule: ANY_TIME,
      placements: [],
      weight: 1,
    });

    let kept: Notice | null = before;
    if (before && isOurs && UNPUBLISHED.includes(before.state)) {
      // Nobody has taken it over, and no screen shows it: it says what is so now, and leaves the queue where it is off.
      const [title, text] = isGone
        ? [TEXTS.voidTitle(told), TEXTS.cancelledText(told)]
        : [TEXTS.title(told), TEXTS.text(told)];
      const { revision } = before;
      kept = await notices.update(author, before.id, { ...input(title, text), revision });
      if (!isGone) kept = await submitted(author, kept);
    } else if (isGone) {
      if (before?.state === 'published')
        kept = await submitted(
          author,
          await notices.create(author, input(TEXTS.cancelledTitle(told), TEXTS.cancelledText(told))),
        );
    } else {
      const text = before ? `${TEXTS.changed}\n\n${TEXTS.text(told)}` : TEXTS.text(told);
      kept = await submitted(author, await notices.create(author, input(TEXTS.title(told), text)));
    }
    const notice = kept ? { notice_id: kept.id as NoticeId, notice_revision: kept.revision } : {};
    await updateOutage(store.db, row.id, { ...notice, noticed: row.revision, noticed_gone: isGone });
  }

  /** What the machine check stops remains a draft, for people to look at. */
  async function submitted(author: Actor, notice: Notice): Promise<Notice> {
    try {
      return await notices.move(author, notice.id, { move: 'submit', revision: notice.revision });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      deps.log.warn({ notice: notice.id, code: error.code }, "a provider's notice remains a draft");
      return notice;
    }
  }

  return { follow };
}

export type OutageDrafts = ReturnType<typeof createOutageDrafts>;

/** The draft says what is so; of one that is gone and was never drafted there is nothing to say. */
const isDone = (row: OutageRow): boolean =>
  row.gone_at === null ? row.noticed === row.revision && !row.noticed_gone : row.noticed_gone || row.noticed === null;

const toldOf = ({ name }: GuardedProvider, row: OutageRow) => ({
  utility: row.utility,
  from: row.from_at,
  to: row.to_at,
  regions: row.regions,
  text: row.text,
  source: name.name,
  phone: name.phone,
});
