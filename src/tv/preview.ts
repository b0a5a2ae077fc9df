// The console's editor shows its notice in this very app (`?preview=1` in a frame): items come by message, nothing else.
import type { NoticeItem } from '../contract/feed.ts';
import { readNotice } from './feed/read.ts';
import { isObject } from './feed/record.ts';
import type { Place } from './ports.ts';

/** `{type: 'linli.preview', item, elder}` from the page around this one, of the same origin only. */
export interface Preview {
  readonly item: NoticeItem;
  readonly elder: boolean;
}

/** Tells the page around this one that it listens now, by `{type: 'linli.preview-ready'}`. Returns how to stop. */
export function listenForPreviews(document: Document, place: Place, onPreview: (preview: Preview) => void): () => void {
  const view = document.defaultView;
  if (!view) return () => undefined;
  const onMessage = ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== place.origin || !isObject(data) || data.type !== 'linli.preview') return;
    const item = readNotice(data.item);
    if (item) onPreview({ item, elder: data.elder !== false });
  };
  view.addEventListener('message', onMessage);
  if (view.parent !== view) view.parent.postMessage({ type: 'linli.preview-ready' }, place.origin);
  return () => view.removeEventListener('message', onMessage);
}
