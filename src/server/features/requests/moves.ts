// What staff do to a case: decided again with the case held fast, appended, and on record.
import type { RequestId } from '../../../contract/ids.ts';
import {
  type CategoryCode,
  type Handler,
  type Move,
  PRIVACIES,
  type RequestCategory,
  type RequestPhotoId,
} from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { DISTRICT, isWithin } from '../../../domain/regions/code.ts';
import { closesByItself, staffProblem } from '../../../domain/requests/decide.ts';
import type { WorkingDays } from '../../../domain/requests/limits.ts';
import { isReadable, readingOf } from '../../../domain/requests/reading.ts';
import { isOpen } from '../../../domain/requests/state.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import type { Denied } from './denied.ts';
import { append, type Held, hold, situationOf, told } from './held.ts';
import { officeOf } from './offices.ts';
import type { RequestRow } from './record.ts';
import { followMerge, insertPhotos, lockRequest, regionExists, type Trx, updateRequest } from './store.ts';
import { readableOf } from './view.ts';

export interface MoveDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly categories: { find(trx: Trx, code: CategoryCode): Promise<{ category: RequestCategory } | undefined> };
  readonly workingDays: { load(trx: Trx): Promise<WorkingDays> };
  readonly photos: { has(ids: readonly RequestPhotoId[]): Promise<boolean> };
  readonly denied: Denied;
}

export interface MoveInput {
  /** The one it was decided on. */
  readonly revision: number;
  readonly move: Move;
  readonly photos: readonly RequestPhotoId[];
}

