// What is sent for each move, and what stands in the way of it.
import { expect, it } from 'vitest';
import {
  FORWARD,
  MOVE_FIELDS,
  MOVE_GROUPS,
  type MoveValues,
  moveOf,
} from '../../../../src/console/pages/requests/move-form.ts';
import { RequestId } from '../../../../src/contract/ids.ts';
import { CategoryCode, Move, STAFF_MOVES } from '../../../../src/contract/requests.ts';
import { Instant } from '../../../../src/contract/time.ts';

const all: MoveValues = {
  to: { kind: 'department', department: 'housing' },
  category: CategoryCode.parse('street-lamp'),
  timeClass: 'complex',
  until: Instant.parse('2026-12-10T16:00:00.000Z'),
  outcome: 'done',
  satisfied: true,
  into: RequestId.parse('019ab000-0000-7000-8000-00000000a501'),
  public: ' 明天上午去修 ',
  internal: ' 已联系厂家 ',
};

it('every move of the contract has its form and one place among the buttons', () => {
  expect(Object.values(MOVE_GROUPS).flat().sort()).toEqual([...STAFF_MOVES].sort());
  expect(FORWARD.every((each) => STAFF_MOVES.includes(each))).toBe(true);
});

it.each(STAFF_MOVES)('%s, filled in wholly, is a move that the server takes', (kind) => {
  const move = moveOf(kind, all);
  expect(Move.parse(move)).toEqual(move);
  const fields = MOVE_FIELDS[kind];
  expect(move).toEqual(
    expect.objectContaining({
      ...(fields.public && { public: '明天上午去修' }),
      ...(fields.internal && { internal: '已联系厂家' }),
    }),
  );
});

it.each(STAFF_MOVES)('%s with nothing filled in is sent only where nothing has to be', (kind) => {
  const { extra, public: told, internal } = MOVE_FIELDS[kind];
  const asks = [told, internal].includes('required') || (extra !== undefined && extra !== 'templates');
  expect(moveOf(kind, { public: ' ', internal: '' }) === null).toBe(asks || kind === 'note');
});

it('who was not reached by telephone is not said to be satisfied', () => {
  expect(moveOf('call-back', { outcome: 'not-reached', satisfied: true })).toMatchObject({ satisfied: null });
});
