// What all screens of the page have in common.
import type { Session, State } from '../session.ts';

export interface Screen {
  readonly element: HTMLElement;
  /** Shows what has changed; what somebody is writing in stays as it is. */
  update(state: State): void;
}

export interface Hands {
  readonly session: Session;
  /** To the review, or back to the form. */
  readonly go: (to: 'form' | 'review') => void;
}
