// Guides: written by departments, published by somebody else, carried by every box of the district.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import {
  type Guide,
  type GuideMove,
  type GuideSummary,
  type listGuides,
  type moveGuide,
  RECHECK_DAYS,
} from '../../../contract/guide-calls.ts';
import type { GuideInput, GuideNumber } from '../../../contract/guides.ts';
import type { Day } from '../../../contract/time.ts';
import { type Actor, departmentsOf } from '../../../domain/access/can.ts';
import { decide, type GuideFacts, type GuideStep, stepsFor } from '../../../domain/guides/lifecycle.ts';
import { departmentOf } from '../../../domain/guides/number.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays, daysBetween } from '../../../domain/time/days.ts';
import { departmentsOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { guideTexts as TEXTS } from '../../texts/guides.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import { findIn } from './findings.ts';
import { type PublishedGuides, unconfirmed } from './published.ts';
import {
  addWriter,
  clearWriters,
  findContent,
  findGuide,
  findGuides,
  findNeighbours,
  findVersions,
  findWriters,
  type GuideRow,
  insertGuide,
  insertRevision,
  lockGuide,
  markRevision,
  pageOfGuides,
  updateGuide,
} from './store.ts';

/** What was done with a revision, as its versions tell it. */
const DONE: Readonly<Record<Exclude<GuideStep, 'edit' | 'confirm'>, string>> = {
  submit: 'submitted',
  return: 'returned',
  publish: 'published',
  withdraw: 'withdrawn',
};

type Trx = Transaction<Database>;
type Db = Kysely<Database> | Trx;

export interface GuideDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly restate: PublishedGuides['restate'];
}

