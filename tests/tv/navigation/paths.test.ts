// Every path of the machine, generated from it: all screens are reachable, Back leads home, something is always chosen.
import { getShortestPaths } from '@xstate/graph';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { PLACEMENTS } from '../../../src/contract/schedule.ts';
import type { NavigationEvent } from '../../../src/tv/navigation/events.ts';
import { isUnread } from '../../../src/tv/navigation/items.ts';
import { frameOf, machine, type Snapshot, standingOf } from '../../../src/tv/navigation/machine.ts';
import { OVERLAYS } from '../../../src/tv/overlays/table.ts';
import { REMOTE_KEYS } from '../../../src/tv/remote/keys.ts';
import { SCREENS } from '../../../src/tv/screens/table.ts';
import { CATALOGUE, CATEGORIES, GUIDES, ITEMS, itemAbout, NOW } from '../examples.ts';
import {
  athome,
  BEGINNING,
  BILLS_HERE,
  BOUND,
  booted,
  CATALOGUE_HERE,
  CODE,
  CONTACT_HERE,
  chosenIn,
  HOUSEHOLD_HERE,
  IDENTIFY,
  IDLE,
  KEYS,
  PIN_RIGHT,
  PIN_WRONG,
  press,
  REQUEST_HERE,
  REQUESTS_HERE,
  STANDBY,
  tell,
  whereIs,
} from './walk.ts';

/** A notice of one page, one of several on a banner: enough for every screen, few enough to walk all states. */
const FEW = [itemAbout('停水'), { ...itemAbout('智慧社区'), placements: ['banner' as const] }];
const URGENT = { ...itemAbout('老年卡'), placements: ['full' as const] };
const news = (items: readonly (typeof ITEMS)[number][]): NavigationEvent => ({
  type: 'ITEMS',
  items,
  now: NOW,
  confirmed: true,
  asOf: NOW,
  cursor: '370306:1',
});
const line = (status: 'online' | 'offline'): NavigationEvent => ({ type: 'LINE', status, asOf: NOW });

/** States that differ only in what was read, in size of type or in the sentence at the bottom are one. */
function serializeState(snapshot: Snapshot): string {
  const { homeFocus, list, reader, message, settingsFocus, installer, ready, line: status } = snapshot.context;
  const { pin, privately, activation, sign, full, channel, guidesFocus, guideList, guide, guideSearch } =
    snapshot.context;
  const { lifeFocus, outages, placeKinds, place: onePlace, offers } = snapshot.context;
  const { report, draft, sent, requests, request, requestCode, handover } = snapshot.context;
  const where = whereIs(snapshot);
  const place = {
    boot: [ready, status],
    home: homeFocus,
    list,
    reader,
    message: [message, list.category],
    activate: activation,
    household: privately,
    full: full?.id,
    channel,
    guides: guidesFocus,
    'guide-list': guideList,
    guide,
    life: lifeFocus,
    bills: privately,
    outages,
    places: placeKinds,
    place: onePlace,
    offers,
    contact: privately,
    report: [report, privately],
    'report-where': [draft?.step, draft?.index, draft?.editing],
    'report-what': [draft?.step, draft?.index, draft?.editing],
    'report-when': [draft?.step, draft?.index, draft?.editing],
    'report-review': draft?.index,
    'report-sent': sent?.outcome.kind,
    requests: [requests, privately],
    request: [request, privately],
    // One digit of a code is as good as another.
    'request-code': [requestCode.digits.length, requestCode.asking],
    handover: [handover, draft?.step],
    'guide-search': [guideSearch.told, guideSearch.digits === '' ? null : foundIn(snapshot)],
  }[where.split('+')[0] as keyof typeof SCREENS];
  const above = {
    settings: settingsFocus,
    installer: installer.focus,
    identify: sign,
  }[where.split('+')[1] ?? ''];
  // One digit is as good as another.
  const typed = pin && { ...pin, digits: pin.digits.length };
  return JSON.stringify([where, place, above, installer.nines, typed]);
}

/** One query is as good as another that finds as much. */
function foundIn(snapshot: Snapshot): unknown {
  const { screen } = frameOf(snapshot);
  return screen.name === 'guide-search' && [screen.total, screen.focus];
}

const pathsFrom = (fromState: Snapshot, events: readonly NavigationEvent[]) =>
  getShortestPaths(machine, { input: BEGINNING, fromState, events, serializeState });

