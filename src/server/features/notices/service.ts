// Notices: written, reviewed, published to the screens, withdrawn.
import type { z } from 'zod';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import type { listNotices, moveNotice, Notice, NoticeInput, NoticeSummary } from '../../../contract/notices.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { decide, type NoticeFacts, stepsFor } from '../../../domain/notices/lifecycle.ts';
import { coverOf } from '../../../domain/regions/code.ts';
import { ALWAYS } from '../../../domain/schedule/airing.ts';
import { readingTime } from '../../../domain/text/reading-time.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { findHistory, recordAudit } from '../audit/service.ts';
import type { FeedService } from '../feed/service.ts';
import type { PictureService } from '../pictures/service.ts';
import type { RegionService } from '../regions/service.ts';
import { checkValidity, readContent } from './content.ts';
import {
  findNotice,
  findTargets,
  insertNotice,
  lockNotice,
  type NoticeRow,
  pageOfNotices,
  type Sight,
  updateNotice,
} from './store.ts';

type Target = Awaited<ReturnType<typeof findTargets>>[number];

export interface NoticeDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly regions: RegionService;
  readonly pictures: PictureService;
  readonly feed: FeedService;
}

export function createNoticeService(deps: NoticeDeps) {
  const { store, runtime, feed } = deps;
  const now = () => instantOf(runtime.clock());
  const sightOf = (actor: Actor): Sight => ({ reader: actor.id, scopes: scopesOrRefuse(actor, 'notice.read') });

  /** The columns an author decides; throws a problem for bad markup, times or regions. */
  async function columnsOf(actor: Actor, input: NoticeInput) {
    const regions = coverOf(input.regions);
    allow(actor, 'notice.write', regions);
    const known = await deps.regions.names(regions);
    const missing = regions.filter((code) => !known.has(code));
    if (missing.length > 0)
      throw new ProblemError('notice-regions', {
        errors: missing.map((code) => ({ path: 'regions', message: `没有编号为 ${code} 的地区` })),
      });
    checkValidity(input, runtime.clock());
    const blocks = await readContent(input.text, deps.pictures);
    const { title, source, category, text, pinned, validFrom, validTo } = input;
    const columns = { title, source, category, text, pinned, valid_from: validFrom, valid_to: validTo };
    return { regions, columns: { ...columns, blocks: JSON.stringify(blocks) } };
  }

  async function read(actor: Actor, id: NoticeId): Promise<Notice> {
    const row = await findNotice(store.db, sightOf(actor), id);
    if (!row) throw new ProblemError('not-found');
    const targets = await findTargets(store.db, [id]);
    return {
      ...toSummary(row, targets),
      text: row.text,
      blocks: row.blocks,
      reading: readingTime(row.blocks),
      moves: stepsFor(factsOf(row, targets), actor),
      history: await findHistory(store.db, id),
    };
  }

  return {
    read,

    async list(actor: Actor, query: z.output<(typeof listNotices)['query']>) {
      const sight = sightOf(actor);
      const { page, pageSize, ...filter } = query;
      const { rows, total } = await pageOfNotices(store.db, sight, {
        ...filter,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      const targets = await findTargets(
        store.db,
        rows.map((row) => row.id),
      );
      const items = rows.map((row) =>
        toSummary(
          row,
          targets.filter((target) => target.notice_id === row.id),
        ),
      );
      return { items, total, page, pageSize };
    },

    async preview(actor: Actor, text: string) {
      scopesOrRefuse(actor, 'notice.read');
      const blocks = await readContent(text, deps.pictures);
      return { blocks, reading: readingTime(blocks) };
    },

    async create(actor: Actor, input: NoticeInput): Promise<Notice> {
      const { regions, columns } = await columnsOf(actor, input);
      const id = runtime.uuids() as NoticeId;
      const at = now();
      const whole = {
        id,
        revision: 1,
        state: 'draft',
        author_id: actor.id,
        reviewer_id: null,
        published_at: null,
      } as const;
      await store.transaction(async (trx) => {
        await insertNotice(trx, { ...whole, ...columns, created_at: at, updated_at: at }, regions);
        await recordAudit(trx, { at, actor, action: 'notice.create', subject: id, region: regions[0] ?? null });
      });
      return read(actor, id);
    },

    async update(
      actor: Actor,
      id: NoticeId,
      { revision, ...input }: NoticeInput & { revision: number },
    ): Promise<Notice> {
      const sight = sightOf(actor);
      const { regions, columns } = await columnsOf(actor, input);
      await store.transaction(async (trx) => {
        const { facts } = await lockedFacts(trx, sight, id);
        const decision = decide('edit', facts, actor, { revision });
        if ('problem' in decision) throw new ProblemError(decision.problem);
        const change = { ...columns, revision: facts.revision + 1, reviewer_id: null, updated_at: now() };
        await updateNotice(trx, id, change, regions);
        const detail = { revision: change.revision };
        await recordAudit(trx, {
          at: now(),
          actor,
          action: 'notice.edit',
          subject: id,
          region: regions[0] ?? null,
          detail,
        });
      });
      return read(actor, id);
    },

    /** Publishing and withdrawing reach the feed in the same transaction: on the screens is what is in the store. */
    async move(actor: Actor, id: NoticeId, input: z.output<(typeof moveNotice)['body']>): Promise<Notice> {
      const sight = sightOf(actor);
      await store.transaction(async (trx) => {
        const { row, facts } = await lockedFacts(trx, sight, id);
        const decision = decide(input.move, facts, actor, input);
        if ('problem' in decision) throw new ProblemError(decision.problem);
        const at = now();
        if (input.move === 'publish')
          checkValidity({ validFrom: row.valid_from, validTo: row.valid_to }, runtime.clock());
        await updateNotice(trx, id, {
          state: decision.to,
          updated_at: at,
          ...(input.move === 'approve' && { reviewer_id: actor.id }),
          ...(input.move === 'return' && { reviewer_id: null }),
          ...(input.move === 'publish' && { published_at: at }),
        });
        const entry = { regions: facts.regions, itemId: id, revision: facts.revision, at };
        if (input.move === 'publish') await feed.append(trx, { ...entry, action: 'put', item: toFeedItem(row, at) });
        if (input.move === 'withdraw') await feed.append(trx, { ...entry, action: 'drop', item: null });
        const detail = { revision: facts.revision, reason: input.reason ?? null };
        await recordAudit(trx, {
          at,
          actor,
          action: `notice.${input.move}`,
          subject: id,
          region: facts.regions[0] ?? null,
          detail,
        });
      });
      return read(actor, id);
    },

    async delivery(actor: Actor, id: NoticeId) {
      const row = await findNotice(store.db, sightOf(actor), id);
      if (!row) throw new ProblemError('not-found');
      const targets = await findTargets(store.db, [id]);
      return { items: await feed.delivery(id, row.revision, targets) };
    },
  };

  async function lockedFacts(trx: Parameters<typeof lockNotice>[0], sight: Sight, id: NoticeId) {
    await lockNotice(trx, id);
    const row = await findNotice(trx, sight, id);
    if (!row) throw new ProblemError('not-found');
    return { row, facts: factsOf(row, await findTargets(trx, [id])) };
  }
}

export type NoticeService = ReturnType<typeof createNoticeService>;

const factsOf = (row: NoticeRow, targets: readonly Target[]): NoticeFacts => ({
  state: row.state,
  revision: row.revision,
  authorId: row.author_id,
  regions: targets.map((target) => target.code),
});

const toSummary = (row: NoticeRow, targets: readonly Target[]): NoticeSummary => ({
  id: row.id,
  revision: row.revision,
  title: row.title,
  source: row.source,
  category: row.category,
  state: row.state,
  pinned: row.pinned,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  regions: targets.map(({ code, name }) => ({ code, name })),
  author: { id: row.author_id, name: row.author_name },
  reviewer: row.reviewer_id && { id: row.reviewer_id, name: row.reviewer_name ?? '' },
  updatedAt: row.updated_at,
  publishedAt: row.published_at,
});

const toFeedItem = (row: NoticeRow, publishedAt: NoticeItem['publishedAt']): NoticeItem => ({
  kind: 'notice',
  id: row.id,
  revision: row.revision,
  title: row.title,
  source: row.source,
  category: row.category,
  blocks: row.blocks,
  pinned: row.pinned,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  airing: ALWAYS,
  placements: [],
  weight: 1,
  publishedAt,
});
