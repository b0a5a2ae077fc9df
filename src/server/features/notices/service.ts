// Notices: written, reviewed, published to the screens, withdrawn.
import type { z } from 'zod';
import type { Finding } from '../../../contract/approvals.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import type { listNotices, moveNotice, Notice, NoticeInput } from '../../../contract/notices.ts';
import type { Airing } from '../../../contract/schedule.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { type Decision, decide, type NoticeFacts, stepsFor } from '../../../domain/notices/lifecycle.ts';
import { coverOf } from '../../../domain/regions/code.ts';
import { timeFor } from '../../../domain/review/rules.ts';
import { type ReviewContext, stepOfMove, stepOfState } from '../../../domain/review/steps.ts';
import { readingTime } from '../../../domain/text/reading-time.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { findHistory, recordAudit } from '../audit/service.ts';
import type { FeedService } from '../feed/service.ts';
import type { PictureService } from '../pictures/service.ts';
import type { RegionService } from '../regions/service.ts';
import type { ReviewService } from '../reviews/service.ts';
import { airingFor, checkValidity, readContent } from './content.ts';
import { toFeedItem } from './item.ts';
import { toApproval, toFacts, toSummary } from './shapes.ts';
import {
  addWriter,
  findApprovals,
  findNotice,
  findTargets,
  findWriters,
  insertApproval,
  insertNotice,
  lockNotice,
  type NoticeRow,
  pageOfNotices,
  type Sight,
  updateNotice,
  voidApprovals,
} from './store.ts';
import { waitingFor } from './waiting.ts';

type Db = Parameters<typeof findNotice>[0];
type Move = z.output<(typeof moveNotice)['body']>;

export interface NoticeDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly regions: RegionService;
  readonly pictures: PictureService;
  readonly feed: FeedService;
  readonly reviews: ReviewService;
}

