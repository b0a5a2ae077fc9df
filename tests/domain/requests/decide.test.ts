// Who may do what to a case in which state, and what its resident may.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { type CategoryCode, type Handler, STAFF_MOVES } from '../../../src/contract/requests.ts';
import type { Role } from '../../../src/contract/staff.ts';
import type { Instant } from '../../../src/contract/time.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import {
  closesByItself,
  mayHandle,
  residentMoves,
  staffMoves,
  staffProblem,
} from '../../../src/domain/requests/decide.ts';
import { type Action, type Case, nextState, replay, withAction } from '../../../src/domain/requests/state.ts';

const id = (last: number) => `019ab000-0000-7000-8000-00000000000${last}` as StaffId;
const actor = (number: number, role: Role, region: string, department: 'housing' | 'police' | null = null): Actor => ({
  id: id(number),
  name: role,
  grants: [{ role, region: region as RegionCode, department }],
});
const district = actor(1, 'district', '370306');
const town = actor(2, 'town', '370306001');
const community = actor(3, 'community', '370306001001');
const housing = actor(4, 'department', '370306', 'housing');
const police = actor(5, 'department', '370306', 'police');
const operator = actor(6, 'operator', '370306');
const auditor = actor(7, 'auditor', '370306');
const people = [district, town, community, housing, police, operator, auditor];

const toHousing: Handler = { kind: 'department', department: 'housing' };
const at = (hours: number) => new Date(Date.UTC(2026, 10, 26) + hours * 3_600_000).toISOString() as Instant;
const by = (staff: StaffId | null) => ({ staff, system: false });
const region = '370306001001' as RegionCode;
const situation = (hours = 2, due: Instant | null = at(100), reporters = 1) => ({
  ...{ region, now: at(hours), due, reporters },
});
const begun: Action = {
  kind: 'receive',
  at: at(0),
  by: by(null),
  category: 'lamp' as CategoryCode,
  timeClass: 'ordinary',
};
const assigned: Action = { kind: 'assign', at: at(0), by: { staff: null, system: true }, to: toHousing };
const started: Action = { kind: 'start', at: at(1), by: by(housing.id) };
const answered: Action = { kind: 'answer', at: at(2), by: by(housing.id), public: '办好了' };
const called = (outcome: 'done' | 'not-done' | 'not-reached'): Action => ({
  ...{ kind: 'call-back', at: at(3), by: by(district.id), outcome, satisfied: null },
});
const rated = (score: number): Action => ({ kind: 'rate', at: at(3), by: by(null), score });
const told = (...actions: Action[]): Case => replay([begun, ...actions]);

describe('staff', () => {
  it('work on what their own office has, and nobody else does', () => {
    const now = told(assigned);
    expect(people.filter((each) => staffMoves(now, each, situation()).includes('start'))).toEqual([housing]);
    expect(staffProblem('start', now, police, situation())).toBe('forbidden');
  });

  it('send cases on from the offices above', () => {
    const now = told(assigned);
    expect(people.filter((each) => staffMoves(now, each, situation()).includes('assign'))).toEqual([district, town]);
    expect(staffMoves(now, actor(8, 'town', '370306102'), situation())).toEqual([]);
  });

  it('say something about a case they help with, and no more', () => {
    const join: Action = { kind: 'join', at: at(1), by: by(district.id), to: { kind: 'operator' }, internal: '一起' };
    expect(staffMoves(told(assigned, join), operator, situation())).toEqual(['note']);
  });

  it('ask for more time before the deadline, once', () => {
    const now = told(assigned, started);
    expect(staffMoves(now, housing, situation())).toContain('ask-extension');
    expect(staffMoves(now, housing, situation(100))).not.toContain('ask-extension');
    const asked: Action = { kind: 'ask-extension', at: at(2), by: by(housing.id), until: at(200), internal: '等件' };
    expect(staffMoves(withAction(now, asked), housing, situation())).not.toContain('ask-extension');
    expect(staffMoves(now, district, situation())).not.toContain('extend');
    expect(staffMoves(withAction(now, asked), district, situation())).toContain('extend');
  });

  it("close with the resident's word, one good call, or three days that reached nobody; never against a bad one", () => {
    const now = told(assigned, started, answered);
    const may = (...more: Action[]) =>
      staffMoves(more.reduce(withAction, now), district, situation()).includes('close');
    expect(may()).toBe(false);
    expect(may(called('done'))).toBe(true);
    expect(may(called('not-reached'), called('not-reached'))).toBe(false);
    const inVain = (...hours: number[]) => may(...hours.map((hour) => ({ ...called('not-reached'), at: at(hour) })));
    expect(inVain(4, 28, 52)).toBe(true);
    expect(inVain(4, 5, 28)).toBe(false);
    expect(may(called('not-done'), called('done'))).toBe(false);
    expect(may(rated(2))).toBe(true);
  });

  it('do not call back what they answered themselves', () => {
    const both: Actor = { ...district, grants: [...district.grants, ...housing.grants] };
    const own = told(assigned, started, { ...answered, by: by(both.id) } as Action);
    expect(staffProblem('call-back', own, both, situation())).toBe('move-not-allowed');
    expect(staffProblem('call-back', own, actor(9, 'district', '370306'), situation())).toBeUndefined();
  });

  it('are offered only what the table allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.integer({ min: 0, max: 3 }), (each, length) => {
        const now = told(...[assigned, started, answered].slice(0, length));
        for (const move of staffMoves(now, each, situation())) expect(nextState(now.state, move)).toBeDefined();
        for (const move of STAFF_MOVES)
          expect(staffProblem(move, now, each, situation()) === undefined).toBe(
            staffMoves(now, each, situation()).includes(move),
          );
      }),
    );
  });
});

describe('a handler', () => {
  it('is the department itself, the operator, or the staff of the place and above', () => {
    const who = (handler: Handler) => people.filter((each) => mayHandle(each, handler));
    expect(who(toHousing)).toEqual([housing]);
    expect(who({ kind: 'operator' })).toEqual([operator]);
    expect(who({ kind: 'region', region })).toEqual([town, community]);
  });
});

describe('a resident', () => {
  it('takes back what nobody else follows, rates once, and has it done again for thirty days', () => {
    const open = told(assigned, started);
    expect(residentMoves(open, situation())).toEqual(['urge', 'withdraw']);
    expect(residentMoves(open, situation(2, at(100), 2))).toEqual(['urge']);
    const done = withAction(open, answered);
    expect(residentMoves(done, situation())).toEqual(['rate', 'rework']);
    const closed = withAction(withAction(done, rated(5)), { kind: 'close', at: at(3), by: by(null) });
    expect(residentMoves(closed, situation(4))).toEqual(['rework']);
    expect(residentMoves(closed, situation(3 + 30 * 24))).toEqual(['rework']);
    expect(residentMoves(closed, situation(4 + 30 * 24))).toEqual([]);
  });

  it('closes the case by being content, not by complaining', () => {
    const done = told(assigned, started, answered);
    expect([2, 3, 5].map((score) => closesByItself(withAction(done, rated(score))))).toEqual([false, true, true]);
  });
});
