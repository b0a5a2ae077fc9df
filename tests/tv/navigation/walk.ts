// Walks the machine without an actor: a state, an event, the next state and what it told the outside.
import { getInitialSnapshot, transition } from 'xstate';
import { readBills, type UtilityBills } from '../../../src/contract/bills.ts';
import {
  type HandoverDraft,
  listOwnRequests,
  type OwnRequest,
  type OwnRequestDetail,
  openHandover,
  readOwnRequest,
  type SentRequest,
  sendRequest,
} from '../../../src/contract/box-requests.ts';
import { HouseholdView, readHousehold } from '../../../src/contract/households.ts';
import type { Instant } from '../../../src/contract/time.ts';
import type { Beginning, Intent } from '../../../src/tv/navigation/context.ts';
import type { NavigationEvent } from '../../../src/tv/navigation/events.ts';
import type { Frame } from '../../../src/tv/navigation/frame.ts';
import { frameOf, machine, type Snapshot, standingOf } from '../../../src/tv/navigation/machine.ts';
import { REMOTE_KEYS, type RemoteKey } from '../../../src/tv/remote/keys.ts';
import { CATALOGUE, HOME, ITEMS, NOW } from '../examples.ts';

export const BEGINNING: Beginning = {
  elder: true,
  motion: true,
  marks: {},
  seenAlerts: {},
  openings: {},
  home: HOME,
  profile: 'rdk',
  previewing: false,
  now: NOW,
};

export const ITEMS_HERE: NavigationEvent = {
  type: 'ITEMS',
  items: ITEMS,
  now: NOW,
  confirmed: true,
  asOf: NOW,
  cursor: '',
};
export const CATALOGUE_HERE: NavigationEvent = { type: 'CATALOGUE', catalogue: CATALOGUE };
export const ONLINE: NavigationEvent = { type: 'LINE', status: 'online', asOf: NOW };
export const CODE: NavigationEvent = {
  type: 'ACTIVATION',
  activation: { step: 'code', userCode: '7K3M-9XPA', link: 'https://tv.example/a', minutes: 15, offline: false },
};
export const BOUND: NavigationEvent = { type: 'ACTIVATION', activation: null };
export const PIN_RIGHT: NavigationEvent = { type: 'PIN', trouble: null };
export const PIN_WRONG: NavigationEvent = { type: 'PIN', trouble: 'wrong' };
export const HOUSEHOLD: HouseholdView = HouseholdView.parse(readHousehold.example.reply);
export const HOUSEHOLD_HERE: NavigationEvent = { type: 'HOUSEHOLD', answer: { value: HOUSEHOLD } };
export const BILLS: readonly UtilityBills[] = readBills.reply.parse(readBills.example.reply).items;
export const BILLS_HERE: NavigationEvent = { type: 'BILLS', answer: { value: BILLS } };
export const CONTACT_HERE: NavigationEvent = {
  type: 'CONTACT',
  answer: { value: new Date(NOW).toISOString() as Instant },
};
export const OWN: readonly OwnRequest[] = listOwnRequests.reply.parse(listOwnRequests.example.reply).items;
export const OWN_DETAIL: OwnRequestDetail = readOwnRequest.reply.parse(readOwnRequest.example.reply);
export const REQUESTS_HERE: NavigationEvent = { type: 'REQUESTS', answer: { value: OWN } };
export const REQUEST_HERE: NavigationEvent = { type: 'REQUEST', answer: { value: OWN_DETAIL } };
export const SENT: SentRequest = sendRequest.reply.parse(sendRequest.example.reply);
const handedOver = openHandover.reply.parse(openHandover.example.reply);
export const HANDOVER_DRAFT: HandoverDraft = handedOver.draft;
export const HANDOVER_HERE: NavigationEvent = {
  type: 'HANDOVER',
  handover: { ...handedOver, id: '019ab000-0000-7000-8000-00000000b501', trouble: false },
};
export const IDENTIFY: NavigationEvent = { type: 'IDENTIFY', sign: '00B1' };
export const IDLE: NavigationEvent = { type: 'IDLE' };
export const STANDBY: NavigationEvent = { type: 'STANDBY' };
export const KEYS: readonly NavigationEvent[] = REMOTE_KEYS.map((key) => ({ type: 'KEY', key }));

/** A television that was switched on, before anything is known. */
export const booted = (beginning: Partial<Beginning> = {}): Snapshot =>
  getInitialSnapshot(machine, { ...BEGINNING, ...beginning });

export const tell = (snapshot: Snapshot, event: NavigationEvent): Snapshot => transition(machine, snapshot, event)[0];

/** The same with the intents that were told on the way. */
export function step(snapshot: Snapshot, event: NavigationEvent): { snapshot: Snapshot; intents: Intent[] } {
  const [next, actions] = transition(machine, snapshot, event);
  const intents = actions.flatMap(({ type, params }) =>
    (type as string) === 'xstate.emit' ? [(params as { event: Intent }).event] : [],
  );
  return { snapshot: next, intents };
}

export const press = (snapshot: Snapshot, ...keys: readonly RemoteKey[]): Snapshot =>
  keys.reduce((now, key) => tell(now, { type: 'KEY', key }), snapshot);

