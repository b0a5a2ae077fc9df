// The television app without a picture: remote, navigation and the box wired together; whoever draws is handed frames.
import { createActor } from 'xstate';
import type { BoxHome } from '../contract/boxes.ts';
import { signOf } from '../domain/boxes/sign.ts';
import { type LiveActivation, startActivation } from './activation/activation.ts';
import { factsOf } from './activation/facts.ts';
import { createVoice } from './alerts/voice.ts';
import { createIdle, type Idle } from './box/idle.ts';
import { type Inspection, inspect } from './box/inspect.ts';
import { type LiveBox, startBox } from './box/live-box.ts';
import { withChanges } from './catalogue/favourites.ts';
import { CONTRACT } from './constants.ts';
import { type Cache, cacheOn } from './feed/cache.ts';
import { createClock } from './feed/clock.ts';
import { newInstance } from './feed/report.ts';
import { readSession, sessionOn } from './feed/session.ts';
import { chosen, settingsInForce } from './in-force.ts';
import { loadDictionary } from './keyboard/load.ts';
import { createLog } from './log.ts';
import { seenToKeep } from './navigation/alerts.ts';
import type { Intent } from './navigation/context.ts';
import type { NavigationEvent } from './navigation/events.ts';
import { alertsOn, type Frame } from './navigation/frame.ts';
import { frameOf, machine, type Snapshot, standingOf } from './navigation/machine.ts';
import { marksToKeep } from './navigation/marks.ts';
import { nextMoment } from './navigation/wake.ts';
import type { Cancel, Device, Http, Loudspeaker, OpenStream, Place, Random, Shelf, Timers } from './ports.ts';
import { listenForPreviews } from './preview.ts';
import { listen, type RawKey } from './remote/listen.ts';
import { chooseProfile, keyOf, type ProfileName } from './remote/profiles.ts';
import { createRepeatFilter } from './remote/repeat.ts';

/** What `settings.json` says of the app; the operator's word at a distance goes before it, a resident's own choice before both. */
export interface AppSettings {
  readonly remote: 'auto' | ProfileName;
  readonly elder: boolean;
  readonly motion: boolean;
  /** Minutes without a key after which a lobby's screen begins its loop; 0: never. */
  readonly standby: number;
}

export interface AppParts {
  readonly settings: AppSettings;
  /** The operator's root key (base64url), where settings.json names it; null: the first that answers is believed. */
  readonly root: string | null;
  readonly http: Http;
  readonly eventSource: OpenStream;
  readonly shelf: Shelf;
  readonly timers: Timers;
  readonly random: Random;
  readonly location: Place;
  readonly document: Document;
  readonly device: Device;
  readonly loudspeaker: Loudspeaker;
  /** Called at once with the first frame, then whenever what is on the screen may have changed; `drawn`: it is on it. */
  readonly onFrame: (frame: Frame, drawn: () => void) => void;
}

export interface App {
  /** A native key code from a bridge of the box, in place of a key event of the page. */
  key(code: number): void;
  stop(): void;
}

const MINUTE_MS = 60_000;
/** How long a box shows its sign to those who look for it. */
const SIGN_MS = 30_000;

/** As last heard, with what the household has changed since. */
function homeOn({ home, favouriteChanges }: Cache): BoxHome | null {
  const found = home.read();
  return found && { ...found, favourites: [...withChanges(found.favourites, favouriteChanges.read() ?? [])] };
}

