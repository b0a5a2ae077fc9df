// Which alert has the screen, which stand above it as a band, and what the keys do about them.
import type { AlertItem } from '../../contract/alerts.ts';
import type { NoticeItem } from '../../contract/feed.ts';
import { isCarriedBy } from '../../domain/alerts/carried.ts';
import { isInForce } from '../../domain/alerts/in-force.ts';
import { preempt } from '../../domain/alerts/preempt.ts';
import { leastMs, mayGo, type Presentation, presentationOf } from '../../domain/alerts/presentation.ts';
import { sheetPages } from '../alerts/pages.ts';
import type { RemoteKey } from '../remote/keys.ts';
import { placeIn } from '../screens/channel/definition.ts';
import { SCREENS } from '../screens/table.ts';
import { ALERT_TEXTS } from '../texts/alerts.zh-CN.ts';
import type { Context } from './context.ts';
import type { Move } from './definition.ts';

/** What was acknowledged, by the alert's id: the revision. */
export type SeenAlerts = Readonly<Record<string, number>>;

export interface Attention {
  /** Over everything; null: the screen is free. */
  readonly full: AlertItem | null;
  /** The resident has opened it again: any key that closes closes. */
  readonly reading: boolean;
  /** Above the screen, covering nothing; null where none is. */
  readonly band: AlertItem | null;
  /** Would have the screen, were it not carried by what has it: heard all the same. */
  readonly beside: AlertItem | null;
  /** In force, the first to be heeded first. */
  readonly all: readonly AlertItem[];
}

const NONE: Attention = { full: null, reading: false, band: null, beside: null, all: [] };

export function attentionOf(context: Context): Attention {
  const { ready, activation, alertView } = context;
  // A box without a home hears of no alerts, and where none are held none need sorting.
  if (!ready || activation !== null || context.alerts.length === 0) return NONE;
  const all = inForce(context);
  const shown = all.map((alert) => {
    return { alert, as: presentationOf(alert, isSeen(alert, context), isCarried(alert, context)) };
  });
  const first = (...ways: Presentation[]) => shown.find(({ as }) => ways.indexOf(as) >= 0)?.alert ?? null;
  const urgent = first('full');
  const viewed = all.find(({ id }) => id === alertView?.id) ?? null;
  const band = first('band', 'beside') ?? first('line');
  return { full: urgent ?? viewed, reading: urgent === null && viewed !== null, band, beside: first('beside'), all };
}

function inForce({ alerts, now, clockSure, previewing }: Context): AlertItem[] {
  const clock = { now, sure: clockSure };
  return alerts.filter((alert) => previewing || isInForce(alert, clock)).sort(preempt);
}

/** What has the screen already keeps it: it does not come and go with what a loop below it shows. */
const isCarried = (alert: AlertItem, context: Context): boolean =>
  context.alertSince?.id !== alert.id && isCarriedBy(alert, noticeInSight(context));

/** The notice that has the screen; null: none has. */
function noticeInSight(context: Context): NoticeItem | null {
  const { screen, items } = context;
  if (screen === 'channel') return placeIn(context)?.item ?? null;
  if (screen !== 'full' && screen !== 'reader') return null;
  return items.find(({ id }) => id === context[screen]?.id) ?? null;
}

const isSeen = ({ id, revision }: AlertItem, { seenAlerts }: Context): boolean => (seenAlerts[id] ?? 0) >= revision;

