// The navigation of the television app: one region walks the screens, one the overlays above them; both from tables.
import { and, assign, enqueueActions, not, or, type SnapshotFrom, setup, stateIn } from 'xstate';
import { OVERLAY_KEYS, OVERLAYS } from '../overlays/table.ts';
import type { RemoteKey } from '../remote/keys.ts';
import { placeIn } from '../screens/channel/definition.ts';
import { SCREENS } from '../screens/table.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import { alertCovers, opensAlert, pressAlert, withAttention } from './alerts.ts';
import type { Beginning, Context, Intent, OverlayName, PrivateScreen, ScreenName } from './context.ts';
import { beginWith, HOME_START } from './context.ts';
import type { Move } from './definition.ts';
import type { NavigationEvent } from './events.ts';
import { hear, probed } from './hear.ts';
import { present, type Standing } from './present.ts';
import { dropPin, enterPrivate, leavePrivate } from './private.ts';
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

const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>) => Object.keys(table) as Name[];
const GRABBING = namesOf(OVERLAYS).filter((name) => OVERLAYS[name].grabs);
const PRIVATE = namesOf(SCREENS).filter((name): name is PrivateScreen => SCREENS[name].private === true);

const navigation = setup({
  types: {} as { context: Context; events: NavigationEvent; input: Beginning; emitted: Intent },
  guards: {
    /** An alert has the screen, and with it the keys. */
    alerted: ({ context, event }: Given) => event.type === 'KEY' && alertCovers(context, event.key),
    /** Somebody wants to see what the band says; where an overlay takes every key for itself, nobody can. */
    callsAlert: ({ context, event }: Given) => event.type === 'KEY' && opensAlert(context, event.key),
    grabbed: or(GRABBING.map((overlay) => stateIn({ overlay }))),
    free: stateIn({ overlay: 'closed' }),
    covered: not(stateIn({ overlay: 'closed' })),
    /** Below an overlay that leaves some keys to all. */
    under: and([not(stateIn({ overlay: 'closed' })), ...GRABBING.map((overlay) => not(stateIn({ overlay })))]),
    inPrivate: or(PRIVATE.map((screen) => stateIn({ screen }))),
    /** The PIN was right, and it was asked for the sake of this screen. */
    admits: ({ context, event }: Given, { screen }: { readonly screen: PrivateScreen }) =>
      event.type === 'PIN' && event.trouble === null && context.pin?.asking === true && context.pin.purpose === screen,
    loses: ({ context, event }: Given) =>
      event.type === 'ACTIVATION' && event.activation !== null && context.activation === null,
    /** The pass was not good any more. */
    shuts: ({ event }: Given) => 'answer' in event && 'trouble' in event.answer && event.answer.trouble === 'closed',
    loops: ({ context }: Given) =>
      context.ready && !context.previewing && context.activation === null && placeIn(context) !== null,
    seeks: ({ event }: Given) => event.type === 'IDENTIFY' && event.sign !== null,
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
function ways(move: Mover, here: Place, leadsTo: readonly Place[], when: 'free' | 'covered' | 'under' | 'settling') {
  const mover = prepared(move, here, when !== 'settling');
  const actions = carryOut(mover);
  const lead = (to: Place) => ({ type: 'leads', params: { mover, here, to } }) as const;
  const guard = (to: Place) =>
    when === 'settling' ? lead(to) : and([not('alerted'), or([not('callsAlert'), 'grabbed']), when, lead(to)]);
  return [
    ...leadsTo.filter((to) => to !== here).map((to) => ({ guard: guard(to), target: to, actions })),
    { guard: guard(here), actions },
  ];
}

const keyOf = (event: NavigationEvent): RemoteKey | null => (event.type === 'KEY' ? event.key : null);

/** Green and home mean the same everywhere; the keys that open overlays are not the screens' business. */
function pressScreen(name: ScreenName, context: Context, key: RemoteKey): Move<ScreenName> | null {
  if (opensOverlay(name, key)) return null;
  if (key === 'green') return toggleSize(context);
  if (key === 'home') return goHome(context);
  return SCREENS[name].press(context, key);
}

const opensOverlay = (screen: ScreenName, key: RemoteKey): OverlayName | undefined =>
  SCREENS[screen].takes?.includes(key) ? undefined : OVERLAY_KEYS[key];

function goHome({ ready, previewing, activation }: Context): Move<ScreenName> {
  return ready && !previewing && activation === null ? { to: 'home', change: { homeFocus: HOME_START } } : {};
}

function pressOverlay(name: OverlayName, context: Context, key: RemoteKey): Move<OverlayName | 'closed'> {
  if (OVERLAYS[name].grabs) return OVERLAYS[name].press(context, key);
  if (key === 'green') return toggleSize(context);
  if (key !== 'home') return OVERLAYS[name].press(context, key);
  const { change, intents = [] } = dropPin(context);
  return { to: 'closed', change: { ...change, phone: null }, intents };
}

const withPlace = (places: readonly Place[], place: Place) => [...places.filter((other) => other !== place), place];

function screenState(name: ScreenName) {
  const { leadsTo, settle, leave } = SCREENS[name];
  const secret = PRIVATE.find((screen) => screen === name);
  const onKey: Mover = ({ context, event }) => {
    const key = keyOf(event);
    return key && pressScreen(name, context, key);
  };
  const onHomeBelow: Mover = ({ context, event }) => (keyOf(event) === 'home' ? goHome(context) : null);
  return navigation.createStateConfig({
    entry: [
      navigation.assign({ screen: name }),
      carryOut(({ context }) => (secret ? enterPrivate(secret, context) : leavePrivate(context))),
    ],
    exit: carryOut(({ context }) => leave?.(context) ?? null),
    always: settle ? ways(({ context }) => settle(context), name, leadsTo, 'settling') : [],
    on: {
      KEY: [...ways(onKey, name, withPlace(leadsTo, 'home'), 'free'), ...ways(onHomeBelow, name, ['home'], 'under')],
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

const openOverlay: Mover = ({ context, event }) => {
  const key = keyOf(event);
  const to = key && opensOverlay(context.screen, key);
  return to ? { to, change: { settingsFocus: 0 } } : null;
};

/** A screen has asked for the PIN, for what a phone goes on with, or for words. */
const askOverlay: Mover = ({ context: { pin, phone, keyboard } }) =>
  pin ? { to: 'pin' } : phone ? { to: 'phone' } : keyboard ? { to: 'keyboard' } : null;

const statesOf = <Name extends string, State>(table: Readonly<Record<Name, unknown>>, stateOf: (name: Name) => State) =>
  Object.fromEntries(namesOf(table).map((name) => [name, stateOf(name)])) as Record<Name, State>;

const news = navigation.assign(({ context, event }) => {
  if (event.type === 'KEY' || event.type === 'RAW') return {};
  const change = hear(context, event);
  return { ...change, ...withAttention({ ...context, ...change }) };
});

/** An answer is for the screen that asked: one that comes late shows nothing elsewhere, and shuts nothing. */
const answered = (screen: PrivateScreen) => ({ guard: stateIn({ screen }), actions: news });
const shutBy = (screen: PrivateScreen) =>
  ({
    guard: and([stateIn({ screen }), 'shuts']),
    target: '.home',
    actions: [news, navigation.assign({ note: TEXTS.household.closed })],
  }) as const;

/** The keys an alert takes are taken at the root, whatever lies below it; below it nothing moves. */
const onAlertKey: Mover = ({ context, event }) => {
  const key = keyOf(event);
  const move = key && pressAlert(context, key);
  return move && { ...move, change: { ...move.change, ...withAttention({ ...context, ...move.change }) } };
};

export const machine = navigation.createMachine({
  id: 'tv',
  type: 'parallel',
  context: ({ input }) => beginWith(input),
  on: {
    KEY: { guard: or(['alerted', and(['callsAlert', not('grabbed')])]), actions: carryOut(onAlertKey) },
    ALERTS: { actions: news },
    ITEMS: { actions: news },
    LINE: { actions: news },
    HOME: { actions: news },
    CATALOGUE: { actions: news },
    TICK: { actions: news },
    PREVIEW: { target: '.screen.reader', actions: news },
    PREVIEW_HOME: { target: '.screen.home', actions: news },
    PREVIEW_ALERT: { target: '.screen.home', actions: news },
    PREVIEW_GUIDE: { target: '.screen.guide', actions: news },
    SETTINGS: { actions: news },
    ACTIVATION: { actions: news },
    PIN: { actions: news },
    HOUSEHOLD: answered('household'),
    BILLS: answered('bills'),
    CONTACT: answered('contact'),
    REQUESTS: answered('requests'),
    REQUEST: answered('request'),
    SENT: { actions: news },
    CODE: { guard: stateIn({ screen: 'request-code' }), actions: news },
    HANDOVER: { guard: stateIn({ screen: 'handover' }), actions: news },
    DICTIONARY: { actions: news },
    IDLE: { actions: news },
    INSTALLER: { guard: stateIn({ overlay: 'installer' }), actions: news },
    IDENTIFY: { actions: news },
  },
  states: {
    // What leads elsewhere stands in its own region: taken at the root it would start the other one anew. The root hears
    // only what no region has taken, so whoever takes the news also notes it, once.
    screen: {
      initial: 'boot',
      on: {
        ACTIVATION: { guard: 'loses', target: '.activate', actions: news },
        PIN: PRIVATE.map((screen) => ({
          guard: { type: 'admits', params: { screen } } as const,
          target: `.${screen}` as const,
          actions: news,
        })),
        HOUSEHOLD: shutBy('household'),
        BILLS: shutBy('bills'),
        CONTACT: shutBy('contact'),
        REQUESTS: shutBy('requests'),
        REQUEST: shutBy('request'),
        IDLE: { guard: 'inPrivate', target: '.home', actions: news },
        STANDBY: { guard: 'loops', target: '.channel', actions: [news, navigation.assign({ channel: 'standby' })] },
      },
      states: statesOf(SCREENS, screenState),
    },
    overlay: {
      initial: 'closed',
      on: {
        ACTIVATION: { guard: 'loses', target: '.closed' },
        STANDBY: { guard: 'loops', target: '.closed' },
        IDENTIFY: { guard: 'seeks', target: '.identify', actions: news },
        RAW: {
          guard: stateIn({ overlay: 'installer' }),
          actions: navigation.assign(({ context, event }) => rawIn(context, event)),
        },
      },
      states: {
        closed: {
          always: ways(askOverlay, 'closed', ['pin', 'phone', 'keyboard'], 'settling'),
          on: { KEY: ways(openOverlay, 'closed', namesOf(OVERLAYS), 'free') },
        },
        ...statesOf(OVERLAYS, overlayState),
      },
    },
  },
});

function rawIn(context: Context, event: NavigationEvent): Partial<Context> {
  if (event.type !== 'RAW') return {};
  const { source, code, key } = event;
  return probed(context, { source, code, key });
}

export type Snapshot = SnapshotFrom<typeof machine>;

/** Where a snapshot stands, in the words of the tables. */
export function standingOf(snapshot: Snapshot): Standing {
  const { screen, overlay } = snapshot.value as { screen: ScreenName; overlay: OverlayName | 'closed' };
  return { screen, overlay: overlay === 'closed' ? null : overlay };
}

/** What a snapshot looks like. */
export const frameOf = (snapshot: Snapshot) => present(standingOf(snapshot), snapshot.context);