/** Starts the app; in a browser the parts come from `browserParts(window)` of browser.ts. */
export function startApp(parts: AppParts): App {
  const { shelf, timers, random, http, location, document, device } = parts;
  const previewing = /[?&]preview=1(&|$)/.test(location.search);
  const cache = cacheOn(shelf);
  const session = previewing ? { token: null, changed: false } : readSession(location, shelf);
  if (session.changed) cache.clear();
  const home = previewing ? null : homeOn(cache);
  let choice = (previewing ? null : cache.choice.read()) ?? {};
  let inForce = settingsInForce(parts.settings, home?.settings ?? {}, choice);
  const globals = document.defaultView ?? {};
  let profile = chooseProfile(inForce.remote, globals);
  const clock = createClock(timers, shelf, tick);
  const log = createLog(clock.now);
  const instance = newInstance(random, timers.wall());

  const actor = createActor(machine, {
    input: {
      elder: inForce.elder,
      motion: inForce.motion,
      marks: (previewing ? null : cache.marks.read()) ?? {},
      seenAlerts: (previewing ? null : cache.seenAlerts.read()) ?? {},
      openings: (previewing ? null : cache.openings.read()) ?? {},
      home,
      profile: profile.name,
      previewing,
      now: clock.now(),
    },
  });

  let box: LiveBox | null = null;
  let activation: LiveActivation | null = null;
  let inspection: Inspection | null = null;
  let cancelTick: Cancel = () => undefined;
  let cancelSign: Cancel = () => undefined;

  function send(event: NavigationEvent): void {
    actor.send(event);
    if (event.type === 'ITEMS' || event.type === 'ALERTS') scheduleTick();
    if (event.type === 'HOME') obey(event.home);
  }

  function tick(): void {
    actor.send({ type: 'TICK', now: clock.now(), sure: previewing || clock.sure() });
    scheduleTick();
  }

  function scheduleTick(): void {
    const now = clock.now();
    const snapshot = actor.getSnapshot();
    const next = nextMoment(standingOf(snapshot).screen, snapshot.context, now);
    cancelTick();
    cancelTick = timers.after(Math.max(0, Math.ceil(next - now)), tick);
  }

  /** What the operator has set at a distance, without a restart. */
  function obey({ settings }: BoxHome): void {
    inForce = settingsInForce(parts.settings, settings, choice);
    const { elder, motion, remote } = inForce;
    waitForStandby();
    const wanted = chooseProfile(remote, globals);
    const { context } = actor.getSnapshot();
    if (wanted.name === profile.name && elder === context.elder && motion === context.motion) return;
    if (wanted.name !== profile.name) {
      log.info(`remote: ${wanted.name}`);
      profile = wanted;
      deaf();
      deaf = listen(document, profile, onRaw);
    }
    actor.send({ type: 'SETTINGS', elder, motion, profile: profile.name });
  }

  function act(intent: Intent): void {
    switch (intent.type) {
      case 'marks':
        cache.marks.write(marksToKeep(intent.marks, actor.getSnapshot().context.items));
        break;
      case 'alerts-seen':
        cache.seenAlerts.write(seenToKeep(intent.seen, actor.getSnapshot().context.alerts));
        scheduleTick();
        break;
      case 'settings':
        choice = chosen(choice, inForce, intent);
        inForce = { ...inForce, elder: intent.elder, motion: intent.motion };
        if (!previewing) cache.choice.write(choice);
        break;
      case 'activate':
        activation?.again();
        break;
      case 'load-dictionary':
        void loadDictionary({ http, shelf, timers }).then((dictionary) =>
          actor.send({ type: 'DICTIONARY', dictionary }),
        );
        break;
      case 'test-network':
        inspection?.again();
        break;
      default:
        box?.act(intent);
    }
  }

  function live(token: string): void {
    const { eventSource, root } = parts;
    const told = { http, eventSource, timers, random, device, cache, clock, log, root, send, instance };
    box = startBox({ ...told, token, session: sessionOn(shelf), identify: showSign, onRefused: forget });
  }

  /** The server has taken the credential back: nothing of that home stays on the box. */
  function forget(): void {
    box?.stop();
    box = null;
    sessionOn(shelf).remove();
    location.dropHash();
    cache.clear();
    seek();
  }

  /** Shows a code until somebody binds this box to a household. */
  function seek(): void {
    activation = startActivation({
      ...{ http, timers, random, log, facts: factsOf(device) },
      emit: (shown) => actor.send({ type: 'ACTIVATION', activation: shown }),
      onToken(token) {
        activation = null;
        if (!sessionOn(shelf).write(token)) log.warn('activation: the shelf refused the credential');
        actor.send({ type: 'ACTIVATION', activation: null });
        live(token);
      },
    });
  }

  function showSign(): void {
    const { home } = actor.getSnapshot().context;
    const sign = home ? signOf(home.id) : '????';
    actor.send({ type: 'IDENTIFY', sign });
    cancelSign();
    cancelSign = timers.after(SIGN_MS, () => actor.send({ type: 'IDENTIFY', sign: null }));
  }

  /** What the installer's sheet tells is only measured while somebody looks at it. */
  function inspectWhile(open: boolean): void {
    if (open === (inspection !== null)) return;
    inspection?.stop();
    inspection = null;
    if (!open) return;
    inspection = inspect({
      ...{ http, timers, device, skew: clock.skew },
      boxId: () => actor.getSnapshot().context.home?.id ?? null,
      stream: () => box?.stream() ?? null,
      emit: (facts) => actor.send({ type: 'INSTALLER', facts }),
    });
  }

  const idle = createIdle(timers, CONTRACT.privateIdleMs, () => actor.send({ type: 'IDLE' }));
  let standby: Idle | null = null;
  let standbyMinutes = 0;
  /** Minutes without a key after which the loop begins are the operator's to say, also while the app runs. */
  function waitForStandby(): void {
    if (!previewing && inForce.standby !== standbyMinutes) {
      standby?.stop();
      standbyMinutes = inForce.standby;
      const ms = standbyMinutes * MINUTE_MS;
      standby = ms > 0 ? createIdle(timers, ms, () => actor.send({ type: 'STANDBY' })) : null;
    }
    standby?.watch(true);
  }

  const accepts = createRepeatFilter(timers.steady);
  function onRaw({ source, code }: RawKey): void {
    const key = keyOf(profile, source, code) ?? null;
    idle.touch();
    standby?.touch();
    actor.send({ type: 'RAW', code, source, key });
    if (key && accepts(key)) actor.send({ type: 'KEY', key });
  }

  const voice = createVoice(parts.loudspeaker, timers);
  let shown: Snapshot | null = null;
  const show = (snapshot: Snapshot) => {
    if (snapshot === shown) return;
    shown = snapshot;
    const { pin, privately, requestCode, cursor } = snapshot.context;
    idle.watch(pin !== null || privately !== null || requestCode.digits !== '');
    waitForStandby();
    const frame = frameOf(snapshot);
    voice.follow(frame.alert?.heard ?? null);
    parts.onFrame(frame, () => box?.drawn(cursor, alertsOn(frame)));
    inspectWhile(standingOf(snapshot).overlay === 'installer');
    // A key has left what carries an alert, which has the screen from now on: by the clock, not by its last tick.
    if (frame.alert?.sheet?.reading === false && snapshot.context.alertSince === null) {
      cancelTick();
      cancelTick = timers.after(0, tick);
    }
  };

  actor.on('*', act);
  actor.start();
  tick();
  const stopPreviews = previewing ? listenForPreviews(document, location, actor.send) : null;
  let deaf = listen(document, profile, onRaw);
  const stopFaults = device.onFault((text) => log.error(text));
  if (session.token !== null) live(session.token);
  else if (!previewing) seek();

  // Only now: what is kept on the box is the first thing to be seen, not the boot screen.
  actor.subscribe(show);
  show(actor.getSnapshot());

  return {
    key: (code) => onRaw({ source: 'bridge', code }),
    stop() {
      deaf();
      stopFaults();
      stopPreviews?.();
      box?.stop();
      activation?.stop();
      inspection?.stop();
      idle.stop();
      standby?.stop();
      cancelSign();
      cancelTick();
      voice.follow(null);
      actor.stop();
    },
  };
}
