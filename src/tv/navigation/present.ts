// Turns where the machine is and what it knows into one frame: the screen, the overlay, and the bars around them.
import { presentAlerts } from '../alerts/present.ts';
import { OVERLAYS } from '../overlays/table.ts';
import { SCREENS } from '../screens/table.ts';
import { clockText, dayKey, momentText } from '../texts/dates.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import type { Context, OverlayName, ScreenName } from './context.ts';
import type { Chrome, Frame } from './frame.ts';
import { whatIsOn } from './items.ts';

/** Where the machine stands; `overlay` null: none is open. */
export interface Standing {
  readonly screen: ScreenName;
  readonly overlay: OverlayName | null;
}

export function present({ screen, overlay }: Standing, context: Context): Frame {
  return {
    chrome: chromeOf({ screen, overlay }, context),
    screen: SCREENS[screen].present(context),
    overlay: overlay && OVERLAYS[overlay].present(context),
    alert: presentAlerts(context),
    elder: context.elder,
    motion: context.motion,
  };
}

function chromeOf({ screen, overlay }: Standing, context: Context): Chrome {
  const { home, now, clockSure, note } = context;
  return {
    community: home?.community.name ?? '',
    clock: clockSure ? clockText(now) : '',
    date: clockSure ? almanacText(context) : '',
    status: statusOf(context, SCREENS[screen].asOf),
    ticker: screen === 'home' ? tickerOf(context) : [],
    hints: (overlay ? OVERLAYS[overlay] : SCREENS[screen]).hints(context),
    note,
  };
}

/** Empty when the box has been without the server for longer than the almanac reaches. */
function almanacText({ home, now }: Context): string {
  const today = home?.almanac.find(({ day }) => day === dayKey(now));
  return today ? `${today.date} ${today.weekday} ${today.lunar}` : '';
}

/** Said only where something is shown that may not be the newest. */
function statusOf(context: Context, asOfScreen?: (context: Context) => number | null): Chrome['status'] {
  const { ready, line, confirmed, now, previewing } = context;
  const asOf = asOfScreen ? asOfScreen(context) : context.asOf;
  if (!ready || previewing || line === 'online') return null;
  const when = asOf === null ? null : momentText(asOf, now);
  if (line === 'offline') {
    return { kind: 'offline', text: when ? TEXTS.status.offline(when) : TEXTS.status.offlineUndated };
  }
  // A stream that just broke is usually back in a moment; what is shown is seconds old.
  if (confirmed) return null;
  return { kind: 'stale', text: when ? TEXTS.status.stale(when) : TEXTS.status.staleUndated };
}

function tickerOf(context: Context): string[] {
  return whatIsOn(context).ticker.map((item) => item.title);
}
