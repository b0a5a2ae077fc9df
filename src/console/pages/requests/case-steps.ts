// The way of a case as a bar of steps: how far it is, and where it left the usual way.
import type { RequestState } from '../../../contract/requests.ts';
import { texts } from '../../texts/zh-CN.ts';

const { states } = texts.requests;
const words = texts.requestCase;

const WAY = ['received', 'assigned', 'handling', 'answered', 'closed'] as const satisfies RequestState[];

export interface CaseSteps {
  readonly titles: readonly string[];
  /** From 0. */
  readonly current: number;
  /** `wait`: it stands still for now. */
  readonly status: 'process' | 'wait' | 'finish';
}

export function stepsOf(state: RequestState): CaseSteps {
  const titles = [words.receivedStep, ...WAY.slice(1).map((each) => states[each])];
  switch (state) {
    case 'received':
      return { titles: titles.with(0, states.received), current: 0, status: 'process' };
    case 'suspended':
      return { titles: titles.with(2, states.suspended), current: 2, status: 'wait' };
    case 'merged':
      return { titles: [words.receivedStep, words.mergedStep], current: 1, status: 'finish' };
    case 'withdrawn':
      return { titles: [words.receivedStep, words.withdrawnStep], current: 1, status: 'finish' };
    default:
      return { titles, current: WAY.indexOf(state), status: state === 'closed' ? 'finish' : 'process' };
  }
}
