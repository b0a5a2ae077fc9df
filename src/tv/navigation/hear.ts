// What news from outside changes in the context; where it leads is for the screens to settle.
import type { PrivateAnswer } from '../box/private.ts';
import { contentsOf } from '../catalogue/catalogue.ts';
import { CONTRACT } from '../constants.ts';
import { beginWith, type Context, HOME_START, NO_CODE, type PinTrouble } from './context.ts';
import type { NavigationEvent } from './events.ts';
import { withSettings } from './settings.ts';

type News = Exclude<NavigationEvent, { type: 'KEY' | 'RAW' }>;

export function hear(context: Context, event: News): Partial<Context> {
  switch (event.type) {
    case 'ITEMS':
      return {
        items: event.items,
        now: event.now,
        ready: true,
        confirmed: context.confirmed || event.confirmed,
        asOf: event.asOf ?? context.asOf,
        cursor: event.cursor,
      };
    case 'ALERTS':
      return { alerts: event.alerts, now: event.now };
    case 'LINE':
      return { line: event.status, asOf: event.asOf ?? context.asOf };
    case 'HOME':
      return { home: event.home };
    case 'CATALOGUE':
      return { catalogue: event.catalogue };
    case 'TICK':
      return {
        now: context.previewAt ?? event.now,
        clockSure: event.sure,
        installer: { ...context.installer, quiet: context.installer.quiet + elapsed(context.now, event.now) },
      };
    case 'SETTINGS':
      return { ...withSettings(context, event), profile: event.profile };
    case 'ACTIVATION':
      return context.activation === null && event.activation !== null
        ? { ...forgotten(context), activation: event.activation }
        : { activation: event.activation };
    case 'PIN':
      return pinHeard(context, event.trouble);
    case 'HOUSEHOLD':
      return privateHeard(context, event.answer, (household) => ({ household }));
    case 'BILLS':
      return privateHeard(context, event.answer, (bills) => ({ bills }));
    case 'CONTACT':
      return privateHeard(context, event.answer, (askedAt) => ({ askedAt }));
    case 'REQUESTS':
      return privateHeard(context, event.answer, (requests) => ({ requests }));
    case 'REQUEST': {
      const { answer } = event;
      if ('value' in answer && answer.value.id !== context.requests.id) return {};
      return privateHeard(context, answer, (request) => ({ request }));
    }
    case 'SENT':
      return sentHeard(context, event);
    case 'CODE':
      return event.code === context.requestCode.digits
        ? { requestCode: { ...context.requestCode, asking: false, answer: event.found }, note: null }
        : {};
    case 'HANDOVER':
      return context.handover ? { handover: event.handover } : {};
    case 'DICTIONARY':
      return { dictionary: event.dictionary, note: null };
    case 'IDLE':
      return { ...(context.pin && { pin: null, note: null }), requestCode: NO_CODE };
    case 'INSTALLER':
      return { installer: { ...context.installer, facts: event.facts } };
    case 'IDENTIFY':
      return { sign: event.sign };
    case 'STANDBY':
      return {
        ...(context.pin && { pin: null }),
        phone: null,
        draft: null,
        handover: null,
        keyboard: null,
        written: null,
        note: null,
      };
    case 'PREVIEW_HOME': {
      const { items, now, elder } = event;
      return { items, now, elder, ready: true, previewAt: now, homeFocus: HOME_START, held: null };
    }
    case 'PREVIEW_ALERT':
      return { alerts: [event.alert], seenAlerts: {}, ready: true, elder: event.elder };
    case 'PREVIEW_GUIDE': {
      const { guide, elder } = event;
      const { number } = guide;
      const place = context.guide?.number === number ? context.guide : null;
      return {
        catalogue: { ...contentsOf({ guides: [guide] }), phone: null, asOf: context.now },
        ready: true,
        elder,
        guide: place ?? { number, tab: 0, page: 0, from: 'guide-list' },
      };
    }
    case 'PREVIEW': {
      const { id, revision } = event.item;
      const page = context.reader?.id === id ? context.reader.page : 0;
      return { items: [event.item], ready: true, elder: event.elder, reader: { id, revision, page, from: 'home' } };
    }
  }
}

const MINUTE_MS = 60_000;
/** A clock that is corrected by years does not mean that nobody touched the remote for years. */
const elapsed = (before: number, now: number): number => Math.max(0, Math.min(now - before, MINUTE_MS));

/** The box belongs to no home any more: nothing of the old one stays, but how its people like to read. */
function forgotten({ elder, motion, profile, previewing, now, clockSure }: Context): Partial<Context> {
  return {
    ...beginWith({ elder, motion, profile, previewing, now, marks: {}, seenAlerts: {}, openings: {}, home: null }),
    clockSure,
  };
}

/** A late answer, to a PIN that nobody is asked for any more, changes nothing; any other ends what a hurried key was told. */
function pinHeard({ pin, pinLockedUntil, now }: Context, trouble: PinTrouble | null): Partial<Context> {
  if (!pin?.asking) return {};
  if (trouble === null) return { pin: null, pinLockedUntil: null, note: null };
  // The server does not say since when: the end is counted from when it was first said.
  const until = pinLockedUntil !== null && pinLockedUntil > now ? pinLockedUntil : now + CONTRACT.pinLockMs;
  return {
    pin: { ...pin, digits: '', asking: false, trouble },
    pinLockedUntil: trouble === 'locked' ? until : pinLockedUntil,
    note: null,
  };
}

function privateHeard<T>(
  { privately }: Context,
  answer: PrivateAnswer<T>,
  shown: (value: T) => Partial<NonNullable<Context['privately']>>,
): Partial<Context> {
  if (!privately) return {};
  const change =
    'trouble' in answer ? ({ trouble: 'unreachable' } as const) : { ...shown(answer.value), trouble: null };
  const note = ('value' in answer && answer.refused) || null;
  return { privately: { ...privately, ...change }, note };
}

/** Who looks at it sees how it goes; what nobody looks at waits to be told, once it has come to an end. */
function sentHeard(
  { sent, outbox, screen }: Context,
  { report, waiting }: Extract<News, { type: 'SENT' }>,
): Partial<Context> {
  const now = { ...outbox, waiting };
  if (report && screen === 'report-sent' && sent && (sent.key === '' || sent.key === report.key))
    return { sent: report, outbox: now, note: null };
  if (!report || report.outcome.kind === 'sending' || report.outcome.kind === 'kept') return { outbox: now };
  const others = outbox.told.filter(({ key }) => key !== report.key);
  return { outbox: { ...now, told: [...others, report] } };
}

/** The sheet shows the last keys, newest below. */
const RAW_KEYS = 8;

export function probed({ installer }: Context, key: Context['installer']['raw'][number]): Partial<Context> {
  return { installer: { ...installer, raw: [...installer.raw, key].slice(-RAW_KEYS), quiet: 0 } };
}
