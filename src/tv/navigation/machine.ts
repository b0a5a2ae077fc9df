// The navigation of the television app: one region walks the screens, one the overlays above them; both from tables.
import { and, assign, enqueueActions, not, type SnapshotFrom, setup, stateIn } from 'xstate';
import { OVERLAY_KEYS, OVERLAYS } from '../overlays/table.ts';
import type { RemoteKey } from '../remote/keys.ts';
import { SCREENS } from '../screens/table.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import type { Beginning, Context, Intent, OverlayName, ScreenName } from './context.ts';
import { beginWith, HOME_START } from './context.ts';
import type { Move } from './definition.ts';
import type { NavigationEvent } from './events.ts';
import { hear, probed } from './hear.ts';
import { present, type Standing } from './present.ts';
import { toggleSize } from './settings.ts';

type Place = ScreenName | OverlayName | 'closed';
interface Given {
  readonly context: Context;
  readonly event: NavigationEvent;
}
/** What a key or some news comes to; null: not this one's business. */
type Mover = (given: Given) => Move<Place> | null;
/** Does `mover` lead from `here` to `to`? Staying is leading here. */
interface Lead {
  readonly mover: Mover;
  readonly here: Place;
  readonly to: Place;
}

const navigation = setup({
  types: {} as { context: Context; events: NavigationEvent; input: Beginning; emitted: Intent },
  guards: {
    free: stateIn({ overlay: 'closed' }),
    covered: not(stateIn({ overlay: 'closed' })),
    leads: (given: Given, { mover, here, to }: Lead) => {
      const move = mover(given);
      return move !== null && (move.to ?? here) === to;
    },
  },
});

/** Carries a move out. */
const carryOut = (mover: Mover) =>
  navigation.createAction(
    enqueueActions(({ context, event, enqueue }) => {
      const move = mover({ context, event });
      if (move?.change) enqueue(assign(move.change));
      for (const intent of move?.intents ?? []) enqueue.emit(intent);
    }),
  );

/**
 * The mover as the machine uses it: several guards ask for the same move, so it is worked out once; what it says is a
 * change like others, and a key clears what was said about the key before. A move that changes nothing is none, so
 * that no frame is drawn for it.
 */
function prepared(mover: Mover, here: Place, clears: boolean): Mover {
  let last: (Given & { readonly move: Move<Place> | null }) | null = null;
  return ({ context, event }) => {
    if (last?.context !== context || last.event !== event) {
      const move = mover({ context, event });
      const note = move?.note ?? (clears ? null : context.note);
      const full = move && { ...move, change: { ...move.change, note } };
      last = { context, event, move: full && (leaves(full, here) || differs(full.change, context)) ? full : null };
    }
    return last.move;
  };
}

const leaves = ({ to, intents }: Move<Place>, here: Place): boolean =>
  (to !== undefined && to !== here) || (intents !== undefined && intents.length > 0);

function differs(change: Partial<Context>, context: Context): boolean {
  return (Object.keys(change) as (keyof Context)[]).some((name) => change[name] !== context[name]);
}

/** One transition for each place that a move may lead to, and one that stays. */
function ways(move: Mover, here: Place, leadsTo: readonly Place[], when: 'free' | 'covered' | 'settling') {
  const mover = prepared(move, here, when !== 'settling');
  const actions = carryOut(mover);
  const lead = (to: Place) => ({ type: 'leads', params: { mover, here, to } }) as const;
  const guard = (to: Place) => (when === 'settling' ? lead(to) : and([when, lead(to)]));
  return [
    ...leadsTo.filter((to) => to !== here).map((to) => ({ guard: guard(to), target: to, actions })),
    { guard: guard(here), actions },
  ];
}

const keyOf = (event: NavigationEvent): RemoteKey | null => (event.type === 'KEY' ? event.key : null);

/** Green and home mean the same everywhere; the keys that open overlays are not the screens' business. */
function pressScreen(name: ScreenName, context: Context, key: RemoteKey): Move<ScreenName> | null {
  if (OVERLAY_KEYS[key]) return null;
  if (key === 'green') return toggleSize(context);
  if (key === 'home') return goHome(context);
  return SCREENS[name].press(context, key);
}