export function createMoves(deps: MoveDeps) {
  const { store, runtime, denied } = deps;

  /** @throws ProblemError not-found for whoever may not read it either, stale-revision */
  async function held(trx: Trx, actor: Actor, id: RequestId, revision: number): Promise<Held> {
    const row = await lockRequest(trx, id);
    if (!row || !isReadable(readingOf(actor), readableOf(row))) throw new ProblemError('not-found');
    if (row.revision !== revision) throw new ProblemError('stale-revision');
    return told(trx, row);
  }

  async function decide(trx: Trx, actor: Actor, found: Held, move: Move, at: Instant): Promise<void> {
    if (move.kind === 'rate') throw new ProblemError('forbidden');
    const problem = staffProblem(move.kind, found.case, actor, situationOf(found, at));
    if (problem) throw new ProblemError(problem, { detail: TEXTS.refused(move.kind, found.case.state, problem) });
    if (move.kind === 'assign' || move.kind === 'join') await mayReceive(trx, actor, found.row, move.to);
    if (move.kind === 'classify') await classify(trx, found.row, move.category);
    if (move.kind === 'withdraw' && !move.public)
      throw new ProblemError('bad-input', { errors: [{ path: 'move.public', message: TEXTS.withdrawReason }] });
    if (move.kind === 'ask-extension' && (found.row.due_at === null || move.until <= found.row.due_at))
      throw new ProblemError('bad-input', { errors: [{ path: 'move.until', message: TEXTS.notLater }] });
  }

  /** Never less secret than it was; whose home it is told from cannot be forgotten afterwards. */
  async function classify(trx: Trx, { id, privacy }: RequestRow, code: CategoryCode): Promise<void> {
    const found = await deps.categories.find(trx, code);
    if (!found?.category.active) throw new ProblemError('category-unknown');
    const [before, after] = [PRIVACIES.indexOf(privacy), PRIVACIES.indexOf(found.category.privacy)];
    if (after <= before) return;
    if (found.category.privacy === 'anonymous')
      throw new ProblemError('bad-input', { errors: [{ path: 'move.category', message: TEXTS.notAnonymous }] });
    await updateRequest(trx, id, { privacy: found.category.privacy });
  }

  /** Departments and the operator work for the whole district, and get their work from its office. */
  async function mayReceive(trx: Trx, actor: Actor, row: RequestRow, to: Handler): Promise<void> {
    if (to.kind !== 'region') return allow(actor, 'request.assign', [DISTRICT]);
    if (!isWithin(row.region_code, to.region) || !(await regionExists(trx, to.region)))
      throw new ProblemError('bad-input', { errors: [{ path: 'move.to', message: TEXTS.notOfPlace }] });
    allow(actor, 'request.assign', [to.region]);
  }

  /** Its reporters follow the other from now on; each case keeps what happened to it. */
  async function merge(trx: Trx, actor: Actor, given: Held, into: RequestId, works: WorkingDays, at: Instant) {
    const target = await hold(trx, into);
    const fits =
      target &&
      target.row.id !== given.row.id &&
      isOpen(target.case.state) &&
      can(actor, 'request.assign', target.row.region_code) &&
      // What only its handlers may know stays among them.
      (target.row.privacy === given.row.privacy || target.row.privacy === 'open');
    if (!fits) throw new ProblemError('merge-target');
    const by = { kind: 'staff', id: actor.id, office: await officeOf(trx, actor, given.case, given.row) } as const;
    const internal = TEXTS.mergedFrom(given.row.number);
    await append(trx, target, { at, by, deed: { kind: 'follow', report: given.row.id, internal }, works });
    const reporters = target.row.reporters + given.row.reporters;
    await updateRequest(trx, into, { reporters });
    await followMerge(trx, given.row.id, into);
  }

  async function moved(trx: Trx, actor: Actor, id: RequestId, { revision, move, photos }: MoveInput): Promise<void> {
    const at = instantOf(runtime.clock());
    // Two that are merged into each other would wait for each other: both are held in one order.
    if (move.kind === 'merge' && move.into < id) await hold(trx, move.into);
    const found = await held(trx, actor, id, revision);
    await decide(trx, actor, found, move, at);
    if (!(await deps.photos.has(photos))) throw new ProblemError('photo-unknown');
    const works = await deps.workingDays.load(trx);
    if (move.kind === 'merge') await merge(trx, actor, found, move.into, works, at);
    const by = { kind: 'staff', id: actor.id, office: await officeOf(trx, actor, found.case, found.row) } as const;
    const after = await append(trx, found, { at, by, deed: move, works });
    await insertPhotos(trx, { request: id, seq: after.row.revision }, photos);
    if (closesByItself(after.case))
      await append(trx, after, { at, by: { kind: 'system', name: TEXTS.rated }, deed: { kind: 'close' }, works });
    const entry = { action: `request.${move.kind}`, subject: id, region: found.row.region_code };
    const attached = photos.length > 0 && { photos: photos.length };
    await recordAudit(trx, { at, actor, ...entry, detail: { number: found.row.number, ...attached } });
  }

  return {
    /** @throws ProblemError not-found, stale-revision, forbidden, move-not-allowed, and what the move's own input brings */
    async move(actor: Actor, id: RequestId, input: MoveInput): Promise<void> {
      scopesOrRefuse(actor, 'request.read');
      await denied(actor, id, () => store.transaction((trx) => moved(trx, actor, id, input)));
    },

    /** Each by itself: what one is refused for holds up no other. */
    async moveMany(actor: Actor, items: readonly { id: RequestId; revision: number }[], move: Move) {
      scopesOrRefuse(actor, 'request.read');
      const done: { id: RequestId; done: boolean; problem: string | null }[] = [];
      for (const { id, revision } of items) {
        try {
          await denied(actor, id, () =>
            store.transaction((trx) => moved(trx, actor, id, { revision, move, photos: [] })),
          );
          done.push({ id, done: true, problem: null });
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          done.push({ id, done: false, problem: reasonOf(error) });
        }
      }
      return { items: done };
    },
  };
}

export type Moves = ReturnType<typeof createMoves>;

/** There is no form beside which the faults of the input could stand. */
const reasonOf = ({ code, message, errors = [] }: ProblemError): string =>
  code === 'bad-input' && errors.length > 0 ? errors.map((each) => each.message).join('；') : message;