/** Two guides of one department: one to be found, and one beside it. */
const TWO_GUIDES: NavigationEvent = {
  type: 'CATALOGUE',
  catalogue: {
    ...CATALOGUE,
    requests: CATEGORIES.filter(({ code }) => code === 'water'),
    guides: GUIDES.filter(({ number }) => number === '0201' || number === '0203'),
  },
};
const NOTHING_LEFT: NavigationEvent = {
  type: 'CATALOGUE',
  catalogue: { ...CATALOGUE, guides: [], outages: [], places: [], offers: [], requests: [] },
};
/** What the server says meanwhile: the remote alone cannot make a PIN right. */
const INSIDE = [HOUSEHOLD_HERE, BILLS_HERE, CONTACT_HERE, REQUESTS_HERE, REQUEST_HERE];
const SAID = [...[PIN_RIGHT, PIN_WRONG, ...INSIDE, IDENTIFY, CODE, STANDBY, NOTHING_LEFT], news([...FEW, URGENT])];
const started = (): Snapshot => tell(tell(booted(), TWO_GUIDES), news(FEW));
const fromHome = pathsFrom(started(), [...KEYS, ...SAID]);
const places = (paths: typeof fromHome) => [...new Set(paths.map(({ state }) => whereIs(state as Snapshot)))].sort();
/** A box without a credential has no home. */
const endOf = ({ context }: Snapshot) => (context.activation === null ? 'home' : 'activate');
const statesOf = (paths: typeof fromHome) => paths.map(({ state }) => state as Snapshot);

describe('by the remote alone', () => {
  it('every screen and every overlay over it is reached from home', () => {
    const screens = Object.keys(SCREENS).filter((name) => name !== 'boot');
    const overlays = ['', ...Object.keys(OVERLAYS).map((name) => `+${name}`)];
    const all = screens.flatMap((screen) => overlays.map((overlay) => screen + overlay));
    // A box in no household cannot be taken out of one; a phone goes on with a guide or a place
    // alone; and words are written where a request is looked over, or where it is.
    const none = (place: string) =>
      place === 'activate+pin' ||
      (/\+phone$/.test(place) && !/^(guide|place)\+/.test(place)) ||
      (/\+keyboard$/.test(place) && !/^report-(review|where)\+/.test(place));
    expect(places(fromHome)).toEqual(all.filter((place) => !none(place)).sort());
  });

  it('without colour keys, menu or home key too', () => {
    const plain = KEYS.filter(
      (event) => event.type === 'KEY' && !['red', 'green', 'yellow', 'blue', 'menu', 'home'].includes(event.key),
    );
    // In the search every digit is one that is typed, so help is a step back.
    const byMenu = (place: string) => /^(guide-search|report-what|request-code)\+(?!identify)/.test(place);
    expect(places(pathsFrom(started(), [...plain, ...SAID]))).toEqual(
      places(fromHome).filter((place) => !byMenu(place)),
    );
  });

  it('any notice is two presses away', () => {
    const near = fromHome.filter(({ state, weight }) => whereIs(state as Snapshot) === 'reader' && weight <= 2);
    expect(new Set(near.map(({ state }) => (state as Snapshot).context.reader?.id)).size).toBe(FEW.length);
  });

  it('Back, pressed again and again, leads home from every state, or to the code where there is no home', () => {
    for (const state of statesOf(fromHome)) {
      const path = [state];
      while (path.length <= 12 && whereIs(path[path.length - 1] ?? state) !== endOf(state)) {
        path.push(press(path[path.length - 1] ?? state, 'back'));
      }
      expect(whereIs(path[path.length - 1] ?? state)).toBe(endOf(state));
    }
  });

  it('no key leads anywhere that its screen does not name', () => {
    for (const state of statesOf(fromHome)) {
      const { screen, overlay } = standingOf(state);
      for (const key of REMOTE_KEYS) {
        const { to } = SCREENS[screen].press(state.context, key);
        expect([...SCREENS[screen].leadsTo, undefined]).toContain(to);
        if (!overlay) continue;
        const above = OVERLAYS[overlay].press(state.context, key).to;
        expect([...OVERLAYS[overlay].leadsTo, undefined]).toContain(above);
      }
    }
  });

  it('the home key leads home at once, but where every key is shown or closes a sign', () => {
    for (const state of statesOf(fromHome)) {
      const { overlay } = standingOf(state);
      const grabbed = overlay !== null && OVERLAYS[overlay].grabs === true;
      const { screen } = standingOf(press(state, 'home'));
      // At home there may wait what has not had its screen yet.
      const waits = state.context.items.includes(URGENT) && isUnread(URGENT, state.context.marks);
      const end = waits && endOf(state) === 'home' ? 'full' : endOf(state);
      expect(screen).toBe(grabbed ? standingOf(state).screen : end);
      if (!grabbed) expect(whereIs(press(state, 'home'))).toBe(end);
    }
  });

  it('nothing private is kept in any state but on a private screen, and no PIN but while it is asked for', () => {
    for (const state of statesOf(fromHome)) {
      const { screen, overlay } = standingOf(state);
      expect(state.context.privately !== null).toBe(SCREENS[screen].private === true);
      if (overlay !== 'identify') expect(state.context.pin !== null).toBe(overlay === 'pin');
    }
  });

  it('nobody comes to a private screen past the PIN', () => {
    const past = pathsFrom(started(), [...KEYS, PIN_WRONG, ...INSIDE, IDENTIFY]);
    for (const state of statesOf(past)) expect(SCREENS[standingOf(state).screen].private).toBeUndefined();
  });

  it('something is chosen in every state, and the keys that work are named', () => {
    expect(fromHome.length).toBeGreaterThan(100);
    for (const state of statesOf(fromHome)) {
      const frame = frameOf(state);
      expect(chosenIn(frame)).not.toBe('');
      expect(frame.chrome.hints.length).toBeGreaterThan(0);
    }
  });
});

