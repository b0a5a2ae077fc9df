// The way of a household's wish to be called: new, contacted, closed.
import type { ContactMove, ContactState } from '../../contract/broadband.ts';

const MOVES: Readonly<Record<ContactState, Partial<Record<ContactMove, ContactState>>>> = {
  new: { contact: 'contacted', close: 'closed' },
  contacted: { close: 'closed' },
  closed: {},
};

export const contactMoves = (state: ContactState): ContactMove[] => Object.keys(MOVES[state]) as ContactMove[];

/** Where a move leads; undefined where it is not allowed. */
export const contactAfter = (state: ContactState, move: ContactMove): ContactState | undefined => MOVES[state][move];
