// What a screen or an overlay is made of: how it looks, what its keys do, where it may lead. Pure, so tests can walk it.
import type { RemoteKey } from '../remote/keys.ts';
import type { Context, Intent } from './context.ts';
import type { Hint } from './frame.ts';

/** What comes of a key or of news: go somewhere, change something, say something, ask the outside for something. */
export interface Move<Name extends string> {
  readonly to?: Name;
  readonly change?: Partial<Context>;
  /** A short sentence shown until the next key. */
  readonly note?: string;
  readonly intents?: readonly Intent[];
}

export interface Definition<Name extends string, Model> {
  /** Of a screen: only after the PIN, and it closes by itself; the machine sees to both. */
  readonly private?: true;
  /** Of an overlay: every key is its own, the ones that mean the same everywhere included. */
  readonly grabs?: true;
  /** Of a screen: keys that mean the same on all others, and something else here. */
  readonly takes?: readonly RemoteKey[];
  /** Every place a move of this one may name; the machine has no other ways. */
  readonly leadsTo: readonly Name[];
  present(context: Context): Model;
  hints(context: Context): readonly Hint[];
  /** Of a screen that shows something else than notices: when what it shows was last known to be all there is, ms. */
  asOf?(context: Context): number | null;
  press(context: Context, key: RemoteKey): Move<Name>;
  /** What has to happen by itself once the context has changed; null: nothing (also right after its own move). */
  settle?(context: Context): Move<Name> | null;
  /** Of a screen: what is told to the outside when it is left, wherever to. */
  leave?(context: Context): Move<never> | null;
}

export const STAY: Move<never> = {};
