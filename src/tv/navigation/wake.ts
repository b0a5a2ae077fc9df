// When the picture changes next without a key or news: the app sets its clock by it, and sleeps till then.
import { nextChange } from '../../domain/schedule/airing.ts';
import { HOME_TURN_MS } from '../../domain/schedule/on-now.ts';
import { placeIn } from '../screens/channel/definition.ts';
import { takesTurns } from '../screens/home/definition.ts';
import { nextAlertEdge } from './alerts.ts';
import type { Context, ScreenName } from './context.ts';

const MINUTE_MS = 60_000;

/**
 * The next moment (ms) that the app has to tell the machine of: the clock shows minutes, items and alerts come and go at
 * their very moments. It has passed already where what takes turns has just come onto the screen.
 */
export function nextMoment(screen: ScreenName, context: Context, now: number): number {
  const minute = now - (now % MINUTE_MS) + MINUTE_MS;
  const edges = [nextChange(context.items, now), nextAlertEdge(context, now), turnEnd(screen, context)];
  return edges.reduce<number>((next, edge) => (edge === null ? next : Math.min(next, edge)), minute);
}

function turnEnd(screen: ScreenName, context: Context): number | null {
  if (context.previewAt !== null) return null;
  if (screen === 'channel') return placeIn(context)?.until ?? null;
  if (screen !== 'home' || !takesTurns(context)) return null;
  return context.now - (context.now % HOME_TURN_MS) + HOME_TURN_MS;
}
