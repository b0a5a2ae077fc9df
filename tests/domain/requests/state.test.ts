import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestId, StaffId } from '../../../src/contract/ids.ts';
import { ACTION_KINDS, type ActionKind, type CategoryCode, REQUEST_STATES } from '../../../src/contract/requests.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { type Action, isOpen, nextState, replay, withAction } from '../../../src/domain/requests/state.ts';

/** What follows in each state, written out: `kind>to`, or the kind alone where the state stays. */
const EXPECTED: Readonly<Record<(typeof REQUEST_STATES)[number], string>> = {
  received: 'follow assign>assigned join classify note urge supervise merge>merged withdraw>withdrawn',
  assigned:
    'follow assign decline>received start>handling join classify note ask-extension extend refuse-extension suspend>suspended urge supervise merge>merged withdraw>withdrawn',
  handling:
    'follow assign>assigned decline>received join classify note ask-extension extend refuse-extension suspend>suspended urge supervise answer>answered merge>merged withdraw>withdrawn',
  suspended: 'follow join note extend refuse-extension resume>handling urge supervise withdraw>withdrawn',
  answered: 'follow note supervise call-back rework>assigned close>closed rate',
  closed: 'rework>assigned rate',
  merged: '',
  withdrawn: '',
};

const staff = '019ab000-0000-7000-8000-000000000001' as StaffId;
const into = '019ab000-0000-7000-8000-00000000a502' as RequestId;
const minute = (count: number) => new Date(Date.UTC(2026, 10, 26) + count * 60_000).toISOString() as Instant;

function action(kind: ActionKind, count: number): Action {
  const base = { at: minute(count), by: { staff, system: false } };
  const category = 'street-lamp' as CategoryCode;
  const to = { kind: 'department', department: 'housing' } as const;
  switch (kind) {
    case 'receive':
      return { ...base, kind, category, timeClass: 'ordinary' };
    case 'assign':
      return { ...base, kind, to };
    case 'join':
      return { ...base, kind, to: { kind: 'operator' }, internal: '一起看' };
    case 'classify':
      return { ...base, kind, category, timeClass: 'complex', internal: '比较复杂' };
    case 'ask-extension':
      return { ...base, kind, until: minute(10_000), internal: '等配件' };
    case 'decline':
    case 'refuse-extension':
    case 'supervise':
      return { ...base, kind, internal: '因为' };
    case 'suspend':
    case 'rework':
    case 'answer':
      return { ...base, kind, public: '因为' };
    case 'call-back':
      return { ...base, kind, outcome: 'not-reached', satisfied: null };
    case 'merge':
      return { ...base, kind, into };
    case 'follow':
      return { ...base, kind, report: into };
    case 'rate':
      return { ...base, kind, score: 4 };
    default:
      return { ...base, kind };
  }
}

describe('the table of transitions', () => {
  it.each(REQUEST_STATES)('allows what it should in the state %s, and nothing else', (state) => {
    const allowed = ACTION_KINDS.flatMap((kind) => {
      const to = nextState(state, kind);
      if (to === undefined) return [];
      return to === state ? [kind] : [`${kind}>${to}`];
    });
    expect(new Set(allowed)).toEqual(new Set(EXPECTED[state].split(' ').filter(Boolean)));
  });
});

describe('a case told from its actions', () => {
  const kinds = fc.array(fc.constantFrom(...ACTION_KINDS.filter((kind) => kind !== 'receive')), { maxLength: 60 });

  it('is the same however often it is told, and has as many revisions as actions', () => {
    fc.assert(
      fc.property(kinds, (wanted) => {
        const actions = [action('receive', 0)];
        let now = replay(actions);
        for (const kind of wanted) {
          if (nextState(now.state, kind) === undefined) {
            expect(() => withAction(now, action(kind, actions.length))).toThrow(RangeError);
            continue;
          }
          actions.push(action(kind, actions.length));
          now = withAction(now, actions.at(-1) as Action);
        }
        expect(replay(actions)).toEqual(now);
        expect(now.revision).toBe(actions.length);
        expect(now.endedAt === null).toBe(isOpen(now.state));
        expect(now.suspendedAt !== null).toBe(now.state === 'suspended');
        if (['assigned', 'handling', 'answered', 'closed'].includes(now.state)) expect(now.handler).not.toBe(null);
      }),
      { numRuns: 500 },
    );
  });

  it('begins with its receipt, once', () => {
    expect(() => replay([])).toThrow(RangeError);
    expect(() => replay([action('assign', 0)])).toThrow(RangeError);
    expect(() => replay([action('receive', 0), action('receive', 1)])).toThrow(RangeError);
  });

  it('begins its clock anew when it is done again, and keeps its handler', () => {
    const kinds = ['receive', 'assign', 'start', 'suspend', 'resume', 'answer', 'rate', 'rework'] as const;
    const now = replay(kinds.map(action));
    expect(now).toMatchObject({
      state: 'assigned',
      countsFrom: minute(7),
      pauses: [],
      score: null,
      receivedAt: minute(0),
    });
    expect(now.handler).toEqual({ kind: 'department', department: 'housing' });
  });
});
