// A household's own requests: its list, what happened, and what it may do; an anonymous one by its query code alone.
import type { z } from 'zod';
import type { moveOwnRequest, OwnRequest, OwnRequestDetail } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import { Move } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { closesByItself, residentMoves } from '../../../domain/requests/decide.ts';
import { handlerOf } from '../../../domain/requests/handler.ts';
import { lightOf, type WorkingDays } from '../../../domain/requests/limits.ts';
import { WHEN_NAMES } from '../../../domain/requests/names.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import { countGuess } from '../../store/guesses.ts';
import type { Store } from '../../store/store.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import { append, hold, situationOf } from './held.ts';
import { findNames, placeText } from './names.ts';
import { findByCodeHash, findOwn, findOwnReport, markSeen, type OwnRow } from './own-store.ts';
import type { QueryCodes } from './query-code.ts';
import { type ActionRow, actionOf, byOf, caseOf, type RequestRow } from './record.ts';
import { findActions, findPhotos, findRequest, type Trx } from './store.ts';

type Shown = OwnRequestDetail['timeline'][number];

const TWO_YEARS_MS = 730 * 86_400_000;
/** Wrong query codes of one household in so long. */
const GUESSES = 10;
const GUESS_WAIT_MS = 600_000;
/** What residents are told of: the rest is how staff pass it among themselves. */
const TOLD: readonly ActionRow['kind'][] = [
  ...(['receive', 'follow', 'assign', 'start', 'note', 'extend', 'suspend', 'resume', 'urge', 'supervise'] as const),
  ...(['answer', 'rework', 'close', 'merge', 'withdraw', 'rate'] as const),
];

export function createOwn(deps: {
  store: Store;
  runtime: Runtime;
  workingDays: { load(trx: Trx): Promise<WorkingDays> };
  queryCodes: QueryCodes;
}) {
  const { store, runtime, queryCodes } = deps;
  const now = (ms = 0) => instantOf(runtime.clock() + ms);

  /** Another household's is not there; that somebody tried is on record. */
  async function found(box: BoxCaller, id: RequestId): Promise<OwnRow> {
    const row = await findOwnReport(store.db, id);
    if (row && row.household === box.household) return row;
    // Of one that nobody may know the home of, not even that somebody asked.
    if (row?.household) {
      const entry = { action: 'request.denied', subject: id, region: box.household };
      await store.transaction((trx) => recordAudit(trx, { at: now(), actor: null, ...entry, detail: { box: box.id } }));
    }
    throw new ProblemError('not-found');
  }

  async function detail(trx: Trx, own: OwnRow): Promise<OwnRequestDetail> {
    const root = await findRequest(trx, own.root_id);
    const first = root && own.first_id !== own.root_id ? await findRequest(trx, own.first_id) : root;
    if (!root || !first) throw new ProblemError('not-found');
    const actions = await findActions(trx, root.id);
    const earlier = first.id === root.id ? [] : await findActions(trx, first.id);
    await markSeen(trx, own.id, root.revision);
    const isSilent = own.is_silent;
    const names = await findNames(trx, [root, first]);
    const report = (first.id === root.id ? actions : earlier).find((row) => isReportOf(row, own));
    const photos = (await findPhotos(trx, first.id)).filter(({ seq }) => seq === report?.seq);
    const told = caseOf(actions);
    const at = now();
    return {
      ...ownOf({ ...own, ...pick(root), seen: root.revision }, at),
      said: isSilent ? [] : saidBy(own, first, placeText(first, names, 'shown')),
      photos: photos.length,
      handler: root.handler === null ? null : names.handler(handlerOf(root.handler)).name,
      timeline: timelineOf(own, earlier, actions).map((each) => (isSilent ? { ...each, text: null } : each)),
      score: root.score,
      moves: residentMoves(told, situationOf({ row: root, case: told }, at)),
    };
  }

  return {
    /** Call `households.allowPrivate` before, as for all but the query code. */
    async list(box: BoxCaller): Promise<{ items: OwnRequest[] }> {
      const rows = await findOwn(store.db, box.household, now(-TWO_YEARS_MS));
      return { items: rows.map((row) => ownOf(row, now())) };
    },

    async read(box: BoxCaller, id: RequestId): Promise<OwnRequestDetail> {
      const own = await found(box, id);
      return store.transaction((trx) => detail(trx, own));
    },

    /** @throws ProblemError not-found, move-not-allowed, bad-input (a score or a reason is missing) */
    async move(
      box: BoxCaller,
      id: RequestId,
      body: z.output<(typeof moveOwnRequest)['body']>,
    ): Promise<OwnRequestDetail> {
      const own = await found(box, id);
      const move = moveOf(body);
      return store.transaction(async (trx) => {
        const held = await hold(trx, own.root_id);
        if (!held) throw new ProblemError('not-found');
        const at = now();
        if (!residentMoves(held.case, situationOf(held, at)).includes(body.kind))
          throw new ProblemError('move-not-allowed', { detail: refusal(body.kind, held.row) });
        const works = await deps.workingDays.load(trx);
        const after = await append(trx, held, { at, by: { kind: 'resident' }, deed: move, works }, true);
        if (closesByItself(after.case))
          await append(trx, after, { at, by: { kind: 'system', name: TEXTS.rated }, deed: { kind: 'close' }, works });
        const entry = { action: `request.${body.kind}`, subject: own.root_id, region: held.row.region_code };
        await recordAudit(trx, { at, actor: null, ...entry, detail: { number: held.row.number, by: 'resident' } });
        return detail(trx, own);
      });
    },

    /** Guesses count against the household, before they are looked at. @throws ProblemError query-code-unknown, code-guesses */
    async byCode(box: BoxCaller, code: string) {
      const wrong = await countGuess(store.db, `query-code:${box.household}`, now(), now(-GUESS_WAIT_MS));
      if (wrong > GUESSES) throw new ProblemError('code-guesses');
      const row = await findByCodeHash(store.db, queryCodes.hashOf(code));
      if (!row) throw new ProblemError('query-code-unknown');
      const answers = (await findActions(store.db, row.root_id)).filter(({ kind }) => kind === 'answer');
      return { number: row.number, state: row.state, answer: answers.at(-1)?.public ?? null };
    },
  };
}

