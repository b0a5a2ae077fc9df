// Drafts held fast while something is done to them; what is tried with a link that is of no use any more goes on record.
import { HANDOVER_MS, type SentRequest } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { CategoryCode, RequestCategory, RequestInput } from '../../../contract/requests.ts';
import type { Bus } from '../../bus/port.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { Refusals } from '../audit/refusals.ts';
import { createLinks } from './link.ts';
import { findHandover, type HandoverRow, lockHandover, type Trx, updateHandover } from './store.ts';

export interface DraftDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly bus: Bus;
  readonly linkKey: Buffer;
  readonly refusals: Refusals;
  readonly categories: { find(trx: Trx, code: CategoryCode): Promise<{ category: RequestCategory } | undefined> };
}

export interface Held {
  readonly row: HandoverRow;
  readonly category: RequestCategory;
}

/** What a forged link is about. */
const NO_LINK = 'link';

export function createDrafts({ store, runtime, bus, linkKey, refusals, categories }: DraftDeps) {
  const links = createLinks(linkKey);
  const note = (action: string, subject: string, region: RegionCode | null, detail = {}) =>
    refusals.note({ actor: null, action: `handover.${action}`, subject, region, detail });

  /** @throws ProblemError category-unknown */
  async function formOf(trx: Trx, code: CategoryCode): Promise<RequestCategory> {
    const found = await categories.find(trx, code);
    if (!found) throw new ProblemError('category-unknown');
    return found.category;
  }

  return {
    formOf,

    /** A link says until when it is good: as long as its draft is. */
    linkTo: (row: HandoverRow): string => links.sign({ id: row.id, exp: Date.parse(row.expires_at) }),

    /** @throws ProblemError not-found, on record: it is another household's */
    async refuse(id: RequestId, household: RegionCode): Promise<never> {
      await note('refused', id, household);
      throw new ProblemError('not-found');
    },

    /**
     * What a link is for, in one transaction. `change`: the draft is held, and must not be sent. `send`: it is not held
     * yet, since whoever receives reports holds their day first; it may be sent, as long as its time is not over.
     * @throws ProblemError not-found (no link of ours, on record), category-unknown; handover-over, on record
     */
    async byLink<T>(token: string, purpose: 'change' | 'send', work: (trx: Trx, held: Held) => Promise<T>): Promise<T> {
      const link = links.read(token);
      if (!link) {
        await note('refused', NO_LINK, null);
        throw new ProblemError('not-found');
      }
      let region: RegionCode | null = null;
      const done = await store.transaction(async (trx) => {
        const row = await (purpose === 'send' ? findHandover : lockHandover)(trx, link.id);
        if (!row) return null;
        const category = await formOf(trx, row.input.category);
        // Nobody learns from the log who told anonymously.
        region = category.privacy === 'anonymous' ? null : row.household;
        if (link.exp <= runtime.clock() || (row.state === 'sent' && purpose !== 'send')) return null;
        return { answer: await work(trx, { row, category }) };
      });
      if (done) return done.answer;
      await note('replay', link.id, region);
      throw new ProblemError('handover-over');
    },

    /** That what came under a good link was no photo, or too large. */
    async photoRefused(token: string, reason: ProblemCode): Promise<void> {
      const link = links.read(token);
      const row = link && (await findHandover(store.db, link.id));
      if (!row) return;
      const { privacy } = await store.transaction((trx) => formOf(trx, row.input.category));
      await note('photo-refused', row.id, privacy === 'anonymous' ? null : row.household, { reason });
    },

    /** The row as it is then; whoever follows hears of it with the commit. */
    async change(
      trx: Trx,
      row: HandoverRow,
      change: { input?: RequestInput; sent?: SentRequest },
    ): Promise<HandoverRow> {
      const { input = row.input, sent = row.sent } = change;
      const state = sent ? 'sent' : 'writing';
      const revision = row.revision + 1;
      const written = { state, revision, input: JSON.stringify(input), sent: sent && JSON.stringify(sent) } as const;
      await updateHandover(trx, row.id, written);
      await bus.tell(trx, { to: { handover: row.id }, what: 'changed' });
      return { ...row, state, revision, input, sent };
    },

    endOf: (): ReturnType<typeof instantOf> => instantOf(runtime.clock() + HANDOVER_MS),
  };
}
