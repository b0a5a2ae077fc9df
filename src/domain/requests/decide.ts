// Who may do what to a case now: asked before every move, and again by the server with the case held fast.

import type { ProblemCode } from '../../contract/problem.ts';
import type { RegionCode } from '../../contract/regions.ts';
import {
  CALLS_BEFORE_CLOSE,
  type Handler,
  type Move,
  RESIDENT_MOVES,
  REWORK_DAYS,
  STAFF_MOVES,
} from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';
import { type Actor, can } from '../access/can.ts';
import { DISTRICT } from '../regions/code.ts';
import { dayOf } from '../time/almanac.ts';
import { type Case, nextState } from './state.ts';

export type StaffMove = (typeof STAFF_MOVES)[number];
export type ResidentMove = (typeof RESIDENT_MOVES)[number];

export interface Situation {
  readonly region: RegionCode;
  readonly now: Instant;
  readonly due: Instant | null;
  /** How many follow it, the first one included. */
  readonly reporters: number;
}

const DAY_MS = 86_400_000;
/** The handler's own; all others are the dispatcher's. */
const OF_HANDLER: readonly StaffMove[] = ['start', 'decline', 'suspend', 'resume', 'ask-extension', 'answer', 'note'];
const OF_BOTH: readonly StaffMove[] = ['note', 'resume'];

/** Do they belong to that handler? */
export function mayHandle(actor: Actor, handler: Handler): boolean {
  return actor.grants.some((grant) => {
    const alone = { ...actor, grants: [grant] };
    if (handler.kind === 'region')
      return ['community', 'town'].includes(grant.role) && can(alone, 'request.handle', handler.region);
    if (!can(alone, 'request.handle', DISTRICT)) return false;
    return handler.kind === 'operator' ? grant.role === 'operator' : grant.department === handler.department;
  });
}

/** Undefined: it may be done. */
export function staffProblem(move: StaffMove, now: Case, actor: Actor, at: Situation): ProblemCode | undefined {
  if (!isTheirs(move, now, actor, at.region)) return 'forbidden';
  if (nextState(now.state, move) === undefined) return 'move-not-allowed';
  return isFit(move, now, at) && !(move === 'call-back' && now.answeredBy === actor.id)
    ? undefined
    : 'move-not-allowed';
}

export const staffMoves = (now: Case, actor: Actor, at: Situation): StaffMove[] =>
  STAFF_MOVES.filter((move) => staffProblem(move, now, actor, at) === undefined);

/** What its reporter may do; asks how far it is once a day at most. */
export const residentMoves = (now: Case, at: Situation): ResidentMove[] =>
  RESIDENT_MOVES.filter((move) => {
    if (nextState(now.state, move) === undefined || !isFit(move, now, at)) return false;
    return move !== 'urge' || now.remindedAt === null || since(now.remindedAt, at.now) >= DAY_MS;
  });

/** Does the system close it now? A resident who is content has said the last word. */
export const closesByItself = (now: Case): boolean => now.state === 'answered' && now.score !== null && now.score >= 3;

function isTheirs(move: StaffMove, { handler, joint }: Case, actor: Actor, region: RegionCode): boolean {
  const ofHandler = OF_HANDLER.includes(move);
  if ((!ofHandler || OF_BOTH.includes(move)) && can(actor, 'request.assign', region)) return true;
  if (!ofHandler) return false;
  if (handler !== null && mayHandle(actor, handler)) return true;
  return move === 'note' && joint.some((each) => mayHandle(actor, each));
}

function isFit(move: Move['kind'], now: Case, at: Situation): boolean {
  switch (move) {
    case 'ask-extension':
      return now.extensionAsked === null && at.due !== null && at.now < at.due;
    case 'extend':
      // A pause may have overtaken it.
      return now.extensionAsked !== null && (at.due === null || now.extensionAsked > at.due);
    case 'refuse-extension':
      return now.extensionAsked !== null;
    case 'withdraw':
      // Others wait for it as well.
      return at.reporters === 1;
    case 'close':
      return hasLastWord(now);
    case 'rework':
      return now.endedAt === null || since(now.endedAt, at.now) <= REWORK_DAYS * DAY_MS;
    case 'rate':
      return now.score === null;
    default:
      return true;
  }
}

const since = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** 办结 needs the resident's word, a call that says it is done, or calls on several days that reached nobody. */
export function hasLastWord({ score, calls }: Pick<Case, 'score' | 'calls'>): boolean {
  const told = (outcome: (typeof calls)[number]['outcome']) => calls.some((call) => call.outcome === outcome);
  if (told('not-done')) return false;
  return score !== null || told('done') || callDays(calls) >= CALLS_BEFORE_CLOSE;
}

/** On how many days somebody called. */
export const callDays = (calls: Case['calls']): number => new Set(calls.map(({ at }) => dayOf(Date.parse(at)))).size;