export type Own = ReturnType<typeof createOwn>;

const pick = ({ state, revision, counts_from, due_at }: RequestRow) => ({ state, revision, counts_from, due_at });

const ownOf = (row: OwnRow, now: Instant): OwnRequest => ({
  id: row.id,
  number: row.number,
  category: row.is_silent ? null : row.category,
  state: row.state,
  askedAt: row.at,
  dueAt: ['received', 'assigned', 'handling'].includes(row.state) ? row.due_at : null,
  light: lightOf({ state: row.state, countsFrom: row.counts_from }, row.due_at, now),
  news: row.revision > row.seen,
});

/** Of a case that somebody else began only where it is: their words are theirs. */
function saidBy(own: OwnRow, row: RequestRow, place: string) {
  const where = { label: TEXTS.where, text: place };
  if (own.id !== row.id) return [where];
  return [
    where,
    ...row.said,
    ...(row.when_choice === 'any' ? [] : [{ label: TEXTS.when, text: WHEN_NAMES[row.when_choice] }]),
    ...(row.text === '' ? [] : [{ label: TEXTS.words, text: row.text }]),
  ];
}

/** What happened to the first case up to its merging, and to the other from then on. */
function timelineOf(own: OwnRow, earlier: readonly ActionRow[], actions: readonly ActionRow[]): Shown[] {
  const isOwn = own.id === own.root_id;
  const isJoining = (row: ActionRow) => {
    const action = actionOf(row);
    return action.kind === 'follow' && [own.id, own.first_id].includes(action.report);
  };
  const later = isOwn ? actions : actions.slice(actions.findIndex(isJoining) + 1);
  const rows = [...earlier, ...later].filter(isTold);
  const shown = rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    by: byOf(row),
    // Of what another household said only that it did.
    text: row.by_kind === 'resident' && !isOwn ? null : row.public,
  }));
  const begun = { kind: 'receive' as const, at: own.at, by: { kind: 'resident' as const }, text: null };
  return shown.some(({ kind }) => kind === 'receive') ? shown : [begun, ...shown];
}

/** The action that took their own report in. */
function isReportOf(row: ActionRow, own: OwnRow): boolean {
  const action = actionOf(row);
  if (action.kind === 'receive') return own.id === own.first_id;
  return action.kind === 'follow' && action.report === own.id;
}

const isTold = ({ kind, by_kind, public: said }: ActionRow): boolean =>
  TOLD.includes(kind) && (kind !== 'note' || said !== null) && (kind !== 'urge' || by_kind === 'resident');

function moveOf({ kind, score, text }: z.output<(typeof moveOwnRequest)['body']>): Move {
  const words = text === undefined ? {} : { public: text };
  const move = Move.safeParse(
    kind === 'urge' ? { kind } : kind === 'rate' ? { kind, score, ...words } : { kind, ...words },
  );
  if (move.success) return move.data;
  const errors = move.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new ProblemError('bad-input', { errors });
}

function refusal(kind: (typeof moveOwnRequest.body)['shape']['kind']['options'][number], row: RequestRow): string {
  if (kind === 'withdraw' && row.reporters > 1) return TEXTS.othersWait;
  if (kind === 'urge' && ['received', 'assigned', 'handling', 'suspended'].includes(row.state)) return TEXTS.urgedToday;
  return TEXTS.refused(kind, row.state, 'move-not-allowed');
}
