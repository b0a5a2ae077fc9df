// The console's editors show what they write in this very app (`?preview=1` in a frame): items come by message, nothing else.
import type { CarriedGuide } from '../contract/guides.ts';
import { soundIn } from './catalogue/catalogue.ts';
import { readItem } from './feed/read.ts';
import { isObject } from './feed/record.ts';
import type { NavigationEvent } from './navigation/events.ts';
import type { Place } from './ports.ts';

/** A notice, an alert, a guide, or the home screen at some moment. */
export type Preview = Extract<
  NavigationEvent,
  { type: 'PREVIEW' | 'PREVIEW_ALERT' | 'PREVIEW_GUIDE' | 'PREVIEW_HOME' }
>;

/**
 * `{type: 'linli.preview', item, elder}`, `{type: 'linli.preview', guide, elder}`, or
 * `{type: 'linli.preview', items, at, elder}` with `at` in ms, from the page around this one, of the same origin only. Tells that page that this one listens now, by `{type: 'linli.preview-ready'}`. Returns how to stop.
 */
export function listenForPreviews(document: Document, place: Place, onPreview: (preview: Preview) => void): () => void {
  const view = document.defaultView;
  if (!view) return () => undefined;
  const onMessage = ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== place.origin || !isObject(data) || data.type !== 'linli.preview') return;
    const elder = data.elder !== false;
    if (Array.isArray(data.items) && typeof data.at === 'number') {
      const items = data.items.map(readItem).flatMap((each) => (each?.kind === 'notice' ? [each] : []));
      return onPreview({ type: 'PREVIEW_HOME', items, now: data.at, elder });
    }
    const guide = soundIn('guides', [data.guide])[0] as CarriedGuide | undefined;
    if (guide) return onPreview({ type: 'PREVIEW_GUIDE', guide, elder });
    const item = readItem(data.item);
    if (item?.kind === 'notice') onPreview({ type: 'PREVIEW', item, elder });
    if (item?.kind === 'alert') onPreview({ type: 'PREVIEW_ALERT', alert: item, elder });
  };
  view.addEventListener('message', onMessage);
  if (view.parent !== view) view.parent.postMessage({ type: 'linli.preview-ready' }, place.origin);
  return () => view.removeEventListener('message', onMessage);
}
