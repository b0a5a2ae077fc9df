// The one table of transitions: which action may follow in which state, and where it leads.
import type { ActionKind, RequestState } from '../../contract/requests.ts';

export interface Transition {
  readonly from: readonly RequestState[];
  readonly to: RequestState | 'same';
}

const OPEN = ['received', 'assigned', 'handling', 'suspended', 'answered'] as const;

export const TABLE: Readonly<Record<ActionKind, Transition>> = {
  receive: { from: [], to: 'received' },
  follow: { from: OPEN, to: 'same' },
  assign: { from: ['received', 'assigned', 'handling'], to: 'assigned' },
  decline: { from: ['assigned', 'handling'], to: 'received' },
  start: { from: ['assigned'], to: 'handling' },
  join: { from: ['received', 'assigned', 'handling', 'suspended'], to: 'same' },
  classify: { from: ['received', 'assigned', 'handling'], to: 'same' },
  note: { from: OPEN, to: 'same' },
  'ask-extension': { from: ['assigned', 'handling'], to: 'same' },
  extend: { from: ['assigned', 'handling', 'suspended'], to: 'same' },
  'refuse-extension': { from: ['assigned', 'handling', 'suspended'], to: 'same' },
  suspend: { from: ['assigned', 'handling'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'handling' },
  urge: { from: ['received', 'assigned', 'handling', 'suspended'], to: 'same' },
  supervise: { from: OPEN, to: 'same' },
  answer: { from: ['handling'], to: 'answered' },
  'call-back': { from: ['answered'], to: 'same' },
  rate: { from: ['answered', 'closed'], to: 'same' },
  // To the handler it had.
  rework: { from: ['answered', 'closed'], to: 'assigned' },
  close: { from: ['answered'], to: 'closed' },
  merge: { from: ['received', 'assigned', 'handling'], to: 'merged' },
  withdraw: { from: ['received', 'assigned', 'handling', 'suspended'], to: 'withdrawn' },
};