/** The next moment (ms) after `now` at which an alert comes, goes, or may be put away; null: none. */
export function nextAlertEdge({ alerts, alertSince }: Context, now: number): number | null {
  const edges = alerts.flatMap(({ validFrom, validTo }) => [Date.parse(validFrom), Date.parse(validTo)]);
  const held = alerts.find(({ id }) => id === alertSince?.id);
  if (held && alertSince) edges.push(alertSince.at + leastMs(held.severity));
  const coming = edges.filter((edge) => edge > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** Of alerts that the box holds no longer nothing is kept. */
export const seenToKeep = (seen: SeenAlerts, alerts: Context['alerts']): SeenAlerts =>
  Object.fromEntries(alerts.flatMap(({ id }) => (seen[id] === undefined ? [] : [[id, seen[id]]])));

/** What has to be remembered once the context has changed: since when the alert on the screen has been there. */
export function withAttention(context: Context): Partial<Context> {
  const { full, reading } = attentionOf(context);
  const { alertSince: since, now } = context;
  if (!full || reading) return since === null ? {} : { alertSince: null };
  // A clock that was set back would hold it for ever.
  if (since?.id === full.id && since.revision === full.revision && since.at <= now) return {};
  const page = since?.id === full.id && since.revision === full.revision ? context.alertPage : 0;
  return { alertSince: { id: full.id, revision: full.revision, at: now }, alertPage: page };
}

/** Every key is the alert's while it has the screen, but for the size of type. */
export const alertCovers = (context: Context, key: RemoteKey): boolean =>
  key !== 'green' && attentionOf(context).full !== null;

/** Many remotes have no colours; while a PIN is typed, and where a screen has its own 8, a digit is a digit. */
export const opensAlert = (context: Context, key: RemoteKey): boolean =>
  (key === 'red' || (key === '8' && eightIsFree(context) && context.pin === null)) &&
  attentionOf(context).all.length > 0;

export const eightIsFree = ({ screen }: Pick<Context, 'screen'>): boolean => !SCREENS[screen].takes?.includes('8');

export function pressAlert(context: Context, key: RemoteKey): Move<never> {
  const { full, reading, all } = attentionOf(context);
  if (!full) return { change: { alertView: { id: all[0]?.id ?? '' }, alertPage: 0, note: null } };
  const pages = sheetPages(full, context.elder).length;
  const page = Math.min(context.alertPage, pages - 1);
  switch (key) {
    case 'right':
    case 'down':
    case 'pageDown':
      return page + 1 < pages ? turn(page + 1) : reading ? readNext(context, all, full) : said(ALERT_TEXTS.lastPage);
    case 'left':
    case 'up':
    case 'pageUp':
      return page > 0 ? turn(page - 1) : said(ALERT_TEXTS.firstPage);
    case 'ok':
      return page + 1 < pages && !reading ? turn(page + 1) : putAway(context, full, reading);
    case 'back':
    case 'red':
    case '8':
      return reading || (key === 'back' && full.severity !== 'red')
        ? putAway(context, full, reading)
        : held(context, full);
    default:
      return reading ? {} : held(context, full);
  }
}

const turn = (page: number): Move<never> => ({ change: { alertPage: page, note: null } });
const said = (note: string): Move<never> => ({ change: { note } });

function readNext(context: Context, all: readonly AlertItem[], full: AlertItem): Move<never> {
  const next = all[all.indexOf(full) + 1];
  if (!next) return said(ALERT_TEXTS.lastPage);
  return seen(context, full, { alertView: { id: next.id }, alertPage: 0 });
}

function putAway(context: Context, full: AlertItem, reading: boolean): Move<never> {
  if (reading) return seen(context, full, { alertView: null, alertPage: 0 });
  const since = context.alertSince?.at ?? context.now;
  return mayGo(full, context.now - since)
    ? seen(context, full, { alertView: null, alertPage: 0 })
    : held(context, full);
}

/** Why this key does nothing. */
function held({ alertSince, now }: Context, { severity }: AlertItem): Move<never> {
  const left = leastMs(severity) - (now - (alertSince?.at ?? now));
  return said(left > 0 ? ALERT_TEXTS.wait(Math.ceil(left / 1000)) : ALERT_TEXTS.onlyOk);
}

function seen(context: Context, { id, revision }: AlertItem, change: Partial<Context>): Move<never> {
  const seenAlerts = { ...context.seenAlerts, [id]: revision };
  return { change: { ...change, seenAlerts, note: null }, intents: [{ type: 'alerts-seen', seen: seenAlerts }] };
}