export function createGuideService({ store, runtime, restate }: GuideDeps) {
  const now = () => instantOf(runtime.clock());
  const today = () => dayOf(runtime.clock());

  async function factsOf(db: Db, row: GuideRow): Promise<GuideFacts> {
    const { department, state, revision, published } = row;
    return { department, state, revision, published, writers: await findWriters(db, row.number) };
  }

  /** What the actor may read; what is another department's is not there. */
  async function found(db: Db, actor: Actor, number: GuideNumber) {
    const departments = departmentsOrRefuse(actor, 'guide.read');
    const row = await findGuide(db, number);
    if (!row || !departments.includes(row.department)) throw new ProblemError('not-found');
    return { row, facts: await factsOf(db, row) };
  }

  async function read(actor: Actor, number: GuideNumber): Promise<Guide> {
    const { row, facts } = await found(store.db, actor, number);
    const [published, versions, others] = await Promise.all([
      row.published === null ? undefined : findContent(store.db, number, row.published),
      findVersions(store.db, number),
      findNeighbours(store.db, number),
    ]);
    const findings = findIn(row.content, others, today());
    return {
      ...summaryOf(row, today()),
      content: row.content,
      publishedContent: published?.content ?? null,
      findings: findings.map((each) => ({ path: each.path, text: TEXTS.found(each) })),
      moves: stepsFor(facts, actor),
      versions: versions.map(({ by, ...each }) => ({ ...each, by: by ?? TEXTS.system })),
    };
  }

  /** A new draft, inside a transaction. @throws ProblemError */
  async function addDraft(trx: Trx, actor: Actor, input: GuideInput): Promise<void> {
    const { number, department } = input;
    if (!departmentsOrRefuse(actor, 'guide.write').includes(department)) throw new ProblemError('forbidden');
    checkNumber(input);
    const at = now();
    const row = { number, department, state: 'draft', revision: 1, published: null, author_id: actor.id } as const;
    if (!(await insertGuide(trx, { ...row, updated_at: at }))) throw new ProblemError('guide-number-taken');
    await insertRevision(trx, {
      number,
      revision: 1,
      content: unconfirmed(input),
      action: 'saved',
      by_id: actor.id,
      at,
    });
    await addWriter(trx, number, actor.id);
    await recordAudit(trx, { at, actor, action: 'guide.create', subject: number, region: DISTRICT });
  }

  /** A new revision, inside a transaction. @throws ProblemError */
  async function addRevision(trx: Trx, actor: Actor, input: GuideInput, given: number): Promise<void> {
    const { number } = input;
    await lockGuide(trx, number);
    const { row, facts } = await found(trx, actor, number);
    const { to } = decided(decide('edit', facts, actor, { revision: given }));
    if (input.department !== row.department)
      throw new ProblemError('bad-input', { errors: [{ path: 'content.department', message: TEXTS.departmentFixed }] });
    const at = now();
    const revision = row.revision + 1;
    await insertRevision(trx, { number, revision, content: unconfirmed(input), action: 'saved', by_id: actor.id, at });
    await updateGuide(trx, number, { state: to, revision, author_id: actor.id, updated_at: at });
    await addWriter(trx, number, actor.id);
    const detail = { revision };
    await recordAudit(trx, { at, actor, action: 'guide.edit', subject: number, region: DISTRICT, detail });
  }

  return {
    read,
    addDraft,
    addRevision,

    async list(actor: Actor, query: z.output<(typeof listGuides)['query']>) {
      const own = departmentsOrRefuse(actor, 'guide.read');
      const { page, pageSize, department, waiting, state, text } = query;
      const isMine = waiting === 'mine';
      const among = isMine ? departmentsOf(actor, 'guide.publish').filter((each) => own.includes(each)) : own;
      const { rows, total } = await pageOfGuides(store.db, {
        departments: department ? among.filter((each) => each === department) : among,
        state: isMine ? 'submitted' : state,
        text,
        notWrittenBy: isMine ? actor.id : undefined,
        checkedUntil: waiting === 'recheck' ? addDays(today(), -RECHECK_DAYS) : undefined,
        isUnverified: waiting === 'unverified',
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      return { items: rows.map((row) => summaryOf(row, today())), total, page, pageSize };
    },

    async create(actor: Actor, input: GuideInput): Promise<Guide> {
      departmentsOrRefuse(actor, 'guide.write');
      await store.transaction((trx) => addDraft(trx, actor, input));
      return read(actor, input.number);
    },

    async update(actor: Actor, number: GuideNumber, input: { content: GuideInput; revision: number }): Promise<Guide> {
      departmentsOrRefuse(actor, 'guide.write');
      if (input.content.number !== number)
        throw new ProblemError('bad-input', { errors: [{ path: 'content.number', message: TEXTS.numberOfOther }] });
      await store.transaction((trx) => addRevision(trx, actor, input.content, input.revision));
      return read(actor, number);
    },

    /** What a move changes on the boxes is in the catalogue with the same commit. */
    async move(actor: Actor, number: GuideNumber, input: z.output<(typeof moveGuide)['body']>): Promise<Guide> {
      await store.transaction(async (trx) => {
        departmentsOrRefuse(actor, 'guide.read');
        await lockGuide(trx, number);
        const { row, facts } = await found(trx, actor, number);
        const { move } = input;
        const { to } = decided(decide(move, facts, actor, input));
        const [at, reason] = [now(), input.reason ?? null];
        const change = { state: to, updated_at: at };
        const revision = revisionFor(move, row);
        if (move === 'confirm') {
          // Only that somebody looked is new: the words are those that were published before.
          const content = { ...row.content, checkedOn: today(), verified: true };
          await insertRevision(trx, { number, revision, content, action: 'confirmed', by_id: actor.id, at });
          await updateGuide(trx, number, { ...change, revision, published: revision });
        } else {
          await markRevision(trx, number, revision, { action: DONE[move], by_id: actor.id, at, reason });
          const published = move === 'publish' ? row.revision : move === 'withdraw' ? null : row.published;
          await updateGuide(trx, number, { ...change, published });
        }
        if (move === 'submit') await addWriter(trx, number, actor.id);
        if (move === 'publish') await clearWriters(trx, number);
        if (move !== 'submit' && move !== 'return') await restate(trx, [row.department]);
        const detail = { revision, reason };
        await recordAudit(trx, { at, actor, action: `guide.${move}`, subject: number, region: DISTRICT, detail });
      });
      return read(actor, number);
    },

    async version(actor: Actor, number: GuideNumber, revision: number) {
      await found(store.db, actor, number);
      const version = await findContent(store.db, number, revision);
      if (!version) throw new ProblemError('not-found');
      return version;
    },

    /** All that the actor may read, each with its newest revision. */
    async all(actor: Actor): Promise<{ revision: number; content: GuideInput }[]> {
      return findGuides(store.db, departmentsOrRefuse(actor, 'guide.read'));
    },
  };
}

export type GuideService = ReturnType<typeof createGuideService>;

function checkNumber({ number, department }: GuideInput): void {
  if (departmentOf(number) === department) return;
  const message = TEXTS.found({ code: 'number-department', path: 'number' });
  throw new ProblemError('bad-input', { errors: [{ path: 'number', message }] });
}

/** The revision that a move makes, or that it is about. */
function revisionFor(move: GuideMove, { revision, published }: GuideRow): number {
  if (move === 'confirm') return revision + 1;
  return move === 'withdraw' ? (published ?? revision) : revision;
}

function decided(decision: ReturnType<typeof decide>) {
  if ('problem' in decision) throw new ProblemError(decision.problem);
  return decision;
}

function summaryOf(row: GuideRow, today: Day): GuideSummary {
  const { name, verified, checkedOn } = row.content;
  const { number, department, state, revision, published, author_id, author_name, updated_at } = row;
  const { carried_checked_on: carriedCheckedOn } = row;
  return {
    number,
    department,
    name,
    state,
    revision,
    published,
    verified,
    checkedOn,
    recheckDue: carriedCheckedOn !== null && daysBetween(carriedCheckedOn, today) >= RECHECK_DAYS,
    author: author_id === null ? null : { id: author_id, name: author_name ?? '' },
    updatedAt: updated_at,
  };
}