function goHome({ ready, previewing }: Context): Move<ScreenName> {
  return ready && !previewing ? { to: 'home', change: { homeFocus: HOME_START } } : {};
}

function pressOverlay(name: OverlayName, context: Context, key: RemoteKey): Move<OverlayName | 'closed'> {
  if (key === 'green') return toggleSize(context);
  return key === 'home' ? { to: 'closed' } : OVERLAYS[name].press(context, key);
}

const withPlace = (places: readonly Place[], place: Place) => [...places.filter((other) => other !== place), place];

function screenState(name: ScreenName) {
  const { leadsTo, settle } = SCREENS[name];
  const onKey: Mover = ({ context, event }) => {
    const key = keyOf(event);
    return key && pressScreen(name, context, key);
  };
  const onHomeBelow: Mover = ({ context, event }) => (keyOf(event) === 'home' ? goHome(context) : null);
  return navigation.createStateConfig({
    always: settle ? ways(({ context }) => settle(context), name, leadsTo, 'settling') : [],
    on: {
      KEY: [...ways(onKey, name, withPlace(leadsTo, 'home'), 'free'), ...ways(onHomeBelow, name, ['home'], 'covered')],
    },
  });
}

function overlayState(name: OverlayName) {
  const { leadsTo, settle } = OVERLAYS[name];
  const onKey: Mover = ({ context, event }) => {
    const key = keyOf(event);
    return key && pressOverlay(name, context, key);
  };
  return navigation.createStateConfig({
    always: settle ? ways(({ context }) => settle(context), name, leadsTo, 'settling') : [],
    on: { KEY: ways(onKey, name, leadsTo, 'covered') },
  });
}

const openOverlay: Mover = ({ event }) => {
  const key = keyOf(event);
  const to = key && OVERLAY_KEYS[key];
  return to ? { to, change: { settingsFocus: 0 } } : null;
};

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>) => Object.keys(table) as Name[];
const statesOf = <Name extends string, State>(table: Readonly<Record<Name, unknown>>, stateOf: (name: Name) => State) =>
  Object.fromEntries(namesOf(table).map((name) => [name, stateOf(name)])) as Record<Name, State>;

const news = navigation.assign(({ context, event }) =>
  event.type === 'KEY' || event.type === 'RAW' ? {} : hear(context, event),
);

export const machine = navigation.createMachine({
  id: 'tv',
  type: 'parallel',
  context: ({ input }) => beginWith(input),
  on: {
    ITEMS: { actions: news },
    LINE: { actions: news },
    HOME: { actions: news },
    TICK: { actions: news },
    PREVIEW: { target: '.screen.reader', actions: news },
  },
  states: {
    screen: { initial: 'boot', states: statesOf(SCREENS, screenState) },
    overlay: {
      initial: 'closed',
      on: {
        RAW: {
          guard: stateIn({ overlay: 'probe' }),
          actions: navigation.assign(({ context, event }) => rawIn(context, event)),
        },
      },
      states: {
        closed: { on: { KEY: ways(openOverlay, 'closed', namesOf(OVERLAYS), 'free') } },
        ...statesOf(OVERLAYS, overlayState),
      },
    },
  },
});

function rawIn(context: Context, event: NavigationEvent): Partial<Context> {
  if (event.type !== 'RAW') return {};
  const meaning = event.key ? TEXTS.keys[event.key] : TEXTS.probe.unknown;
  return probed(context, `${event.source} ${event.code} → ${meaning}`);
}

export type Snapshot = SnapshotFrom<typeof machine>;

/** Where a snapshot stands, in the words of the tables. */
export function standingOf(snapshot: Snapshot): Standing {
  const { screen, overlay } = snapshot.value as { screen: ScreenName; overlay: OverlayName | 'closed' };
  return { screen, overlay: overlay === 'closed' ? null : overlay };
}

/** What a snapshot looks like. */
export const frameOf = (snapshot: Snapshot) => present(standingOf(snapshot), snapshot.context);