describe('before there is anything to show', () => {
  const paths = pathsFrom(booted(), [...KEYS, line('offline'), CODE, BOUND, news(FEW)]);

  it('no key is dangerous and none leads to a screen that has nothing', () => {
    const early = statesOf(paths).filter(({ context }) => !context.ready);
    expect([...new Set(early.map((state) => whereIs(state).split('+')[0]))].sort()).toEqual([
      'activate',
      'boot',
      'message',
    ]);
    for (const state of early) expect(chosenIn(frameOf(state))).not.toBe('');
  });

  it('every state leads home as soon as notices come, and the code once it was typed', () => {
    for (const early of statesOf(paths).filter(({ context }) => !context.ready)) {
      const state = tell(early, BOUND);
      expect(whereIs(tell(state, news(FEW))).split('+')[0]).toBe('home');
    }
  });
});

describe('whatever is pressed, whatever happens meanwhile', () => {
  const key = fc.constantFrom(...REMOTE_KEYS).map((name): NavigationEvent => ({ type: 'KEY', key: name }));
  const some = fc.subarray([...ITEMS]).chain((items) =>
    fc
      .array(
        fc.record({
          revision: fc.integer({ min: 1, max: 3 }),
          placements: fc.subarray<NoticeItem['placements'][number]>([...PLACEMENTS]),
          weight: fc.integer({ min: 1, max: 10 }),
        }),
        { minLength: items.length, maxLength: items.length },
      )
      .map((changes) => news(items.map((item, index) => ({ ...item, ...changes[index] })))),
  );
  const happening = fc.oneof(
    { weight: 12, arbitrary: key },
    { weight: 2, arbitrary: some },
    { weight: 1, arbitrary: fc.constantFrom(line('online'), line('offline')) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[CODE, BOUND, PIN_RIGHT, PIN_WRONG, ...INSIDE, IDENTIFY, IDLE, STANDBY],
        ...[CATALOGUE_HERE, TWO_GUIDES, NOTHING_LEFT],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat(600)).map(([days, seconds]): NavigationEvent => {
        return { type: 'TICK', now: NOW + days * 86_400_000 + seconds * 1_000, sure: days > -3 };
      }),
    },
    { weight: 1, arbitrary: fc.constant<NavigationEvent>({ type: 'RAW', code: 7, source: 'keydown', key: null }) },
  );

  it('nothing throws, one thing is chosen, pages and rows are what they say, and Back leads home', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (events) => {
        let state = booted();
        for (const event of events) {
          state = tell(state, event);
          const frame = frameOf(state);
          chosenIn(frame);
          const { screen } = frame;
          if (screen.name === 'guide-list') expect(screen.cards.length).toBeLessThanOrEqual(9);
          if (screen.name === 'guide-search') expect(screen.rows.length).toBeLessThanOrEqual(5);
          if (screen.name === 'guide') expect(screen.lines.length).toBeGreaterThan(0);
          if (screen.name === 'list') expect(screen.rows.length).toBeLessThanOrEqual(5);
          if (screen.name === 'reader') expect(screen.lines.length).toBeGreaterThan(0);
          if (screen.name === 'message') expect(screen.text).not.toBe('');
        }
        // Each digit that was typed is a step of its own.
        const back = press(state, ...Array.from({ length: 20 }, () => 'back' as const));
        const end = state.context.ready || state.context.activation ? endOf(state) : whereIs(back);
        expect(whereIs(back)).toBe(end);
      }),
      { numRuns: 150 },
    );
  });

  it('a key does the same in a state reached by another way', () => {
    expect(serializeState(press(athome(), '1', 'back'))).toBe(
      serializeState(press(athome(), '1', 'ok', 'back', 'back')),
    );
  });
});
