// The way into private screens and out of them, the same for all: by the PIN, and nothing stays behind.
import type { Context, PrivateScreen } from './context.ts';
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

/** A private screen is entered: it loads what it shows. */
export function enterPrivate(screen: PrivateScreen): Move<never> {
  const change = { privately: { household: null, trouble: null, focus: 0 } };
  return { change, intents: [{ type: `read-${screen}` }] };
}
