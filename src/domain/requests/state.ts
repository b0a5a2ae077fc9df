// A case told again from its actions: in which state it is, who has it, how its clock runs.

import type { RequestId, StaffId } from '../../contract/ids.ts';
import type {
  ActionKind,
  CALL_OUTCOMES,
  CategoryCode,
  Handler,
  Move,
  RequestState,
  TimeClass,
} from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';
import { keyOf } from './handler.ts';
import { TABLE } from './table.ts';

/** `merged` and `withdrawn` are over for good, `closed` may be reopened for a while. */
const OPEN_STATES: readonly RequestState[] = ['received', 'assigned', 'handling', 'suspended', 'answered'];
export const isOpen = (state: RequestState): boolean => OPEN_STATES.includes(state);

/** Null: a resident, or the system where `system` says so. */
interface Doer {
  readonly staff: StaffId | null;
  readonly system: boolean;
}

/** What happened, as the rules need it: words and photos mean nothing to them. */
export type Action = { readonly at: Instant; readonly by: Doer } & (
  | { readonly kind: 'receive'; readonly category: CategoryCode; readonly timeClass: TimeClass }
  /** One more report, or a case that was merged into this. */
  | { readonly kind: 'follow'; readonly report: RequestId }
  | Move
);

export interface Case {
  readonly state: RequestState;
  readonly category: CategoryCode;
  readonly timeClass: TimeClass;
  readonly handler: Handler | null;
  readonly joint: readonly Handler[];
  readonly receivedAt: Instant;
  /** From when the time limit counts: receipt, or the last rework. */
  readonly countsFrom: Instant;
  /** Finished pauses since `countsFrom`, and the one that runs. */
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly suspendedAt: Instant | null;
  /** Asked for, and neither granted nor refused yet. */
  readonly extensionAsked: Instant | null;
  /** Granted since `countsFrom`, and when. */
  readonly extendedTo: Instant | null;
  readonly extendedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** Whoever answered: they do not confirm it themselves. */
  readonly answeredBy: StaffId | null;
  /** Since the last answer. */
  readonly calls: readonly { readonly outcome: (typeof CALL_OUTCOMES)[number]; readonly at: Instant }[];
  readonly satisfied: boolean | null;
  readonly score: number | null;
  readonly declined: boolean;
  readonly supervised: boolean;
  /** When the resident last asked how far it is. */
  readonly remindedAt: Instant | null;
  /** Reports of the system: each is made once, and the first two anew for a deadline that was moved. */
  readonly remindedBySystem: boolean;
  readonly urgedBySystem: boolean;
  readonly supervisedBySystem: boolean;
  readonly endedAt: Instant | null;
  readonly mergedInto: RequestId | null;
  /** As many as actions. */
  readonly revision: number;
}

/** @throws RangeError where the history could not have come about: it begins with one receipt, and each move is in the table. */
export function replay(actions: readonly Action[]): Case {
  const [first, ...rest] = actions;
  if (first?.kind !== 'receive') throw new RangeError('a case begins with its receipt');
  return rest.reduce(withAction, begun(first));
}

function begun({ at, category, timeClass }: Extract<Action, { kind: 'receive' }>): Case {
  return {
    state: 'received',
    category,
    timeClass,
    handler: null,
    joint: [],
    receivedAt: at,
    ...freshClock(at),
    startedAt: null,
    score: null,
    satisfied: null,
    declined: false,
    supervised: false,
    endedAt: null,
    mergedInto: null,
    revision: 1,
  };
}

const UNTOLD = { remindedBySystem: false, urgedBySystem: false } as const;

const freshClock = (at: Instant) => ({
  countsFrom: at,
  pauses: [],
  suspendedAt: null,
  extensionAsked: null,
  extendedTo: null,
  extendedAt: null,
  answeredAt: null,
  answeredBy: null,
  calls: [],
  remindedAt: null,
  ...UNTOLD,
  supervisedBySystem: false,
});

/** The case after one more action. @throws RangeError where the table of transitions does not allow it */
export function withAction(before: Case, action: Action): Case {
  const to = nextState(before.state, action.kind);
  if (to === undefined) throw new RangeError(`${action.kind} cannot follow in the state ${before.state}`);
  const revision = before.revision + 1;
  return { ...before, ...changeOf(before, action), state: to, revision };
}

/** Undefined: the table does not allow it. */
export function nextState(state: RequestState, kind: ActionKind): RequestState | undefined {
  const rule = TABLE[kind];
  if (!rule?.from.includes(state)) return undefined;
  return rule.to === 'same' ? state : rule.to;
}

function changeOf(before: Case, action: Action): Partial<Case> {
  const { at, by } = action;
  switch (action.kind) {
    case 'receive':
      throw new RangeError('a case is received once');
    case 'assign':
      return { handler: action.to, joint: before.joint.filter((each) => !isSame(each, action.to)) };
    case 'decline':
      return { handler: null, declined: true, extensionAsked: null };
    case 'start':
      return { startedAt: before.startedAt ?? at };
    case 'join':
      return { joint: [...before.joint.filter((each) => !isSame(each, action.to)), action.to] };
    case 'classify':
      return { category: action.category, timeClass: action.timeClass, ...UNTOLD };
    case 'ask-extension':
      return { extensionAsked: action.until };
    case 'extend':
      return { extendedTo: before.extensionAsked, extendedAt: at, extensionAsked: null, ...UNTOLD };
    case 'refuse-extension':
      return { extensionAsked: null };
    case 'suspend':
      return { suspendedAt: at };
    case 'resume':
      return { suspendedAt: null, pauses: withPause(before, at), ...UNTOLD };
    case 'urge':
      if (by.system) return { urgedBySystem: true };
      return by.staff === null ? { remindedAt: at } : {};
    case 'supervise':
      return { supervised: true, ...(by.system && { supervisedBySystem: true }) };
    case 'answer':
      return {
        answeredAt: at,
        answeredBy: by.staff,
        startedAt: before.startedAt ?? at,
        extensionAsked: null,
        calls: [],
      };
    case 'call-back':
      return {
        calls: [...before.calls, { outcome: action.outcome, at }],
        satisfied: action.satisfied ?? before.satisfied,
      };
    case 'rate':
      return { score: action.score };
    case 'rework':
      return { ...freshClock(at), endedAt: null, score: null, satisfied: null };
    case 'close':
      return { endedAt: at };
    case 'merge':
      return { endedAt: at, mergedInto: action.into };
    case 'withdraw':
      return { endedAt: at, suspendedAt: null, pauses: withPause(before, at) };
    case 'note':
      return by.system ? { remindedBySystem: true } : {};
    case 'follow':
      return {};
  }
}

const withPause = ({ pauses, suspendedAt }: Case, at: Instant) =>
  suspendedAt === null ? pauses : [...pauses, { from: suspendedAt, to: at }];

const isSame = (one: Handler, other: Handler): boolean => keyOf(one) === keyOf(other);