/** On the home screen with the examples, online. */
export const athome = (beginning: Partial<Beginning> = {}): Snapshot =>
  tell(tell(tell(booted(beginning), ITEMS_HERE), CATALOGUE_HERE), ONLINE);

/** In the list of notices of one kind. */
export function listing(title: string, snapshot = athome()): Snapshot {
  let state = press(snapshot, '1');
  for (let tries = 0; tries < 7 && screenOf(state, 'list').title !== title; tries += 1) state = press(state, '6');
  if (screenOf(state, 'list').title !== title) throw new Error(`no list of ${title}`);
  return state;
}

/** `list` or `list+help` */
export function whereIs(snapshot: Snapshot): string {
  const { screen, overlay } = standingOf(snapshot);
  return overlay ? `${screen}+${overlay}` : screen;
}

/** Several screens may share a model. */
type ModelOf<Name, Each = Frame['screen']> = Each extends { readonly name: infer N }
  ? Name extends N
    ? Each
    : never
  : never;

export function screenOf<Name extends Frame['screen']['name']>(snapshot: Snapshot, name: Name): ModelOf<Name> {
  const { screen } = frameOf(snapshot);
  if (screen.name !== name) throw new Error(`the ${screen.name} screen is shown, not ${name}`);
  return screen as unknown as ModelOf<Name>;
}

/** What the resident sees as chosen: one thing, by name; throws where there is none. */
export function chosenIn({ screen, overlay }: Frame): string {
  if (overlay) {
    if (overlay.name === 'installer') {
      const action = overlay.actions[overlay.focus];
      if (!action) throw new Error('no button is chosen');
      return action;
    }
    if (overlay.name === 'pin' && !(overlay.typed >= 0 && overlay.typed <= 6))
      throw new Error(`${overlay.typed} digits`);
    if (overlay.name !== 'settings') return overlay.name;
    const option = overlay.options[overlay.focus];
    if (!option) throw new Error('no setting is chosen');
    return option.label;
  }
  switch (screen.name) {
    case 'home': {
      const { area, index } = screen.focus;
      const { banner, hero, latest, tiles } = screen;
      const chosen = { banner, hero, latest: latest[index], tiles: tiles[index] }[area];
      if (!chosen) throw new Error(`nothing at ${area} ${index}`);
      return `${area} ${index}`;
    }
    case 'list': {
      const row = screen.rows[screen.focus];
      if (!row) throw new Error(`no row ${screen.focus}`);
      return row.id;
    }
    case 'life':
    case 'places':
    case 'bills': {
      const card = screen.cards[screen.focus];
      if (!card && !('text' in screen && screen.text)) throw new Error(`no card ${screen.focus}`);
      return card?.label ?? 'page';
    }
    case 'outages':
    case 'place': {
      const row = screen.rows[screen.focus];
      if (!row && !('text' in screen && screen.text)) throw new Error(`no row ${screen.focus}`);
      return row?.id ?? 'page';
    }
    case 'offers':
      if (screen.text === null && !screen.columns[screen.focus]) throw new Error(`no column ${screen.focus}`);
      return screen.columns[screen.focus]?.id ?? 'page';
    case 'guides': {
      const card = screen.cards[screen.focus];
      if (!card) throw new Error(`no card ${screen.focus}`);
      return card.label;
    }
    case 'guide-list': {
      const card = screen.cards[screen.focus];
      if (!card) throw new Error(`no card ${screen.focus}`);
      return card.id;
    }
    case 'guide-search':
      if (screen.text === null && !screen.rows[screen.focus]) throw new Error(`no row ${screen.focus}`);
      return screen.rows[screen.focus]?.id ?? 'typed';
    case 'guide':
      if (!screen.tabs[screen.tab] || screen.page < 1 || screen.page > screen.pages)
        throw new Error(`no page ${screen.page} of tab ${screen.tab}`);
      return `${screen.tabs[screen.tab]} ${screen.page}`;
    case 'report':
      if (screen.focus >= 9 ? !screen.below[screen.focus - 9] : !screen.cards[screen.focus])
        throw new Error(`no card ${screen.focus}`);
      return `card ${screen.focus}`;
    case 'report-where':
    case 'report-what':
    case 'report-when':
      if (screen.typed === null && !screen.cards[screen.focus]) throw new Error(`no answer ${screen.focus}`);
      return screen.cards[screen.focus]?.label ?? 'typed';
    case 'report-review': {
      const { area, index } = screen.focus;
      const chosen = screen[area][index];
      if (!chosen) throw new Error(`nothing at ${area} ${index}`);
      return chosen.label;
    }
    case 'requests':
      if (screen.text === null && !screen.rows[screen.focus]) throw new Error(`no row ${screen.focus}`);
      return screen.rows[screen.focus]?.id ?? 'page';
    case 'request':
      if (screen.focus >= 0 && !screen.actions[screen.focus]) throw new Error(`no action ${screen.focus}`);
      return screen.actions[screen.focus]?.label ?? 'page';
    case 'reader':
    case 'full':
    case 'channel':
      if (screen.page < 1 || screen.page > screen.pages) throw new Error(`no page ${screen.page}`);
      return `page ${screen.page}`;
    case 'household':
      if (screen.text === null && !screen.boxes[screen.focus]) throw new Error(`no box ${screen.focus}`);
      return `box ${screen.focus}`;
    default:
      return screen.name;
  }
}
