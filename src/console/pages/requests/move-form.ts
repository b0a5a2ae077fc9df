// Each move as its form holds it: what is asked for, and the move the server takes.
import type { RequestId } from '../../../contract/ids.ts';
import type { CALL_OUTCOMES, CategoryCode, Handler, Move, STAFF_MOVES, TimeClass } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import type { PhotoFile } from './photos-field.tsx';

export type StaffMove = (typeof STAFF_MOVES)[number];
type Wanted = 'required' | 'optional';

export interface MoveFields {
  readonly public?: Wanted;
  readonly internal?: Wanted;
  /** The words are a text, up to 500 characters, and not a reason of 200. */
  readonly long?: true;
  readonly extra?: 'handler' | 'class' | 'until' | 'templates' | 'call' | 'duplicate';
}

export const MOVE_FIELDS: Readonly<Record<StaffMove, MoveFields>> = {
  assign: { extra: 'handler', internal: 'optional' },
  decline: { internal: 'required' },
  start: { public: 'optional', long: true },
  join: { extra: 'handler', internal: 'required' },
  classify: { extra: 'class', internal: 'required' },
  note: { public: 'optional', internal: 'optional', long: true },
  'ask-extension': { extra: 'until', internal: 'required' },
  extend: { public: 'optional' },
  'refuse-extension': { internal: 'required' },
  suspend: { public: 'required' },
  resume: { public: 'optional' },
  urge: { internal: 'optional' },
  supervise: { internal: 'required' },
  answer: { extra: 'templates', public: 'required', long: true },
  'call-back': { extra: 'call', internal: 'optional' },
  rework: { public: 'required' },
  close: { public: 'optional' },
  merge: { extra: 'duplicate', internal: 'optional' },
  withdraw: { public: 'required' },
};

/** Where a button stands on the page, and which of them are the usual way on. */
export const MOVE_GROUPS = {
  handle: ['start', 'answer', 'suspend', 'resume', 'decline', 'note'],
  dispatch: ['assign', 'join', 'classify', 'merge'],
  time: ['ask-extension', 'extend', 'refuse-extension', 'urge', 'supervise'],
  finish: ['call-back', 'close', 'rework', 'withdraw'],
} as const satisfies Record<string, readonly StaffMove[]>;

export const FORWARD: readonly StaffMove[] = ['start', 'answer', 'resume', 'extend', 'call-back', 'close'];

export interface MoveValues {
  readonly to?: Handler;
  readonly category?: CategoryCode;
  readonly timeClass?: TimeClass;
  readonly until?: Instant;
  readonly outcome?: (typeof CALL_OUTCOMES)[number];
  readonly satisfied?: boolean | null;
  readonly into?: RequestId;
  readonly public?: string;
  readonly internal?: string;
  readonly photos?: readonly PhotoFile[];
}

/** Null where something is missing that the form should have asked for. */
export function moveOf(kind: StaffMove, values: MoveValues): Move | null {
  const { to, category, timeClass, until, outcome, satisfied, into } = values;
  const told = values.public?.trim();
  const inside = values.internal?.trim();
  const open = told ? { public: told } : {};
  const closed = inside ? { internal: inside } : {};
  switch (kind) {
    case 'assign':
      return to ? { kind, to, ...closed } : null;
    case 'join':
      return to && inside ? { kind, to, internal: inside } : null;
    case 'classify':
      return category && timeClass && inside ? { kind, category, timeClass, internal: inside } : null;
    case 'ask-extension':
      return until && inside ? { kind, until, internal: inside } : null;
    case 'call-back':
      // Who was not reached said nothing.
      return outcome
        ? { kind, outcome, satisfied: outcome === 'not-reached' ? null : (satisfied ?? null), ...closed }
        : null;
    case 'merge':
      return into ? { kind, into, ...closed } : null;
    case 'note':
      return told || inside ? { kind, ...open, ...closed } : null;
    case 'decline':
    case 'refuse-extension':
    case 'supervise':
      return inside ? { kind, internal: inside } : null;
    case 'suspend':
    case 'answer':
    case 'rework':
    case 'withdraw':
      return told ? { kind, public: told } : null;
    case 'urge':
      return { kind, ...closed };
    case 'start':
    case 'extend':
    case 'resume':
    case 'close':
      return { kind, ...open };
  }
}