export function createNoticeService(deps: NoticeDeps) {
  const { store, runtime, feed, reviews } = deps;
  const now = () => instantOf(runtime.clock());

  /** What the actor sees, and what the rules of review know of the actor. */
  async function viewOf(db: Db, actor: Actor): Promise<{ sight: Sight; context: ReviewContext }> {
    const scopes = scopesOrRefuse(actor, 'notice.read');
    const context = await reviews.context(db, actor);
    const standingIn = coverOf(context.standsInFor.flatMap((each) => each.grants.map(({ region }) => region)));
    return { sight: { reader: actor.id, scopes, standingIn }, context };
  }

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
    airingFor(input);
    const blocks = await readContent(input.text, deps.pictures);
    const { title, source, category, text, pinned, validFrom, validTo, weight } = input;
    const columns = { title, source, category, text, pinned, valid_from: validFrom, valid_to: validTo, weight };
    const inJson = { blocks: JSON.stringify(blocks), schedule: JSON.stringify(input.schedule) };
    return { regions, columns: { ...columns, ...inJson, placements: JSON.stringify(input.placements) } };
  }

  async function found(db: Db, sight: Sight, id: NoticeId) {
    const row = await findNotice(db, sight, id);
    if (!row) throw new ProblemError('not-found');
    const targets = await findTargets(db, [id]);
    const approvals = await findApprovals(db, [id]);
    return { row, targets, approvals, facts: toFacts(row, targets, await findWriters(db, [id]), approvals) };
  }

  async function read(actor: Actor, id: NoticeId): Promise<Notice> {
    const { sight, context } = await viewOf(store.db, actor);
    const { row, targets, approvals, facts } = await found(store.db, sight, id);
    const hash = facts.hash();
    return {
      ...toSummary(row, targets),
      text: row.text,
      blocks: row.blocks,
      reading: readingTime(row.blocks),
      approvals: approvals.map((each) => toApproval(each, hash)),
      findings: row.findings,
      moves: stepsFor(facts, actor, context),
      history: await findHistory(store.db, id),
    };
  }

  return {
    read,

    async list(actor: Actor, query: z.output<(typeof listNotices)['query']>) {
      const { sight, context } = await viewOf(store.db, actor);
      const { page, pageSize, waiting, ...filter } = query;
      const mine =
        waiting === 'mine' && (await waitingFor(store.db, sight, actor, context)).filter((each) => each.isMine);
      const { rows, total } = await pageOfNotices(store.db, sight, {
        ...filter,
        ...(mine && { among: mine.map(({ id }) => id) }),
        ...(waiting === 'overdue' && { dueBefore: now() }),
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

    async countWaiting(actor: Actor) {
      const { sight, context } = await viewOf(store.db, actor);
      const all = await waitingFor(store.db, sight, actor, context);
      const mine = all.filter((each) => each.isMine);
      const late = (each: { due: number }) => each.due < runtime.clock();
      return { mine: mine.length, mineOverdue: mine.filter(late).length, overdue: all.filter(late).length };
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
        due_at: null,
        findings: '[]',
        published_at: null,
        airing: null,
        withdrawn_at: null,
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
      const { regions, columns } = await columnsOf(actor, input);
      await store.transaction(async (trx) => {
        const { sight, context } = await viewOf(trx, actor);
        await lockNotice(trx, id);
        const { facts } = await found(trx, sight, id);
        decided(decide('edit', facts, actor, context, { revision }));
        const at = now();
        const change = { state: 'draft', revision: facts.revision + 1, due_at: null, findings: '[]' } as const;
        await updateNotice(trx, id, { ...columns, ...change, updated_at: at }, regions);
        await addWriter(trx, id, actor.id);
        const steps = (await voidApprovals(trx, id, at)).map(({ step }) => step);
        const entry = { at, actor, subject: id, region: regions[0] ?? null };
        await recordAudit(trx, { ...entry, action: 'notice.edit', detail: { revision: change.revision } });
        if (steps.length > 0)
          await recordAudit(trx, { ...entry, action: 'notice.void', detail: { revision: facts.revision, steps } });
      });
      return read(actor, id);
    },

    /** Signing off and withdrawing reach the feed in the same transaction: on the screens is what is in the store. */
    async move(actor: Actor, id: NoticeId, input: Move): Promise<Notice> {
      const findings = input.move === 'submit' ? await checkBefore(actor, id, input) : [];
      await store.transaction(async (trx) => {
        const { sight, context } = await viewOf(trx, actor);
        await lockNotice(trx, id);
        const { row, facts } = await found(trx, sight, id);
        const decision = decided(decide(input.move, facts, actor, context, input));
        const at = now();
        const { regions, revision } = facts;
        const review = stepOfMove(input.move);
        const airing = review === 'sign-off' ? airingAtSignOff(row) : null;
        await updateNotice(trx, id, {
          state: decision.to,
          updated_at: at,
          due_at: dueAt(decision.to, facts, context),
          ...(input.move === 'submit' && { findings: JSON.stringify(findings) }),
          ...(airing && { published_at: at, airing: JSON.stringify(airing) }),
          ...(input.move === 'withdraw' && { withdrawn_at: at }),
        });
        if (input.move === 'submit') await addWriter(trx, id, actor.id);
        if (input.move === 'return') await voidApprovals(trx, id, at);
        if (review) {
          const given = { notice_id: id, revision, step: review, by_id: actor.id, for_id: decision.for };
          await insertApproval(trx, { ...given, hash: facts.hash(), at });
        }
        const entry = { regions, itemId: id, revision, at };
        if (airing) await feed.append(trx, { ...entry, action: 'put', item: toFeedItem(row, airing, at) });
        if (input.move === 'withdraw') await feed.append(trx, { ...entry, action: 'drop', item: null });
        const inPlaceOf = context.standsInFor.find((each) => each.id === decision.for)?.name;
        await recordAudit(trx, {
          at,
          actor,
          action: `notice.${input.move}`,
          subject: id,
          region: regions[0] ?? null,
          detail: {
            revision,
            reason: input.reason ?? null,
            ...(review && { hash: facts.hash() }),
            ...(inPlaceOf !== undefined && { inPlaceOf }),
          },
        });
      });
      return read(actor, id);
    },

    async delivery(actor: Actor, id: NoticeId) {
      const { sight } = await viewOf(store.db, actor);
      const { row, targets } = await found(store.db, sight, id);
      return { items: await feed.delivery(id, row.revision, targets) };
    },
  };

  /** The machine check, which may wait for others' servers: outside the transaction, that asks once more. */
  async function checkBefore(actor: Actor, id: NoticeId, input: Move): Promise<Finding[]> {
    const { sight, context } = await viewOf(store.db, actor);
    const { row, facts } = await found(store.db, sight, id);
    decided(decide('submit', facts, actor, context, input));
    const { title, source, category, text, blocks, valid_from, valid_to } = row;
    return reviews.machineCheck({ title, source, category, text, blocks, validFrom: valid_from, validTo: valid_to });
  }

  /** The calendar may have got to know more, or its end may have come, since it was written. */
  function airingAtSignOff({ schedule, valid_from, valid_to }: NoticeRow): Airing {
    const times = { validFrom: valid_from, validTo: valid_to };
    checkValidity(times, runtime.clock());
    return airingFor({ schedule, ...times });
  }

  function dueAt(state: Notice['state'], facts: NoticeFacts, { rules }: ReviewContext): Instant | null {
    const step = stepOfState(state);
    return step ? instantOf(runtime.clock() + timeFor(rules, facts.regions, facts.category, step)) : null;
  }
}

function decided(decision: Decision) {
  if ('problem' in decision) throw new ProblemError(decision.problem);
  return decision;
}

export type NoticeService = ReturnType<typeof createNoticeService>;
