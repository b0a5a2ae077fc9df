// What news from outside changes in the context; where it leads is for the screens to settle.
import type { Context } from './context.ts';
import type { NavigationEvent } from './events.ts';

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
      };
    case 'LINE':
      return { line: event.status, asOf: event.asOf ?? context.asOf };
    case 'HOME':
      return { home: event.home };
    case 'TICK':
      return {
        now: event.now,
        clockSure: event.sure,
        probe: { ...context.probe, quiet: context.probe.quiet + elapsed(context.now, event.now) },
      };
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

/** The probe shows the last keys, newest below. */
const PROBE_LINES = 8;

export function probed({ probe }: Context, line: string): Partial<Context> {
  return { probe: { ...probe, codes: [...probe.codes, line].slice(-PROBE_LINES), quiet: 0 } };
}
