// The way into private screens and out of them, the same for all: by the PIN, and nothing stays behind.
import type { Context, Intent, PrivateScreen } from './context.ts';
import type { Move } from './definition.ts';

/** Asks for the PIN; the machine goes on to the screen when it was right. */
export function askFor(purpose: PrivateScreen | 'unbind'): Partial<Context> {
  return { pin: { purpose, digits: '', asking: false, trouble: null } };
}

/** Nobody is asked for the PIN any more; an answer that is on its way opens nothing. */
export function dropPin({ pin }: Context): Move<never> {
  if (pin === null) return {};
  return { change: { pin: null }, intents: pin.purpose === 'unbind' ? [] : [{ type: 'close-private' }] };
}

/** A private screen has been left: what it showed is forgotten here, and the pass outside. Null: there is nothing. */
export function leavePrivate({ privately }: Context): Move<never> | null {
  return privately === null ? null : { change: { privately: null }, intents: [{ type: 'close-private' }] };
}

const EMPTY = {
  ...{ household: null, bills: null, askedAt: null, requests: null, request: null },
  ...{ trouble: null, focus: 0 },
} as const;

/** A private screen is entered: it loads what it shows, or does what it was entered for. */
export function enterPrivate(screen: PrivateScreen, context: Context): Move<never> {
  const change = { privately: EMPTY };
  return { change, intents: askPrivate(screen, context) };
}

/** What a private screen asks the outside for, at first and when it failed. */
export function askPrivate(screen: PrivateScreen, { offers, requests }: Context): Intent[] {
  if (screen === 'request') return requests.id === null ? [] : [{ type: 'read-request', id: requests.id }];
  if (screen !== 'contact') return [{ type: `read-${screen}` }];
  return offers.id === null ? [] : [{ type: 'ask-contact', offer: offers.id }];
}
